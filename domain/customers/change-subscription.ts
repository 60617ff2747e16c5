import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActOnBehalf } from '../delegated-admin/acting.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { DelegatedTask } from '../delegated-admin/roles.ts';
import { isOver, mostSeatsBetween } from '../renewals/terms.ts';
import { happened } from '../shared/audit.ts';
import type { Day, Instant } from '../shared/dates.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Changes, Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { TermId } from '../shared/ids.ts';
import { plans } from '../shared/plans.ts';
import type { ChangeSubscription, ChangeSubscriptionRefusal, SubscriptionChanged } from './acting-commands.ts';
import { renewalFixedBy, seatsFixedBy } from './fixed-licences.ts';
import { usableSeats } from './import-customer-user.ts';
import type { Customer, HandOff, HandOffOf, Subscription, Term } from './records.ts';

/** What must be known to change a subscription on a customer's behalf; each absent one is `undefined`. */
export interface ChangeSubscriptionState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly subscription: Subscription | undefined;
  readonly customer: Customer | undefined;
  readonly relationships: readonly Relationship[];
  /** How many people hold one of its licences. */
  readonly assigned: number;
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

/** What each change takes at Microsoft. */
export const taskOfChange: Readonly<Record<ChangeSubscription['change']['kind'], DelegatedTask>> = {
  seats: 'change-subscription',
  'auto-renewal': 'change-auto-renewal',
  cancel: 'cancel-subscription',
};

interface Changed {
  readonly subscription: Subscription;
  readonly before: string;
  readonly after: string;
}

/**
 * Changes the number of licences of a running term, automatic renewal, or cancels (mission, row 11): in the book at once,
 * at Microsoft it is a hand-off, in the place of an open one for the same thing.
 */
export function decideChangeSubscription(
  state: ChangeSubscriptionState,
  command: ChangeSubscription,
  now: Date,
): Decision<SubscriptionChanged, ChangeSubscriptionRefusal> {
  const { partner, user, subscription, customer, relationships } = state;
  if (subscription?.partner !== command.partner || customer?.id !== subscription.customer) return refuse({ kind: 'subscription-not-found' });
  const today = dayOf(now);
  const may = mayActOnBehalf({ partner, user, customer: customer.id, relationships, task: taskOfChange[command.change.kind], today });
  if (may.kind !== 'may-act') return refuse({ kind: 'may-not-act', because: may });
  const at = instantOf(now);
  const changed = changedBy(subscription, state.assigned, command, at);
  if ('kind' in changed) return refuse(changed);

  const { before, after } = changed;
  const what = command.change.kind;
  const next = handOffOf(command, customer, { before, after }, at);
  const olderOnes = state.handOffs.flatMap((each) => (each.what === 'change-subscription' && isAboutSame(each, next) ? [each] : []));
  const handOff = { ...next, undo: undoOf(next, subscription, olderOnes[0]) };
  const older = superseded(olderOnes, command, at);
  const about = { subscription: subscription.id, plan: plans[subscription.plan].name, customer: customer.id, customerName: customer.name };
  const facts = { commandId: command.commandId, handOff: handOff.id, at, by: command.byName };
  const change = { before: { [what]: before }, after: { [what]: after, plan: subscription.plan }, customer: customer.id };
  return changes(
    { kind: 'subscription-changed', ...about, what, before, after, ...facts },
    {
      put: [
        { kind: 'subscription', id: subscription.id, value: changed.subscription },
        { kind: 'hand-off', id: handOff.id, value: handOff },
      ],
      remove: older.remove ?? [],
      events: [happened(command, at, 'subscription-changed', `subscription:${subscription.id}`, change), ...older.events],
    },
  );
}

function handOffOf(
  { handOff: id, partner, by, byName, subscription, change }: ChangeSubscription,
  customer: Customer,
  values: Pick<Changed, 'before' | 'after'>,
  createdAt: Instant,
): HandOffOf<'change-subscription'> {
  return {
    ...{ id, partner, customer: customer.id, owner: by, ownerName: byName, createdAt },
    ...{ what: 'change-subscription', subscription, change: change.kind, ...values },
    ...(change.kind === 'seats' ? { term: change.term } : {}),
  };
}

function changedBy(subscription: Subscription, assigned: number, command: ChangeSubscription, at: Instant): Changed | ChangeSubscriptionRefusal {
  const today = dayOf(new Date(at));
  const { change } = command;
  if (subscription.cancelled !== undefined && change.kind !== 'seats') return { kind: 'over-already' };
  if (isOver(subscription, today)) return { kind: 'over-already' };
  switch (change.kind) {
    case 'seats':
      return withSeats(subscription, assigned, change, today);
    case 'auto-renewal':
      return withAutoRenewal(subscription, change.autoRenews);
    case 'cancel':
      return { subscription: { ...subscription, autoRenews: false, cancelled: { at, name: command.byName } }, before: 'active', after: 'cancelled' };
  }
}

