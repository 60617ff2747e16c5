import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from '../../../bot/cli/csv/csv-text.ts';
import { linesOf } from '../../../bot/cli/csv/lines.ts';
import type { CsvRecord } from '../../../bot/cli/csv/records.ts';
import { recordsOf } from '../../../bot/cli/csv/records.ts';
import { inPieces, listed } from './pieces.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'ž', ',', ';', '"', '\n', ' ', '7'), maxLength: 8 }).map((text) => `x${text}x`);
const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 });

describe('the records of a CSV file', () => {
  it('are what was written, cells over several lines and all, with the line on which each begins', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const read = await recordsIn(csvText(written), 3);
        assert.deepEqual(
          read.map((record) => (record.kind === 'cells' ? record.cells : record.because)),
          written,
        );
        assert.deepEqual(
          read.map(({ line }) => line),
          firstLines(written),
        );
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('lose one line to a quotation mark without its partner, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.constantFrom('"cut,off,', 'a,"b,c', 'a,b,"c', 'a"b,c,d', '"a"b,c,d'), async (before, after, torn) => {
        const read = await recordsIn(`${csvText(before)}${torn}\n${csvText(after)}`, 3);
        const broken = read.filter((record) => record.kind === 'broken');
        assert.deepEqual(
          broken.map(({ line }) => line),
          [csvText(before).split('\n').length],
        );
        assert.deepEqual(
          read.flatMap((record) => (record.kind === 'cells' ? [record.cells] : [])),
          [...before, ...after],
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('are fewer for a reader that carries the quotation mark on to the next one (the planted fault of the sentence before)', async () => {
    const text = `${csvText([['a', 'b', 'c']])}"cut,off,\n${csvText([['d', 'e', 'f']])}g,"h",i\n`;
    const plain: unknown[] = parse(text, { relax_column_count: true, skip_records_with_error: true });
    const ours = (await recordsIn(text, 3)).filter((record) => record.kind === 'cells');
    assert.deepEqual([plain.length, ours.length], [1, 3]);
  });

  it('end with a last line that was cut off in a quoted cell', async () => {
    const read = await recordsIn('a,b,c\nd,"e', 3);
    assert.deepEqual(
      read.map(({ kind, line }) => [kind, line]),
      [
        ['cells', 1],
        ['broken', 2],
      ],
    );
  });

  it('are not held up by a quotation mark in a file that never closes it', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `a${String(index)},b,c`);
    const read = await recordsIn(`"open,b,c\n${lines.join('\n')}`, 3);
    assert.deepEqual([read.length, read.filter((record) => record.kind === 'broken').length], [501, 1]);
  });

  it('leave empty lines out and count them', async () => {
    const read = await recordsIn('a,b,c\n\n   \nd,e,f\n', 3);
    assert.deepEqual(
      read.map(({ line }) => line),
      [1, 4],
    );
  });
});

async function recordsIn(text: string, width: number): Promise<readonly CsvRecord[]> {
  return (await listed(recordsOf(linesOf(inPieces(text)), { delimiter: ',', width }))).flat();
}

function firstLines(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((cells) => {
    const first = line;
    line += 1 + cells.join('').split('\n').length - 1;
    return first;
  });
}
