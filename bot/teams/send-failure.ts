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
  /** Its chat was removed, or is not found just now. */
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
  /** 502 or 503: whoever answers for Teams could not hand it on. */
  | { readonly kind: 'unavailable' }
  /** 504, no answer in time, or a connection lost on the way: it may have arrived. */
  | { readonly kind: 'lost' }
  /** A government tenant: another host answers for it. */
  | { readonly kind: 'wrong-host' }
  /** No connection was made: it has not arrived. */
  | { readonly kind: 'unreachable' }
  /** An answer that is not documented. */
  | { readonly kind: 'refused'; readonly status: number };

/** Taken by Teams under this id, or not taken. */
export type SendOutcome = { readonly sent: true; readonly activityId: string } | { readonly sent: false; readonly failure: SendFailure };

const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const ErrorBody = z.object({ error: z.object({ code: z.string().optional(), message: z.string().optional() }) });
const Detail = z.object({ subCode: z.string() });

interface Row {
  readonly status: number;
  /** Of these codes or sub-codes only; the first row that fits counts. */
  readonly codes?: readonly string[];
  readonly failure: SendFailure;
}

/**
 * What the Bot Connector answers, by status and code (Microsoft: "Status codes from bot conversational APIs", and "Send proactive messages" for
 * MessageWritesBlocked; checked 2026-11-20). What to do then: see `notifier.ts`.
 */
export const answers: readonly Row[] = [
  { status: 400, failure: { kind: 'malformed' } },
  { status: 401, failure: { kind: 'not-authorised' } },
  { status: 403, codes: ['BotDisabledByAdmin'], failure: { kind: 'blocked', by: 'admin' } },
  { status: 403, codes: ['ConversationBlockedByUser', 'MessageWritesBlocked'], failure: { kind: 'blocked', by: 'user' } },
  { status: 403, codes: ['BotNotInConversationRoster', 'NotEnoughPermissions', 'ForbiddenOperationException'], failure: { kind: 'not-installed' } },
  { status: 403, codes: ['InvalidBotApiHost'], failure: { kind: 'wrong-host' } },
  { status: 404, codes: ['ActivityNotFoundInConversation'], failure: { kind: 'activity-gone' } },
  { status: 404, failure: { kind: 'conversation-gone' } },
  { status: 412, failure: { kind: 'precondition' } },
  { status: 413, failure: { kind: 'too-big' } },
  { status: 429, failure: { kind: 'throttled' } },
  { status: 502, failure: { kind: 'unavailable' } },
  { status: 503, failure: { kind: 'unavailable' } },
  { status: 504, failure: { kind: 'lost' } },
];

/** @param answer the status, the raw body and the Retry-After header of an answer that is not a success. */
export function failureOf({ status, body, retryAfter }: Answer): SendFailure {
  const codes = codesIn(body);
  const row = answers.find((each) => each.status === status && (each.codes?.some((code) => codes.includes(code)) ?? true));
  if (row === undefined) return { kind: 'refused', status };
  return row.failure.kind === 'throttled' ? throttled(retryAfter) : row.failure;
}

/** What a failed call means, or undefined when the fault is not the network's. */
export function failureOnTheWay(error: unknown): SendFailure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (noConnection.has(String(error.code))) return { kind: 'unreachable' };
  return error instanceof errors.UndiciError || 'syscall' in error ? { kind: 'lost' } : undefined;
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
