import type { Timers } from '../../domain/shared/ports.ts';

const firstAfterMs = 1000;
/** Teams shows the dots for about three seconds. */
const againAfterMs = 3000;

/**
 * Shows that an answer is being made, from the first second of waiting on.
 *
 * Returns how to end it: the returned promise settles when no indicator can arrive any more, so that none is seen after the answer.
 *
 * @param show sends one indicator; it never rejects.
 */
export function showTyping(timers: Timers, show: () => Promise<unknown>): () => Promise<void> {
  let shown: Promise<unknown> = Promise.resolve();
  let callOff = timers.after(firstAfterMs, again);

  function again(): void {
    shown = show();
    callOff = timers.after(againAfterMs, again);
  }

  return async () => {
    callOff();
    await shown;
  };
}
