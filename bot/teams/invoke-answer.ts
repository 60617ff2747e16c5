import type { InvokeResponse } from 'botbuilder';
import type { Reply } from '../../domain/shared/turn.ts';
import { cardType } from './card-message.ts';

/**
 * The answer to a clicked card: the card that takes its place, or nothing to show.
 *
 * HTTP 200 whatever happened; what happened stands in the body (Universal Action Model: "if the bot's code was involved at all").
 */
export function invokeAnswer(reply: Reply): InvokeResponse {
  if (reply.kind === 'card') return { status: 200, body: { statusCode: 200, type: cardType, value: reply.card } };
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } };
}

/** The answer when not even a card about the fault could be made; the client shows its own words. */
export function invokeFault(errorId: string): InvokeResponse {
  return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'fault', message: errorId } } };
}
