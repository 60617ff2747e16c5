import { z } from 'zod';
import type { OwnSubscription, Partner } from '../company/records.ts';
import type { Day, TermLength } from '../shared/dates.ts';
import { dayOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, CustomerId, SubscriptionId, TenantId, TermId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { Channel, PlanId } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';
import { usableSeats } from './import-customer-user.ts';
import type { Customer, Subscription, Term } from './records.ts';

/** One line of subscriptions.csv, or of Partner Center's own report: one term of a subscription; further lines with its id are further terms. */
export interface ImportSubscription {
  readonly type: 'import-subscription';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  /** By its domain, or by its directory. */
  readonly customer: { readonly id: CustomerId; readonly domain: string } | { readonly tenant: TenantId };
  /** The id to take when the book does not have it yet. */
  readonly id: SubscriptionId;
  /** The id as the file writes it, which is the book's own for a subscription set up in the chat. */
  readonly reference: SubscriptionId;
  readonly term: { readonly id: TermId; readonly seats: number; readonly startsOn: Day; readonly endsOn: Day; readonly length: TermLength };
  /** What an earlier line of the same import said of this subscription. */
  readonly earlierLine: 'none' | 'another-start' | 'same-start';
  readonly subscription: {
    readonly plan: PlanId;
    readonly channel: Channel;
    readonly autoRenews: Cell<boolean>;
    readonly partnerOfRecord: Cell<string>;
    /** Whether Microsoft has it suspended; a file that does not say so changes nothing about it. */
    readonly status?: Cell<SubscriptionState>;
  };
}

/** How a subscription stands at Microsoft, in the words of files. */
export const SubscriptionState = z.enum(['active', 'suspended']);
export type SubscriptionState = z.infer<typeof SubscriptionState>;

export type ImportSubscriptionRefusal =
  | { readonly kind: 'customer-not-found'; readonly domain: string }
  | { readonly kind: 'customer-of-tenant-not-found'; readonly tenant: TenantId }
  | { readonly kind: 'subscription-of-another-customer' }
  /** The line is about the own company, whose domain nobody has told: it could not be written back. */
  | { readonly kind: 'own-domain-not-told' }
  | { readonly kind: 'ends-before-it-starts'; readonly startsOn: Day; readonly endsOn: Day }
  | { readonly kind: 'not-sold-that-way'; readonly plan: PlanId; readonly channel: Channel; readonly channels: readonly Channel[] }
  | { readonly kind: 'too-many-seats'; readonly plan: PlanId; readonly maxSeats: number; readonly seats: number }
  /** Redeemed keys paid for it: its plan and terms change by redeeming only. */
  | { readonly kind: 'paid-by-keys' }
  /** Never more licences assigned than seats. */
  | { readonly kind: 'fewer-than-held'; readonly held: number; readonly left: number }
  /** Further lines of one subscription may differ in their terms only. */
  | { readonly kind: 'lines-disagree'; readonly columns: readonly string[] }
  | { readonly kind: 'term-not-clear'; readonly terms: number; readonly startsOn: Day };

export interface ImportSubscriptionState {
  /** The own company, and what the book has of its own under the id to take. */
  readonly partner?: Partner | undefined;
  readonly own?: OwnSubscription | undefined;
  readonly customer: Customer | undefined;
  /** The one with the file's id, wherever it was made; another partner's counts as none. */
  readonly subscription: Subscription | undefined;
  /** How many people hold one of its licences; need not be counted when `lowersSeats` says no. */
  readonly held?: number;
}

/** Does this line leave fewer licences in a term that the book knows? */
export function lowersSeats({ terms }: Pick<Subscription, 'terms'>, { term }: ImportSubscription): boolean {
  return terms.some(({ seats }) => term.seats < seats);
}

const paidFor = ['plan', 'channel', 'seats', 'startsOn', 'endsOn', 'term'];

/** What a file says of a subscription besides its terms. */
type Sold = Pick<Subscription, 'plan' | 'channel' | 'autoRenews' | 'partnerOfRecord' | 'suspended'>;

interface Placed {
  readonly terms: readonly Term[];
  readonly before: Term | undefined;
  readonly after: Term;
}

export function termFacts(subscription: Sold, term: Term | undefined): Facts {
  const { plan, channel, autoRenews, partnerOfRecord, suspended } = subscription;
  const status: SubscriptionState = suspended === undefined ? 'active' : 'suspended';
  return { plan, channel, autoRenews, partnerOfRecord, status, seats: term?.seats, startsOn: term?.startsOn, endsOn: term?.endsOn, term: term?.length };
}

export function decideImportSubscription(
  state: ImportSubscriptionState,
  command: ImportSubscription,
  now: Date,
): Decision<Imported, ImportSubscriptionRefusal> {
  if (isAboutOwn(state.partner, command)) return decideOwn(state, command, now);
  const { customer, subscription: known } = state;
  if (customer === undefined) return refuse(notFound(command));
  if ((known !== undefined && known.customer !== customer.id) || state.own !== undefined) return refuse({ kind: 'subscription-of-another-customer' });
  const judged = judge(known, command, dayOf(now));
  if ('kind' in judged) return refuse(judged);
  const { sold, placed, before, after } = judged;
  if (known !== undefined && isPaidByKeys(known) && differing(paidFor, before ?? {}, after).length > 0) return refuse({ kind: 'paid-by-keys' });
  const subscription = subscriptionOf(command, customer, known, { ...sold, terms: placed.terms }, now);
  const left = usableSeats(subscription, dayOf(now));
  const { held = 0 } = state;
  if (left < held && (placed.before?.seats ?? 0) > placed.after.seats) return refuse({ kind: 'fewer-than-held', held, left });
  return decideLine({ command, now, what: 'subscription-imported', before, after, put: { kind: 'subscription', id: subscription.id, value: subscription } });
}

/** By the own company's domain, or its directory. */
function isAboutOwn(partner: Partner | undefined, { customer, partner: own }: ImportSubscription): boolean {
  return 'tenant' in customer ? customer.tenant === own : partner?.domain !== undefined && customer.domain === partner.domain;
}

/** What the company uses itself is of a kind of its own (domain/company/records.ts). */
function decideOwn(
  { partner, own: known, subscription: customers }: ImportSubscriptionState,
  command: ImportSubscription,
  now: Date,
): Decision<Imported, ImportSubscriptionRefusal> {
  if (partner?.domain === undefined) return refuse({ kind: 'own-domain-not-told' });
  if (customers?.partner === command.partner) return refuse({ kind: 'subscription-of-another-customer' });
  const judged = judge(known, command, dayOf(now));
  if ('kind' in judged) return refuse(judged);
  const { sold, placed, before, after } = judged;
  const { id, partner: tenant } = command;
  const reference = known === undefined ? command.reference : known.reference;
  const value: OwnSubscription = { id, reference, partner: tenant, ...sold, terms: placed.terms, createdOn: known?.createdOn ?? dayOf(now) };
  return decideLine({ command, now, what: 'own-subscription-imported', before, after, put: { kind: 'own-subscription', id, value } });
}

interface Judged {
  readonly sold: Sold;
  readonly placed: Placed;
  readonly before: Facts | undefined;
  readonly after: Facts;
}

/** What the line makes of what the book knows; or why it cannot be. */
function judge(known: (Sold & Pick<Subscription, 'terms'>) | undefined, command: ImportSubscription, today: Day): Judged | ImportSubscriptionRefusal {
  const impossible = impossibility(command);
  if (impossible !== undefined) return impossible;
  const placed = place(known?.terms ?? [], command, today);
  if ('kind' in placed) return placed;
  const sold = soldAs(command, known, today);
  const before = known && termFacts(known, placed.before);
  const after = termFacts(sold, placed.after);
  const disagreeing = command.earlierLine === 'none' ? [] : differing(['plan', 'channel', 'autoRenews', 'partnerOfRecord', 'status'], before ?? after, after);
  return disagreeing.length > 0 ? { kind: 'lines-disagree', columns: disagreeing } : { sold, placed, before, after };
}

function soldAs({ subscription: given }: ImportSubscription, known: Sold | undefined, today: Day): Sold {
  const suspended = suspendedBy(given.status, known, today);
  return {
    plan: given.plan,
    channel: given.channel,
    autoRenews: cellOr(given.autoRenews, known?.autoRenews) ?? false,
    partnerOfRecord: cellOr(given.partnerOfRecord, known?.partnerOfRecord),
    ...(suspended === undefined ? {} : { suspended }),
  };
}

function notFound({ customer }: ImportSubscription): ImportSubscriptionRefusal {
  return 'tenant' in customer ? { kind: 'customer-of-tenant-not-found', tenant: customer.tenant } : { kind: 'customer-not-found', domain: customer.domain };
}

function impossibility(command: ImportSubscription): ImportSubscriptionRefusal | undefined {
  const plan = plans[command.subscription.plan];
  const { channel } = command.subscription;
  const { seats, startsOn, endsOn } = command.term;
  if (endsOn < startsOn) return { kind: 'ends-before-it-starts', startsOn, endsOn };
  if (!plan.channels.includes(channel)) return { kind: 'not-sold-that-way', plan: plan.id, channel, channels: plan.channels };
  return seats > plan.maxSeats ? { kind: 'too-many-seats', plan: plan.id, maxSeats: plan.maxSeats, seats } : undefined;
}

/**
 * Which term the line speaks of: the one it describes, the one with its first day, the only one there is, or a further one.
 * Two lines with one first day must both describe terms that are there: which of them changed could not be told.
 */
function place(known: readonly Term[], command: ImportSubscription, today: Day): Placed | ImportSubscriptionRefusal {
  const given = command.term;
  const started = known.filter((term) => term.startsOn === given.startsOn);
  const same = started.find((term) => isSame(term, given));
  if (command.earlierLine === 'same-start' && same === undefined) return { kind: 'term-not-clear', terms: known.length, startsOn: given.startsOn };
  const before = same ?? started[0] ?? (known.length === 1 && command.earlierLine === 'none' ? known[0] : undefined);
  if (before !== undefined) {
    const after: Term = { ...before, ...given, id: before.id, ...(before.endsOn === given.endsOn ? {} : { known: { on: today } }) };
    return { before, after, terms: inOrder(known.map((term) => (term.id === before.id ? after : term))) };
  }
  if (known.length > 0 && command.earlierLine === 'none') return { kind: 'term-not-clear', terms: known.length, startsOn: given.startsOn };
  const after: Term = { ...given, keys: [], known: { on: today } };
  return { before, after, terms: inOrder([...known, after]) };
}

function isSame(one: Term, other: ImportSubscription['term']): boolean {
  return one.seats === other.seats && one.endsOn === other.endsOn && one.length === other.length;
}

function inOrder(terms: readonly Term[]): readonly Term[] {
  return terms.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : 0));
}

function subscriptionOf(
  command: ImportSubscription,
  customer: Customer,
  known: Subscription | undefined,
  told: Sold & Pick<Subscription, 'terms'>,
  now: Date,
): Subscription {
  return {
    id: known?.id ?? command.id,
    reference: known === undefined ? command.reference : known.reference,
    partner: command.partner,
    customer: customer.id,
    ...told,
    verification: known?.verification ?? 'verified',
    offer: known?.offer,
    // A file that says it renews itself speaks of one that runs on.
    cancelled: told.autoRenews ? undefined : known?.cancelled,
    createdOn: known?.createdOn ?? dayOf(now),
  };
}

/** Since the file that said so first. */
function suspendedBy(status: Cell<SubscriptionState>, known: Pick<Subscription, 'suspended'> | undefined, today: Day): Subscription['suspended'] {
  if (status === undefined) return known?.suspended;
  return status === 'suspended' ? (known?.suspended ?? { since: today }) : undefined;
}

function isPaidByKeys(subscription: Subscription): boolean {
  return subscription.terms.some((term) => term.keys.length > 0);
}

function differing(columns: readonly string[], before: Facts, after: Facts): readonly string[] {
  return columns.filter((column) => before[column] !== after[column]);
}
