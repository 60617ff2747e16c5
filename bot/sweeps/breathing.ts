import type { Clock, Timers } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';

/** So long do the sweeps work before they let others in; turns wait no longer for them. */
const longestBreathMs = 4;

/**
 * The same book for sweeps, which read and write it thousands of times in a row: every few milliseconds they let turns and timers in.
 *
 * Answers from memory come within one turn of the event loop, however many are awaited. All who work with one such book breathe together:
 * side by side they hold the loop no longer than one alone.
 */
export function breathing(book: Store, { clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Store {
  const now = (): number => clock.now().getTime();
  let since = now();
  let pause: Promise<void> | undefined;

  function nextTurn(): Promise<void> {
    pause ??= new Promise<void>((resolve) => {
      timers.after(0, () => {
        pause = undefined;
        since = now();
        resolve();
      });
    });
    return pause;
  }

  async function breath(): Promise<void> {
    while (now() - since >= longestBreathMs) await nextTurn();
  }

  return {
    ...book,
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
    async commit(commit) {
      await breath();
      return book.commit(commit);
    },
  };
}
