import { checklistCard, checklistProblemCard, checklistsCard } from '../../../cards/checklist.card.ts';
import type { ChecklistsView } from '../../../cards/checklist.card.ts';
import { correctCustomerCard, correctEmailCard, correctReceiptCard, correctReviewCard } from '../../../cards/correct-admin-email.card.ts';
import { homeCard } from '../../../cards/home.card.ts';
import type { HomeView } from '../../../cards/home.card.ts';
import { keysLeftCard } from '../../../cards/keys-left.card.ts';
import { toDoCard } from '../../../cards/to-do.card.ts';
import type { Checklist, ChecklistItem, HandOff } from '../../../domain/customers/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { OfferId, RelationshipId } from '../../../domain/shared/ids.ts';
import { planIds, plans } from '../../../domain/shared/plans.ts';
import { aHandOff, aPartnerHandOff, contoso, jana, petr } from '../../support/builders.ts';
import type { Views } from './view-table.ts';
import { at, cursor, emoji, endlessWord, handOff, longDomain, longEmail, longName, markdown, recordedAt, rightToLeft, subscription, wrong } from './people.ts';

const jobs: HomeView['jobs'] = ['redeem-product-keys', 'keys-left', 'to-do', 'checklists', 'correct-admin-email', 'help'];
const quiet: HomeView = {
  company: 'Cloudy s.r.o.',
  endsToday: 0,
  endsWithin: [7, 30, 60].map((days) => ({ days, count: 0 })),
  toDo: 0,
  answersWaiting: 0,
  jobs,
  notForYou: [],
};

