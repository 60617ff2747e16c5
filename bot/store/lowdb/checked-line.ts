import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A line as it lies in a file: its bytes without the newline, where it begins, and whether a newline ends it. */
export interface RawLine {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly isEnded: boolean;
}

const newline = 0x0a;
const opening = '["00000000",'.length;
const chunkBytes = 1 << 16;

/** One line of a book file: a JSON array of a checksum and the payload (JSON values, joined by commas). */
export function checkedLine(payload: string): string {
  return `["${checksum(payload)}",${payload}]\n`;
}

/** The payload values of a line, or undefined when the line is not what was once written. */
export function payloadOf(line: RawLine): readonly unknown[] | undefined {
  const payload = line.bytes.subarray(opening, -1);
  const expected = Buffer.from(`["${checksum(payload)}",`);
  const isWhole = line.isEnded && line.bytes.length > opening && line.bytes.subarray(0, opening).equals(expected) && line.bytes.at(-1) === 0x5d;
  if (!isWhole) return undefined;
  const values: unknown = JSON.parse(`[${payload.toString()}]`);
  return Array.isArray(values) ? values : undefined;
}

/** The lines of a file in order, also a last one without a newline. Reads no further than `upTo` bytes. */
export async function* linesOf(path: string, upTo = Infinity): AsyncGenerator<RawLine> {
  if (upTo === 0) return;
  let begun: Buffer[] = [];
  let offset = 0;
  for await (const chunk of chunksOf(path, upTo)) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const bytes = begun.length === 0 ? chunk.subarray(start, end) : Buffer.concat([...begun, chunk.subarray(start, end)]);
      yield { bytes, offset, isEnded: true };
      offset += bytes.length + 1;
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), offset, isEnded: false };
}

async function* chunksOf(path: string, upTo: number): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes, end: upTo - 1 })) {
    if (Buffer.isBuffer(chunk)) yield chunk;
  }
}

function checksum(payload: string | Buffer): string {
  return crc32(payload).toString(16).padStart(8, '0');
}
