import { redeemAcknowledgementCard } from '../../../cards/redeem-acknowledgement.card.ts';
import { redeemAgreementCard } from '../../../cards/redeem-agreement.card.ts';
import { redeemCardsCard } from '../../../cards/redeem-cards.card.ts';
import { redeemAdminCard, redeemCountryCard, redeemOrganisationCard } from '../../../cards/redeem-customer.card.ts';
import { redeemKeysReviewCard } from '../../../cards/redeem-keys-review.card.ts';
import { redeemKeysCard } from '../../../cards/redeem-keys.card.ts';
import { redeemPurposeCard } from '../../../cards/redeem-purpose.card.ts';
import { redeemReviewCard } from '../../../cards/redeem-review.card.ts';
import { redeemSubscriptionCard } from '../../../cards/redeem-subscription.card.ts';
import type { RedeemSubscriptionView } from '../../../cards/redeem-subscription.card.ts';
import type { KeyView } from '../../../cards/product-key-line.ts';
import type { Say } from '../../../cards/messages/say.ts';
import type { FieldProblem } from '../../../cards/form.ts';
import { agreements } from '../../../domain/shared/agreements.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { at, emoji, endlessWord, endsOn, longDomain, longEmail, longName, markdown, rightToLeft, subscription, today, told, wrong } from './people.ts';
import { receiptViews } from './receipt.ts';
import type { Views } from './view-table.ts';

const stock = { plan: 'business-standard', seats: 1 } as const;
const three: readonly KeyView[] = ['K7M2P', 'QX4TN', 'B8S50'].map((ending) => ({ ending, stock }));
const unknown: KeyView = { ending: 'O0I1L' };
const hundred: readonly KeyView[] = Array.from({ length: 100 }, (_, index) => ({ ending: `${String(index).padStart(3, '0')}QX`, stock }));
const typed = 'ABCDE-12345-FGHIJ-67890-KLMN\nO0I1L-5S8B0-QQQQQ-ZZZZZ-77*77';

function everythingWrong(say: Say): readonly FieldProblem[] {
  const hints = [1, 2, 3, 4, 5].map((position) => say('redeem.look-alike', position, '0', ['O', 'Q'].join(say('redeem.or'))));
  const texts = [
    say('redeem.wrong-length', 1, 24),
    say('redeem.strange-character', 2, 23),
    say('redeem.look-alikes', 2, hints.join('; ')),
    say('redeem.repeated', 'K7M2P'),
    say('redeem.already-used', 'QX4TN', today),
    say('redeem.not-available', 'B8S50'),
    say('redeem.second-plan', 'Microsoft 365 Business Standard', 'Office 365 Midsize Business'),
    say('redeem.too-many-keys', 100),
  ];
  return [...texts.map((text) => ({ field: 'keys', text })), { text: say('redeem.too-many-seats', 'Office 365 Small Business', 25, 21, 300) }];
}

const line = (value: string, customer: string): RedeemSubscriptionView['choices'][number] => ({
  value: `${subscription}|${value}`,
  customer,
  seats: 5,
  endsOn,
});
const fifty = Array.from({ length: 50 }, (_, index) => ({ ...line(String(index), `${String(index)} ${longName}`), seats: 300 }));
const planFacts = { plan: 'business-standard', seats: 3, startsOn: today, endsOn } as const;

