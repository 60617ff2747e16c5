import { CsvError, parse } from 'csv-parse/sync';
import type { Line } from './lines.ts';
import { longestLine } from './lines.ts';

/** One record of a CSV file, with the line on which it begins. */
export type CsvRecord = ReadRecord | BrokenRecord;

interface ReadRecord {
  readonly kind: 'cells';
  readonly line: number;
  readonly cells: readonly string[];
}

interface BrokenRecord {
  readonly kind: 'broken';
  readonly line: number;
  readonly because: 'too-long' | 'quotation-mark';
}

/** A line that is a whole record, not read yet: the library is quicker with many at once. */
interface UnreadRecord {
  readonly kind: 'unread';
  readonly line: number;
  readonly text: string;
}

interface Format {
  readonly delimiter: string;
  /** How many cells a record has; tells a cell over several lines from a missing quotation mark. */
  readonly width: number;
}

const mostLinesOfARecord = 100;
const batchSize = 50;

/**
 * The records of a CSV file, some dozens at a time. Each record stands on its own:
 * a quotation mark without its partner costs the line on which it stands, and no other. Empty lines are no records.
 */
export async function* recordsOf(lines: AsyncIterable<Line>, format: Format): AsyncGenerator<readonly CsvRecord[]> {
  const waiting: Line[] = [];
  let batch: (CsvRecord | UnreadRecord)[] = [];
  for await (const line of lines) {
    if (waiting.length === 0 && line.text.trim() === '') continue;
    waiting.push(line);
    batch.push(...takeRecords(waiting, format, false));
    if (batch.length < batchSize) continue;
    yield read(batch, format);
    batch = [];
  }
  batch.push(...takeRecords(waiting, format, true));
  yield read(batch, format);
}

/** The cells of a text that holds exactly one record, or undefined. */
export function cellsOf(text: string, delimiter: string): readonly string[] | undefined {
  const records = parsed(text, delimiter);
  return records?.length === 1 ? records[0] : undefined;
}

/** Takes the records that are complete from the front of `waiting`; leaves one whose quotation mark may still be closed. */
function takeRecords(waiting: Line[], format: Format, isEnd: boolean): (CsvRecord | UnreadRecord)[] {
  const taken: (CsvRecord | UnreadRecord)[] = [];
  for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
    const span = quotedSpan(waiting);
    if (span === undefined && !isEnd && mayStillClose(waiting)) break;
    const record = span === 1 ? wholeLine(first) : (severalLines(waiting.slice(0, span ?? 0), format) ?? unclosed(first));
    waiting.splice(0, record.kind === 'cells' ? (span ?? 1) : 1);
    taken.push(record);
  }
  return taken.filter((record) => record.kind !== 'unread' || record.text.trim() !== '');
}

function wholeLine(line: Line): UnreadRecord | BrokenRecord {
  return line.isTooLong ? { kind: 'broken', line: line.number, because: 'too-long' } : { kind: 'unread', line: line.number, text: line.text };
}

function unclosed(line: Line): BrokenRecord {
  return { kind: 'broken', line: line.number, because: line.isTooLong ? 'too-long' : 'quotation-mark' };
}

function severalLines(lines: readonly Line[], format: Format): ReadRecord | undefined {
  const cells = cellsOf(lines.map((line) => line.text).join('\n'), format.delimiter);
  const first = lines[0];
  return first !== undefined && cells?.length === format.width ? { kind: 'cells', line: first.number, cells } : undefined;
}

/** After how many lines every quotation mark has its partner; undefined if not within these lines. */
function quotedSpan(lines: readonly Line[]): number | undefined {
  let isOpen = false;
  for (const [index, { text }] of lines.entries()) {
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
    if (!isOpen) return index + 1;
  }
  return undefined;
}

function mayStillClose(lines: readonly Line[]): boolean {
  return lines.length < mostLinesOfARecord && lines.reduce((length, line) => length + line.text.length, 0) <= longestLine;
}

function read(batch: readonly (CsvRecord | UnreadRecord)[], format: Format): readonly CsvRecord[] {
  const unread = batch.filter((record) => record.kind === 'unread');
  const together = parsed(unread.map((record) => record.text).join('\n'), format.delimiter);
  const cells = together?.length === unread.length ? together.values() : unread.map(({ text }) => cellsOf(text, format.delimiter)).values();
  return batch.map((record) => {
    if (record.kind !== 'unread') return record;
    const found = cells.next().value;
    return found === undefined ? { kind: 'broken', line: record.line, because: 'quotation-mark' } : { kind: 'cells', line: record.line, cells: found };
  });
}

function parsed(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n', trim: delimiter !== '\t' });
  } catch (cause) {
    if (cause instanceof CsvError) return undefined;
    throw cause;
  }
}