function withAutoRenewal(subscription: Subscription, autoRenews: boolean): Changed | ChangeSubscriptionRefusal {
  if (autoRenews === subscription.autoRenews) return { kind: 'unchanged' };
  const fixed = autoRenews ? renewalFixedBy(subscription) : undefined;
  if (fixed !== undefined) return { kind: 'licences-fixed', because: fixed };
  return { subscription: { ...subscription, autoRenews }, before: onOff(subscription.autoRenews), after: onOff(autoRenews) };
}

/** Automatic renewal as hand-offs and outcomes hold it. */
export function onOff(isOn: boolean): 'on' | 'off' {
  return isOn ? 'on' : 'off';
}

function withSeats(
  subscription: Subscription,
  assigned: number,
  { term, seats }: { readonly term: TermId; readonly seats: number },
  today: Day,
): Changed | ChangeSubscriptionRefusal {
  const running = runningTerms(subscription, today).find(({ id }) => id === term);
  if (running === undefined) return { kind: 'over-already' };
  const fixed = seatsFixedBy(subscription, running);
  if (fixed !== undefined) return { kind: 'licences-fixed', because: fixed };
  const { least, most } = seatsAllowed(subscription, running, assigned, today);
  if (!Number.isInteger(seats) || seats < least || seats > most) return { kind: 'seats-wrong', least, most };
  if (seats === running.seats) return { kind: 'unchanged' };
  const terms = subscription.terms.map((each) => (each.id === term ? { ...each, seats } : each));
  return { subscription: { ...subscription, terms }, before: String(running.seats), after: String(seats) };
}

/** The terms whose number of licences can be changed: those that run, and that no keys paid for. */
export function changeableTerms(subscription: Subscription, today: Day): readonly Term[] {
  return runningTerms(subscription, today).filter((term) => seatsFixedBy(subscription, term) === undefined);
}

/** The terms that run on a day. */
export function runningTerms({ terms }: Pick<Subscription, 'terms'>, today: Day): readonly Term[] {
  return terms.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
}

/** From one, and never fewer than people hold, to the most the plan allows on any day of the term. */
export function seatsAllowed(subscription: Subscription, term: Term, assigned: number, today: Day): { readonly least: number; readonly most: number } {
  const others = subscription.terms.filter(({ id }) => id !== term.id);
  const least = Math.max(1, assigned - usableSeats({ ...subscription, terms: others }, today));
  return { least, most: Math.max(least, plans[subscription.plan].maxSeats - mostSeatsBetween(others, today, term.endsOn)) };
}

/** What a subscription goes back to when this change is taken back: what stood before the first of those that nobody has confirmed. */
export function stoodBefore({ change, before, undo }: HandOffOf<'change-subscription'>): { readonly seats: number; readonly autoRenews: boolean } {
  return { seats: undo?.seats ?? seatsOf(before), autoRenews: undo?.autoRenews ?? (change === 'auto-renewal' && before === 'on') };
}

/** A number of licences as hand-offs and outcomes hold it. */
export function seatsOf(text: string): number {
  return Number(text);
}

function undoOf(
  { change, before }: HandOffOf<'change-subscription'>,
  { autoRenews }: Subscription,
  older: HandOffOf<'change-subscription'> | undefined,
): { readonly seats?: number; readonly autoRenews?: boolean } {
  const stood = older === undefined ? undefined : stoodBefore(older);
  return change === 'seats' ? { seats: stood?.seats ?? seatsOf(before) } : { autoRenews: stood?.autoRenews ?? autoRenews };
}

/** What was to be done about the same thing until now is not to be done any more. */
function superseded(older: readonly HandOffOf<'change-subscription'>[], command: ChangeSubscription, at: Instant): Pick<Changes, 'remove' | 'events'> {
  return {
    remove: older.map(({ id }) => ({ kind: 'hand-off', id })),
    events: older.map(({ id, before, after, customer }) =>
      happened(command, at, 'hand-off-superseded', `hand-off:${id}`, { before: { before, after }, after: {}, customer }),
    ),
  };
}

function isAboutSame(older: HandOffOf<'change-subscription'>, now: HandOffOf<'change-subscription'>): boolean {
  if (older.confirmed !== undefined || older.subscription !== now.subscription) return false;
  // A cancelled subscription renews no more; two terms of one subscription may both have a new number of licences.
  return now.change === 'cancel' ? older.change === 'auto-renewal' : older.change === now.change && older.term === now.term;
}
