import { customerCard } from '../../../cards/customer.card.ts';
import type { CustomerView } from '../../../cards/customer.card.ts';
import { customerActingCard } from '../../../cards/customer-acting.card.ts';
import { customerClosedRequestsCard } from '../../../cards/customer-closed-requests.card.ts';
import { customerHistoryCard } from '../../../cards/customer-history.card.ts';
import { customerRequestsCard } from '../../../cards/customer-requests.card.ts';
import { customerSubscriptionsCard } from '../../../cards/customer-subscriptions.card.ts';
import type { SubscriptionRow } from '../../../cards/customer-subscriptions.card.ts';
import { customerTasksCard } from '../../../cards/customer-tasks.card.ts';
import { customerUsersCard } from '../../../cards/customer-users.card.ts';
import { customerNotFoundCard, customersCard } from '../../../cards/customers.card.ts';
import { editCustomerFormCard, editCustomerReviewCard } from '../../../cards/edit-customer.card.ts';
import { keepCustomerUserFormCard, keepCustomerUserReviewCard, noLicence } from '../../../cards/keep-customer-user.card.ts';
import { HistoryWord } from '../../../domain/customers/history.ts';
import type { TurnedFact } from '../../../domain/customers/history.ts';
import type { Customer, HandOff } from '../../../domain/customers/records.ts';
import { delegationRoles } from '../../../domain/delegated-admin/roles.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { CommandId, OfferId, ServiceRequestId, SubscriptionId } from '../../../domain/shared/ids.ts';
import type { HistoryLine } from '../../../domain/shared/records.ts';
import { aHandOff, aTerm, contoso, day, jana, petr } from '../../support/builders.ts';
import { at, emoji, endlessWord, handOff, longDomain, longEmail, longName, markdown, recordedAt, rightToLeft, subscription, told, wrong } from './people.ts';
import type { Views } from './view-table.ts';

const known: Customer = contoso({ language: 'cs' });
const worst: Customer = { ...known, name: `${longName} ${markdown}`.slice(0, 200), domain: longDomain, contact: { name: markdown, email: longEmail } };
const hostile = [markdown, rightToLeft, emoji, endlessWord, longName, longName];
const task = aHandOff({ id: handOff, createdAt: recordedAt });
const noneOpen = { offers: 0, requests: 0, closedRequests: 0, handOffs: 0, tasks: 0 };

const running: SubscriptionRow = {
  subscription: { id: subscription, plan: 'small-business', channel: 'key', autoRenews: false, verification: 'verified', terms: [aTerm('2025-03-11')] },
  seats: 5,
  held: 3,
  endsOn: day('2026-03-10'),
  daysLeft: 9,
  stage: 'running',
  usableUntil: day('2026-04-09'),
  deletedOn: day('2026-07-09'),
  partnerOfRecord: { kind: 'nobody' },
  tasksOpen: 5,
};
const rowsAtAllStages: readonly SubscriptionRow[] = [
  {
    ...running,
    daysLeft: 0,
    endsOn: day('2026-03-01'),
    partnerOfRecord: { kind: 'us', partnerId: '4711001' },
    tasksOpen: 0,
    openChanges: (['seats', 'auto-renewal', 'cancel'] as const).map((change) => ({ id: handOff, change })),
  },
  {
    ...running,
    subscription: {
      ...running.subscription,
      plan: 'apps-for-business',
      channel: 'csp',
      autoRenews: true,
      verification: 'unverified',
      cancelled: { at: recordedAt, name: 'Petr Svoboda' },
      terms: [aTerm('2025-03-11'), aTerm('2024-03-11', { renewedBy: aTerm('2025-03-11').id }), aTerm('2025-06-01', { seats: 300 })],
    },
    endsOn: Day.parse('9999-12-31'),
    partnerOfRecord: { kind: 'other', partnerId: '1234567890', name: markdown, verified: true },
  },
  {
    ...running,
    stage: 'usable',
    usableUntil: day('2026-03-26'),
    daysLeft: -5,
    endsOn: day('2026-02-24'),
    subscription: { ...running.subscription, channel: 'trial' },
  },
  {
    ...running,
    stage: 'disabled',
    deletedOn: day('2026-05-01'),
    daysLeft: -60,
    endsOn: day('2025-12-31'),
    subscription: { ...running.subscription, channel: 'direct' },
  },
];
const extended: SubscriptionRow = {
  ...running,
  stage: 'extended',
  usableUntil: Day.parse('9999-12-31'),
  deletedOn: Day.parse('9999-12-31'),
  daysLeft: -60,
  endsOn: day('2025-12-31'),
  subscription: { ...running.subscription, plan: 'business-standard', channel: 'csp' },
};
const gone: SubscriptionRow = { ...running, stage: 'deleted', daysLeft: -200, endsOn: day('2025-08-01') };

