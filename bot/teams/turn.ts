import type { TurnContext } from 'botbuilder';
import { Fault } from '../../domain/shared/fault.ts';
import type { Log, Timers } from '../../domain/shared/ports.ts';
import type { ConversationAddress, Incoming, RenderedCard, Reply, Shown } from '../../domain/shared/turn.ts';
import type { Answer } from './answer.ts';
import { addressed, cardMessage } from './card-message.ts';
import type { Connector } from './connector.ts';
import { invokeAnswer, invokeFault } from './invoke-answer.ts';
import type { SendOutcome } from './send-failure.ts';
import { showTyping } from './typing.ts';

export interface TurnParts {
  readonly answer: (incoming: Incoming) => Promise<Answer>;
  readonly connector: Connector;
  readonly onShown: OnShown;
  readonly timers: Timers;
  readonly log: Log;
}

/** A card stands in this place of a one-to-one chat now, and shows this, or nothing that changes. Told of every clicked card, and of all that shows something. Never rejects. */
export type OnShown = (place: { readonly incoming: Incoming; readonly activityId: string; readonly shows: Shown | undefined }) => Promise<void>;

/** The answer waits for the dots that are under way: they are not tried twice. */
const typingPatienceMs = 900;

/**
 * Answers one activity within the SDK's turn: a clicked card in its place, anything else with one new message.
 *
 * An answer that Teams does not take is logged and given up: the turn is done and recorded, and delivering it again would not answer again.
 */
export async function turn(parts: TurnParts, context: TurnContext, incoming: Incoming): Promise<void> {
  const typingEnds = mayType(context)
    ? showTyping(parts.timers, () => sendTo(parts.connector, incoming.address, { type: 'typing' }, typingPatienceMs))
    : undefined;
  const answer = await parts.answer(incoming);
  await typingEnds?.();
  await deliver(parts, context, incoming, answer);
}

/** Sends a card to an address outside a turn. */
export function sendCard(connector: Connector, address: ConversationAddress, card: RenderedCard, patienceMs?: number): Promise<SendOutcome> {
  return sendTo(connector, address, cardMessage(card), patienceMs);
}

/** Dots are for those who wrote and wait; a clicked card shows its own, and a caller who expects replies gets all of them at the end. */
function mayType(context: TurnContext): boolean {
  return context.activity.type === 'message' && context.activity.deliveryMode !== 'expectReplies';
}

async function deliver(parts: TurnParts, context: TurnContext, incoming: Incoming, { reply, errorId }: Answer): Promise<void> {
  const isInvoke = context.activity.type === 'invoke';
  if (isInvoke) {
    await context.sendActivity({ type: 'invokeResponse', value: errorId === undefined ? invokeAnswer(reply) : invokeFault(errorId) });
    // before the answer leaves: whoever changes what it shows in the next moment finds this card
    if (reply.kind === 'card') await shown(parts, incoming, incoming.cardId, reply);
  } else if (reply.kind === 'card') {
    const activityId = await sendReply(parts.log, context, incoming, reply.card);
    if (reply.shows !== undefined) await shown(parts, incoming, activityId, reply);
  }
  await sendElsewhere(parts, incoming, reply, isInvoke ? 3000 : undefined);
}

async function shown({ onShown }: TurnParts, incoming: Incoming, activityId: string | undefined, reply: Extract<Reply, { kind: 'card' }>): Promise<void> {
  if (activityId === undefined || activityId === '' || incoming.address.scope !== 'personal') return;
  await onShown({ incoming, activityId, shows: reply.shows });
}

/** Gives the id under which Teams has taken it. */
async function sendReply(log: Log, context: TurnContext, incoming: Incoming, card: RenderedCard): Promise<string | undefined> {
  try {
    return (await context.sendActivity(cardMessage(card)))?.id;
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.code !== 'send-failed') throw fault;
    log.error({ requestId: incoming.requestId, failure: fault.cause }, 'the answer was not taken');
    return undefined;
  }
}

/** @param patienceMs for a clicked card, whose own answer Teams awaits for five seconds and no longer. */
async function sendElsewhere({ connector, log }: TurnParts, incoming: Incoming, reply: Reply, patienceMs: number | undefined): Promise<void> {
  if (reply.kind === 'nothing' || reply.alsoTo === undefined) return;
  const outcome = await sendCard(connector, reply.alsoTo.address, reply.alsoTo.card, patienceMs);
  if (!outcome.sent) log.warn({ requestId: incoming.requestId, failure: outcome.failure }, 'the answer was not taken in the one-to-one chat');
}

function sendTo(connector: Connector, address: ConversationAddress, activity: { readonly type: string }, patienceMs?: number): Promise<SendOutcome> {
  const effort = patienceMs === undefined ? {} : { patienceMs };
  return connector.send({ serviceUrl: address.serviceUrl, conversation: address.conversation }, addressed(activity, address), effort);
}
