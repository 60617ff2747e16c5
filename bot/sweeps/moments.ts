import type { Clock, Timers } from '../../domain/shared/ports.ts';

/** Waits for moments, until nobody may wait any more. */
export interface Moments {
  readonly now: () => number;
  /** Milliseconds since 1970. Resolves at once for a moment of the past. */
  readonly wait: (until: number) => Promise<void>;
  readonly isClosed: () => boolean;
  /** Whoever waits goes on at once. */
  readonly close: () => void;
}

export function createMoments({ clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Moments {
  const waiting = new Set<() => void>();
  let isClosed = false;
  const now = (): number => clock.now().getTime();
  return {
    now,
    wait(until) {
      const ms = until - now();
      if (ms <= 0 || isClosed) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          callOff();
          waiting.delete(wake);
          resolve();
        };
        const callOff = timers.after(ms, wake);
        waiting.add(wake);
      });
    },
    isClosed: () => isClosed,
    close() {
      isClosed = true;
      for (const wake of waiting) wake();
    },
  };
}
