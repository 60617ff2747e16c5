import { basename } from 'node:path';
import type { Execute } from '../../domain/commands.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { Progress } from '../../domain/shared/progress.ts';
import type { Table, TableRow } from './csv/table.ts';
import { rowsOf } from './csv/table.ts';
import { isFileProblem } from './failures.ts';
import type { ReadLine, Row } from './files/import-file.ts';
import type { Counts, Judged } from './import-report.ts';
import { brokenWords, problemWords, reportOn, resultOf } from './import-report.ts';
import { inLanes } from './in-lanes.ts';
import type { OperatorTools } from './operator-tools.ts';

/** Enough for the store to write many lines with one flush. */
const mostAtOnce = 200;

/** More files of one kind than anybody names on one command line. */
const mostFiles = 1024;

/** Reads the lines of all files of one kind, and knows where it has met what. */
export interface LineReader {
  readonly read: (row: Row) => ReadLine;
  /** Where something was met before; from now on at this line, if it was not. */
  readonly metBefore: (about: string, file: string, line: number) => string | undefined;
}

interface Import {
  readonly table: Table;
  readonly reader: LineReader;
  readonly progress: (progress: Progress) => void;
  readonly tools: Pick<OperatorTools, 'execute' | 'print' | 'drained' | 'gone'>;
}

export function lineReader(read: (row: Row) => ReadLine): LineReader {
  // By the number of the file and of the line: a text for each line would cost more than all else that an import holds.
  const files: string[] = [];
  const places = new Map<string, number>();
  return {
    read,
    metBefore(about, file, line) {
      const before = places.get(about);
      if (before !== undefined) return `${files[before % mostFiles] ?? ''}:${Math.floor(before / mostFiles)}`;
      const known = files.indexOf(file);
      places.set(about, line * mostFiles + (known === -1 ? files.push(file) - 1 : known));
      return undefined;
    },
  };
}

/**
 * Judges every line of a file, hundreds at a time, and reports in the order of the lines.
 *
 * Holds the lines under way and what the file spoke of, never the file. Whoever is gone leaves the rest unread; the same file
 * again goes on from there, because a line that was taken changes nothing.
 */
export async function importTable({ table, reader, progress, tools }: Import): Promise<Counts> {
  const { execute, print, drained, gone } = tools;
  const name = basename(table.path);
  const report = reportOn(name, print);
  const lanes = inLanes<Judged>(mostAtOnce, (judged) => report.add(judged));
  let line = table.headerLine;
  try {
    for await (const rows of rowsOf(table)) {
      for (const row of rows) {
        line = row.line;
        await lanes.add(judging(row, table, reader, execute));
      }
      progress({ what: name, done: line, total: table.lines, sofar: report.sofar() });
      await drained?.();
      if (gone?.aborted === true) break;
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
  const before = read.about === undefined ? undefined : reader.metBefore(read.about, basename(table.path), row.line);
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
