import type { Instant } from '../../domain/shared/dates.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { Delivered } from '../../domain/shared/ports.ts';

/** Why a message did not go out now, and what the channel asked for. */
export type Later = Omit<Extract<Delivered, { readonly kind: 'later' }>, 'kind'>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after each try the next one comes; after the last one it has failed. */
const pauses = [2 * second, 10 * second, minute, 5 * minute, 30 * minute] as const;

/** Where nobody answers at all, it goes on every hour: a week in all. */
const mostTriesInAnOutage = pauses.length + 7 * 24;

/**
 * When a message that did not go out is tried again, as its item is put back; undefined when it was tried often enough.
 *
 * Never sooner than the channel asked for. A pause of everybody is nobody's try.
 */
export function nextTry(tries: number, now: Date, later: Later = {}): { readonly dueAt: Instant; readonly tries: number } | undefined {
  const { afterMs = 0, pause, isOutage = false } = later;
  if (pause !== undefined) return { dueAt: after(now, Math.max(pauses[0], afterMs)), tries };
  const next = tries + 1;
  const wait = pauses[next - 1] ?? (isOutage && next <= mostTriesInAnOutage ? hour : undefined);
  return wait === undefined ? undefined : { dueAt: after(now, Math.max(wait, afterMs)), tries: next };
}

function after(now: Date, ms: number): Instant {
  return instantOf(new Date(now.getTime() + ms));
}

/** Of what keeps two cards of one change, the longer; a pause counts as no try, whichever it keeps. */
export function longerOf(one: Later | undefined, other: Later): Later {
  if (one === undefined) return other;
  const longer = (one.afterMs ?? 0) >= (other.afterMs ?? 0) ? one : other;
  const pause = one.pause ?? other.pause;
  return pause === undefined ? longer : { ...longer, pause };
}

/** Somebody who took the app away may come back within a week; it is looked after them every hour. */
export const lookAgainMs = hour;
export const looksForMs = 7 * 24 * hour;
