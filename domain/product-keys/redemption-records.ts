import type { Partner } from '../company/records.ts';
import type { Customer, HandOff, Subscription, Term } from '../customers/records.ts';
import type { AuditEvent } from '../shared/audit.ts';
import { happened } from '../shared/audit.ts';
import type { Day, Instant } from '../shared/dates.ts';
import { termEnd } from '../shared/dates.ts';
import type { Put } from '../shared/store.port.ts';
import type { Worth } from './judge-keys.ts';
import type { RedeemProductKeys, Redeemed, RedemptionState } from './redemption.ts';

/** A redemption whose keys may be used by the person who asks. */
export interface Redemption {
  readonly command: RedeemProductKeys;
  readonly partner: Partner;
  readonly state: RedemptionState;
  readonly worth: Worth;
  readonly today: Day;
  readonly at: Instant;
}

/** What the keys paid for. */
export interface Bought {
  readonly customer: Customer;
  readonly subscription: Subscription;
  readonly term: Term;
}

/** One year for the licences of the keys (mission, row 2). */
export function termFrom({ command, worth, today }: Redemption, startsOn: Day): Term {
  return {
    id: command.newIds.term,
    seats: worth.seats,
    startsOn,
    endsOn: termEnd(startsOn, 'P1Y'),
    length: 'P1Y',
    keys: worth.keys.map((key) => key.given.fingerprint),
    known: { on: today, by: command.byName },
  };
}

/** Verified only as long as no key was taken on a person's word. */
export function verificationAfter({ worth }: Redemption, before: Subscription['verification']): Subscription['verification'] {
  return worth.unverified > 0 ? 'unverified' : before;
}

/** The keys, used from now on, and what is still to be done at Microsoft: the same for every purpose. */
export function keysAndHandOff(redemption: Redemption, { customer, subscription }: Bought): readonly Put[] {
  const { command, worth, today, at } = redemption;
  const use = { commandId: command.commandId, subscription: subscription.id, customer: customer.id, by: command.by, on: today };
  const keys = worth.keys.map(({ given, inStock, plan, seats }): Put => {
    const { fingerprint, sealed, ending } = given;
    const known = inStock ?? { fingerprint, partner: command.partner, sealed, ending, plan, seats, origin: 'typed' as const };
    return { kind: 'product-key', id: fingerprint, value: { ...known, state: 'used', use } };
  });
  const handOff: HandOff = {
    id: command.newIds.handOff,
    partner: command.partner,
    customer: customer.id,
    subscription: subscription.id,
    owner: command.by,
    ownerName: command.byName,
    what: 'redeem-keys',
    purpose: command.purpose.kind,
    keyEndings: worth.keys.map((key) => key.given.ending),
    unverifiedKeys: worth.unverified,
    createdAt: at,
  };
  return [...keys, { kind: 'hand-off', id: handOff.id, value: handOff }];
}

/** The one event of the redemption itself. */
export function redeemedEvent({ command, worth, at }: Redemption, { customer, subscription, term }: Bought): AuditEvent {
  return happened(command, at, 'product-keys-redeemed', `subscription:${subscription.id}`, {
    customer: customer.id,
    after: {
      purpose: command.purpose.kind,
      customer: customer.name,
      plan: worth.plan,
      seats: worth.seats,
      people: command.people,
      keyEndings: worth.keys.map((key) => key.given.ending),
      unverifiedKeys: worth.unverified,
      startsOn: term.startsOn,
      endsOn: term.endsOn,
    },
  });
}

/** What the receipt tells, whatever the keys were for. */
export function receiptOf(
  { command, worth, at }: Redemption,
  { customer, subscription, term }: Bought,
): Omit<Redeemed, 'customerWasKnown' | 'admin' | 'seatsEnding'> {
  return {
    kind: 'redeemed',
    commandId: command.commandId,
    purpose: command.purpose.kind,
    customer: customer.id,
    customerName: customer.name,
    subscription: subscription.id,
    handOff: command.newIds.handOff,
    plan: worth.plan,
    seats: worth.seats,
    people: command.people,
    keyEndings: worth.keys.map((key) => key.given.ending),
    unverifiedKeys: worth.unverified,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    recordedAt: at,
    by: command.byName,
  };
}
