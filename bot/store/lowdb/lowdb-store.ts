import { Low } from 'lowdb';
import { instantOf } from '../../../domain/shared/dates.ts';
import type { Fault } from '../../../domain/shared/fault.ts';
import type { Clock, Log } from '../../../domain/shared/ports.ts';
import type { Reader, Store } from '../../../domain/shared/store.port.ts';
import { emptyBook } from '../book-state.ts';
import { copyBook } from './backup.ts';
import type { BookAdapter } from './book-adapter.ts';
import { bookAdapter } from './book-adapter.ts';
import type { BookFiles } from './book-files.ts';
import { bookFiles, makeBookFolder } from './book-files.ts';
import type { BookWriter } from './book-writer.ts';
import { bookWriter } from './book-writer.ts';
import type { CompactAt } from './compaction.ts';
import type { Disk } from './disk.ts';
import { realDisk } from './disk.ts';

/** The embedded book: a store that can also copy itself. */
export interface LowdbStore extends Store {
  /**
   * Copies the book, as it is on disk now, into a folder that does not exist yet, while work goes on.
   *
   * Holds every commit acknowledged before the call, and what is named as belonging `beside` the book. Throws `Fault('configuration')`
   * when the folder exists.
   */
  backup(folder: string, beside?: readonly string[]): Promise<void>;
}

export interface LowdbOptions {
  /** Whoever opens a book holds its lock (book-lock.ts): two processes on one book would destroy it. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Hears once of the first write that failed. Memory and disk have parted then: end the process. */
  readonly onFailure: (fault: Fault) => void;
  readonly disk?: Disk;
  readonly compactAt?: CompactAt;
}

const usualSizes: CompactAt = { rest: 1 << 21, running: 1 << 26 };

/**
 * Opens the book in `folder`, or makes one.
 *
 * Single process. A commit is judged and applied in memory within one tick, written together with all others that wait,
 * and acknowledged when it is on disk; until then `read`, `list` and `count` see it already.
 * Throws `Fault('book-damaged')` or `Fault('book-of-another-version')`, and has changed nothing then.
 */
export async function openLowdbStore(options: LowdbOptions): Promise<LowdbStore> {
  const { folder, clock, log, onFailure, disk = realDisk, compactAt = usualSizes } = options;
  await makeBookFolder(folder);
  const files = bookFiles(folder);
  const adapter = bookAdapter(files, disk, (torn) => {
    log.warn({ file: files.journal, ...torn }, 'the last write to the book was cut off and is dropped; nobody had been told that it was kept');
  });
  const db = new Low(adapter, emptyBook());
  await db.read();
  async function fold(): Promise<void> {
    db.data.forgetOutcomes(instantOf(clock.now()));
    await db.write();
  }
  const writer = bookWriter({ state: db.data, adapter, fold, compactAt, onFailure });
  await writer.tidy();
  return { ...readingVerbs(writer), ...writingVerbs(writer), ...fileVerbs(files, adapter, writer) };
}

function readingVerbs(writer: BookWriter): Reader {
  return {
    async read(kind, id) {
      return writer.book().read(kind, id);
    },
    async list(query, slice) {
      return writer.book().list(query, slice);
    },
    async count(query, slice) {
      return writer.book().count(query, slice);
    },
    async outcomeOf(commandId) {
      const kept = writer.book().outcomeOf(commandId);
      await writer.soFar();
      return kept;
    },
  };
}

function writingVerbs(writer: BookWriter): Pick<Store, 'commit' | 'claim' | 'check'> {
  return {
    async commit(commit) {
      for (let pause = writer.pause(); pause !== undefined; pause = writer.pause()) await pause;
      const judged = writer.book().judge(commit);
      if (judged.kind === 'committed') await writer.write(commit);
      if (judged.kind === 'already-applied') await writer.soFar();
      return judged;
    },

    async claim(request) {
      for (let pause = writer.pause(); pause !== undefined; pause = writer.pause()) await pause;
      const put = writer.book().claimable(request);
      if (put.length === 0) return [];
      const written = writer.write({ put });
      // read before the disk answers: afterwards they may be somebody else's
      const claimed = put.flatMap(({ id }) => writer.book().read('outbox', id) ?? []);
      await written;
      return claimed;
    },

    async check() {
      writer.book();
      await writer.soFar();
    },
  };
}

function fileVerbs(files: BookFiles, adapter: BookAdapter, writer: BookWriter): Pick<LowdbStore, 'auditTrail' | 'backup' | 'close'> {
  return {
    async *auditTrail() {
      const release = await writer.holdFiles();
      try {
        yield* adapter.events();
      } finally {
        release();
      }
    },

    async backup(folder, beside) {
      const release = await writer.holdFiles();
      try {
        await copyBook(files, adapter.extent(), folder, beside);
      } finally {
        release();
      }
    },

    close: () => writer.close(),
  };
}
