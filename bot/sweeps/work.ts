import type { Timers } from '../../domain/shared/ports.ts';

/** Work in steps, one after another: begun by whoever wakes it, over when a step says so. */
export interface Work {
  /** There may be something to do. Costs nothing while it is at work already. */
  readonly wake: () => void;
  /** The same in a while, once however often it is asked. */
  readonly wakeAfter: (timers: Timers, ms: number) => void;
  readonly isAtWork: () => boolean;
  readonly ends: () => Promise<void>;
  readonly isStopped: () => boolean;
  /** Takes no further step. */
  readonly stop: () => void;
}

/** @param step true when there may be another at once. */
export function createWork(step: () => Promise<boolean>, onFault: (fault: unknown) => void): Work {
  let working: Promise<void> | undefined;
  let callOff: (() => void) | undefined;
  let isWanted = false;
  let isStopped = false;

  async function steps(): Promise<void> {
    isWanted = false;
    while (!isStopped && (await step()));
  }

  function wake(): void {
    isWanted = true;
    if (isStopped || working !== undefined) return;
    working = steps()
      .catch(onFault)
      .finally(() => {
        working = undefined;
        if (isWanted) wake();
      });
  }

  return {
    wake,
    wakeAfter(timers, ms) {
      if (isStopped) return;
      callOff ??= timers.after(ms, () => {
        callOff = undefined;
        wake();
      });
    },
    isAtWork: () => working !== undefined,
    ends: () => working ?? Promise.resolve(),
    isStopped: () => isStopped,
    stop() {
      isStopped = true;
      callOff?.();
    },
  };
}
