import { z } from 'zod';
import type { Instant } from '../../../domain/shared/dates.ts';
import type { CommandId } from '../../../domain/shared/ids.ts';
import type { BookState } from '../book-state.ts';
import type { AnyStored } from '../book-tables.ts';
import { isKind } from '../book-tables.ts';
import { damaged, ofAnotherVersion, unfinished } from './book-files.ts';
import { checkedLine, linesOf, payloadOf } from './checked-line.ts';
import type { Disk, DiskFile } from './disk.ts';
import { writeFileWith } from './disk.ts';

/** First line. `auditBytes`: how much of the audit file belongs to this snapshot; what is behind it is of no account. */
const Header = z.tuple([
  z.strictObject({
    format: z.literal(1),
    sequence: z.int().nonnegative(),
    events: z.int().nonnegative(),
    auditBytes: z.int().nonnegative(),
    removedVersions: z.partialRecord(z.custom<AnyStored['kind']>(isKind), z.int().positive()),
  }),
]);
export type SnapshotHeader = z.infer<typeof Header>[0];

const KeptOutcome = z.object({ commandId: z.custom<CommandId>(isText), outcome: z.unknown().optional(), keepUntil: z.custom<Instant>(isText).optional() });

/** Any other line: some records, some outcomes, or the end with the number of both. */
const Line = z.tuple([
  z.union([
    z.strictObject({ records: z.array(z.custom<AnyStored>(isStored)) }),
    z.strictObject({ outcomes: z.array(KeptOutcome) }),
    z.strictObject({ end: z.strictObject({ records: z.int(), outcomes: z.int() }) }),
  ]),
]);

const sliceCharacters = 1 << 16;

/**
 * Writes the whole book beside the old snapshot and puts it in its place.
 *
 * Gives way to other work after each slice, so the book must not change until it resolves.
 */
export async function writeSnapshot(disk: Disk, path: string, book: BookState, auditBytes: number): Promise<SnapshotHeader> {
  const header: SnapshotHeader = { format: 1, ...book.facts(), auditBytes };
  await writeFileWith(disk, unfinished(path), 'anew', async (file) => {
    await writeLine(file, header);
    const records = await writeSlices(file, 'records', book.records());
    const outcomes = await writeSlices(file, 'outcomes', book.outcomes());
    await writeLine(file, { end: { records, outcomes } });
  });
  await disk.rename(unfinished(path), path);
  return header;
}

/** Reads a snapshot into an empty book. */
export async function readSnapshot(path: string, book: BookState): Promise<SnapshotHeader> {
  let number = 0;
  let header: SnapshotHeader | undefined;
  let isComplete = false;
  const counts = { records: 0, outcomes: 0 };
  for await (const raw of linesOf(path)) {
    number += 1;
    const payload = payloadOf(raw);
    if (payload === undefined) throw damaged(path, `line ${number}, does not match its checksum`);
    header ??= headerOf(path, payload);
    if (number === 1) continue;
    const line = Line.safeParse(payload);
    if (!line.success) throw ofAnotherVersion(path, number);
    const [slice] = line.data;
    if ('records' in slice) counts.records += restoreRecords(path, number, slice.records, book);
    else if ('outcomes' in slice) counts.outcomes += restoreOutcomes(slice.outcomes, book);
    else isComplete = slice.end.records === counts.records && slice.end.outcomes === counts.outcomes;
  }
  if (header === undefined || !isComplete) throw damaged(path, `line ${number}, is followed by nothing although more was written`);
  book.restoreFacts(header);
  return header;
}

async function writeLine(file: DiskFile, value: unknown): Promise<void> {
  await file.append(Buffer.from(checkedLine(JSON.stringify(value))));
}

async function writeSlices(file: DiskFile, name: 'records' | 'outcomes', items: Iterable<unknown>): Promise<number> {
  let texts: string[] = [];
  let characters = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    await file.append(Buffer.from(checkedLine(`{"${name}":[${texts.join(',')}]}`)));
    texts = [];
    characters = 0;
  };
  for (const item of items) {
    const text = JSON.stringify(item);
    texts.push(text);
    characters += text.length;
    count += 1;
    if (characters >= sliceCharacters) await flush();
  }
  if (texts.length > 0) await flush();
  return count;
}

function restoreRecords(path: string, line: number, records: readonly AnyStored[], book: BookState): number {
  try {
    for (const record of records) book.restoreRecord(record);
    return records.length;
  } catch (cause) {
    throw ofAnotherVersion(path, line, cause);
  }
}

function restoreOutcomes(outcomes: readonly z.infer<typeof KeptOutcome>[], book: BookState): number {
  for (const kept of outcomes) book.restoreOutcome({ ...kept, outcome: kept.outcome });
  return outcomes.length;
}

function headerOf(path: string, payload: readonly unknown[]): SnapshotHeader {
  const header = Header.safeParse(payload);
  if (!header.success) throw ofAnotherVersion(path, 1);
  return header.data[0];
}

function isStored(value: unknown): value is AnyStored {
  return typeof value === 'object' && value !== null && 'kind' in value && isKind(value.kind) && 'id' in value && 'version' in value && 'value' in value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
