import { errors } from 'undici';
import { z } from 'zod';
import type { Answer } from './exchange.ts';

/**
 * Why Teams did not take an activity. Judged by status and code, never by text
 * (Microsoft: "Status codes from bot conversational APIs").
 */
export type SendFailure =
  /** The recipient took the app away, or it never was installed there. Waits for the next installation. */
  | { readonly kind: 'not-installed' }
  /** The recipient, or an administrator, blocked the assistant. Resumes when they write. */
  | { readonly kind: 'blocked'; readonly by: 'user' | 'admin' }
  | { readonly kind: 'conversation-gone' }
  | { readonly kind: 'activity-gone' }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'malformed' }
  /** Our registration or token is not accepted: nothing can be sent to anybody. */
  | { readonly kind: 'not-authorised' }
  /** Our own token cannot be had now: it has not been sent. */
  | { readonly kind: 'no-token' }
  | { readonly kind: 'precondition' }
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** 502, 503, 504 or a connection lost on the way: it may have arrived. */
  | { readonly kind: 'unavailable' }
  /** No connection was made: it has not arrived. */
  | { readonly kind: 'unreachable' }
  /** An answer that is not documented. */
  | { readonly kind: 'refused'; readonly status: number };

/** Taken by Teams under this id, or not taken. */
export type SendOutcome = { readonly sent: true; readonly activityId: string } | { readonly sent: false; readonly failure: SendFailure };

const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const ErrorBody = z.object({ error: z.object({ code: z.string().optional(), message: z.string().optional() }) });
const Detail = z.object({ subCode: z.string() });

/** @param answer the status, the raw body and the Retry-After header of an answer that is not a success. */
export function failureOf(answer: Answer): SendFailure {
  switch (answer.status) {
    case 400:
      return { kind: 'malformed' };
    case 401:
      return { kind: 'not-authorised' };
    case 403:
      return forbidden(answer.body);
    case 404:
      return { kind: codesIn(answer.body).includes('ActivityNotFoundInConversation') ? 'activity-gone' : 'conversation-gone' };
    case 412:
      return { kind: 'precondition' };
    case 413:
      return { kind: 'too-big' };
    case 429:
      return throttled(answer.retryAfter);
    case 502:
    case 503:
    case 504:
      return { kind: 'unavailable' };
    default:
      return { kind: 'refused', status: answer.status };
  }
}

/** What a failed call means, or undefined when the fault is not the network's. */
export function failureOnTheWay(error: unknown): SendFailure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (noConnection.has(String(error.code))) return { kind: 'unreachable' };
  return error instanceof errors.UndiciError || 'syscall' in error ? { kind: 'unavailable' } : undefined;
}

function forbidden(body: string): SendFailure {
  const codes = codesIn(body);
  if (codes.includes('BotDisabledByAdmin')) return { kind: 'blocked', by: 'admin' };
  if (codes.includes('ConversationBlockedByUser') || codes.includes('MessageWritesBlocked')) return { kind: 'blocked', by: 'user' };
  const absent = ['BotNotInConversationRoster', 'NotEnoughPermissions', 'ForbiddenOperationException'];
  return absent.some((code) => codes.includes(code)) ? { kind: 'not-installed' } : { kind: 'refused', status: 403 };
}

function throttled(retryAfter: string | undefined): SendFailure {
  return retryAfter !== undefined && /^\d{1,5}$/.test(retryAfter) ? { kind: 'throttled', retryAfterMs: Number(retryAfter) * 1000 } : { kind: 'throttled' };
}

/** The code of an error answer, and the sub-code that Teams hides as JSON inside its message. */
function codesIn(body: string): readonly string[] {
  const error = ErrorBody.safeParse(parsed(body)).data?.error;
  const subCode = Detail.safeParse(parsed(error?.message ?? '')).data?.subCode;
  return [error?.code, subCode].filter((code) => code !== undefined);
}

/** JSON or nothing: a gateway on the way answers in HTML. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
