import { attachPartnerIdCard } from '../../../cards/attach-partner-id.card.ts';
import { attachReceiptCard } from '../../../cards/attach-receipt.card.ts';
import type { AttachReceiptView } from '../../../cards/attach-receipt.card.ts';
import { attachReviewCard } from '../../../cards/attach-review.card.ts';
import { attachSubscriptionsCard } from '../../../cards/attach-subscriptions.card.ts';
import type { AttachableView } from '../../../cards/attach-subscriptions.card.ts';
import { chooseCustomerCard } from '../../../cards/choose-customer.card.ts';
import { companyFormCard, companyReceiptCard, companyReviewCard } from '../../../cards/company-information.card.ts';
import type { PartnerView } from '../../../cards/partner-words.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { planIds } from '../../../domain/shared/plans.ts';
import { aPartnerHandOff, contoso, petr } from '../../support/builders.ts';
import type { Views } from './view-table.ts';
import {
  at,
  emoji,
  endlessWord,
  endsOn,
  handOff,
  longDomain,
  longEmail,
  longName,
  markdown,
  recordedAt,
  rightToLeft,
  run,
  subscription,
  today,
  told,
  wrong,
} from './people.ts';

const customer = (name: string, index: number) => ({ id: `c${String(index)}`, name, domain: 'contoso.cz' });
const hostile = [markdown, rightToLeft, emoji, endlessWord, longName];
const choosing = at('customer', 1, 4);

const us: PartnerView = { kind: 'us' };
const nobody: PartnerView = { kind: 'nobody' };
const other: PartnerView = { kind: 'other', partnerId: '5500222', name: 'Fabrikam', verified: true };
const bad: PartnerView = { kind: 'other', partnerId: '5500333', name: markdown, verified: true };
const unknown: PartnerView = { kind: 'other', partnerId: '987654', verified: false };
const everybody = [us, nobody, other, bad, unknown];
const rows: readonly AttachableView[] = [
  { id: subscription, plan: 'small-business', seats: 5, endsOn, now: nobody },
  { id: 'second', plan: 'business-standard', seats: 12, endsOn: Day.parse('9999-12-31'), now: other },
];
const forty: readonly AttachableView[] = Array.from({ length: 40 }, (_, index) => ({
  id: `${subscription}${String(index)}`,
  plan: planIds[index % planIds.length] ?? 'business-basic',
  seats: 300,
  endsOn,
  now: everybody[index % 5] ?? nobody,
}));

const attached: AttachReceiptView['attached'] = {
  kind: 'partner-of-record-attached',
  commandId: run,
  customer: contoso().id,
  customerName: 'Contoso',
  subscriptions: [{ subscription, plan: 'small-business' }],
  partnerId: '4711001',
  name: 'Cloudy s.r.o.',
  isUs: true,
  verified: true,
  handOff,
  at: recordedAt,
  by: 'Jana Nováková',
};
const open = aPartnerHandOff({ id: handOff });
const company = { name: 'Cloudy s.r.o.', phone: '+420 555 010 010', email: 'karel@contoso.cz', address: 'Contoso' };
const longCompany = { name: longName, phone: '+420 555 010 010 / 123 456 789 012', email: longEmail, address: `${markdown} ${endlessWord}` };