const history = (what: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  customer: known.id,
  partner: known.partner,
  at: recordedAt,
  by: 'Jana Nováková',
  what,
  ...more,
});
const run = CommandId.parse('run');
const confirmed = { person: petr().person, name: 'Petr Svoboda', at: recordedAt };
const newUser: HandOff = {
  ...{ id: task.id, partner: task.partner, customer: task.customer, owner: task.owner, ownerName: task.ownerName, createdAt: task.createdAt },
  ...{ what: 'customer-user', user: 'lenka', userName: 'Lenka Contosová', upn: 'lenka@contoso.cz', isNew: true },
  before: { isAdmin: false },
  after: { isAdmin: true, plan: 'business-standard' },
};
const turned = (what: TurnedFact, before: string, after: string) => ({ turned: [{ what, before, after }] });
const turns: readonly Parameters<typeof history>[] = [
  ['subscription-changed', { after: 'Business Standard', ...turned('seats', '5', '8') }],
  ['subscription-changed', { after: 'Business Standard', ...turned('auto-renewal', 'on', 'off') }],
  ['subscription-changed', { after: 'Business Standard', ...turned('cancel', 'active', 'cancelled') }],
  ['subscription-change-undone', turned('cancel', 'cancelled', 'active')],
  ['checklist-marked', turned('domain', 'open', 'done')],
  ['checklist-marked', turned('add-users', 'done', 'not-needed')],
  ['service-request-moved', turned('state', 'sent', 'open')],
  ['customer-user-kept', { before: markdown, after: markdown, ...turned('isAdmin', 'false', 'true') }],
];
const empty: CustomerView = {
  customer: { ...contoso(), contact: undefined },
  admins: [],
  people: 0,
  licensed: 0,
  subscriptions: [],
  subscriptionCount: 0,
  delegation: { kind: 'none' },
  may: [],
  open: noneOpen,
  history: [],
};
const full: CustomerView = {
  customer: known,
  owner: 'Petr Svoboda',
  admins: [{ name: 'Karel Contoso', upn: 'karel@contoso.cz' }],
  people: 12,
  licensed: 3,
  subscriptions: [running],
  subscriptionCount: 1,
  delegation: { kind: 'active', until: day('2027-02-28') },
  may: ['change-subscription', 'service-request', 'password-of-user'],
  open: { offers: 1, requests: 2, closedRequests: 7, handOffs: 1, tasks: 5 },
  history: [history('offer-sent'), history('admin-email-corrected', { before: 'karle@contoso.cz', after: 'karel@contoso.cz' })],
};

