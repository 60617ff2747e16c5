import { Fault } from '../../../domain/shared/fault.ts';
import type { BookState } from '../book-state.ts';
import type { Change } from '../entry.ts';
import { Entry, entryText } from '../entry.ts';
import type { BookAdapter } from './book-adapter.ts';
import type { CompactAt } from './compaction.ts';
import { compaction } from './compaction.ts';
import { groupCommit } from './group-commit.ts';
import type { JournalText } from './journal.ts';

export interface BookWriterParts {
  /** Nobody else changes it. */
  readonly state: BookState;
  readonly adapter: Pick<BookAdapter, 'append' | 'extent' | 'close'>;
  /** Makes a new snapshot of the state, and an empty journal. */
  readonly fold: () => Promise<void>;
  readonly compactAt: CompactAt;
  readonly onFailure: (fault: Fault) => void;
}

/** The one way to the book: what it holds in memory is on disk, or on its way there in the same order. */
export interface BookWriter {
  /** The book with every change in it. Throws when it is closed, or could not be written: nothing may be read or written any more. */
  readonly book: () => BookState;
  /** What a commit has to wait for before it is judged. Judge and write in the tick in which it is undefined. */
  readonly pause: () => Promise<void> | undefined;
  /** Makes a change: whoever asks for the book sees it from now on. Resolves when it is on disk; throws, and makes none, when the book cannot take it. */
  readonly write: (change: Change) => Promise<void>;
  /** Resolves when every change made so far is on disk. */
  readonly soFar: () => Promise<void>;
  /** From now on the files only grow at their ends, until the returned function is called. */
  readonly holdFiles: () => Promise<() => void>;
  /** Folds the journal into the snapshot if it is larger than at rest. For the start, before anybody writes. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function bookWriter({ state, adapter, fold, compactAt, onFailure }: BookWriterParts): BookWriter {
  const failStop = onlyOneFailure(onFailure);
  const later = appliedLater(state, failStop.fail);
  const groups = groupCommit(writeGroup);
  const folding = compaction({ compactAt, journalBytes: () => adapter.extent().journal, soFar: groups.soFar, fold: failStop.guard(fold) });
  let closing: Promise<void> | undefined;

  function book(): BookState {
    failStop.refuseIfFailed();
    if (closing !== undefined) throw new Fault('unreachable', { detail: 'the book is closed' });
    later.catchUp();
    return state;
  }

  async function writeGroup(entries: readonly JournalText[]): Promise<void> {
    const written = adapter.append(entries);
    // while the disk works; whoever asks for the book before does it then
    later.catchUp();
    await written.catch(failStop.fail);
  }

  async function finish(): Promise<void> {
    try {
      await folding.pause();
      await groups.soFar();
      await folding.atRest();
    } finally {
      await adapter.close();
    }
  }

  return {
    book,
    pause: folding.pause,
    async write(change) {
      const current = book();
      const sequence = current.facts().sequence + 1;
      const text = entryText(sequence, change);
      current.tryOut(change.put);
      later.add(text);
      await groups.add({ sequence, text });
      if (closing === undefined) folding.whileOthersWait();
    },
    soFar: groups.soFar,
    async holdFiles() {
      await folding.pause();
      book();
      return folding.holdFiles();
    },
    tidy: folding.atRest,
    close: () => (closing ??= finish()),
  };
}

interface AppliedLater {
  readonly add: (text: string) => void;
  readonly catchUp: () => void;
}

/** Entries that were found good, and wait to be applied until somebody looks or the disk has been given its work. */
function appliedLater(state: BookState, fail: (cause: unknown) => never): AppliedLater {
  let waiting: string[] = [];
  return {
    add: (text) => waiting.push(text),
    catchUp() {
      const texts = waiting;
      if (texts.length > 0) waiting = [];
      try {
        for (const text of texts) state.apply(Entry.parse(JSON.parse(text)));
      } catch (cause) {
        fail(cause);
      }
    },
  };
}

interface FailStop {
  readonly fail: (cause: unknown) => never;
  readonly refuseIfFailed: () => void;
  /** Work that is not begun after a failure, and whose own failure is one. */
  readonly guard: (work: () => Promise<void>) => () => Promise<void>;
}

/** Whatever fails after the first failure is that failure: memory and disk parted there. */
function onlyOneFailure(onFailure: (fault: Fault) => void): FailStop {
  let failure: Fault | undefined;
  function refuseIfFailed(): void {
    if (failure !== undefined) throw failure;
  }
  function fail(cause: unknown): never {
    refuseIfFailed();
    failure = new Fault('book-write-failed', { detail: 'what is in memory may not be on disk; restart the assistant', cause });
    onFailure(failure);
    throw failure;
  }
  return {
    fail,
    refuseIfFailed,
    guard: (work) => async () => {
      refuseIfFailed();
      await work().catch(fail);
    },
  };
}
