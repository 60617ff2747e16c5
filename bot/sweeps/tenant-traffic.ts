import type { Evenly } from './pace.ts';
import { evenly, ownPace } from './pace.ts';
import type { Pause } from './pause.ts';
import { createPause } from './pause.ts';
import type { UnderWay } from './under-way.ts';
import { createUnderWay } from './under-way.ts';

/** What goes into one tenant: never more than it may, not at all while it is throttled, one ahead after that. Milliseconds. */
export interface TenantTraffic {
  readonly pause: Pause;
  readonly underWay: UnderWay;
  /** The next moment that nobody has. */
  free(now: number): number;
  /** Takes it. */
  take(now: number): number;
  /** How many have a moment and are not done. */
  held(): number;
  /** One that had a moment is done, or gave it up. */
  letGo(): void;
  /** When to come back: a little before a moment behind everybody who has one or was sent away with one. */
  book(now: number): number;
  /** When to come back: right after the pause, in the order of asking. */
  afterPause(): number;
  isBooked(now: number): boolean;
  /** Leaves now, or gives the moment before which it must not: never closer to the one before than a late process may catch up. */
  depart(now: number): number | undefined;
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
  const moments: Evenly = evenly(ownPace.perSecond);
  const booked = evenly(ownPace.perSecond);
  const departures = evenly(ownPace.catchingUpPerSecond, ownPace.slackMs);
  const afterPause = evenly(1000);
  const pause = createPause(pauses, mostStumbles);
  let held = 0;
  let isClosed = false;
  const underWay = createUnderWay(() => (isClosed ? Infinity : pause.isProbing() ? 1 : mostUnderWay));
  const free = (now: number): number => Math.max(moments.free(now), pause.until());
  return {
    pause,
    underWay,
    free,
    take(now) {
      held += 1;
      return moments.take(free(now));
    },
    held: () => held,
    letGo() {
      held -= 1;
    },
    book: (now) => booked.take(free(now)) - (pause.until() > now ? 0 : backBeforeMs),
    afterPause: () => afterPause.take(pause.until()),
    isBooked: (now) => booked.free(now) > now,
    depart(now) {
      const moment = departures.free(now);
      if (moment > now) return moment;
      departures.take(now);
      return undefined;
    },
    close() {
      isClosed = true;
      underWay.look();
    },
  };
}