/** The partner's customers, one of them with all its parts, and what is changed about them in the book. */
export const customerViews = {
  customersCard: {
    none: (say) => customersCard(say, { rows: [], from: 0, total: 0 }),
    few: (say) => customersCard(say, { rows: [{ customer: known, subscriptions: 1, endsOn: day('2026-03-10') }], from: 0, total: 1 }),
    'in the middle of many': (say) =>
      customersCard(say, { rows: hostile.map((name) => ({ customer: { ...worst, name }, subscriptions: 5, endsOn: day('2026-03-10') })), from: 6, total: 99 }),
    'too many to list': (say) => customersCard(say, { rows: [], from: 0, total: 0, tooManyToList: 10_000 }),
    found: (say) =>
      customersCard(say, {
        rows: hostile.map((name) => ({ customer: { ...known, name }, subscriptions: 0 })),
        from: 0,
        total: 50,
        find: markdown,
        tooManyToList: 100,
        more: true,
      }),
    'nobody found': (say) => customersCard(say, { rows: [], from: 0, total: 0, find: 'Fabrikam' }),
    'stopped, nobody found': (say) => customersCard(say, { rows: [], from: 0, total: 0, find: 'družstvo q', tooManyToList: 11_001, stopped: true }),
    'stopped, one found': (say) =>
      customersCard(say, { rows: [{ customer: known, subscriptions: 1 }], from: 0, total: 1, find: 'družstvo q', tooManyToList: 11_001, stopped: true }),
  },
  customerNotFoundCard: { foreign: (say) => customerNotFoundCard(say) },
  customerCard: {
    empty: (say) => customerCard(say, empty),
    full: (say) => customerCard(say, full),
    changed: (say) => customerCard(say, full, say('edit-customer.saved')),
    'a person to set up at Microsoft': (say) => customerCard(say, full, say('keep-user.added'), { handOff: newUser, run }),
    'a person set up at Microsoft': (say) => customerCard(say, full, say('keep-user.added'), { handOff: { ...newUser, confirmed }, run }),
    worst: (say) =>
      customerCard(say, {
        ...full,
        customer: worst,
        owner: markdown,
        admins: [markdown, endlessWord, longName].map((name) => ({ name, upn: longEmail })),
        subscriptions: rowsAtAllStages.slice(0, 3),
        subscriptionCount: 500,
        people: 12_345,
        licensed: 12_000,
        may: [
          'change-subscription',
          'change-auto-renewal',
          'cancel-subscription',
          'service-request',
          'password-of-user',
          'password-of-admin',
          'manage-users',
          'assign-licences',
        ],
        delegation: { kind: 'active', until: undefined },
        history: [1, 2, 3].map(() => history('customer-edited', { by: markdown, before: markdown, after: `${longName} · ${longEmail}` })),
      }),
    'delegation over': (say) =>
      customerCard(say, {
        ...full,
        delegation: { kind: 'over', on: day('2026-02-01') },
        may: [],
        mayNot: { kind: 'relationship-over', on: day('2026-02-01') },
      }),
  },
  customerSubscriptionsCard: {
    none: (say) => customerSubscriptionsCard(say, { customer: known, from: 0, total: 0, rows: [] }),
    'at all stages': (say) => customerSubscriptionsCard(say, { customer: worst, from: 4, total: 12, rows: rowsAtAllStages }),
    'goes on month by month': (say) => customerSubscriptionsCard(say, { customer: known, from: 0, total: 1, rows: [extended] }),
    gone: (say) => {
      const { tasksOpen: _, ...old } = gone;
      return customerSubscriptionsCard(say, { customer: known, from: 0, total: 1, rows: [old] });
    },
  },
  customerUsersCard: {
    none: (say) => customerUsersCard(say, { customer: known, from: 0, total: 0, rows: [] }),
    few: (say) =>
      customerUsersCard(say, {
        customer: known,
        from: 0,
        total: 2,
        rows: [
          { id: 'u1', name: 'Karel Contoso', upn: 'karel@contoso.cz', isAdmin: true, plan: 'small-business' },
          { id: 'u2', name: 'Alena Malá', upn: 'alena@contoso.cz', isAdmin: false },
        ],
      }),
    worst: (say) =>
      customerUsersCard(say, {
        customer: worst,
        from: 6,
        total: 5_000,
        rows: hostile.map((name, index) => ({ id: `${String(index)}${'x'.repeat(42)}`, name, upn: longEmail, isAdmin: true, plan: 'business-standard' })),
      }),
  },
  customerHistoryCard: {
    none: (say) => customerHistoryCard(say, { customer: known, from: 0, total: 0, rows: [] }),
    'every word there is': (say) => customerHistoryCard(say, { customer: known, from: 0, total: 200, rows: HistoryWord.options.map((word) => history(word)) }),
    'everything that is turned': (say) =>
      customerHistoryCard(say, { customer: known, from: 0, total: turns.length, rows: turns.map((each) => history(...each)) }),
    worst: (say) =>
      customerHistoryCard(say, {
        customer: worst,
        from: 12,
        total: 30,
        rows: [
          ...hostile.map((name) => history('customer-edited', { by: name, before: name, after: name })),
          { customer: known.id, partner: known.partner, at: recordedAt, what: 'something-new' },
        ],
      }),
  },
  customerRequestsCard: {
    none: (say) => customerRequestsCard(say, { customer: known, open: noneOpen, offers: [], requests: [] }),
    some: (say) =>
      customerRequestsCard(say, {
        customer: worst,
        open: full.open,
        offers: [
          {
            offer: { id: OfferId.parse('offer'), summaryId: 'T-7K2M9QPX', content: { kind: 'trial', plan: 'business-basic' } },
            stand: { kind: 'open', until: day('2026-03-31') },
          },
        ],
        requests: (['draft', 'sent', 'open', 'closed'] as const).map((state, index) => ({
          id: ServiceRequestId.parse(`r${String(index)}`),
          title: markdown,
          state,
        })),
      }),
  },
  customerTasksCard: {
    none: (say) => customerTasksCard(say, { customer: known, from: 0, total: 0, rows: [] }),
    four: (say) =>
      customerTasksCard(say, {
        ...{ customer: worst, from: 0, total: 9 },
        confirmed: { customer: worst.name, handOff: { ...task, confirmed: { person: petr().person, name: 'Petr Svoboda', at: recordedAt } } },
        rows: [longName, 'Jana Nováková', markdown, emoji].map((whose, index) => ({
          ...{ handOff: task, customer: worst.name, whose, isReadOnly: index === 1 },
          about: { first: [{ plan: 'business-basic', endsOn: day('2027-01-31') }], more: 0 },
        })),
      }),
  },
  customerClosedRequestsCard: {
    none: (say) => customerClosedRequestsCard(say, { customer: known, from: 0, total: 0, rows: [] }),
    six: (say) =>
      customerClosedRequestsCard(say, {
        ...{ customer: worst, from: 6, total: 30 },
        rows: hostile.map((title, index) => ({
          ...{ id: ServiceRequestId.parse(`r${String(index)}`), title, createdAt: recordedAt },
          ...(index === 0 ? {} : { closedAt: recordedAt }),
        })),
      }),
  },
  customerActingCard: {
    'nothing granted': (say) =>
      customerActingCard(say, {
        customer: known,
        delegation: { kind: 'none' },
        mend: { kind: 'others', admins: ['Petr Svoboda', longName] },
        granted: [],
        may: [],
        mayNot: [
          { task: 'change-subscription', because: { kind: 'person-lacks-right', needed: 'full' } },
          { task: 'service-request', because: { kind: 'no-relationship' } },
          { task: 'password-of-user', because: { kind: 'no-relationship' } },
        ],
      }),
    'all of it': (say) =>
      customerActingCard(say, {
        customer: worst,
        delegation: { kind: 'active', until: day('2027-02-28') },
        mend: { kind: 'self', person: petr().person },
        granted: [
          { form: 'classic' },
          { form: 'gdap', name: endlessWord.slice(0, 50), roles: delegationRoles.map(({ id }) => id), days: 730, autoExtends: true },
        ],
        may: ['change-subscription', 'service-request'],
        mayNot: [{ task: 'password-of-admin', because: { kind: 'role-missing', least: 'privileged-authentication-administrator' } }],
      }),
  },
  editCustomerFormCard: {
    known: (say) =>
      editCustomerFormCard(say, {
        frame: at('entry', 2, 3),
        customer: 'Contoso',
        values: { name: 'Contoso', contactName: 'Karel Contoso', contactEmail: 'karel@contoso.cz', language: 'cs', owner: petr().person },
        people: [petr(), { ...jana(), email: 'obchod@cloudy.cz' }],
      }),
    'wrong, and nobody to choose': (say) =>
      editCustomerFormCard(say, {
        frame: wrong(
          at('entry', 2, 3),
          { field: 'name', text: say('edit-customer.name-missing') },
          { field: 'contactEmail', text: say('edit-customer.email-wrong') },
        ),
        customer: markdown,
        values: { name: '' },
        people: [],
      }),
    'a hundred people': (say) =>
      editCustomerFormCard(say, {
        frame: at('entry', 2, 3),
        customer: longName,
        values: { owner: petr().person },
        people: Array.from({ length: 100 }, () => ({ ...petr(), name: endlessWord })),
      }),
  },
  editCustomerReviewCard: {
    changed: (say) =>
      editCustomerReviewCard(say, {
        frame: told(at('review', 3, 3)),
        customer: 'Contoso',
        before: { name: 'Contoso', ownerName: 'Petr Svoboda' },
        after: { name: markdown, contactName: endlessWord, contactEmail: longEmail, language: 'sk', ownerName: 'Jana Nováková' },
      }),
    unchanged: (say) =>
      editCustomerReviewCard(say, { frame: at('review', 3, 3), customer: 'Contoso', before: { name: 'Contoso' }, after: { name: 'Contoso' } }),
  },
  keepCustomerUserFormCard: {
    new: (say) => keepCustomerUserFormCard(say, { frame: at('entry', 2, 3), customer: 'Contoso', values: {}, licences: [] }),
    known: (say) =>
      keepCustomerUserFormCard(say, {
        frame: at('entry', 2, 3),
        customer: markdown,
        values: { name: 'Karel Contoso', isAdmin: 'true', licence: subscription },
        upn: longEmail,
        licences: [
          { id: SubscriptionId.parse(subscription), plan: 'small-business', free: 0 },
          { id: SubscriptionId.parse('other'), plan: 'business-basic', free: 1_000 },
        ],
      }),
    full: (say) =>
      keepCustomerUserFormCard(say, {
        frame: wrong(at('entry', 2, 3), { text: say('keep-user.no-free', 5) }),
        customer: 'Contoso',
        values: { name: 'Alena Malá', upn: 'alena@contoso.cz', licence: noLicence },
        licences: [{ id: SubscriptionId.parse(subscription), plan: 'small-business', free: 0 }],
      }),
  },
  keepCustomerUserReviewCard: {
    licensed: (say) =>
      keepCustomerUserReviewCard(say, {
        frame: at('review', 3, 3),
        customer: 'Contoso',
        name: 'Alena Malá',
        upn: 'alena@contoso.cz',
        isAdmin: false,
        plan: 'small-business',
      }),
    worst: (say) => keepCustomerUserReviewCard(say, { frame: at('review', 3, 3), customer: worst.name, name: markdown, upn: longEmail, isAdmin: true }),
  },
} as const satisfies Views;
