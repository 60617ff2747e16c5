import type { PartnerUser } from '../company/records.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { OfferWithdrawn, WithdrawOffer, WithdrawOfferRefusal } from './commands.ts';
import { concerning } from './records.ts';
import type { Offer } from './records.ts';
import { mayHandle } from './sending-jobs.ts';
import { tellChanged } from './telling.ts';

/** What must be known to withdraw an offer; each absent one is `undefined`. */
export interface WithdrawOfferState {
  readonly user: PartnerUser | undefined;
  readonly offer: Offer | undefined;
}

/** Nobody can accept it any more; given answers stay. Withdrawn twice: the first one stands, and is told again. */
export function decideWithdrawOffer(state: WithdrawOfferState, command: WithdrawOffer, now: Date): Decision<OfferWithdrawn, WithdrawOfferRefusal> {
  const { offer } = state;
  if (offer?.partner !== command.partner) return refuse({ kind: 'offer-not-found' });
  if (!mayHandle(offer.content, offer.partner, state.user)) return refuse({ kind: 'person-lacks-right' });
  const outcome: OfferWithdrawn = { kind: 'offer-withdrawn', offer: offer.id };
  if (offer.withdrawn !== undefined) return changes(outcome, { put: [], events: [] });
  const at = instantOf(now);
  const withdrawn: Offer = { ...offer, withdrawn: { at, person: command.by, name: command.byName } };
  return changes(outcome, {
    put: [{ kind: 'offer', id: offer.id, value: withdrawn }, tellChanged(offer, { causedBy: command.by, commandId: command.commandId, at })],
    events: [happened(command, at, 'offer-withdrawn', `offer:${offer.id}`, { ...concerning(offer), after: { summaryId: offer.summaryId } })],
  });
}