/** The steps of redeeming product keys, in their order, and the receipt. */
export const redeemViews = {
  redeemAcknowledgementCard: {
    first: (say) => redeemAcknowledgementCard(say, { frame: at('acknowledgement', 1, 9) }),
    'not ticked': (say) =>
      redeemAcknowledgementCard(say, { frame: wrong(at('acknowledgement', 1, 9), { field: 'understood', text: say('redeem.understood-missing') }) }),
  },
  redeemPurposeCard: {
    first: (say) => redeemPurposeCard(say, { frame: at('purpose', 2, 9) }),
    'nothing right': (say) =>
      redeemPurposeCard(say, {
        frame: wrong(at('purpose', 2, 9), { field: 'purpose', text: say('redeem.purpose-missing') }, { field: 'people', text: say('redeem.people-wrong') }),
        purpose: 'renewal',
        people: '300',
      }),
  },
  redeemKeysCard: {
    first: (say) => redeemKeysCard(say, { frame: at('keys', 3, 9), taken: [], people: 5, seats: 0 }),
    'three of five': (say) => redeemKeysCard(say, { frame: at('keys', 3, 9), taken: three, people: 5, seats: 3, plan: 'business-standard' }),
    'said in the chat': (say) => redeemKeysCard(say, { frame: told(at('keys', 3, 9), say('redeem.overheard')), taken: [unknown], people: 1, seats: 1 }),
    'everything wrong': (say) =>
      redeemKeysCard(say, {
        frame: { ...wrong(at('keys', 3, 9), ...everythingWrong(say)), notices: [say('redeem.overheard')] },
        taken: [...three, unknown],
        people: 300,
        seats: 3,
        plan: 'business-standard',
        typed,
      }),
    'a spreadsheet of wrong ones': (say) => {
      const problems = hundred.flatMap((_each, index) => [say('redeem.wrong-length', index + 1, 24), say('redeem.strange-character', index + 1, 23)]);
      const frame = wrong(at('keys', 3, 9), ...problems.map((text) => ({ field: 'keys', text })));
      return redeemKeysCard(say, { frame, taken: [], people: 300, seats: 0, typed: 'ABCDE-12345-FGHIJ-67890-KL-N\n'.repeat(100) });
    },
    'a hundred': (say) => redeemKeysCard(say, { frame: at('keys', 3, 9), taken: hundred, people: 300, seats: 100, plan: 'business-standard' }),
  },
  redeemCardsCard: {
    typical: (say) => redeemCardsCard(say, { frame: at('cards', 4, 10), endings: ['K7M2P', 'QX4TN'] }),
    'nothing right': (say) =>
      redeemCardsCard(say, {
        frame: wrong(
          at('cards', 4, 10),
          { field: 'plan', text: say('redeem.second-plan', 'Microsoft 365 Business Standard', 'Office 365 Midsize Business') },
          { field: 'seats', text: say('redeem.seats-wrong') },
        ),
        endings: hundred.map(({ ending }) => ending),
        plan: 'midsize-business',
        seats: '25',
        stockPlan: 'business-standard',
      }),
  },
  redeemKeysReviewCard: {
    'one key': (say) =>
      redeemKeysReviewCard(say, { frame: at('keys-review', 4, 9), keys: three.slice(0, 1), ...planFacts, seats: 1, people: 1, unverified: 0, compare: [] }),
    'three of five': (say) => redeemKeysReviewCard(say, { frame: at('keys-review', 4, 9), keys: three, ...planFacts, people: 5, unverified: 0, compare: [] }),
    'more than needed, one not verified': (say) =>
      redeemKeysReviewCard(say, {
        frame: at('keys-review', 5, 10),
        keys: [...three, unknown],
        ...planFacts,
        seats: 4,
        people: 3,
        unverified: 1,
        compare: [say('redeem.look-alikes-ending', unknown.ending, say('redeem.look-alike', 1, 'O', '0'))],
      }),
    'a hundred for three hundred people': (say) =>
      redeemKeysReviewCard(say, { frame: at('keys-review', 4, 9), keys: hundred, ...planFacts, seats: 100, people: 300, unverified: 0, compare: [] }),
    'a hundred, none verified': (say) =>
      redeemKeysReviewCard(say, {
        frame: at('keys-review', 5, 10),
        keys: hundred.map(({ ending }) => ({ ending })),
        plan: 'midsize-business',
        seats: 300,
        people: 300,
        unverified: 100,
        compare: hundred.map(({ ending }) => say('redeem.look-alikes-ending', ending, say('redeem.look-alike', 1, 'O', '0'))),
      }),
  },
  redeemSubscriptionCard: {
    'more users': (say) =>
      redeemSubscriptionCard(say, {
        frame: at('subscription', 5, 6),
        purpose: 'more-users',
        plan: 'small-business',
        choices: [line('a', 'Contoso'), line('b', 'Fabrikam')],
        more: false,
      }),
    none: (say) => redeemSubscriptionCard(say, { frame: at('subscription', 5, 6), purpose: 'renewal', plan: 'midsize-business', choices: [], more: false }),
    'nothing found': (say) =>
      redeemSubscriptionCard(say, { frame: at('subscription', 5, 6), purpose: 'renewal', plan: 'small-business', choices: [], more: false, find: markdown }),
    'odd names': (say) =>
      redeemSubscriptionCard(say, {
        frame: at('subscription', 5, 6),
        purpose: 'renewal',
        plan: 'small-business',
        choices: [markdown, rightToLeft, emoji, endlessWord].map((name, index) => line(String(index), name)),
        more: false,
      }),
    fifty: (say) =>
      redeemSubscriptionCard(say, {
        frame: wrong(at('subscription', 5, 6), { field: 'subscription', text: say('redeem.subscription-missing') }),
        purpose: 'renewal',
        plan: 'small-business',
        choices: fifty,
        more: true,
        find: 'm',
        chosen: fifty[0]?.value ?? '',
      }),
  },
  redeemCountryCard: {
    first: (say) => redeemCountryCard(say, { frame: at('country', 5, 9), own: 'CZ' }),
    'not available there': (say) =>
      redeemCountryCard(say, {
        frame: wrong(at('country', 5, 9), { field: 'country', text: say('redeem.country-unavailable', say.country('RU')) }),
        own: 'DE',
        country: 'RU',
      }),
  },
  redeemOrganisationCard: {
    first: (say) => redeemOrganisationCard(say, { frame: at('organisation', 6, 9) }),
    'nothing right': (say) =>
      redeemOrganisationCard(say, {
        frame: wrong(
          at('organisation', 6, 9),
          { field: 'organisation', text: say('redeem.organisation-missing') },
          { field: 'domain', text: say('redeem.domain-wrong') },
        ),
        organisation: markdown,
        domain: endlessWord,
      }),
  },
  redeemAdminCard: {
    first: (say) => redeemAdminCard(say, { frame: at('admin', 7, 9) }),
    'nothing right': (say) =>
      redeemAdminCard(say, {
        frame: wrong(
          at('admin', 7, 9),
          { field: 'adminName', text: say('redeem.admin-name-missing') },
          { field: 'adminEmail', text: say('redeem.admin-email-wrong') },
        ),
        adminName: rightToLeft,
        adminEmail: longEmail,
      }),
  },
  redeemAgreementCard: {
    'online services': (say) =>
      redeemAgreementCard(say, { frame: at('agreement', 8, 9), agreement: agreements['online-services-agreement'], values: {}, today }),
    open: (say) =>
      redeemAgreementCard(say, { frame: at('agreement', 8, 9), agreement: agreements['open-agreement'], values: { openNumber: '12345678' }, today }),
    customer: (say) => redeemAgreementCard(say, { frame: at('agreement', 8, 9), agreement: agreements['customer-agreement'], values: {}, today }),
    'customer, nothing right': (say) =>
      redeemAgreementCard(say, {
        frame: wrong(
          at('agreement', 8, 9),
          { text: say('redeem.agreement-changed') },
          { field: 'contactName', text: say('redeem.admin-name-missing') },
          { field: 'contactEmail', text: say('redeem.admin-email-wrong') },
          { field: 'contactPhone', text: say('redeem.contact-phone-wrong') },
          { field: 'agreedOn', text: say('redeem.agreed-on-wrong') },
          { field: 'agreed', text: say('redeem.agreed-missing') },
        ),
        agreement: agreements['customer-agreement'],
        values: { contactName: emoji, contactEmail: longEmail, contactPhone: '+420', agreedOn: '2026-02-28', agreed: 'false' },
        today,
      }),
  },
  redeemReviewCard: {
    'new subscription': (say) =>
      redeemReviewCard(say, {
        ...planFacts,
        frame: at('review', 9, 9),
        purpose: 'new-subscription',
        customer: 'Contoso',
        country: 'CZ',
        domain: 'contoso.cz',
        known: false,
        admin: { name: 'Alena Malá', email: 'alena@contoso.cz' },
        agreement: 'customer-agreement',
        short: 0,
        unverified: 0,
      }),
    'known customer, too few keys, not verified': (say) =>
      redeemReviewCard(say, {
        frame: wrong(at('review', 10, 10), { text: say('redeem.not-available', 'K7M2P') }),
        purpose: 'new-subscription',
        customer: `${longName} ${endlessWord}`,
        plan: 'midsize-business',
        seats: 100,
        startsOn: today,
        endsOn,
        country: 'GS',
        domain: longDomain,
        known: true,
        admin: { name: markdown, email: longEmail },
        agreement: 'online-services-agreement',
        short: 200,
        unverified: 100,
      }),
    'more users': (say) => redeemReviewCard(say, { ...planFacts, frame: at('review', 6, 6), purpose: 'more-users', customer: 'Contoso', unverified: 0 }),
    'renewal of some': (say) =>
      redeemReviewCard(say, {
        ...planFacts,
        frame: at('review', 6, 6),
        purpose: 'renewal',
        customer: 'Contoso',
        unverified: 1,
        seatsBefore: 5,
        oldEnd: Day.parse('2026-03-10'),
        ended: false,
      }),
    'renewal after the end': (say) =>
      redeemReviewCard(say, {
        ...planFacts,
        frame: at('review', 6, 6),
        purpose: 'renewal',
        customer: rightToLeft,
        unverified: 0,
        seatsBefore: 4,
        oldEnd: Day.parse('2026-01-10'),
        ended: true,
      }),
  },
  ...receiptViews,
} as const satisfies Views;
