/** From how many bytes on a journal is folded into a new snapshot. */
export interface CompactAt {
  /** At the start and at the end, when nobody waits. */
  readonly rest: number;
  /** In between: new commits wait until it is done, reading goes on. */
  readonly running: number;
}

export interface CompactionParts {
  readonly compactAt: CompactAt;
  readonly journalBytes: () => number;
  /** Resolves when no entry is under way any more. */
  readonly soFar: () => Promise<void>;
  /** Makes the new snapshot and the empty journal. The book must not change until it resolves. */
  readonly fold: () => Promise<void>;
}

/** Decides when the journal is folded: never while an entry is under way, never while somebody reads the files. */
export interface Compaction {
  /** What a new entry has to wait for. */
  readonly pause: () => Promise<void> | undefined;
  /** From now on the files only grow at their ends, until the returned function is called. */
  readonly holdFiles: () => Promise<() => void>;
  /** Folds a journal that became too large, while new entries wait. A failure shows in what `fold` does about it. */
  readonly whileOthersWait: () => void;
  /** Folds if there is something worth it. For the start and the end, when nobody writes. */
  readonly atRest: () => Promise<void>;
}

export function compaction({ compactAt, journalBytes, soFar, fold }: CompactionParts): Compaction {
  let pause: Promise<void> | undefined;
  let readers = 0;

  function over(): void {
    pause = undefined;
  }

  return {
    pause: () => pause,
    async holdFiles() {
      while (pause !== undefined) await pause;
      readers += 1;
      return () => {
        readers -= 1;
      };
    },
    whileOthersWait() {
      if (pause !== undefined || readers > 0 || journalBytes() <= compactAt.running) return;
      pause = soFar().then(fold).then(over, over);
    },
    async atRest() {
      if (readers === 0 && journalBytes() > compactAt.rest) await fold();
    },
  };
}
