import type { Adapter } from 'lowdb';
import { Fault } from '../../../domain/shared/fault.ts';
import type { BookState } from '../book-state.ts';
import { emptyBook } from '../book-state.ts';
import type { NumberedEvent } from './audit-file.ts';
import { appendAudit, auditEvents } from './audit-file.ts';
import type { BookFiles } from './book-files.ts';
import { bytesOf, damaged, unfinished } from './book-files.ts';
import type { Disk } from './disk.ts';
import type { Journal, JournalEnd, JournalText, TornWrite } from './journal.ts';
import { journalEntries, openJournal, replayJournal, startJournal } from './journal.ts';
import type { SnapshotHeader } from './snapshot.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

/** How much of each file is on disk and belongs to the book. */
export interface BookExtent {
  readonly journal: number;
  readonly audit: number;
  readonly hasSnapshot: boolean;
}

/**
 * lowdb's extension point, filled with a snapshot and a journal.
 *
 * `read` loads the snapshot and replays the journal onto it. `write` makes a new snapshot and an empty journal; no entry may be under way.
 * Between two snapshots only `append` writes: lowdb itself would write the whole book each time, without making sure that it lasts.
 */
export interface BookAdapter extends Adapter<BookState> {
  readonly append: (entries: readonly JournalText[]) => Promise<void>;
  /** What a copy of the book made now must hold. It stays readable as long as `write` is not called. */
  readonly extent: () => BookExtent;
  /** All audit events that are on disk now. */
  readonly events: () => AsyncGenerator<NumberedEvent>;
  readonly close: () => Promise<void>;
}

/** What the last snapshot says of itself. */
type Saved = Pick<SnapshotHeader, 'sequence' | 'events' | 'auditBytes'> & { readonly hasSnapshot: boolean };

interface OpenBook {
  readonly saved: Saved;
  readonly journal: Journal;
}

/** `onTorn` hears of a last write that was cut off, before it is dropped. */
export function bookAdapter(files: BookFiles, disk: Disk, onTorn: (torn: TornWrite) => void): BookAdapter {
  let open: OpenBook | undefined;

  function opened(): OpenBook {
    if (open === undefined) throw new Fault('unreachable', { detail: 'the book has not been read' });
    return open;
  }

  async function* newEvents(): AsyncGenerator<NumberedEvent> {
    const { saved, journal } = opened();
    let number = saved.events;
    for await (const entry of journalEntries(files.journal, journal.bytes())) {
      if (entry.sequence <= saved.sequence) continue;
      for (const event of entry.events) {
        number += 1;
        yield { ...event, sequence: number };
      }
    }
  }

  return {
    async read() {
      await Promise.all([disk.remove(unfinished(files.snapshot)), disk.remove(unfinished(files.journal))]);
      const book = emptyBook();
      const saved = await loadSnapshot(files, book);
      if (await isNew(files)) await startJournal(disk, files.journal, 0);
      const end = await loadJournal(files, book);
      if (end.torn !== undefined) onTorn(end.torn);
      open = { saved, journal: await openJournal(disk, files.journal, end) };
      return book;
    },

    async write(book) {
      const { saved, journal } = opened();
      const auditBytes = await appendAudit(disk, files.audit, saved.auditBytes, newEvents());
      const header = await writeSnapshot(disk, files.snapshot, book, auditBytes);
      await journal.close();
      const end = await startJournal(disk, files.journal, header.sequence);
      open = { saved: { ...header, hasSnapshot: true }, journal: await openJournal(disk, files.journal, end) };
    },

    append: async (entries) => opened().journal.append(entries),
    extent: () => ({ journal: opened().journal.bytes(), audit: opened().saved.auditBytes, hasSnapshot: opened().saved.hasSnapshot }),
    async *events() {
      yield* auditEvents(files.audit, opened().saved.auditBytes);
      yield* newEvents();
    },
    close: async () => opened().journal.close(),
  };
}

async function loadSnapshot(files: BookFiles, book: BookState): Promise<Saved> {
  if ((await bytesOf(files.snapshot)) === undefined) return { sequence: 0, events: 0, auditBytes: 0, hasSnapshot: false };
  const header = await readSnapshot(files.snapshot, book);
  const auditBytes = (await bytesOf(files.audit)) ?? 0;
  if (auditBytes < header.auditBytes) throw damaged(files.audit, `has ${auditBytes} of the ${header.auditBytes} bytes that belong to the snapshot`);
  return { ...header, hasSnapshot: true };
}

async function isNew(files: BookFiles): Promise<boolean> {
  if ((await bytesOf(files.journal)) !== undefined) return false;
  const rest = await Promise.all([files.snapshot, files.audit].map(bytesOf));
  if (rest.some((bytes) => bytes !== undefined)) throw damaged(files.journal, 'is missing although the rest of the book is there');
  return true;
}

async function loadJournal(files: BookFiles, book: BookState): Promise<JournalEnd> {
  const { sequence } = book.facts();
  const end = await replayJournal(files.journal, (entry) => {
    if (entry.sequence > sequence) book.apply(entry);
  });
  if (end.after > sequence) throw damaged(files.snapshot, 'is missing or older than the journal');
  if (end.sequence < sequence) throw damaged(files.journal, 'ends before the snapshot');
  return end;
}
