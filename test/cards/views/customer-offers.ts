import { answersWaitCard } from '../../../cards/answers-wait.card.ts';
import { customerOfferCard } from '../../../cards/customer-offer.card.ts';
import type { CustomerOfferView, CustomerReader } from '../../../cards/customer-offer-view.ts';
import { customerOffersCard, customerWelcomeCard, helpForCustomersCard } from '../../../cards/customer-offers.card.ts';
import type { OfferRow } from '../../../cards/customer-offers.card.ts';
import { adminSettledCard, customerAskedCard, customerDelegationEndedCard, noSuchOfferCard, offerPausedCard } from '../../../cards/customer-news.card.ts';
import type { Say } from '../../../cards/messages/say.ts';
import type { OfferContent } from '../../../domain/offers/records.ts';
import type { OfferStand } from '../../../domain/offers/stand.ts';
import { agreements } from '../../../domain/shared/agreements.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { RelationshipId } from '../../../domain/shared/ids.ts';
import { petr } from '../../support/builders.ts';
import { aLine, aVisitor, anAnswer, anOffer, classic, gdap, roleIds } from '../../support/offers.ts';
import { endlessWord, endsOn, longEmail, longName, markdown, recordedAt, rightToLeft } from './people.ts';
import type { Views } from './view-table.ts';

const company = { name: 'Cloudy s.r.o.', phone: '+420 222 333 444', email: 'obchod@cloudy.cz', address: 'Dlouhá 1, Praha' };
const hostile = { name: markdown, phone: endlessWord, email: longEmail, address: rightToLeft };
const relationship = RelationshipId.parse('4d6ac14f-3453-41d0-bef9-a3e0c569773a');
const by = { name: 'Petr Svoboda', at: recordedAt };
const open: OfferStand = { kind: 'open', until: Day.parse('2026-03-31') };
const admins = ['Karel Contoso', 'Alena Malá'];

const trial: OfferContent = { kind: 'trial', plan: 'business-standard' };
const purchase: OfferContent = {
  kind: 'purchase',
  lines: [aLine(), aLine({ plan: 'business-basic', seats: 1, term: 'P1M', billing: 'monthly', price: { amount: '149,50', currency: 'CZK' } })],
};
const withDelegation: OfferContent = { ...trial, delegation: gdap() };
const delegation: OfferContent = { kind: 'delegated-admin', delegation: gdap() };

