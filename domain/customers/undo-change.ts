import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers, rightNeeded } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { plans } from '../shared/plans.ts';
import type { ChangeUndone, UndoChange, UndoChangeRefusal } from './acting-commands.ts';
import { onOff, seatsAllowed, seatsOf, stoodBefore } from './change-subscription.ts';
import type { Customer, HandOff, HandOffOf, Subscription } from './records.ts';

/** What must be known to take a change back; each absent one is `undefined`. */
export interface UndoChangeState {
  readonly user: PartnerUser | undefined;
  readonly handOff: HandOff | undefined;
  readonly subscription: Subscription | undefined;
  readonly customer: Customer | undefined;
  /** How many people hold one of its licences. */
  readonly assigned: number;
}

/** The book again as it was, with the words of the change: what it says now, and what it says then. */
interface Undone {
  readonly subscription: Subscription;
  readonly before: string;
  readonly after: string;
}

/**
 * Takes a change of a subscription back as long as nobody has confirmed it at Microsoft: the book says again what stands there, and nothing is
 * to be done any more. The right to change subscriptions is enough, also when the relationship is over: nothing is done for the customer.
 */
export function decideUndoChange(state: UndoChangeState, command: UndoChange, now: Date): Decision<ChangeUndone, UndoChangeRefusal> {
  const { user, handOff, subscription, customer } = state;
  if (user?.tenant !== command.partner || !mayActForCustomers(user, 'subscription-change'))
    return refuse({ kind: 'person-lacks-right', needed: rightNeeded['subscription-change'] });
  if (handOff?.partner !== command.partner || handOff.what !== 'change-subscription') return refuse({ kind: 'hand-off-not-found' });
  if (subscription?.id !== handOff.subscription || customer?.id !== subscription.customer) return refuse({ kind: 'hand-off-not-found' });
  if (handOff.confirmed !== undefined) return refuse({ kind: 'done-at-microsoft', name: handOff.confirmed.name, at: handOff.confirmed.at });
  const undone = undoneBy(handOff, subscription, state.assigned, now);
  if ('kind' in undone) return refuse(undone);
  const { before, after } = undone;
  const at = instantOf(now);
  const { change: what } = handOff;
  const about = { subscription: subscription.id, plan: plans[subscription.plan].name, customer: customer.id, customerName: customer.name };
  return changes(
    { kind: 'change-undone', ...about, what, before, after, at, by: command.byName },
    {
      put: [{ kind: 'subscription', id: subscription.id, value: undone.subscription }],
      remove: [{ kind: 'hand-off', id: handOff.id }],
      events: [
        happened(command, at, 'subscription-change-undone', `subscription:${subscription.id}`, {
          customer: customer.id,
          before: { [what]: before },
          after: { [what]: after, plan: subscription.plan },
        }),
      ],
    },
  );
}

function undoneBy(handOff: HandOffOf<'change-subscription'>, subscription: Subscription, assigned: number, now: Date): Undone | UndoChangeRefusal {
  const { seats, autoRenews } = stoodBefore(handOff);
  switch (handOff.change) {
    case 'seats':
      return withSeatsOfBefore(handOff, subscription, seats, assigned, now);
    case 'auto-renewal':
      return subscription.cancelled !== undefined || onOff(subscription.autoRenews) !== handOff.after
        ? { kind: 'changed-since' }
        : { subscription: { ...subscription, autoRenews }, before: handOff.after, after: onOff(autoRenews) };
    case 'cancel': {
      const { cancelled, ...rest } = subscription;
      return cancelled === undefined ? { kind: 'changed-since' } : { subscription: { ...rest, autoRenews }, before: 'cancelled', after: 'active' };
    }
  }
}

function withSeatsOfBefore(
  { term: id, after }: HandOffOf<'change-subscription'>,
  subscription: Subscription,
  seats: number,
  assigned: number,
  now: Date,
): Undone | UndoChangeRefusal {
  const term = subscription.terms.find((each) => each.id === id);
  if (term === undefined || term.renewedBy !== undefined || term.seats !== seatsOf(after)) return { kind: 'changed-since' };
  const { least, most } = seatsAllowed(subscription, term, assigned, dayOf(now));
  if (seats < least || seats > most) return { kind: 'seats-wrong', least, most };
  const terms = subscription.terms.map((each) => (each.id === id ? { ...each, seats } : each));
  return { subscription: { ...subscription, terms }, before: after, after: String(seats) };
}
