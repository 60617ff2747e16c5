import type { Clock } from '../../../domain/shared/ports.ts';
import type { Store } from '../../../domain/shared/store.port.ts';
import { noon } from '../sample-records.ts';

/** One empty book for one test. */
export interface BookUnderTest {
  readonly store: Store;
  /** Closes the book and opens it again, as a restart does. */
  readonly reopen: () => Promise<Store>;
  /** Lets go of everything the test took. */
  readonly end: () => Promise<void>;
}

export type OpenBookUnderTest = (clock: Clock) => Promise<BookUnderTest>;

/** A clock the tests set. */
export interface SetClock extends Clock {
  readonly set: (now: Date) => void;
}

/** Runs one test in a book of its own, at noon of the sample day. */
export type WithBook = (work: (book: BookUnderTest, clock: SetClock) => Promise<void>) => Promise<void>;

export function withBookOf(open: OpenBookUnderTest): WithBook {
  return async (work) => {
    const clock = clockAtNoon();
    const book = await open(clock);
    try {
      await work(book, clock);
    } finally {
      await book.end();
    }
  };
}

export function clockAtNoon(): SetClock {
  let current = new Date(noon);
  return {
    now: () => current,
    set(now) {
      current = now;
    },
  };
}
