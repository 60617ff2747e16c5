import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** What a first pass over a file finds out. `lines` counts line ends, for the progress. */
export type Survey = { readonly kind: 'text'; readonly encoding: Encoding; readonly lines: number } | { readonly kind: 'not-text' };

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1250';

const lineFeed = 0x0a;

/**
 * Finds out how a file is written: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1250.
 *
 * A few damaged characters do not make a UTF-8 file a Windows-1250 one: whichever reads more of it counts.
 */
export async function survey(path: string): Promise<Survey> {
  const decoder = new TextDecoder('utf-8');
  const seen = { lines: 0, damaged: 0, beyondAscii: 0 };
  let isFirst = true;
  for await (const chunk of bytesOf(path)) {
    if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return { kind: 'text', encoding: 'utf-16le', lines: 0 };
    if (isFirst && firstLine(chunk).includes(0)) return { kind: 'not-text' };
    isFirst = false;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) seen.lines++;
    const text = decoder.decode(chunk, { stream: true });
    if (isAscii(chunk)) continue;
    seen.damaged += text.match(/\ufffd/gu)?.length ?? 0;
    seen.beyondAscii += text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  }
  return { kind: 'text', encoding: seen.damaged * 2 > seen.beyondAscii ? 'windows-1250' : 'utf-8', lines: seen.lines };
}

/** The text of a file in pieces, without its byte order mark. Bytes that cannot be read become U+FFFD. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function firstLine(chunk: Buffer): Buffer {
  const end = chunk.indexOf(lineFeed);
  return end === -1 ? chunk : chunk.subarray(0, end);
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<unknown> = createReadStream(path, { highWaterMark: 8 * 1024 });
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}