function view(content: OfferContent, reader: CustomerReader, facts: Partial<CustomerOfferView> = {}): CustomerOfferView {
  const isGdap = content.delegation?.form === 'gdap';
  return {
    offer: anOffer({ id: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', content }),
    company,
    ...(reader.kind === 'guest' || reader.kind === 'visitor' ? {} : { organisation: 'Contoso' }),
    stand: open,
    isOpen: true,
    reader,
    roles: isGdap ? ['helpdesk-administrator'] : [],
    ...(isGdap ? { wouldEndOn: endsOn } : {}),
    extensionDays: 180,
    agreements: content.kind === 'delegated-admin' ? [] : [agreements['customer-agreement']],
    atMicrosoft: {},
    typed: {},
    problems: [],
    notices: [],
    ...facts,
  };
}

const admin: CustomerReader = { kind: 'admin' };
const accepted = (facts: Parameters<typeof anAnswer>[0] = {}): OfferStand => ({ kind: 'accepted', answer: anAnswer(facts) });
const lines = [
  { plan: 'business-standard', seats: 7 },
  { plan: 'business-basic', seats: 1 },
] as const;
const declared: OfferStand = { kind: 'waiting', answer: anAnswer({ state: 'declared', by: aVisitor({ name: 'Jana Nováková' }) }) };
const card = (of: CustomerOfferView) => (say: Say) => customerOfferCard(say, of);

const standing = {
  'purchase, admin': card(view(purchase, admin)),
  'trial, admin': card(view(trial, admin)),
  'trial with delegation, admin': card(view(withDelegation, admin)),
  'delegation, admin': card(view(delegation, admin)),
  'classic delegation, admin': card(view({ kind: 'delegated-admin', delegation: classic }, admin)),
  'delegation that extends itself, admin': card(view({ kind: 'delegated-admin', delegation: gdap({ autoExtends: true }) }, admin)),
  'older plan, admin': card(
    view({ kind: 'purchase', lines: [aLine({ plan: 'small-business' })] }, admin, { agreements: [agreements['online-services-agreement']] }),
  ),
  'two agreements, admin': card(view(purchase, admin, { agreements: [agreements['open-agreement'], agreements['customer-agreement']] })),
  'a wrong count': (say: Say) =>
    customerOfferCard(
      say,
      view(purchase, admin, { typed: { seats0: '0', seats1: '2' }, problems: [{ field: 'seats0', text: say('customer-offer.seats-wrong', 300) }] }),
    ),
  'a trial was used': (say: Say) =>
    customerOfferCard(say, view(trial, admin, { problems: [{ text: say('customer-offer.trial-used', 'Microsoft 365 Business Standard') }] })),
  colleague: card(view(purchase, { kind: 'colleague', admins })),
  'colleague of nobody': card(view(trial, { kind: 'colleague', admins: [] })),
  unknown: card(view(withDelegation, { kind: 'unknown', admins })),
  'unknown, asked': card(view(trial, { kind: 'unknown', admins, request: { at: recordedAt } })),
  'unknown, not named': card(view(trial, { kind: 'unknown', admins, request: { at: recordedAt, settled: { at: recordedAt, verdict: 'refused' } } })),
  'unknown, asks again': card(
    view(trial, { kind: 'unknown', admins, request: { at: recordedAt, settled: { at: recordedAt, verdict: 'refused' }, mayAskAgain: true } }),
  ),
  'unknown, of another organisation perhaps': card(view(purchase, { kind: 'unknown', admins: [], isUnproven: true })),
  guest: card(view(purchase, { kind: 'guest', isAdmin: false, domain: 'contoso.cz' })),
  'guest, delegation left out': card(view(withDelegation, { kind: 'guest', isAdmin: false })),
  'guest whose token shows an admin': card(view(withDelegation, { kind: 'guest', isAdmin: true, domain: 'contoso.cz' })),
  visitor: card(view(purchase, { kind: 'visitor', asksWhich: true })),
  'visitor, addressed, with delegation': card(view(withDelegation, { kind: 'visitor', asksWhich: false }, { organisation: 'Contoso' })),
  'visitor, delegation alone': card(view(delegation, { kind: 'visitor', asksWhich: false }, { organisation: 'Contoso' })),
  'visitor who filled in little': (say: Say) =>
    customerOfferCard(
      say,
      view(
        trial,
        { kind: 'visitor', asksWhich: true },
        {
          typed: { organisation: 'Contoso', domain: markdown, contactName: '', contactEmail: 'karel@', contactPhone: '12' },
          problems: [
            { field: 'domain', text: say('redeem.domain-wrong') },
            { field: 'contactName', text: say('customer-offer.contact-name-missing') },
            { field: 'contactEmail', text: say('customer-offer.contact-email-wrong') },
            { field: 'contactPhone', text: say('customer-offer.contact-phone-wrong') },
          ],
        },
      ),
    ),
  'one of the partner’s own': card(view(purchase, { kind: 'partner' })),
};

const granted = { status: 'active', relationship, until: endsOn } as const;
const afterwards = {
  accepted: card(view(purchase, admin, { stand: accepted({ lines }) })),
  'accepted, set up': card(view(trial, { kind: 'colleague', admins }, { stand: accepted(), atMicrosoft: { setUp: by } })),
  'accepted without delegation': card(view(withDelegation, admin, { stand: accepted({ delegation: 'left-out' }) })),
  'accepted, confirmed by the partner': card(
    view(trial, { kind: 'guest', isAdmin: false }, { stand: accepted({ settled: { ...by, person: petr().person } }), organisation: 'Contoso' }),
  ),
  'delegation active': card(view(delegation, admin, { stand: accepted({ lines: [], delegation: 'accepted' }), granted })),
  'delegation without an end, approved': card(
    view(delegation, admin, {
      stand: accepted({ lines: [], delegation: 'accepted' }),
      granted: { ...granted, until: 'no-end' },
      atMicrosoft: { delegation: by },
    }),
  ),
  'delegation active, colleague': card(view(withDelegation, { kind: 'colleague', admins }, { stand: accepted({ delegation: 'accepted' }), granted })),
  'delegation ended': card(view(delegation, admin, { stand: accepted({ lines: [], delegation: 'accepted' }), granted: { status: 'ended', by } })),
  'delegation over': card(view(delegation, admin, { stand: accepted({ lines: [], delegation: 'accepted' }), granted: { status: 'expired', on: endsOn } })),
  'somebody was quicker': (say: Say) => customerOfferCard(say, view(trial, admin, { stand: accepted(), notices: [say('customer-offer.already')] })),
  'waiting, admin': card(view(purchase, admin, { stand: declared })),
  'waiting, who said so': card(view(trial, { kind: 'visitor', asksWhich: true }, { stand: declared, organisation: 'Contoso' })),
  'waiting, withdrawn meanwhile': card(view(trial, admin, { stand: declared, isOpen: false })),
  'another count than the first': (say: Say) =>
    customerOfferCard(say, view(purchase, admin, { stand: accepted({ lines }), notices: [say('customer-offer.first-stands')] })),
  declined: card(view(purchase, admin, { stand: { kind: 'declined', answer: anAnswer({ state: 'declined', lines: [] }) } })),
  withdrawn: card(view(purchase, admin, { stand: { kind: 'withdrawn', on: Day.parse('2026-03-01') }, isOpen: false })),
  expired: card(view(trial, { kind: 'unknown', admins }, { stand: { kind: 'expired', on: Day.parse('2026-02-28') }, isOpen: false })),
  'decline, sure?': card(view(purchase, admin, { asking: 'decline' })),
  'end delegation, sure?': card(view(delegation, admin, { stand: accepted({ lines: [], delegation: 'accepted' }), granted, asking: 'end-delegation' })),
};

const everyRole = gdap({ name: '*'.repeat(50), days: 730, autoExtends: true, roles: roleIds('helpdesk-administrator') });
const roles = [
  ...(['directory-readers', 'global-reader', 'service-support-administrator', 'license-administrator', 'password-administrator'] as const),
  ...(['helpdesk-administrator', 'user-administrator', 'billing-administrator', 'exchange-administrator'] as const),
  ...(['domain-name-administrator', 'privileged-authentication-administrator', 'global-administrator'] as const),
];
const tenLines = Array.from({ length: 10 }, () =>
  aLine({ plan: 'midsize-business', seats: 300, term: 'P3Y', price: { amount: '1 234 567,89', currency: 'CZK' } }),
);
const worst = view({ kind: 'purchase', lines: tenLines, delegation: everyRole }, admin, {
  company: hostile,
  organisation: longName,
  roles,
  agreements: Object.values(agreements),
});

/** Everything that an offer can hold, for each reader who answers it. */
export const worstCustomerOffer: Readonly<Record<string, CustomerOfferView>> = {
  'an admin': worst,
  'a guest': { ...worst, reader: { kind: 'guest', isAdmin: true, domain: 'contoso.cz' } },
  'a visitor': { ...worst, reader: { kind: 'visitor', asksWhich: true } },
};

const row = (kind: OfferRow['offer']['kind'], stand: OfferStand, partner = 'Cloudy s.r.o.'): OfferRow => ({
  offer: { id: anOffer().id, summaryId: 'P-7K2M9QPXA', kind },
  partner,
  stand,
});
const answer = anAnswer();
const every: readonly OfferRow[] = [
  row('purchase', open),
  row('trial', { kind: 'accepted', answer }, markdown),
  row('delegated-admin', { kind: 'declined', answer }),
  { ...row('delegated-admin', { kind: 'accepted', answer }), delegationOver: endsOn },
  row('trial', { kind: 'waiting', answer }, rightToLeft),
  row('purchase', { kind: 'withdrawn', on: endsOn }, endlessWord),
  row('purchase', { kind: 'expired', on: endsOn }),
];
const about = { company, offer: anOffer().id };

/** What people of customers read: each stand for each reader. */
export const customerOfferViews = {
  customerOfferCard: {
    ...standing,
    ...afterwards,
    'everything there is, hostile': card({ ...worst, offer: { ...worst.offer, message: `${markdown}\n\n${rightToLeft}\n${endlessWord}\n${longName}` } }),
  },
  customerOffersCard: {
    every: (say) => customerOffersCard(say, { rows: every, hasMore: true, partners: [company, hostile] }),
    none: (say) => customerOffersCard(say, { rows: [], hasMore: false, partners: [] }),
  },
  customerWelcomeCard: {
    'none waits': (say) => customerWelcomeCard(say, { waiting: [], count: 0, partners: [company] }),
    'five of seven': (say) => customerWelcomeCard(say, { waiting: [1, 2, 3, 4, 5].map(() => row('purchase', open)), count: 7, partners: [company] }),
  },
  helpForCustomersCard: {
    typical: (say) => helpForCustomersCard(say, [company]),
    'no partner has confirmed': (say) => helpForCustomersCard(say, []),
  },
  noSuchOfferCard: { typical: (say) => noSuchOfferCard(say) },
  offerPausedCard: { 'never confirmed': (say) => offerPausedCard(say), typical: (say) => offerPausedCard(say, company) },
  customerAskedCard: { typical: (say) => customerAskedCard(say, about) },
  adminSettledCard: {
    named: (say) => adminSettledCard(say, { ...about, verdict: 'named', admins }),
    refused: (say) => adminSettledCard(say, { ...about, verdict: 'refused', admins }),
    'refused, of another directory': (say) => adminSettledCard(say, { ...about, verdict: 'refused' }),
  },
  answersWaitCard: { many: (say) => answersWaitCard(say, { offer: anOffer(), count: 7 }) },
  customerDelegationEndedCard: {
    gdap: (say) => customerDelegationEndedCard(say, { ...about, organisation: 'Contoso', ended: by, name: markdown }),
    classic: (say) => customerDelegationEndedCard(say, { ...about, organisation: longName, ended: by }),
  },
} as const satisfies Views;
