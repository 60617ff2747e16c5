import type { Clock, Timers } from '../../domain/shared/ports.ts';

interface Waiting {
  readonly at: number;
  readonly work: () => void;
}

/** A clock and its timers, moved by hand: nothing that waits goes on before `advance`. */
export interface HandClock {
  readonly clock: Clock;
  readonly timers: Timers;
  advance(ms: number): void;
  /** Resolves once something waits for that long from now. */
  waiting(ms: number): Promise<void>;
}

export function handClock(start = '2026-03-01T09:00:00.000Z'): HandClock {
  let now = Date.parse(start);
  const pending = new Set<Waiting>();
  const watchers = new Set<() => void>();

  function after(ms: number, work: () => void): () => void {
    const entry = { at: now + ms, work };
    pending.add(entry);
    for (const watch of watchers) watch();
    return () => pending.delete(entry);
  }

  function due(until: number): Waiting | undefined {
    return [...pending].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }

  return {
    clock: { now: () => new Date(now) },
    timers: {
      after,
      every(ms, work) {
        let callOff = after(ms, again);
        function again(): void {
          work();
          callOff = after(ms, again);
        }
        return () => callOff();
      },
    },
    advance(ms) {
      const until = now + ms;
      for (let next = due(until); next !== undefined; next = due(until)) {
        pending.delete(next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = until;
    },
    waiting: (ms) =>
      new Promise((resolve) => {
        const watch = () => {
          if (![...pending].some(({ at }) => at === now + ms)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
  };
}
