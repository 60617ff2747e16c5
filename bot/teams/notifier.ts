import type { PersonId } from '../../domain/shared/ids.ts';
import { objectIdOf } from '../../domain/shared/ids.ts';
import type { Delivered, Notifier } from '../../domain/shared/ports.ts';
import type { ConversationAddress, RenderedCard } from '../../domain/shared/turn.ts';
import { addressed, cardMessage } from './card-message.ts';
import type { Connector, Effort } from './connector.ts';
import type { SendFailure, SendOutcome } from './send-failure.ts';

/** One try: whoever sends unasked keeps what did not arrive, and repeats it where everybody can see it. */
const once: Effort = { tries: 1, patienceMs: 10_000 };

/** Answers for tenants of the United States' public authorities (Microsoft: "Send proactive messages", GCC; checked 2026-11-20). */
export const governmentHost = 'https://smba.infra.gcc.teams.microsoft.com/gcc';

/** Where else a message may go. */
export interface Elsewhere {
  /** Nowhere else when left out: in local mode nothing leaves this machine. */
  readonly governmentHost?: string;
}

/**
 * What each failure means for whoever waits to be told.
 *
 * `again`: try it later. `outage`: nobody answers there, try it for days. `pause`: nothing more goes into this tenant for now. `stop`: nothing goes
 * to anybody, somebody must look. `anew`: make the chat anew, once. `other-host`: once. `mark`: not written to until they come back.
 * `unsure`: it may have arrived, never again. `give-up`: this one will never be taken.
 */
type Doing = 'again' | 'outage' | 'pause' | 'stop' | 'anew' | 'other-host' | 'mark' | 'gone' | 'unsure' | 'give-up';

/**
 * A new message, and a card in its place: that is the same card again, so repeating it does no harm; and the chat in which it stood is not made anew
 * for it. 500 is not retried (Microsoft: "must not retry status codes not listed"); 504 says nothing of what lies behind.
 */
export const doings: Readonly<Record<SendFailure['kind'], { readonly send: Doing; readonly update: Doing }>> = {
  'not-installed': both('mark'),
  blocked: both('mark'),
  'conversation-gone': { send: 'anew', update: 'gone' },
  'activity-gone': both('gone'),
  'wrong-host': both('other-host'),
  'too-big': both('give-up'),
  malformed: both('give-up'),
  refused: both('give-up'),
  'not-authorised': both('stop'),
  'no-token': both('stop'),
  throttled: both('pause'),
  precondition: both('again'),
  unavailable: both('again'),
  unreachable: both('outage'),
  lost: { send: 'unsure', update: 'again' },
};

function both(doing: Doing) {
  return { send: doing, update: doing };
}

/** Speaks up over the Bot Connector. */
export function createNotifier(connector: Connector, elsewhere: Elsewhere = {}): Notifier {
  function post(address: ConversationAddress, card: RenderedCard): Promise<SendOutcome> {
    return connector.send(placeOf(address), addressed(cardMessage(card), address), once);
  }

  function put(address: ConversationAddress, activityId: string, card: RenderedCard): Promise<SendOutcome> {
    return connector.update({ ...placeOf(address), activityId }, { ...addressed(cardMessage(card), address), id: activityId }, once);
  }

  /** The address behind the other host, when that is what was answered. */
  function atOtherHost(address: ConversationAddress, outcome: SendOutcome): ConversationAddress | undefined {
    const serviceUrl = elsewhere.governmentHost;
    if (outcome.sent || doings[outcome.failure.kind].send !== 'other-host' || serviceUrl === undefined || serviceUrl === address.serviceUrl) return undefined;
    return { ...address, serviceUrl };
  }

  /** Once: a chat that is not found there either is gone. */
  async function sendAnew(address: ConversationAddress, card: RenderedCard, person: PersonId | undefined): Promise<Delivered> {
    const made = await connector.create(address, chatWith(address, person), once);
    // that a chat was made, or not, is no message: it does no harm to try it again
    if (!made.sent) return made.failure.kind === 'lost' ? { kind: 'later', reason: 'lost' } : afterFailure('send', made.failure);
    if (made.activityId === '') return afterFailure('send', { kind: 'conversation-gone' });
    const moved = { ...address, conversation: made.activityId };
    return deliveredBy('send', await post(moved, card), moved);
  }

  return {
    async send(first, card, person) {
      const tried = await post(first, card);
      const other = atOtherHost(first, tried);
      const outcome = other === undefined ? tried : await post(other, card);
      const address = other ?? first;
      if (!outcome.sent && doings[outcome.failure.kind].send === 'anew') return sendAnew(address, card, person);
      return deliveredBy('send', outcome, other);
    },
    async update(address, activityId, card) {
      const tried = await put(address, activityId, card);
      const other = atOtherHost(address, tried);
      return deliveredBy('update', other === undefined ? tried : await put(other, activityId, card));
    },
  };
}

/** The object id belongs into `id`: as `aadObjectId` it is a 400. */
function chatWith({ bot, user, tenant }: ConversationAddress, person: PersonId | undefined) {
  const id = person === undefined ? user.id : objectIdOf(person);
  return { isGroup: false, bot, members: [{ id }], tenantId: tenant, channelData: { tenant: { id: tenant } } };
}

function placeOf({ serviceUrl, conversation }: ConversationAddress): { readonly serviceUrl: string; readonly conversation: string } {
  return { serviceUrl, conversation };
}

/** @param moved where the person's chat is now, when that has changed. */
function deliveredBy(what: 'send' | 'update', outcome: SendOutcome, moved?: ConversationAddress): Delivered {
  if (!outcome.sent) return afterFailure(what, outcome.failure);
  return { kind: 'sent', activityId: outcome.activityId, ...(moved === undefined ? {} : { moved }) };
}

function afterFailure(what: 'send' | 'update', failure: SendFailure): Delivered {
  const reason = failure.kind;
  switch (doings[reason][what]) {
    case 'again':
      return { kind: 'later', reason };
    case 'outage':
      return { kind: 'later', isOutage: true, reason };
    case 'pause':
      return { kind: 'later', pause: 'tenant', reason, ...afterMsOf(failure) };
    case 'stop':
      return { kind: 'later', pause: 'everything', reason };
    case 'mark':
      return { kind: 'not-reachable', reason: reason === 'blocked' ? reason : 'not-installed' };
    case 'anew':
      return { kind: 'not-reachable', reason: 'conversation-gone' };
    case 'gone':
      return { kind: 'not-reachable', reason: reason === 'activity-gone' ? 'card-gone' : 'conversation-gone' };
    case 'unsure':
      return { kind: 'maybe-sent' };
    case 'other-host':
    case 'give-up':
      return { kind: 'failed', reason: failure.kind === 'refused' ? `refused-${String(failure.status)}` : reason };
  }
}

function afterMsOf(failure: SendFailure): { readonly afterMs?: number } {
  return failure.kind === 'throttled' && failure.retryAfterMs !== undefined ? { afterMs: failure.retryAfterMs } : {};
}