/** Choosing a customer, attaching the partner of record, confirming the company information. */
export const partnerOfRecordViews = {
  chooseCustomerCard: {
    'a list': (say) => chooseCustomerCard(say, { frame: choosing, heading: 'por.customer-heading', customers: ['Contoso', 'Fabrikam'].map(customer) }),
    'a list or anybody': (say) =>
      chooseCustomerCard(say, {
        frame: choosing,
        heading: 'por.customer-heading',
        customers: hostile.map(customer),
        orAnyone: true,
        chosen: '*',
      }),
    'nobody yet': (say) => chooseCustomerCard(say, { frame: choosing, heading: 'por.customer-heading', customers: [] }),
    'search first': (say) => chooseCustomerCard(say, { frame: choosing, heading: 'por.customer-heading', customers: [], tooManyToList: 1_234 }),
    found: (say) =>
      chooseCustomerCard(say, {
        frame: choosing,
        heading: 'por.customer-heading',
        customers: ['Contoso'].map(customer),
        tooManyToList: 100,
        find: 'Contoso',
        chosen: 'c0',
      }),
    'too many found': (say) =>
      chooseCustomerCard(say, {
        frame: wrong(choosing, { text: say('customer.missing') }),
        heading: 'por.customer-heading',
        customers: Array.from({ length: 50 }, (_, index) => customer('Contoso', index)),
        tooManyToList: 12_345,
        find: 'Contoso',
        more: true,
      }),
    'stopped, nobody found': (say) =>
      chooseCustomerCard(say, { frame: choosing, heading: 'por.customer-heading', customers: [], tooManyToList: 11_001, find: 'družstvo q', stopped: true }),
    'stopped, one found': (say) =>
      chooseCustomerCard(say, {
        frame: choosing,
        heading: 'por.customer-heading',
        customers: ['Contoso'].map(customer),
        tooManyToList: 11_001,
        find: 'družstvo q',
        stopped: true,
      }),
    'none found': (say) =>
      chooseCustomerCard(say, { frame: choosing, heading: 'por.customer-heading', customers: [], tooManyToList: 100, find: markdown, orAnyone: true }),
  },
  attachSubscriptionsCard: {
    typical: (say) => attachSubscriptionsCard(say, { frame: at('subscriptions', 2, 4), customer: 'Contoso', rows, more: false }),
    'forty and more': (say) =>
      attachSubscriptionsCard(say, {
        frame: wrong(at('subscriptions', 2, 4), { field: 'subscriptions', text: say('por.subscriptions-missing') }),
        customer: markdown,
        rows: forty,
        more: true,
        chosen: forty.map(({ id }) => id).join(','),
      }),
    none: (say) => attachSubscriptionsCard(say, { frame: at('subscriptions', 2, 4), customer: rightToLeft, rows: [], more: false }),
  },
  attachPartnerIdCard: {
    typical: (say) =>
      attachPartnerIdCard(say, {
        frame: at('partner', 3, 4),
        customer: 'Contoso',
        own: { partnerId: '4711001', name: 'Cloudy s.r.o.' },
        known: [
          { partnerId: '5500111', name: 'Fabrikam', kind: 'provider' },
          { partnerId: '987654', kind: 'unknown' },
        ],
        moreKnown: false,
        indirect: false,
        partnerId: '4711001',
      }),
    'a provider on an indirect sale': (say) =>
      attachPartnerIdCard(say, {
        frame: wrong(at('partner', 3, 4), { field: 'partnerId', text: say('por.provider-refused', markdown) }),
        customer: emoji,
        own: { partnerId: '4711001', name: longName },
        known: Array.from({ length: 20 }, (_, index) => ({ partnerId: String(5_500_000 + index), name: hostile[index % 5] ?? '', kind: 'reseller' as const })),
        moreKnown: true,
        indirect: true,
        partnerId: '5500111',
      }),
    'no own ID': (say) => attachPartnerIdCard(say, { frame: at('partner', 3, 4), customer: 'Contoso', known: [], moreKnown: false, indirect: false }),
  },
  attachReviewCard: {
    typical: (say) =>
      attachReviewCard(say, {
        frame: at('review', 4, 4),
        customer: 'Contoso',
        partner: { kind: 'us', partnerId: '4711001' },
        subscriptions: [
          { plan: 'small-business', seats: 5, now: nobody, stays: false },
          { plan: 'business-standard', seats: 12, now: other, stays: false },
          { plan: 'business-premium', seats: 1, now: us, stays: true },
        ],
      }),
    'an unknown ID': (say) =>
      attachReviewCard(say, {
        frame: told(at('review', 4, 4), say('por.attached-already')),
        customer: markdown,
        partner: { ...unknown, partnerId: '987654' },
        subscriptions: forty.map(({ plan, seats, now }) => ({ plan, seats, now, stays: false })),
      }),
  },
  attachReceiptCard: {
    typical: (say) => attachReceiptCard(say, { attached, before: [nobody], handOff: open }),
    confirmed: (say) =>
      attachReceiptCard(say, {
        attached,
        before: [other],
        handOff: { ...open, confirmed: { person: petr().person, name: 'Petr Svoboda', at: recordedAt } },
      }),
    superseded: (say) => attachReceiptCard(say, { attached, before: [us] }),
    'an unknown ID, many replaced': (say) =>
      attachReceiptCard(say, {
        attached: {
          ...attached,
          customerName: markdown,
          partnerId: '987654',
          name: undefined,
          isUs: false,
          verified: false,
          by: endlessWord,
          subscriptions: forty.map(({ plan }) => ({ subscription, plan, before: '5500333' })),
        },
        before: forty.map(() => bad),
        handOff: { ...open, ownerName: longName, replaces: true, partnerId: '987654' },
      }),
  },
  companyFormCard: {
    first: (say) => companyFormCard(say, { frame: at('information', 1, 2), values: { name: 'Cloudy s.r.o.' } }),
    confirmed: (say) => companyFormCard(say, { frame: at('information', 1, 2), values: company, confirmedUntil: endsOn }),
    'all wrong': (say) =>
      companyFormCard(say, {
        frame: wrong(
          at('information', 1, 2),
          { field: 'name', text: say('company.name-missing') },
          { field: 'phone', text: say('company.phone-wrong') },
          { field: 'email', text: say('company.email-wrong') },
          { field: 'address', text: say('company.address-missing') },
        ),
        values: { name: markdown, phone: emoji, email: longDomain, address: rightToLeft },
      }),
  },
  companyReviewCard: {
    typical: (say) => companyReviewCard(say, { frame: at('review', 2, 2), company }),
    long: (say) => companyReviewCard(say, { frame: at('review', 2, 2), company: longCompany }),
  },
  companyReceiptCard: {
    changed: (say) => companyReceiptCard(say, { company, until: today, changed: true }),
    'nothing changed': (say) => companyReceiptCard(say, { company: longCompany, until: endsOn, changed: false }),
  },
} as const satisfies Views;
