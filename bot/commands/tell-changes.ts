import type { Customer } from '../../domain/customers/records.ts';
import type { Change, Stand } from '../../domain/renewals/changes.ts';
import { newsOf } from '../../domain/renewals/changes.ts';
import { ownerToTell } from '../../domain/renewals/recipients.ts';
import { isUrgent } from '../../domain/renewals/records.ts';
import type { News } from '../../domain/renewals/records.ts';
import { rowsOf } from '../../domain/renewals/rows.ts';
import type { Actor } from '../../domain/shared/audit.ts';
import { dayOf, instantOf } from '../../domain/shared/dates.ts';
import type { Changes } from '../../domain/shared/decision.ts';
import type { CommandId, CustomerId, PersonId, SubscriptionId } from '../../domain/shared/ids.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Expectation, Put, Reader } from '../../domain/shared/store.port.ts';
import { digestForNews } from './digest-for-news.ts';
import type { RecordedReading } from './reading.ts';
import { tellWish } from './tell-wish.ts';

/** A command as it has been decided: what is told of it goes into the same commit. */
export interface Decided {
  readonly commandId: CommandId;
  readonly changes: Changes;
  /** What was read to decide it. */
  readonly reading: Pick<RecordedReading, 'before'>;
  readonly now: Date;
}

interface Parts {
  readonly book: Reader;
  readonly noticeHour: number;
}

/** What goes into the commit besides. `expect` speaks for digests and messages that may be there already; everything else that is put is new. */
export interface Telling {
  readonly expect: readonly Expectation[];
  readonly put: readonly Put[];
}

/**
 * What is told of a command to others, whichever command it is (mission, rows 13 and 15): each change of a subscription, of its partner of record
 * or of delegated administration to who looks after the customer, unless they did it themself; the urgent ones at once, the others with their next
 * digest; what the customer wants, at once; and that every card which speaks of a changed subscription is drawn anew.
 *
 * Reads nothing for a command that changes none of these, and nothing for what is new in the book.
 */
export async function tellChanges(parts: Parts, decided: Decided): Promise<Telling> {
  const pairs = await changedBy(parts.book, decided);
  const subscriptions = new Set([
    ...pairs.flatMap(({ after }) => after.subscription?.id ?? []),
    ...decided.changes.put.flatMap((put) => (put.kind === 'renewal-plan' ? [put.value.subscription] : [])),
  ]);
  if (pairs.length + subscriptions.size === 0) return { expect: [], put: [] };
  const told = [await tellOwners(parts, decided, pairs), ...(await tellWishes(parts.book, decided))];
  const expect = told.flatMap((each) => each.expect);
  return { expect, put: [...told.flatMap(({ put }) => put), ...(await redrawn(parts.book, decided, subscriptions))] };
}

async function tellWishes(book: Reader, { commandId, changes, reading, now }: Decided): Promise<readonly Telling[]> {
  const plans = changes.put.flatMap((put) => (put.kind === 'renewal-plan' ? [put] : []));
  const wished = plans.filter(({ id, value }) => value.wish !== undefined && value.wish.wish !== reading.before('renewal-plan', id)?.wish?.wish);
  return Promise.all(wished.map(({ id, value: plan }) => tellWish(book, { commandId, id, plan, now })));
}

interface Pair {
  readonly before: Stand;
  readonly after: Stand;
}

async function changedBy(book: Reader, { changes, reading }: Decided): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const put of changes.put) {
    if (put.kind === 'subscription') {
      const subscription = reading.before('subscription', put.id);
      if (subscription === undefined || isSame(subscription, put.value)) continue;
      pairs.push(...(await withCustomer({ book, changes, reading }, put.value.customer, { subscription }, { subscription: put.value })));
    }
    if (put.kind === 'relationship') {
      const relationship = reading.before('relationship', put.id);
      if (relationship === undefined || isSame(relationship, put.value)) continue;
      pairs.push(...(await withCustomer({ book, changes, reading }, put.value.customer, { relationship }, { relationship: put.value })));
    }
    if (put.kind === 'customer') {
      const before = reading.before('customer', put.id);
      if (before !== undefined && before.partnerOfRecord !== put.value.partnerOfRecord) pairs.push(...(await withDefault(book, before, put.value)));
    }
  }
  return pairs;
}

