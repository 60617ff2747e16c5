import type { Low } from 'lowdb';
import { instantOf } from '../../../domain/shared/dates.ts';
import { Fault } from '../../../domain/shared/fault.ts';
import type { Clock } from '../../../domain/shared/ports.ts';
import type { BookState } from '../book-state.ts';
import type { Change } from '../entry.ts';
import { Entry, entryText } from '../entry.ts';
import type { BookAdapter } from './book-adapter.ts';
import type { CompactAt } from './compaction.ts';
import { compaction } from './compaction.ts';
import { groupCommit } from './group-commit.ts';

export interface BookWriterParts {
  readonly db: Low<BookState>;
  readonly adapter: BookAdapter;
  readonly clock: Clock;
  readonly compactAt: CompactAt;
  readonly onFailure: (fault: Fault) => void;
}

/** The one way into the book: what is applied in memory is on its way to the disk, in the same order. */
export interface BookWriter {
  /** What a commit has to wait for before it is judged. Judge and write in the tick in which it is undefined. */
  readonly pause: () => Promise<void> | undefined;
  /** Applies a change at once; resolves when it is on disk. */
  readonly write: (change: Change) => Promise<void>;
  /** Resolves when everything applied so far is on disk. */
  readonly soFar: () => Promise<void>;
  /** Throws when the book is closed, or could not be written: nothing may be read or written any more. */
  readonly refuseIfStopped: () => void;
  /** From now on the files only grow at their ends, until the returned function is called. */
  readonly holdFiles: () => Promise<() => void>;
  /** Folds the journal into the snapshot if it is larger than at rest. For the start, before anybody writes. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function bookWriter({ db, adapter, clock, compactAt, onFailure }: BookWriterParts): BookWriter {
  const failStop = onlyOneFailure(onFailure);
  const groups = groupCommit((entries) => adapter.append(entries).catch(failStop.fail));
  const folding = compaction({ compactAt, journalBytes: () => adapter.extent().journal, soFar: groups.soFar, fold });
  let closing: Promise<void> | undefined;

  function refuseIfStopped(): void {
    failStop.refuseIfFailed();
    if (closing !== undefined) throw new Fault('unreachable', { detail: 'the book is closed' });
  }

  async function fold(): Promise<void> {
    failStop.refuseIfFailed();
    db.data.forgetOutcomes(instantOf(clock.now()));
    await db.write().catch(failStop.fail);
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
    pause: folding.pause,
    async write(change) {
      const sequence = db.data.facts().sequence + 1;
      const text = entryText(sequence, change);
      db.data.apply(Entry.parse(JSON.parse(text)));
      await groups.add({ sequence, text });
      if (closing === undefined) folding.whileOthersWait();
    },
    soFar: groups.soFar,
    refuseIfStopped,
    async holdFiles() {
      await folding.pause();
      refuseIfStopped();
      return folding.holdFiles();
    },
    tidy: folding.atRest,
    close: () => (closing ??= finish()),
  };
}

interface FailStop {
  readonly fail: (cause: unknown) => never;
  readonly refuseIfFailed: () => void;
}

/** Whatever fails after the first failure is that failure: memory and disk parted there. */
function onlyOneFailure(onFailure: (fault: Fault) => void): FailStop {
  let failure: Fault | undefined;
  return {
    fail(cause) {
      if (failure !== undefined) throw failure;
      failure = new Fault('book-write-failed', { detail: 'what is in memory may not be on disk; restart the assistant', cause });
      onFailure(failure);
      throw failure;
    },
    refuseIfFailed() {
      if (failure !== undefined) throw failure;
    },
  };
}
