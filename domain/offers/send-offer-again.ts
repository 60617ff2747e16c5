import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner, PartnerUser } from '../company/records.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import type { OfferSentAgain, SendOfferAgain, SendOfferAgainRefusal } from './commands.ts';
import { concerning } from './records.ts';
import type { Offer, OfferAnswer } from './records.ts';
import { mayHandle } from './sending-jobs.ts';
import { standOf } from './stand.ts';
import { tellSent } from './telling.ts';

/** What must be known to send an offer again; each absent one is `undefined`. */
export interface SendOfferAgainState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly offer: Offer | undefined;
  /** The answer of the customer it is addressed to. */
  readonly answer: OfferAnswer | undefined;
  /** Admins of that customer to whom the assistant can write. */
  readonly reachable: readonly PersonId[];
}

/** The same offer as a new message to the customer's admins in Teams. The offer itself stays as it was. */
export function decideSendOfferAgain(state: SendOfferAgainState, command: SendOfferAgain, now: Date): Decision<OfferSentAgain, SendOfferAgainRefusal> {
  const { offer, reachable } = state;
  const today = dayOf(now);
  if (offer?.partner !== command.partner) return refuse({ kind: 'offer-not-found' });
  if (!mayHandle(offer.content, offer.partner, state.user)) return refuse({ kind: 'person-lacks-right' });
  if (standOf(offer, state.answer, undefined, today).kind !== 'open') return refuse({ kind: 'not-open' });
  if (confirmedInformation(state.partner, today) === undefined) return refuse({ kind: 'company-not-confirmed' });
  if (reachable.length === 0) return refuse({ kind: 'nobody-in-teams' });
  const at = instantOf(now);
  return changes(
    { kind: 'offer-sent-again', offer: offer.id, recipients: reachable.length },
    {
      put: tellSent(offer, reachable, command.commandId, at),
      events: [
        happened(command, at, 'offer-sent-again', `offer:${offer.id}`, {
          ...concerning(offer),
          after: { summaryId: offer.summaryId, recipients: reachable.length },
        }),
      ],
    },
  );
}
