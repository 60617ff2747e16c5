import { eligibility } from '../company/eligibility.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import { addUsers, renew } from './existing-subscription.ts';
import { judgeKeys } from './judge-keys.ts';
import { setUpSubscription } from './new-subscription.ts';
import type { RedeemProductKeys, Redeemed, RedemptionRefusal, RedemptionState } from './redemption.ts';

/**
 * Redeems product keys: a new subscription, more users, or a renewal (mission, rows 1 to 5 and Arithmetic).
 *
 * Who may not is told so first; then every key is judged; then the subscription. All that follows from it is in the changes, or nothing is.
 */
export function decideRedemption(state: RedemptionState, command: RedeemProductKeys, now: Date): Decision<Redeemed, RedemptionRefusal> {
  const { partner } = state;
  if (partner === undefined) return refuse({ kind: 'not-eligible', eligibility: { kind: 'company-unknown' } });
  const may = eligibility('product-keys', partner, state.user);
  if (may.kind !== 'eligible') return refuse({ kind: 'not-eligible', eligibility: may });

  const judged = judgeKeys(command, state.keys);
  if (judged.judged === 'refusal') return refuse(judged.refusal);

  const redemption = { command, partner, state, worth: judged.worth, today: dayOf(now), at: instantOf(now) };
  switch (command.purpose.kind) {
    case 'new-subscription':
      return setUpSubscription(redemption, command.purpose);
    case 'more-users':
      return addUsers(redemption);
    case 'renewal':
      return renew(redemption, command.purpose);
  }
}
