import { delegationFormCard, delegationRolesCard } from '../../../cards/delegation.card.ts';
import type { DelegationRolesView } from '../../../cards/delegation.card.ts';
import { offerLinesCard, offerLinesReviewCard } from '../../../cards/offer-lines.card.ts';
import type { OfferLinesView } from '../../../cards/offer-lines.card.ts';
import { offerMessageCard } from '../../../cards/offer-message.card.ts';
import { offerReviewCard } from '../../../cards/offer-review.card.ts';
import type { OfferReviewView } from '../../../cards/offer-review.card.ts';
import { offerTermsCard } from '../../../cards/offer-terms.card.ts';
import type { OfferTermsView } from '../../../cards/offer-terms.card.ts';
import { offerTrialCard } from '../../../cards/offer-trial.card.ts';
import { delegationRoles } from '../../../domain/delegated-admin/roles.ts';
import type { PurchaseLine } from '../../../domain/offers/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { planIds, plans } from '../../../domain/shared/plans.ts';
import { aLine, gdap, roleIds } from '../../support/offers.ts';
import { at, endlessWord, longEmail, longName, markdown, rightToLeft, today, wrong } from './people.ts';
import type { Views } from './view-table.ts';

const sold = planIds.filter((id) => !plans[id].retired);
const priced: PurchaseLine = aLine({ billing: 'monthly', price: { amount: '1 234,50', currency: 'CZK' } });
/** As many lines as an offer takes, each as long as it can be. */
export const tenLines: readonly PurchaseLine[] = Array.from({ length: 10 }, () =>
  aLine({ plan: 'apps-for-business', seats: 300, term: 'P3Y', price: { amount: '123 456 789,00', currency: 'CZK' } }),
);
/** Two thousand characters, the most a message may have, in many short paragraphs. */
export const longMessage = `${markdown}\n\n`.repeat(20).slice(0, 2000);
const lines: OfferLinesView = { frame: at('lines', 2, 6), plans: sold, lines: [], values: { term: 'P1Y', billing: 'monthly' } };
const terms: OfferTermsView = {
  frame: at('terms', 4, 6),
  own: 'CZ',
  country: 'SK',
  validUntil: '2026-03-31',
  earliest: today,
  latest: Day.parse('2027-03-01'),
};
const roles: DelegationRolesView = { frame: at('roles', 3, 5), roles: delegationRoles, chosen: [], days: '365', name: 'Contoso', autoExtends: false };
const contact = { name: 'Cloudy s.r.o.', phone: '+420 222 333 444', email: 'karel@contoso.cz', address: 'Dlouhá 1, Praha' };
const review: OfferReviewView = {
  frame: at('review', 6, 6),
  customer: 'Contoso',
  content: { kind: 'purchase', lines: [priced] },
  country: 'CZ',
  validUntil: Day.parse('2026-03-31'),
  message: 'Karel Contoso\n\nFabrikam',
  contact,
  edits: [
    { title: 'offer.change-lines', to: 'lines' },
    { title: 'offer.change-terms', to: 'terms' },
    { title: 'offer.change-message', to: 'message' },
  ],
};
const everything = gdap({ name: longName.slice(0, 50), roles: delegationRoles.map(({ id }) => id), days: 730, autoExtends: true });

/** The forms of offers: fresh, with what is wrong beside the fields, and as full as they can be. */
export const offerFormViews = {
  offerLinesCard: {
    first: (say) => offerLinesCard(say, lines),
    'everything wrong': (say) =>
      offerLinesCard(say, {
        ...lines,
        frame: wrong(
          lines.frame,
          ...(['plan', 'seats', 'term', 'billing', 'amount', 'currency'] as const).map((field) => ({ field, text: say(`offer.${field}`) })),
        ),
        values: { plan: 'none', seats: '-1', term: 'P9Y', billing: 'never', amount: markdown.slice(0, 20), currency: 'Kč' },
      }),
    'one more than ten': (say) =>
      offerLinesCard(say, { ...lines, lines: tenLines, values: {}, frame: wrong(lines.frame, { text: say('offer.too-many-lines', 10) }) }),
  },
  offerLinesReviewCard: {
    one: (say) => offerLinesReviewCard(say, { frame: at('lines-review', 3, 7), lines: [priced] }),
    ten: (say) => offerLinesReviewCard(say, { frame: at('lines-review', 3, 7), lines: tenLines }),
  },
  offerTrialCard: {
    fresh: (say) => offerTrialCard(say, { frame: at('plan', 2, 5), plans: sold }),
    'nothing chosen': (say) =>
      offerTrialCard(say, { frame: wrong(at('plan', 2, 5), { field: 'plan', text: say('offer.plan-missing') }), plans: sold, plan: 'none' }),
  },
  offerTermsCard: {
    'delegation may be asked for': (say) => offerTermsCard(say, { ...terms, delegation: 'gdap' }),
    'delegation may not be asked for': (say) => offerTermsCard(say, { ...terms, noDelegation: say('eligibility.person-full') }),
    'too late': (say) =>
      offerTermsCard(say, {
        ...terms,
        frame: wrong(terms.frame, { field: 'validUntil', text: say('offer.valid-until-out', today, terms.latest) }),
        delegation: 'something',
      }),
  },
  delegationFormCard: {
    'of an advisor': (say) => delegationFormCard(say, { frame: at('form', 2, 4), form: 'classic' }),
    'of a CSP': (say) => delegationFormCard(say, { frame: at('form', 2, 5), form: '' }),
  },
  delegationRolesCard: {
    fresh: (say) => delegationRolesCard(say, roles),
    'everything asked for, and too much': (say) =>
      delegationRolesCard(say, {
        ...roles,
        frame: wrong(
          roles.frame,
          { field: 'autoExtends', text: say('offer.extend-wrong') },
          { field: 'name', text: say('offer.name-taken', endlessWord) },
          { field: 'days', text: say('offer.days-wrong') },
        ),
        chosen: roleIds('helpdesk-administrator', 'global-administrator'),
        days: 'many',
        name: rightToLeft,
        autoExtends: true,
      }),
  },
  offerMessageCard: {
    typical: (say) => offerMessageCard(say, { frame: at('message', 5, 6), message: 'Karel Contoso', language: 'cs' }),
    'as long as it may be': (say) =>
      offerMessageCard(say, {
        frame: wrong(at('message', 5, 6), { field: 'message', text: say('offer.message-missing') }),
        message: longMessage,
        language: 'sk',
      }),
  },
  offerReviewCard: {
    purchase: (say) => offerReviewCard(say, review),
    'trial for anybody': (say) => {
      const { customer: _, ...rest } = review;
      return offerReviewCard(say, { ...rest, content: { kind: 'trial', plan: 'business-basic', delegation: { form: 'classic' } } });
    },
    delegation: (say) => offerReviewCard(say, { ...review, content: { kind: 'delegated-admin', delegation: gdap({ name: 'Contoso' }) } }),
    'as much as it may be': (say) =>
      offerReviewCard(say, {
        ...review,
        customer: markdown,
        content: { kind: 'purchase', lines: tenLines, delegation: everything },
        message: longMessage,
        contact: { name: longName, phone: '+420 222 333 444', email: longEmail, address: longName },
      }),
  },
} as const satisfies Views;
