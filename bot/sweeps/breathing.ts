import type { Clock, Timers } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';

/** So long does a sweep work before it lets others in; turns wait no longer for it. */
const longestBreathMs = 4;

/**
 * The same book for somebody who reads it thousands of times in a row: every few milliseconds it lets turns and timers in.
 * Answers from memory come within one turn of the event loop, however many are awaited.
 */
export function breathing(book: Reader, { clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Reader {
  let since = clock.now().getTime();

  async function breath(): Promise<void> {
    if (clock.now().getTime() - since < longestBreathMs) return;
    await new Promise<void>((resolve) => {
      timers.after(0, resolve);
    });
    since = clock.now().getTime();
  }

  return {
    async read(kind, id) {
      await breath();
      return book.read(kind, id);
    },
    async list(query, slice) {
      await breath();
      return book.list(query, slice);
    },
    async count(query, slice) {
      await breath();
      return book.count(query, slice);
    },
    outcomeOf: (commandId) => book.outcomeOf(commandId),
  };
}
