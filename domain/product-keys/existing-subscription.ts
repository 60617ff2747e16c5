import type { Customer, Subscription, Term } from '../customers/records.ts';
import { lifecycleOf } from '../renewals/lifecycle.ts';
import { deletedOn, lastStandOf, mostSeatsBetween, renewalStart } from '../renewals/terms.ts';
import { happened } from '../shared/audit.ts';
import { isEnd } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { plans } from '../shared/plans.ts';
import type { Purpose, Redeemed, RedemptionRefusal } from './redemption.ts';
import type { Bought, Redemption } from './redemption-records.ts';
import { keysAndHandOff, receiptOf, redeemedEvent, termFrom, verificationAfter } from './redemption-records.ts';

/** More users: the new licences run their own year from today, beside the terms that are there (mission, Arithmetic). */
export function addUsers(redemption: Redemption): Decision<Redeemed, RedemptionRefusal> {
  const found = subscriptionOf(redemption);
  if ('kind' in found) return refuse(found);
  const { customer, subscription } = found;
  const last = lastStandOf(subscription, redemption.today);
  if (last?.stage === 'deleted') return refuse({ kind: 'subscription-over', endedOn: last.term.endsOn, deletedOn: last.deletedOn });
  const term = termFrom(redemption, redemption.today);
  const full = overFull(redemption, subscription, term);
  if (full !== undefined) return refuse(full);
  const bought = { customer, term, subscription: withTerms(redemption, subscription, [...subscription.terms, term]) };
  return committed(redemption, bought, subscription, 'licences-added', {});
}

/** A renewal follows the old end while its licences can be used, and starts today once they are disabled (mission, Arithmetic). */
export function renew(redemption: Redemption, purpose: Extract<Purpose, { kind: 'renewal' }>): Decision<Redeemed, RedemptionRefusal> {
  const found = subscriptionOf(redemption);
  if ('kind' in found) return refuse(found);
  const { customer, subscription } = found;
  const old = subscription.terms.find((term) => term.id === purpose.term);
  if (old === undefined) return refuse({ kind: 'subscription-not-found' });
  if (old.renewedBy !== undefined || !isEnd(old.endsOn)) return refuse({ kind: 'already-renewed', until: renewedUntil(subscription, old) });
  const policy = lifecycleOf(subscription, old);
  const startsOn = renewalStart(old.endsOn, redemption.today, policy);
  if (startsOn === undefined) return refuse({ kind: 'subscription-over', endedOn: old.endsOn, deletedOn: deletedOn(old.endsOn, policy) });
  const term = termFrom(redemption, startsOn);
  const full = overFull(redemption, subscription, term);
  if (full !== undefined) return refuse(full);
  const terms = subscription.terms.map((each) => (each.id === old.id ? { ...each, renewedBy: term.id } : each));
  const bought = { customer, term, subscription: withTerms(redemption, subscription, [...terms, term]) };
  const ending = old.seats - term.seats;
  return committed(redemption, bought, subscription, 'subscription-renewed', ending > 0 ? { seatsEnding: { seats: ending, endsOn: old.endsOn } } : {});
}

function subscriptionOf({ command, state, worth }: Redemption): { customer: Customer; subscription: Subscription } | RedemptionRefusal {
  const { customer, subscription } = state;
  // Another partner's subscription does not exist for this one.
  if (customer === undefined || subscription === undefined || subscription.partner !== command.partner || customer.partner !== command.partner) {
    return { kind: 'subscription-not-found' };
  }
  if (subscription.plan !== worth.plan) return { kind: 'subscription-of-another-plan', plans: [subscription.plan, worth.plan] };
  return { customer, subscription };
}

function overFull({ worth }: Redemption, subscription: Subscription, added: Term): RedemptionRefusal | undefined {
  const { maxSeats } = plans[subscription.plan];
  const seatsNow = mostSeatsBetween(subscription.terms, added.startsOn, added.endsOn);
  if (seatsNow + worth.seats <= maxSeats) return undefined;
  return { kind: 'too-many-seats', plan: subscription.plan, maxSeats, seatsNow, seatsAdded: worth.seats };
}

function renewedUntil(subscription: Subscription, old: Term): Term['endsOn'] {
  return subscription.terms.find((term) => term.id === old.renewedBy)?.endsOn ?? old.endsOn;
}

function withTerms(redemption: Redemption, subscription: Subscription, terms: readonly Term[]): Subscription {
  return { ...subscription, terms, verification: verificationAfter(redemption, subscription.verification) };
}

function committed(
  redemption: Redemption,
  bought: Bought,
  before: Subscription,
  what: 'licences-added' | 'subscription-renewed',
  ending: Pick<Redeemed, 'seatsEnding'>,
): Decision<Redeemed, RedemptionRefusal> {
  const { command, at } = redemption;
  const { subscription, term } = bought;
  const change = {
    customer: subscription.customer,
    before: { terms: before.terms.map(({ seats, endsOn }) => ({ seats, endsOn })), verification: before.verification },
    after: { added: { seats: term.seats, startsOn: term.startsOn, endsOn: term.endsOn }, ...ending, verification: subscription.verification },
  };
  return changes(
    { ...receiptOf(redemption, bought), customerWasKnown: true, ...ending },
    {
      put: [...keysAndHandOff(redemption, bought), { kind: 'subscription', id: subscription.id, value: subscription }],
      events: [redeemedEvent(redemption, bought), happened(command, at, what, `subscription:${subscription.id}`, change)],
    },
  );
}
