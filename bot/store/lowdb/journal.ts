import { z } from 'zod';
import { Entry } from '../entry.ts';
import { damaged, ofAnotherVersion, unfinished } from './book-files.ts';
import { checkedLine, linesOf, payloadOf } from './checked-line.ts';
import type { Disk } from './disk.ts';
import { writeFileWith } from './disk.ts';

/** The journal of a running book. */
export interface Journal {
  /** Writes entries behind the last one, in one write and one sync. On disk when it resolves. */
  readonly append: (entries: readonly JournalText[]) => Promise<void>;
  /** How much of the file is on disk. */
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
}

export interface JournalText {
  readonly sequence: number;
  readonly text: string;
}

/** What a reading of the journal found. */
export interface JournalEnd {
  /** The snapshot that the journal follows has at least this sequence. */
  readonly after: number;
  /** Sequence of the last whole entry, or what the journal follows when it has none. */
  readonly sequence: number;
  /** Where the next line belongs. */
  readonly bytes: number;
  readonly torn?: TornWrite;
}

/** A last write that the machine did not finish: nobody was told that it is kept. */
export interface TornWrite {
  readonly line: number;
  readonly bytes: number;
}

/** The first line: the entries follow the one of this sequence, which the snapshot holds. */
const Header = z.tuple([z.strictObject({ format: z.literal(1), after: z.int().nonnegative() })]);

/** Any other line: what was known to be on disk when it was written, and the entry. */
const Line = z.tuple([z.int().nonnegative(), Entry]);

/** Puts an empty journal in the place of whatever is there. */
export async function startJournal(disk: Disk, path: string, after: number): Promise<JournalEnd> {
  const header = Buffer.from(checkedLine(JSON.stringify({ format: 1, after })));
  await writeFileWith(disk, unfinished(path), 'anew', (file) => file.append(header));
  await disk.rename(unfinished(path), path);
  return { after, sequence: after, bytes: header.length };
}

/**
 * Visits every whole entry in order.
 *
 * A line that does not match its checksum is the end of a write that a crash or a power cut tore, and is reported as such,
 * unless a later line says that it was on disk before: then the file is damaged. A torn write may have holes,
 * so the lines of its own group that follow the hole prove nothing, and go with it.
 */
export async function replayJournal(path: string, visit: (entry: Entry) => void): Promise<JournalEnd> {
  let number = 0;
  let end: JournalEnd = { after: 0, sequence: 0, bytes: 0 };
  let fileBytes = 0;
  let tornLine: number | undefined;
  for await (const raw of linesOf(path)) {
    number += 1;
    fileBytes = raw.offset + raw.bytes.length + (raw.isEnded ? 1 : 0);
    const payload = payloadOf(raw);
    if (number === 1) {
      const { after } = headerOf(path, payload);
      end = { after, sequence: after, bytes: fileBytes };
      continue;
    }
    if (payload === undefined) {
      tornLine ??= number;
      continue;
    }
    const [settled, entry] = lineOf(path, number, payload);
    if (tornLine !== undefined) {
      if (settled > end.sequence) throw damaged(path, `line ${tornLine}, does not match its checksum`);
      continue;
    }
    if (entry.sequence !== end.sequence + 1) throw damaged(path, `line ${number}, is entry ${entry.sequence} where ${end.sequence + 1} belongs`);
    try {
      visit(entry);
    } catch (cause) {
      throw ofAnotherVersion(path, number, cause);
    }
    end = { ...end, sequence: entry.sequence, bytes: fileBytes };
  }
  if (number === 0) throw damaged(path, 'line 1, is missing');
  return tornLine === undefined ? end : { ...end, torn: { line: tornLine, bytes: fileBytes - end.bytes } };
}

/** Opens a journal that was replayed up to `end`, and drops what is behind it. */
export async function openJournal(disk: Disk, path: string, end: JournalEnd): Promise<Journal> {
  const file = await disk.open(path, 'journal');
  if (end.torn !== undefined) await file.truncate(end.bytes);
  // what was read may still be on its way to the disk; from here on lines will say that it is there
  await file.sync();
  let bytes = end.bytes;
  let settled = end.sequence;
  return {
    async append(entries) {
      const lines = Buffer.from(entries.map(({ text }) => checkedLine(`${settled},${text}`)).join(''));
      await file.appendAndSync(lines);
      bytes += lines.length;
      settled = entries.at(-1)?.sequence ?? settled;
    },
    bytes: () => bytes,
    close: () => file.close(),
  };
}

/** The entries in the first `bytes` of a journal that is known to be whole. */
export async function* journalEntries(path: string, bytes: number): AsyncGenerator<Entry> {
  let number = 0;
  for await (const raw of linesOf(path, bytes)) {
    number += 1;
    const payload = payloadOf(raw);
    if (payload === undefined) throw damaged(path, `line ${number}, does not match its checksum`);
    if (number > 1) yield lineOf(path, number, payload)[1];
  }
}

function headerOf(path: string, payload: readonly unknown[] | undefined): { readonly after: number } {
  if (payload === undefined) throw damaged(path, 'line 1, does not match its checksum');
  const header = Header.safeParse(payload);
  if (!header.success) throw ofAnotherVersion(path, 1);
  return header.data[0];
}

function lineOf(path: string, number: number, payload: readonly unknown[]): z.infer<typeof Line> {
  const line = Line.safeParse(payload);
  if (!line.success) throw ofAnotherVersion(path, number);
  return line.data;
}
