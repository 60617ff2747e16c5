import type { Evenly } from './pace.ts';
import { evenly, ownPace } from './pace.ts';

/** What goes into one tenant: never more than it may, not at all while it is throttled, one by one after that. Milliseconds. */
export interface TenantTraffic {
  readonly even: Evenly;
  /** How many have a moment and are not done. */
  held(): number;
  pausedUntil(): number;
  /** Takes a moment. */
  take(now: number): number;
  /** A moment behind everything that has one or was sent away with one. Whoever gets it comes back a little before. */
  book(now: number): number;
  isBooked(now: number): boolean;
  /** The one that had a moment is done, or gave it up. */
  letGo(): void;
  /** Waits until fewer than can be are under way. */
  enter(): Promise<void>;
  /** The one that had entered is done. */
  leave(): void;
  /** The next departure, never closer to the one before than a late process may catch up. */
  depart(now: number): number;
  /** Throttled; `afterMs`: as long as the channel asks, else longer each time. */
  pause(now: number, afterMs?: number): void;
  /** It was not taken, or nobody knows: three in a row are a pause. */
  stumbled(now: number): void;
  wentWell(now: number): void;
  /** Nobody waits any more. */
  close(): void;
}

/** With answers within 0.7 s that keeps the pace; a channel that hangs holds no more than these. */
const mostUnderWay = 32;
const mostStumbles = 3;
const pauses = [2000, 10_000, 30_000, 60_000, 300_000] as const;
/** Whoever was sent away is back before its moment, so that no moment passes unused. */
const backBeforeMs = 1000;

export function createTenantTraffic(): TenantTraffic {
  const even = evenly(ownPace.perSecond);
  const booked = evenly(ownPace.perSecond);
  const departures = evenly(ownPace.catchingUpPerSecond);
  const waiting: (() => void)[] = [];
  const now = { held: 0, underWay: 0, pausedUntil: 0, strikes: 0, stumbles: 0, isClosed: false };

  /** After a pause one goes ahead, to see. */
  function room(): number {
    if (now.isClosed) return Infinity;
    return now.strikes > 0 ? 1 : mostUnderWay;
  }

  function letIn(): void {
    while (now.underWay < room() && waiting.length > 0) {
      now.underWay += 1;
      waiting.shift()?.();
    }
  }

  function pauseFor(at: number, ms: number | undefined): void {
    const isNew = now.pausedUntil <= at;
    const asked = ms ?? (isNew ? (pauses[Math.min(now.strikes, pauses.length - 1)] ?? 0) : 0);
    if (isNew) now.strikes += 1;
    now.pausedUntil = Math.max(now.pausedUntil, at + asked);
    even.holdUntil(now.pausedUntil);
    now.stumbles = 0;
  }

  return {
    even,
    held: () => now.held,
    pausedUntil: () => now.pausedUntil,
    take(at) {
      now.held += 1;
      return even.take(at);
    },
    book(at) {
      return booked.take(Math.max(at, even.free(at), now.pausedUntil)) - (now.pausedUntil > at ? 0 : backBeforeMs);
    },
    isBooked: (at) => booked.free(at) > at,
    enter() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        letIn();
      });
    },
    leave() {
      now.underWay -= 1;
      letIn();
    },
    letGo() {
      now.held -= 1;
    },
    depart: departures.take,
    pause: pauseFor,
    stumbled(at) {
      now.stumbles += 1;
      if (now.strikes > 0 || now.stumbles >= mostStumbles) pauseFor(at, undefined);
    },
    wentWell(at) {
      // what was under way when the pause began says nothing of its end
      if (now.pausedUntil > at) return;
      now.stumbles = 0;
      now.strikes = 0;
      letIn();
    },
    close() {
      now.isClosed = true;
      letIn();
    },
  };
}