/** A record that is written again as it is has not changed. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function withCustomer(
  { book, changes, reading }: { readonly book: Reader; readonly changes: Changes; readonly reading: Decided['reading'] },
  id: CustomerId,
  before: Omit<Stand, 'customer'>,
  after: Omit<Stand, 'customer'>,
): Promise<readonly Pair[]> {
  const was = reading.before('customer', id) ?? (await book.read('customer', id))?.value;
  if (was === undefined) return [];
  const is = changes.put.find((put) => put.kind === 'customer' && put.id === id);
  return [{ before: { ...before, customer: was }, after: { ...after, customer: is?.kind === 'customer' ? is.value : was } }];
}

/** The subscriptions without a partner of record of their own have the customer's. */
async function withDefault(book: Reader, before: Customer, after: Customer): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for await (const subscription of rowsOf(book, 'subscriptions-of-customer', { key: after.id })) {
    if (subscription.partnerOfRecord === undefined) pairs.push({ before: { customer: before, subscription }, after: { customer: after, subscription } });
  }
  return pairs;
}

async function tellOwners({ book, noticeHour }: Parts, decided: Decided, pairs: readonly Pair[]): Promise<Telling> {
  const { changes, now } = decided;
  const [first] = pairs;
  if (first === undefined) return { expect: [], put: [] };
  // A command is about one customer.
  const { customer } = first.after;
  const partner = (await book.read('partner', customer.partner))?.value;
  const found = pairs.flatMap(({ before, after }) => newsOf(before, after, { partner, today: dayOf(now) }));
  if (found.length === 0) return { expect: [], put: [] };
  const recipient = await ownerToTell(book, customer);
  const by = changes.events[0]?.by;
  if (recipient === undefined || isPerson(by, recipient)) return { expect: [], put: [] };

  const news = together(found)
    .filter(({ about }) => about.what !== 'delegation-ended' || !isToldAlready(changes, recipient))
    .map((change, index) => recordOf(decided, { change, customer, recipient, by, index }));
  const urgent = news.flatMap(({ id, value }) => (isUrgent(value) ? [atOnce(id, value)] : []));
  const digest = urgent.length < news.length ? await digestForNews(book, { partner: customer.partner, person: recipient, now, noticeHour }) : undefined;
  const records = news.map(({ id, value }): Put => ({ kind: 'news', id, value }));
  return { expect: digest?.expect ?? [], put: [...records, ...urgent, ...(digest?.put ?? [])] };
}

/** A partner of record lost for several subscriptions by one command is one change of the customer. */
function together(changes: readonly Change[]): readonly Change[] {
  const lost = changes.filter(({ about }) => about.what === 'partner-of-record');
  const [first] = lost;
  if (first === undefined || lost.length === 1) return changes;
  return [...changes.filter((change) => !lost.includes(change)), { ...first, about: { what: 'partner-of-record' } }];
}

/** The end of delegated administration has a message of its own (domain/delegated-admin/end-delegated-admin.ts). */
function isToldAlready({ put }: Changes, recipient: PersonId): boolean {
  return put.some(({ kind, value }) => kind === 'outbox' && value.topic === 'delegation-ended' && value.recipient === recipient);
}

function isPerson(by: Actor | undefined, person: PersonId): boolean {
  return by?.kind === 'person' && by.person === person;
}

interface Found {
  readonly change: Change;
  readonly customer: Customer;
  readonly recipient: PersonId;
  readonly by: Actor | undefined;
  readonly index: number;
}

function recordOf({ commandId, now }: Decided, { change, customer, recipient, by, index }: Found): { readonly id: string; readonly value: News } {
  const name = by?.kind === 'person' || by?.kind === 'visitor' ? { by: by.name } : {};
  const value: News = { partner: customer.partner, customer: customer.id, recipient, ...change, at: instantOf(now), ...name };
  return { id: `${commandId}|${String(index)}|${recipient}`, value };
}

function atOnce(id: string, { partner, recipient, at }: News): Put {
  return outgoing(`change-told|${id}`, { partner, recipient, dueAt: at }, { topic: 'change-told', news: id });
}

/** Where a card stands that speaks of it; nobody has to be asked who has none. */
async function redrawn(book: Reader, { commandId, changes, now }: Decided, subscriptions: ReadonlySet<SubscriptionId>): Promise<readonly Put[]> {
  const by = changes.events[0]?.by;
  const puts: Put[] = [];
  for (const subscription of subscriptions) {
    const [place] = (await book.list('places-of-subscription', { key: subscription, limit: 1 })).rows;
    if (place === undefined) continue;
    const { partner, person } = place.value;
    const recipient = by?.kind === 'person' ? by.person : person;
    const to = { partner, recipient, dueAt: instantOf(now) };
    puts.push(outgoing(`subscription-changed|${subscription}|${commandId}`, to, { topic: 'subscription-changed', subscription }));
  }
  return puts;
}
