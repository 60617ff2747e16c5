import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import type { Instant } from '../shared/dates.ts';
import { instantOf } from '../shared/dates.ts';
import type { Changes, Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { ConfirmHandOff, ConfirmHandOffRefusal, HandOffConfirmed } from './commands.ts';
import type { Checklist, HandOff, HandOffOf, Subscription } from './records.ts';

/** What must be known to confirm a hand-off; each absent one is `undefined`. */
export interface ConfirmHandOffState {
  readonly user: PartnerUser | undefined;
  readonly handOff: HandOff | undefined;
  /** The one whose keys were redeemed. */
  readonly subscription?: Subscription | undefined;
  /** All hand-offs of the same customer, for keys; this one may be among them. */
  readonly handOffs?: readonly HandOff[];
  /** Of the subscriptions whose partner of record was attached. */
  readonly checklists?: readonly Checklist[];
}

/**
 * A person saw at Microsoft that it is done. Of keys: the subscription is verified once no open hand-off of it holds keys that were
 * taken on a person's word. Of a partner of record: the task is done on the checklists. Confirmed twice: the first confirmation stands,
 * and is told again.
 *
 * Limited administration is enough whatever the kind: it records what somebody saw, and gives nobody a right.
 */
export function decideConfirmHandOff(state: ConfirmHandOffState, command: ConfirmHandOff, now: Date): Decision<HandOffConfirmed, ConfirmHandOffRefusal> {
  const { handOff } = state;
  if (state.user?.tenant !== command.partner || !mayActForCustomers(state.user, 'checklist')) return refuse({ kind: 'person-lacks-right' });
  if (handOff?.partner !== command.partner) return refuse({ kind: 'hand-off-not-found' });
  if (handOff.confirmed !== undefined) {
    return changes(confirmed(handOff, handOff.confirmed.at, handOff.confirmed.name), { put: [], events: [] });
  }
  const at = instantOf(now);
  const done: HandOff = { ...handOff, confirmed: { person: command.by, name: command.byName, at } };
  const more = consequences(state, handOff, command, at);
  return changes(confirmed(handOff, at, command.byName), {
    put: [{ kind: 'hand-off', id: handOff.id, value: done }, ...more.put],
    events: [happened(command, at, 'hand-off-confirmed', `hand-off:${handOff.id}`, { customer: handOff.customer, after: factsOf(handOff) }), ...more.events],
  });
}

const nothing: Changes = { put: [], events: [] };

function consequences(state: ConfirmHandOffState, handOff: HandOff, command: ConfirmHandOff, at: Instant): Changes {
  switch (handOff.what) {
    case 'redeem-keys':
      return verified(state, handOff, command, at);
    case 'attach-partner-of-record':
      return settled(state, handOff, command, at);
    case 'set-up-accepted-offer':
    case 'request-delegated-admin':
    case 'end-delegated-admin':
    case 'change-subscription':
    case 'new-password':
    case 'customer-user':
    case 'move-to-direct':
      return nothing;
  }
}

function factsOf(handOff: HandOff): Readonly<Record<string, unknown>> {
  switch (handOff.what) {
    case 'redeem-keys':
      return { what: handOff.what, keyEndings: handOff.keyEndings };
    case 'attach-partner-of-record':
      return { what: handOff.what, partnerId: handOff.partnerId, subscriptions: handOff.subscriptions };
    case 'set-up-accepted-offer':
      return { what: handOff.what, offer: handOff.offer };
    case 'request-delegated-admin':
    case 'end-delegated-admin':
      return { what: handOff.what, relationship: handOff.relationship };
    case 'change-subscription':
      return { what: handOff.what, subscription: handOff.subscription, change: handOff.change };
    case 'move-to-direct':
      return { what: handOff.what, subscription: handOff.subscription };
    case 'new-password':
    case 'customer-user':
      return { what: handOff.what, upn: handOff.upn };
  }
}

function verified({ subscription, handOffs = [] }: ConfirmHandOffState, handOff: HandOffOf<'redeem-keys'>, command: ConfirmHandOff, at: Instant): Changes {
  if (subscription?.verification !== 'unverified' || handOff.unverifiedKeys === 0) return nothing;
  if (others(handOffs, handOff).some((other) => other.unverifiedKeys > 0)) return nothing;
  const change = { customer: subscription.customer, before: { verification: 'unverified' }, after: { verification: 'verified' } };
  return {
    put: [{ kind: 'subscription', id: subscription.id, value: { ...subscription, verification: 'verified' } }],
    events: [happened(command, at, 'subscription-verified', `subscription:${subscription.id}`, change)],
  };
}

function others(handOffs: readonly HandOff[], { id, subscription }: HandOffOf<'redeem-keys'>): readonly HandOffOf<'redeem-keys'>[] {
  return handOffs.flatMap((other) =>
    other.what === 'redeem-keys' && other.id !== id && other.subscription === subscription && other.confirmed === undefined ? [other] : [],
  );
}

function settled(
  { checklists = [] }: ConfirmHandOffState,
  { subscriptions }: HandOffOf<'attach-partner-of-record'>,
  command: ConfirmHandOff,
  at: Instant,
): Changes {
  const item = 'partner-of-record';
  const mine = checklists.filter(
    ({ partner, subscription, items }) => partner === command.partner && subscriptions.includes(subscription) && items[item].status !== 'done',
  );
  const done = { status: 'done', by: { person: command.by, name: command.byName }, at } as const;
  return {
    put: mine.map((checklist) => ({ kind: 'checklist', id: checklist.subscription, value: { ...checklist, items: { ...checklist.items, [item]: done } } })),
    events: mine.map(({ subscription, customer, items }) =>
      happened(command, at, 'checklist-marked', `checklist:${subscription}`, { customer, before: { [item]: items[item].status }, after: { [item]: 'done' } }),
    ),
  };
}

function confirmed(handOff: HandOff, at: HandOffConfirmed['at'], by: string): HandOffConfirmed {
  return { kind: 'hand-off-confirmed', handOff: handOff.id, at, by };
}
