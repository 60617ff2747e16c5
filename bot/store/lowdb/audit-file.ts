import { z } from 'zod';
import type { AuditEvent } from '../../../domain/shared/audit.ts';
import { damaged, ofAnotherVersion } from './book-files.ts';
import { checkedLine, linesOf, payloadOf } from './checked-line.ts';
import type { Disk } from './disk.ts';
import { writeFileWith } from './disk.ts';

/** An event with its number in the book, from 1 without a gap. */
export type NumberedEvent = AuditEvent & { readonly sequence: number };

const Line = z.tuple([z.custom<NumberedEvent>(isNumbered)]);

const batchCharacters = 1 << 16;

/**
 * Writes events behind the first `from` bytes of the audit file, and says how long it is then. On disk when it resolves.
 *
 * Whatever lies behind those bytes was written by a compaction that did not finish, and is written again here:
 * so nothing is lost and nothing stands there twice.
 */
export function appendAudit(disk: Disk, path: string, from: number, events: AsyncIterable<NumberedEvent>): Promise<number> {
  return writeFileWith(disk, path, 'append', async (file) => {
    await file.truncate(from);
    let bytes = from;
    for await (const batch of batchesOf(events)) {
      await file.append(batch);
      bytes += batch.length;
    }
    return bytes;
  });
}

async function* batchesOf(events: AsyncIterable<NumberedEvent>): AsyncGenerator<Buffer> {
  let lines = '';
  for await (const event of events) {
    lines += checkedLine(JSON.stringify(event));
    if (lines.length < batchCharacters) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  if (lines !== '') yield Buffer.from(lines);
}

/** The events in the first `bytes` of the audit file. */
export async function* auditEvents(path: string, bytes: number): AsyncGenerator<NumberedEvent> {
  let number = 0;
  for await (const raw of linesOf(path, bytes)) {
    number += 1;
    const payload = payloadOf(raw);
    if (payload === undefined) throw damaged(path, `line ${number}, does not match its checksum`);
    const line = Line.safeParse(payload);
    if (!line.success) throw ofAnotherVersion(path, number);
    yield line.data[0];
  }
}

function isNumbered(value: unknown): value is NumberedEvent {
  return typeof value === 'object' && value !== null && 'sequence' in value && typeof value.sequence === 'number';
}
