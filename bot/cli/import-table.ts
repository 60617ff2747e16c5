import { basename } from 'node:path';
import type { Execute } from '../../domain/commands.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { Table, TableRow } from './csv/table.ts';
import { rowsOf } from './csv/table.ts';
import { isFileProblem } from './failures.ts';
import type { ReadLine, Row } from './files/import-file.ts';
import type { Counts, Judged } from './import-report.ts';
import { brokenWords, problemWords, reportOn, resultOf } from './import-report.ts';
import { inLanes } from './in-lanes.ts';

/** Enough for the store to write many lines with one flush. */
const mostAtOnce = 200;

/** Reads the lines of all files of one kind, and knows where it has met what. */
export interface LineReader {
  readonly read: (row: Row) => ReadLine;
  /** Where something was met before; from now on `place` if it was not. */
  readonly metBefore: (about: string, place: string) => string | undefined;
}

/** Told of each line that was begun. */
export type Progress = (table: Table, line: number) => void;

interface Import {
  readonly table: Table;
  readonly reader: LineReader;
  readonly execute: Execute;
  readonly print: (line: string) => void;
  readonly progress: Progress;
}

export function lineReader(read: (row: Row) => ReadLine): LineReader {
  const places = new Map<string, string>();
  return {
    read,
    metBefore(about, place) {
      const before = places.get(about);
      if (before === undefined) places.set(about, place);
      return before;
    },
  };
}

/** Judges every line of a file, hundreds at a time, and reports in the order of the lines. */
export async function importTable({ table, reader, execute, print, progress }: Import): Promise<Counts> {
  const name = basename(table.path);
  const report = reportOn(name, print);
  const lanes = inLanes<Judged>(mostAtOnce, (judged) => report.add(judged));
  let line = table.headerLine;
  try {
    for await (const rows of rowsOf(table)) {
      for (const row of rows) {
        line = row.line;
        progress(table, line);
        await lanes.add(judging(row, table, reader, execute));
      }
    }
  } catch (cause) {
    if (!isFileProblem(cause)) throw cause;
    await lanes.add({ lane: '', run: async () => ({ line: line + 1, kind: 'not-judged', words: `the file cannot be read from here (${cause.code})` }) });
  }
  await lanes.finish();
  return report.close();
}

function judging(row: TableRow, table: Table, reader: LineReader, execute: Execute): { readonly lane: string; readonly run: () => Promise<Judged> } {
  const refused = (words: string) => ({ lane: '', run: async (): Promise<Judged> => ({ line: row.line, kind: 'refused', words }) });
  if (row.kind !== 'row') return refused(brokenWords(row));
  const read = reader.read(row.row);
  if (read.kind === 'wrong') return refused(problemWords(read.problems, (column) => (table.file.isSecret === true ? undefined : row.row[column])));
  const before = read.about === undefined ? undefined : reader.metBefore(read.about, `${basename(table.path)}:${row.line}`);
  if (before !== undefined) return refused(`the same stands in ${before} already`);
  return { lane: read.lane, run: async () => carriedOut(row.line, read, execute) };
}

async function carriedOut(line: number, read: Extract<ReadLine, { readonly kind: 'ready' }>, execute: Execute): Promise<Judged> {
  try {
    return resultOf(line, await read.carryOut(execute));
  } catch (cause) {
    // Somebody else kept changing the same record; the next import of the file settles it.
    if (cause instanceof Fault && cause.code === 'still-in-conflict')
      return { line, kind: 'not-judged', words: 'the record kept changing; import the file again' };
    throw cause;
  }
}
