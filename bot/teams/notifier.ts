import type { Delivered, Notifier } from '../../domain/shared/ports.ts';
import type { ConversationAddress } from '../../domain/shared/turn.ts';
import { addressed, cardMessage } from './card-message.ts';
import type { Connector, Effort } from './connector.ts';
import type { SendFailure, SendOutcome } from './send-failure.ts';

/** One try: whoever sends unasked keeps what did not arrive, and repeats it where everybody can see it. */
const once: Effort = { tries: 1, patienceMs: 10_000 };

/** Speaks up over the Bot Connector. */
export function createNotifier(connector: Connector): Notifier {
  return {
    async send(address, card) {
      return deliveredBy('send', await connector.send(placeOf(address), addressed(cardMessage(card), address), once));
    },
    async update(address, activityId, card) {
      const activity = { ...addressed(cardMessage(card), address), id: activityId };
      return deliveredBy('update', await connector.update({ ...placeOf(address), activityId }, activity, once));
    },
  };
}

function placeOf({ serviceUrl, conversation }: ConversationAddress): { readonly serviceUrl: string; readonly conversation: string } {
  return { serviceUrl, conversation };
}

function deliveredBy(what: 'send' | 'update', outcome: SendOutcome): Delivered {
  return outcome.sent ? { kind: 'sent', activityId: outcome.activityId } : afterFailure(what, outcome.failure);
}

/** What a failure means for whoever waits to be told (Microsoft: "Status codes from bot conversational APIs"). */
function afterFailure(what: 'send' | 'update', failure: SendFailure): Delivered {
  switch (failure.kind) {
    case 'unreachable':
    case 'precondition':
    case 'no-token':
      return { kind: 'later' };
    case 'throttled':
      return { kind: 'later', ...(failure.retryAfterMs === undefined ? {} : { afterMs: failure.retryAfterMs }) };
    case 'unavailable':
      // A message may have arrived, and a second one would be a repetition; a card in its place is the same card again.
      return { kind: what === 'send' ? 'maybe-sent' : 'later' };
    case 'not-installed':
    case 'blocked':
    case 'conversation-gone':
      return { kind: 'not-reachable', reason: failure.kind };
    case 'activity-gone':
      return { kind: 'not-reachable', reason: 'card-gone' };
    case 'too-big':
    case 'malformed':
    case 'not-authorised':
      return { kind: 'failed', reason: failure.kind };
    case 'refused':
      return { kind: 'failed', reason: `refused-${String(failure.status)}` };
  }
}
