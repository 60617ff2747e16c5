import type { JournalText } from './journal.ts';

/** Writes that wait for the disk together: whoever comes while one write is under way shares the next one. */
export interface GroupCommit {
  /** Resolves when this entry, and with it every entry before, is on disk. */
  readonly add: (entry: JournalText) => Promise<void>;
  /** Resolves when every entry added so far is on disk. */
  readonly soFar: () => Promise<void>;
}

interface Group {
  readonly entries: JournalText[];
  readonly done: Promise<void>;
}

/** After the first write that fails every entry fails: what follows must not get onto the disk without what was lost. */
export function groupCommit(write: (entries: readonly JournalText[]) => Promise<void>): GroupCommit {
  let gathering: Group | undefined;
  let last: Promise<void> = Promise.resolve();

  function gather(): Group {
    const entries: JournalText[] = [];
    const done = last.then(() => {
      gathering = undefined;
      return write(entries);
    });
    last = done;
    return { entries, done };
  }

  return {
    add(entry) {
      gathering ??= gather();
      gathering.entries.push(entry);
      return gathering.done;
    },
    soFar: () => last,
  };
}
