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

const aMinuteMs = 60_000;
const mostKept = 10;

/** The same offer as a new message to the customer's admins in Teams. What it offers stays as it was; that it was sent again stands with it. */
export function decideSendOfferAgain(state: SendOfferAgainState, command: SendOfferAgain, now: Date): Decision<OfferSentAgain, SendOfferAgainRefusal> {
  const { offer, reachable } = state;
  const today = dayOf(now);
  if (offer?.partner !== command.partner) return refuse({ kind: 'offer-not-found' });
  if (!mayHandle(offer.content, offer.partner, state.user)) return refuse({ kind: 'person-lacks-right' });
  if (standOf(offer, state.answer, undefined, today).kind !== 'open') return refuse({ kind: 'not-open' });
  if (confirmedInformation(state.partner, today) === undefined) return refuse({ kind: 'company-not-confirmed' });
  if (reachable.length === 0) return refuse({ kind: 'nobody-in-teams' });
  if (wasJustSent(offer, now)) return refuse({ kind: 'just-sent' });
  const at = instantOf(now);
  const sentAgain = [...(offer.sentAgain ?? []), { at, name: command.byName }].slice(-mostKept);
  return changes(
    { kind: 'offer-sent-again', offer: offer.id, recipients: reachable.length },
    {
      put: [{ kind: 'offer', id: offer.id, value: { ...offer, sentAgain } }, ...tellSent(offer, reachable, at)],
      events: [
        happened(command, at, 'offer-sent-again', `offer:${offer.id}`, {
          ...concerning(offer),
          after: { summaryId: offer.summaryId, recipients: reachable.length },
        }),
      ],
    },
  );
}

/** A second click, or a colleague's, in the same minute. */
function wasJustSent({ sentAt, sentAgain = [] }: Offer, now: Date): boolean {
  return now.getTime() - Date.parse(sentAgain.at(-1)?.at ?? sentAt) < aMinuteMs;
}
