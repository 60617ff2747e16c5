import type { ImportFile, Row } from '../files/import-file.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import type { CsvRecord } from './records.ts';
import { cellsOf, recordsOf } from './records.ts';
import type { Encoding } from './text-of-file.ts';
import { survey, textOf } from './text-of-file.ts';
import { isUnreadable, tidied } from './tidied.ts';

/** A file whose header line was recognised. */
export interface Table {
  readonly path: string;
  readonly file: ImportFile;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** The file's columns in their order; undefined for one that means nothing here. */
  readonly columns: readonly (string | undefined)[];
  readonly unknownColumns: readonly string[];
  readonly headerLine: number;
  /** About how many lines it has, for the progress. */
  readonly lines: number;
}

export type TableRow =
  | { readonly kind: 'row'; readonly line: number; readonly row: Row }
  | { readonly kind: 'broken'; readonly line: number; readonly because: 'too-long' | 'quotation-mark' }
  | { readonly kind: 'cells-missing'; readonly line: number; readonly has: number; readonly columns: number }
  | { readonly kind: 'unreadable-character'; readonly line: number; readonly column: string };

const delimiters = [',', ';', '\t'];

/** Recognises a file by its header line, in any order and case; undefined when it is no file that can be imported. */
export async function openTable(path: string, files: readonly ImportFile[]): Promise<Table | undefined> {
  const found = await survey(path);
  if (found.kind === 'not-text') return undefined;
  const header = await firstLine(linesOf(textOf(path, found.encoding)));
  if (header === undefined) return undefined;
  for (const delimiter of delimiters) {
    const names = cellsOf(header.text, delimiter)?.map((name) => tidied(name).toLowerCase()) ?? [];
    const file = recognised(names, files);
    if (file === undefined) continue;
    const columns = columnsOf(names, file);
    const unknownColumns = names.filter((name, index) => columns[index] === undefined && name !== '');
    return { path, file, delimiter, columns, unknownColumns, encoding: found.encoding, headerLine: header.number, lines: found.lines };
  }
  return undefined;
}

/** The rows of a table, some dozens at a time, each judged on its own. */
export async function* rowsOf(table: Table): AsyncGenerator<readonly TableRow[]> {
  const lines = after(table.headerLine, linesOf(textOf(table.path, table.encoding)));
  const records = recordsOf(lines, { delimiter: table.delimiter, width: table.columns.length });
  for await (const batch of records) yield batch.filter(hasContent).map((record) => (record.kind === 'cells' ? rowOf(record, table) : record));
}

async function firstLine(lines: AsyncIterable<Line>): Promise<Line | undefined> {
  for await (const line of lines) if (line.text.trim() !== '') return line;
  return undefined;
}

async function* after(number: number, lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.number > number) yield line;
}

/** The kind of file that knows most of these columns, among those that have all they need. */
function recognised(names: readonly string[], files: readonly ImportFile[]): ImportFile | undefined {
  const matching = files.filter((file) => file.required.every((column) => names.includes(column.toLowerCase())));
  return matching.toSorted((one, other) => known(names, other) - known(names, one))[0];
}

function known(names: readonly string[], file: ImportFile): number {
  return columnsOf(names, file).filter((column) => column !== undefined).length;
}

function columnsOf(names: readonly string[], file: ImportFile): readonly (string | undefined)[] {
  const columns = new Map(file.columns.map((column) => [column.toLowerCase(), column]));
  return names.map((name, index) => (names.indexOf(name) === index ? columns.get(name) : undefined));
}

// Spreadsheets write rows of nothing but separators.
function hasContent(record: CsvRecord): boolean {
  return record.kind === 'broken' || record.cells.some((cell) => cell.trim() !== '');
}

function rowOf({ line, cells }: { readonly line: number; readonly cells: readonly string[] }, { columns }: Table): TableRow {
  const isTooShort = cells.length < columns.length;
  if (isTooShort || cells.slice(columns.length).some((cell) => cell !== '')) return { kind: 'cells-missing', line, has: cells.length, columns: columns.length };
  const named = columns.flatMap((column, index) => (column === undefined ? [] : [[column, tidied(cells[index] ?? '')] as const]));
  const unreadable = named.find(([, text]) => isUnreadable(text));
  if (unreadable !== undefined) return { kind: 'unreadable-character', line, column: unreadable[0] };
  return { kind: 'row', line, row: Object.fromEntries(named) };
}
