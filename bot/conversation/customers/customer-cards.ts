import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { customerCard } from '../../../cards/customer.card.ts';
import type { CustomerView, TaskLeft } from '../../../cards/customer.card.ts';
import { customerActingCard } from '../../../cards/customer-acting.card.ts';
import { customerClosedRequestsCard } from '../../../cards/customer-closed-requests.card.ts';
import { customerHistoryCard } from '../../../cards/customer-history.card.ts';
import type { CustomerPart } from '../../../cards/customer-part.ts';
import { customerRequestsCard } from '../../../cards/customer-requests.card.ts';
import { customerSubscriptionsCard } from '../../../cards/customer-subscriptions.card.ts';
import { customerUsersCard } from '../../../cards/customer-users.card.ts';
import type { Customer, CustomerUser } from '../../../domain/customers/records.ts';
import type { Stored } from '../../../domain/shared/store.port.ts';
import type { Context } from '../context.ts';
import { mendOf } from '../own-company/mending.ts';
import type { PartnerPerson } from '../who.ts';
import { customerTasks } from './customer-tasks.ts';
import { placeAfter } from './list.ts';
import { ownerOf } from './owners.ts';
import { rowsAt } from './rows-at.ts';
import { actingState, openCounts, openOffers, subscriptionRow, subscriptionsInOrder } from './standing.ts';

/** What a turn and a receipt both have. */
type Here = Pick<Context<PartnerPerson>, 'book' | 'who' | 'say' | 'now'>;
const firstSubscriptions = 3;
const firstAdmins = 3;
const firstLines = 3;
const mostRead = 500;
const onPart = { subscriptions: 4, users: 6, history: 12, requests: 4, closedRequests: 6 } as const;

/** One customer of the own book, whole. `done`: what has just been done, said first, with what that leaves to be done at Microsoft. */
export async function customerCardOf(context: Here, customer: Customer, done?: string, left?: TaskLeft): Promise<AdaptiveCard> {
  return customerCard(context.say, await viewOf(context, customer), done, left);
}

async function viewOf(context: Here, customer: Customer): Promise<CustomerView> {
  const { book } = context;
  const key = { key: customer.id };
  const [subscriptions, admins, people, acting, offers, history, owner] = await Promise.all([
    subscriptionsInOrder(context, customer),
    book.list('admins-of-customer', { ...key, limit: firstAdmins }),
    book.count('users-of-customer', key),
    actingState(context, customer),
    openOffers(context, customer),
    book.list('history-of-customer', { ...key, limit: firstLines }),
    ownerOf(context, customer),
  ]);
  const rows = await Promise.all(subscriptions.map((subscription) => subscriptionRow(context, customer, subscription)));
  const tasks = rows.reduce((sum, { tasksOpen }) => sum + (tasksOpen ?? 0), 0);
  const mayNot = acting.may.length === 0 ? acting.mayNot[0]?.because : undefined;
  return {
    customer,
    ...(owner === undefined ? {} : { owner: owner.name }),
    admins: admins.rows.map(({ value }) => value),
    people,
    licensed: rows.reduce((sum, { held }) => sum + held, 0),
    subscriptions: rows.slice(0, firstSubscriptions),
    subscriptionCount: rows.length,
    delegation: acting.delegation,
    may: acting.may,
    ...(mayNot === undefined ? {} : { mayNot }),
    open: await openCounts(context, customer, offers, tasks),
    history: history.rows.map(({ value }) => value),
  };
}

/** What a customer's card has no room for. */
export async function customerPartCard(context: Here, customer: Customer, part: CustomerPart, after?: string): Promise<AdaptiveCard> {
  switch (part) {
    case 'subscriptions':
      return subscriptionsCard(context, customer, after);
    case 'users':
      return usersCard(context, customer, after);
    case 'history':
      return historyCard(context, customer, after);
    case 'requests':
      return requestsCard(context, customer);
    case 'hand-offs':
      return customerTasks(context, customer, after);
    case 'closed-requests':
      return closedRequestsCard(context, customer, after);
    case 'acting':
      return actingCard(context, customer);
  }
}

async function subscriptionsCard(context: Here, customer: Customer, after: string | undefined): Promise<AdaptiveCard> {
  const all = await subscriptionsInOrder(context, customer);
  const from = placeAfter(after, all.length);
  const rows = await Promise.all(all.slice(from, from + onPart.subscriptions).map((subscription) => subscriptionRow(context, customer, subscription)));
  return customerSubscriptionsCard(context.say, { customer, from, total: all.length, rows });
}

async function usersCard(context: Here, customer: Customer, after: string | undefined): Promise<AdaptiveCard> {
  const { book, say } = context;
  const total = await book.count('users-of-customer', { key: customer.id });
  const from = placeAfter(after, total);
  const stored = await rowsAt(book, 'users-of-customer', { key: customer.id, from, count: onPart.users });
  const rows = await Promise.all(stored.map((user) => userRow(context, user)));
  return customerUsersCard(say, { customer, from, total, rows });
}

async function userRow({ book }: Here, { id, value }: Stored<'customer-user'>) {
  const { name, upn, isAdmin, licensedIn }: CustomerUser = value;
  const subscription = licensedIn === undefined ? undefined : await book.read('subscription', licensedIn);
  return { id, name, upn, isAdmin, ...(subscription === undefined ? {} : { plan: subscription.value.plan }) };
}

async function historyCard({ book, say }: Here, customer: Customer, after: string | undefined): Promise<AdaptiveCard> {
  const total = await book.count('history-of-customer', { key: customer.id });
  const from = placeAfter(after, total);
  const rows = await rowsAt(book, 'history-of-customer', { key: customer.id, from, count: onPart.history });
  return customerHistoryCard(say, { customer, from, total, rows: rows.map(({ value }) => value) });
}

async function requestsCard(context: Here, customer: Customer): Promise<AdaptiveCard> {
  const { book, say } = context;
  const [offers, requests, subscriptions] = await Promise.all([
    openOffers(context, customer),
    book.list('requests-of-customer', { key: customer.id, limit: mostRead }),
    subscriptionsInOrder(context, customer),
  ]);
  const rows = await Promise.all(subscriptions.map((subscription) => subscriptionRow(context, customer, subscription)));
  const tasks = rows.reduce((sum, { tasksOpen }) => sum + (tasksOpen ?? 0), 0);
  return customerRequestsCard(say, {
    customer,
    open: await openCounts(context, customer, offers, tasks),
    offers: offers.slice(0, onPart.requests),
    requests: requests.rows
      .map(({ value }) => value)
      .filter(({ state }) => state !== 'closed')
      .slice(0, onPart.requests),
  });
}

async function closedRequestsCard({ book, say }: Here, customer: Customer, after: string | undefined): Promise<AdaptiveCard> {
  const page = await book.list('requests-of-customer', { key: customer.id, limit: mostRead });
  const closed = page.rows.map(({ value }) => value).filter(({ state }) => state === 'closed');
  const from = placeAfter(after, closed.length);
  return customerClosedRequestsCard(say, { customer, from, total: closed.length, rows: closed.slice(from, from + onPart.closedRequests) });
}

async function actingCard(context: Here, customer: Customer): Promise<AdaptiveCard> {
  const { delegation, active, may, mayNot } = await actingState(context, customer);
  const granted = active.map(({ terms }) => terms);
  return customerActingCard(context.say, { customer, delegation, granted, may, mayNot, mend: await mendOf(context) });
}
