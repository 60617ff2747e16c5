import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import type { ImportResult } from './files/import-file.ts';
import type { TableRow } from './csv/table.ts';
import type { Problem } from './files/import-file.ts';
import { refusalWords } from './refusal-words.ts';

/** How one line was judged. `words` says which columns changed, or why it was refused. */
export interface Judged {
  readonly line: number;
  readonly kind: 'taken' | 'changed' | 'unchanged' | 'refused' | 'not-judged';
  readonly words: string;
}

export type Counts = Readonly<Record<Judged['kind'], number>>;

/** Tells how the lines of one file were judged: what was refused or changed at once, the rest by line numbers at the end. */
export interface Report {
  readonly add: (judged: Judged) => void;
  /** The counts so far that are not nought, in a few words. */
  readonly sofar: () => string;
  /** The closing lines. */
  readonly close: () => Counts;
}

const mostSpans = 20;
const words = { taken: 'taken', changed: 'changed', unchanged: 'unchanged', refused: 'refused', 'not-judged': 'not judged' };
const kinds = ['taken', 'changed', 'unchanged', 'refused', 'not-judged'] as const;

export function reportOn(file: string, print: (line: string) => void): Report {
  const counts = { taken: 0, changed: 0, unchanged: 0, refused: 0, 'not-judged': 0 };
  const spans = { taken: spansOfLines(), unchanged: spansOfLines() };
  return {
    add({ line, kind, words }) {
      counts[kind]++;
      if (kind === 'taken' || kind === 'unchanged') spans[kind].add(line);
      else print(`${file}:${line}: ${kind === 'not-judged' ? 'not judged' : kind}: ${words}`);
    },
    sofar: () => kinds.flatMap((kind) => (counts[kind] > 0 ? [`${counts[kind]} ${words[kind]}`] : [])).join(', '),
    close() {
      print(`${file}: ${countsWords(counts)}`);
      for (const kind of ['taken', 'unchanged'] as const) if (counts[kind] > 0) print(`${file}: ${kind}: ${spans[kind].words()}`);
      return counts;
    },
  };
}

export function countsWords(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const notJudged = counts['not-judged'] === 0 ? '' : `, ${counts['not-judged']} not judged`;
  return `${lines(total)}: ${counts.taken} taken, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused${notJudged}`;
}

export function resultOf(line: number, result: ImportResult): Judged {
  if (result.kind === 'refused') return { line, kind: 'refused', words: refusalWords(result.refusal) };
  return { line, kind: result.outcome.kind, words: result.outcome.columns.join(', ') };
}

/** Why a row cannot be read. */
export function brokenWords(row: Exclude<TableRow, { readonly kind: 'row' }>): string {
  switch (row.kind) {
    case 'broken':
      return row.because === 'too-long' ? 'the line is too long to be one of this file' : 'a quotation mark stands without its partner or in the wrong place';
    case 'cells-missing':
      return row.has < row.columns
        ? `the line has ${row.has} of ${row.columns} cells; it may have been cut off`
        : `the line has ${row.has} cells, the header ${row.columns}`;
    case 'unreadable-character':
      return `${row.column} holds a character that cannot be read`;
  }
}

const longestQuote = 40;

/** What is wrong with the cells of a line. Cells of secret files, and what looks like a product key anywhere, are not quoted. */
export function problemWords(problems: readonly Problem[], cellOf: (column: string) => string | undefined): string {
  return problems
    .map(({ column, reason }) => {
      const cell = cellOf(column) ?? '';
      const quoted = cell.length > longestQuote ? `${cell.slice(0, longestQuote)}…` : cell;
      return cell === '' || looksLikeKeys(cell) ? `${column} ${reason}` : `${column} "${quoted}" ${reason}`;
    })
    .join('; ');
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

/** Line numbers as spans: `lines 2-13, 15`. Holds no more than it tells. */
function spansOfLines() {
  const spans: { readonly from: number; to: number }[] = [];
  let untold = 0;
  return {
    add(line: number): void {
      const last = spans.at(-1);
      if (last !== undefined && last.to === line - 1 && untold === 0) last.to = line;
      else if (spans.length < mostSpans) spans.push({ from: line, to: line });
      else untold++;
    },
    words(): string {
      const told = spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
      return `line${spans.length === 1 && spans[0]?.from === spans[0]?.to ? '' : 's'} ${told}${untold === 0 ? '' : ` and ${untold} more`}`;
    },
  };
}