const open: ChecklistItem = { status: 'open' };
const done: ChecklistItem = { status: 'done', by: { person: jana().person, name: 'Jana Nováková' }, at: recordedAt };
const notNeeded: ChecklistItem = { status: 'not-needed', by: { person: petr().person, name: longName }, at: recordedAt };
const fresh: Checklist = {
  subscription,
  customer: contoso().id,
  partner: contoso().partner,
  items: { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': open, 'delegated-admin': open },
};
const halfDone: Checklist = { ...fresh, items: { ...fresh.items, 'add-users': done, 'move-data': notNeeded } };

const waiting = aHandOff({ id: handOff, keyEndings: ['K7M2P'], createdAt: recordedAt });
const manyKeys: HandOff = { ...waiting, keyEndings: Array.from({ length: 100 }, (_, index) => `${String(index).padStart(3, '0')}QX`) };
const taken: HandOff = { ...waiting, confirmed: { person: petr().person, name: 'Petr Svoboda', at: recordedAt } };
const { id, partner, customer, owner, ownerName, createdAt } = waiting;
const base = { id, partner, customer, owner, ownerName, createdAt };
const offer = OfferId.parse('offer');
const relationship = RelationshipId.parse('relationship');
const aChange: HandOff = { ...base, what: 'change-subscription', subscription: waiting.subscription, change: 'cancel', before: 'active', after: 'cancelled' };
const newUser = (isNew: boolean): HandOff => ({
  ...{ ...base, what: 'customer-user', user: 'lenka', userName: 'Lenka Contosová', upn: 'lenka@contoso.cz', isNew },
  before: { isAdmin: !isNew, ...(isNew ? {} : { plan: 'business-basic' }) },
  after: { isAdmin: isNew, plan: 'business-standard' },
});
const oneOfEach: readonly HandOff[] = [
  { ...aPartnerHandOff({ replaces: true, subscriptions: [subscription, subscription] }), id },
  { ...base, what: 'set-up-accepted-offer', offer, of: 'trial', subscriptions: [subscription] },
  { ...base, what: 'request-delegated-admin', offer, relationship, form: 'gdap' },
  { ...base, what: 'request-delegated-admin', offer, relationship, form: 'classic' },
  { ...base, what: 'end-delegated-admin', relationship },
  newUser(true),
  newUser(false),
];
const rowsOf = (...names: readonly string[]): ChecklistsView['rows'] =>
  names.map((customer, index) => ({ checklist: fresh, customer, plan: plans['business-standard'].name, open: index + 1 }));
const admin = { id: 'a1', name: 'Karel Contoso', email: 'karel@contoso.cz' };
const corrected = {
  kind: 'admin-email-corrected',
  customerName: 'Contoso',
  adminName: 'Karel Contoso',
  before: 'karle@contoso.cz',
  after: 'karel@contoso.cz',
  at: recordedAt,
  by: 'Petr Svoboda',
} as const;

/** The cards about the book: home, stock, what is left to do, checklists, corrections. */
export const bookViews = {
  homeCard: {
    quiet: (say) => homeCard(say, quiet),
    typical: (say) =>
      homeCard(say, { ...quiet, endsToday: 1, endsWithin: [7, 30, 60].map((days, index) => ({ days, count: [2, 5, 11][index] ?? 0 })), toDo: 3 }),
    'not in the book': (say) => {
      const because = say('eligibility.company-unknown');
      const { company: _, ...unknown } = quiet;
      return homeCard(say, { ...unknown, jobs: jobs.slice(1, 4), notForYou: [{ job: 'redeem-product-keys', because }] });
    },
    'may do little': (say) =>
      homeCard(say, {
        ...quiet,
        company: `${markdown} ${endlessWord}`,
        endsToday: 21,
        endsWithin: [7, 30, 60].map((days) => ({ days, count: days * 1_000 })),
        toDo: 1_234,
        jobs: ['keys-left', 'to-do', 'checklists', 'help'],
        notForYou: [
          { job: 'redeem-product-keys', because: say('eligibility.no-distributor') },
          { job: 'correct-admin-email', because: say('eligibility.global-admin') },
        ],
      }),
  },
  keysLeftCard: {
    empty: (say) => keysLeftCard(say, { left: planIds.map((plan) => ({ plan, keys: 0 })) }),
    typical: (say) =>
      keysLeftCard(say, {
        left: [
          { plan: 'business-standard', keys: 4 },
          { plan: 'small-business', keys: 1 },
        ],
      }),
    full: (say) => keysLeftCard(say, { left: planIds.map((plan, index) => ({ plan, keys: 12_345 * index + 5 })) }),
  },
  toDoCard: {
    empty: (say) => toDoCard(say, { rows: [] }),
    typical: (say) => toDoCard(say, { rows: [{ handOff: waiting, customer: 'Contoso' }] }),
    'just confirmed': (say) => toDoCard(say, { rows: [{ handOff: waiting, customer: 'Fabrikam' }], confirmed: { customer: 'Contoso', handOff: taken } }),
    'no longer there': (say) => toDoCard(say, { rows: [], notFound: true }),
    'one of each kind': (say) => toDoCard(say, { rows: oneOfEach.map((each) => ({ handOff: each, customer: 'Contoso' })) }),
    'about subscriptions': (say) =>
      toDoCard(say, {
        rows: [
          { handOff: aChange, customer: 'Contoso', about: { first: [{ plan: 'business-basic', endsOn: Day.parse('2027-01-31') }], more: 0 } },
          { handOff: aChange, customer: 'Fabrikam', about: { first: [{ plan: 'business-standard', endsOn: Day.parse('9999-12-31') }], more: 2 } },
        ],
      }),
    'passed on': (say) => toDoCard(say, { rows: [markdown, 'Petr Svoboda'].map((passedFrom) => ({ handOff: waiting, customer: 'Contoso', passedFrom })) }),
    'five with a hundred keys': (say) =>
      toDoCard(say, { rows: [markdown, rightToLeft, emoji, endlessWord, longName].map((customer) => ({ handOff: manyKeys, customer })), next: cursor }),
  },
  checklistCard: {
    fresh: (say) => checklistCard(say, { checklist: fresh, customer: 'Contoso', plan: plans['business-standard'].name, mayMark: true }),
    'half done': (say) =>
      checklistCard(say, { checklist: halfDone, customer: `${markdown} ${endlessWord}`, plan: plans['midsize-business'].name, mayMark: true }),
    'to be read only': (say) => checklistCard(say, { checklist: halfDone, customer: rightToLeft, plan: plans['small-business'].name, mayMark: false }),
  },
  checklistProblemCard: {
    'not found': (say) => checklistProblemCard(say, say('checklist.not-found')),
    'no right': (say) => checklistProblemCard(say, say('eligibility.person-limited')),
  },
  checklistsCard: {
    empty: (say) => checklistsCard(say, { rows: [] }),
    typical: (say) => checklistsCard(say, { rows: rowsOf('Contoso', 'Fabrikam') }),
    five: (say) => checklistsCard(say, { rows: rowsOf(markdown, rightToLeft, emoji, endlessWord, longName), next: cursor }),
  },
  correctCustomerCard: {
    first: (say) => correctCustomerCard(say, { frame: at('customer', 1, 3) }),
    'not found': (say) =>
      correctCustomerCard(say, { frame: wrong(at('customer', 1, 3), { field: 'domain', text: say('correct.customer-not-found') }), domain: longDomain }),
  },
  correctEmailCard: {
    typical: (say) => correctEmailCard(say, { frame: at('email', 2, 3), customer: 'Contoso', admins: [admin] }),
    'many admins': (say) =>
      correctEmailCard(say, {
        frame: wrong(at('email', 2, 3), { field: 'newEmail', text: say('redeem.admin-email-wrong') }),
        customer: markdown,
        admins: [admin, { id: 'a2', name: rightToLeft, email: longEmail }, { id: 'a3', name: endlessWord, email: longEmail }],
        admin: 'a2',
        newEmail: 'karel(zavináč)contoso.cz',
      }),
  },
  correctReviewCard: {
    typical: (say) =>
      correctReviewCard(say, { frame: at('review', 3, 3), customer: 'Contoso', admin: admin.name, before: 'karle@contoso.cz', after: admin.email }),
    taken: (say) =>
      correctReviewCard(say, {
        frame: wrong(at('review', 3, 3), { text: say('correct.email-taken', emoji) }),
        customer: emoji,
        admin: endlessWord,
        before: longEmail,
        after: longEmail,
      }),
  },
  correctReceiptCard: {
    typical: (say) => correctReceiptCard(say, corrected),
    long: (say) => correctReceiptCard(say, { ...corrected, customerName: markdown, adminName: longName, before: longEmail, after: longEmail, by: endlessWord }),
  },
} as const satisfies Views;
