import type { Clock, Timers } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';

/** So long do the sweeps work before they let others in; turns wait no longer for them. */
const longestBreathMs = 2;

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

  /** Asked at once before each call: of many who are let in together, only the first may have breath left. */
  const isOut = (): boolean => now() - since >= longestBreathMs;

  return {
    ...book,
    async read(kind, id) {
      while (isOut()) await nextTurn();
      return book.read(kind, id);
    },
    async list(query, slice) {
      while (isOut()) await nextTurn();
      return book.list(query, slice);
    },
    async count(query, slice) {
      while (isOut()) await nextTurn();
      return book.count(query, slice);
    },
    async commit(commit) {
      while (isOut()) await nextTurn();
      return book.commit(commit);
    },
  };
}
