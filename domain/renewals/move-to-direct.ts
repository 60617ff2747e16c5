import type { PartnerUser } from '../company/records.ts';
import type { Customer, HandOffOf, Subscription, Term } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import type { Day, Instant } from '../shared/dates.ts';
import { addDays, dayOf, instantOf, isEnd } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { plans } from '../shared/plans.ts';
import type { MovedToDirect, MoveToDirect, MoveToDirectRefusal } from './commands.ts';
import { lifecycleOf } from './lifecycle.ts';
import { followed, nextTerm } from './next-term.ts';
import { maySeeToRenewals, spokenOf } from './spoken-of.ts';
import { daysLeft, renewalStart } from './terms.ts';

/** What must be known to move a subscription to direct billing; each absent one is `undefined`. */
export interface MoveToDirectState {
  readonly user: PartnerUser | undefined;
  readonly subscription: Subscription | undefined;
  readonly customer: Customer | undefined;
}

/** From so many days before the end on nobody is warned: few days are lost (mission, row 14). */
export const advisedDays = 7;

/** The days that are paid for and lost when the new term begins today: those after today through the old end. */
export function lostDays(endsOn: Day, today: Day): number {
  return Math.max(0, daysLeft(endsOn, today));
}

/**
 * Is another term of it not over either? A subscription is billed in one way: moved with one of them, the others could not be renewed any more
 * as they were bought.
 */
export function hasSeveralTerms(subscription: Subscription, today: Day): boolean {
  const isOpen = (term: Term): boolean => !isEnd(term.endsOn) || renewalStart(term.endsOn, today, lifecycleOf(subscription, term)) !== undefined;
  return subscription.terms.filter((term) => term.renewedBy === undefined && isOpen(term)).length > 1;
}

/**
 * The customer pays Microsoft from now on (mission, row 14): in the book the new term begins today and the old one ends with yesterday,
 * so that no licence counts twice; at Microsoft it is a hand-off. A trial is not moved: it is bought.
 */
export function decideMoveToDirect(state: MoveToDirectState, command: MoveToDirect, now: Date): Decision<MovedToDirect, MoveToDirectRefusal> {
  const { customer } = state;
  if (!maySeeToRenewals(state.user, command)) return refuse({ kind: 'person-lacks-right' });
  if (state.subscription?.partner !== command.partner || customer?.id !== state.subscription.customer) return refuse({ kind: 'subscription-not-found' });
  if (state.subscription.channel === 'direct') return refuse({ kind: 'direct-already' });
  const found = spokenOf(state.subscription, command);
  if (found.kind !== 'found') return refuse(found);
  const { subscription, term: old } = found;
  if (subscription.channel === 'trial' || !plans[subscription.plan].channels.includes('direct')) return refuse({ kind: 'not-sold-that-way' });
  const today = dayOf(now);
  if (subscription.cancelled !== undefined || renewalStart(old.endsOn, today, lifecycleOf(subscription, old)) === undefined)
    return refuse({ kind: 'over-already' });
  if (hasSeveralTerms(subscription, today)) return refuse({ kind: 'one-of-several' });
  return moved({ subscription, customer, old, command, today, at: instantOf(now) });
}

interface Moving {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly old: Term;
  readonly command: MoveToDirect;
  readonly today: Day;
  readonly at: Instant;
}

function moved({ subscription, customer, old, command, today, at }: Moving): Decision<MovedToDirect, never> {
  const next = nextTerm(old, command.nextTerm, { startsOn: today, today, by: command.byName });
  const terms = followed(subscription.terms, endedBefore(old, today), next);
  const { id, plan, channel } = subscription;
  const { seats, startsOn, endsOn } = next;
  const handOff = handOffOf(command, customer, next, at);
  return changes(
    {
      ...{ kind: 'moved-to-direct', commandId: command.commandId, subscription: id, customer: customer.id, customerName: customer.name },
      ...{ plan: plans[plan].name, seats, startsOn, endsOn, lostDays: lostDays(old.endsOn, today), handOff: handOff.id, at, by: command.byName },
    },
    {
      put: [
        { kind: 'subscription', id, value: { ...subscription, channel: 'direct', terms } },
        { kind: 'hand-off', id: handOff.id, value: handOff },
      ],
      events: [
        happened(command, at, 'moved-to-direct', `subscription:${id}`, {
          customer: customer.id,
          before: { channel, term: old.id, endsOn: old.endsOn },
          after: { plan, channel: 'direct', term: next.id, seats, startsOn, endsOn },
        }),
      ],
    },
  );
}

/** The day before, but no term ends before it starts. */
function endedBefore(old: Term, today: Day): Term {
  const dayBefore = addDays(today, -1);
  if (old.endsOn <= dayBefore) return old;
  return { ...old, endsOn: dayBefore < old.startsOn ? old.startsOn : dayBefore };
}

function handOffOf(command: MoveToDirect, customer: Customer, { id: term, seats }: Term, createdAt: Instant): HandOffOf<'move-to-direct'> {
  return {
    ...{ id: command.handOff, partner: command.partner, customer: customer.id, owner: command.by, ownerName: command.byName, createdAt },
    ...{ what: 'move-to-direct', subscription: command.subscription, term, seats },
  };
}
