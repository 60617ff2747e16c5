import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { Put } from '../shared/store.port.ts';
import type { ConfirmHandOff, ConfirmHandOffRefusal, HandOffConfirmed } from './commands.ts';
import type { HandOff, Subscription } from './records.ts';

/** What must be known to confirm a hand-off; each absent one is `undefined`. */
export interface ConfirmHandOffState {
  readonly user: PartnerUser | undefined;
  readonly handOff: HandOff | undefined;
  readonly subscription: Subscription | undefined;
  /** All hand-offs of the same customer; this one may be among them. */
  readonly handOffs: readonly HandOff[];
}

/**
 * A person saw at Microsoft that the keys were taken. The subscription is verified once no open hand-off of it holds keys
 * that were taken on a person's word. Confirmed twice: the first confirmation stands, and is told again.
 */
export function decideConfirmHandOff(state: ConfirmHandOffState, command: ConfirmHandOff, now: Date): Decision<HandOffConfirmed, ConfirmHandOffRefusal> {
  const { handOff, subscription } = state;
  if (state.user?.tenant !== command.partner || !mayActForCustomers(state.user, 'product-keys')) return refuse({ kind: 'person-lacks-right' });
  if (handOff?.partner !== command.partner) return refuse({ kind: 'hand-off-not-found' });
  if (handOff.confirmed !== undefined) {
    return changes(confirmed(handOff, handOff.confirmed.at, handOff.confirmed.name), { put: [], events: [] });
  }
  const at = instantOf(now);
  const done: HandOff = { ...handOff, confirmed: { person: command.by, name: command.byName, at } };
  const lifted: readonly Put[] =
    subscription?.verification === 'unverified' && handOff.unverifiedKeys > 0 && !others(state.handOffs, handOff).some((other) => other.unverifiedKeys > 0)
      ? [{ kind: 'subscription', id: subscription.id, value: { ...subscription, verification: 'verified' } }]
      : [];
  return changes(confirmed(handOff, at, command.byName), {
    put: [{ kind: 'hand-off', id: handOff.id, value: done }, ...lifted],
    events: [
      happened(command, at, 'hand-off-confirmed', `hand-off:${handOff.id}`, { after: { keyEndings: handOff.keyEndings } }),
      ...lifted.map((put) =>
        happened(command, at, 'subscription-verified', `subscription:${put.id}`, {
          before: { verification: 'unverified' },
          after: { verification: 'verified' },
        }),
      ),
    ],
  });
}

function others(handOffs: readonly HandOff[], handOff: HandOff): readonly HandOff[] {
  return handOffs.filter((other) => other.id !== handOff.id && other.subscription === handOff.subscription && other.confirmed === undefined);
}

function confirmed(handOff: HandOff, at: HandOffConfirmed['at'], by: string): HandOffConfirmed {
  return { kind: 'hand-off-confirmed', handOff: handOff.id, subscription: handOff.subscription, at, by };
}
