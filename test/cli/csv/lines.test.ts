import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, longestLine } from '../../../bot/cli/csv/lines.ts';
import { inPieces, listed } from './pieces.ts';

describe('the lines of a file', () => {
  it('are counted as an editor counts them, whatever ends them', async () => {
    const lines = await listed(linesOf(inPieces('one\ntwo\r\nthree\rfour')));
    assert.deepEqual(
      lines.map(({ number, text }) => [number, text]),
      [
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
        [4, 'four'],
      ],
    );
  });

  it('are the same however the file comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '"', 'ž'), maxLength: 40 }), fc.array(fc.nat({ max: 40 })), async (text, cuts) => {
        const whole = await listed(linesOf(inPieces(text)));
        assert.deepEqual(await listed(linesOf(inPieces(text, cuts))), whole);
      }),
      { seed: 1 },
    );
  });

  it('hold no more than the beginning of a line that never ends, and go on after it', async () => {
    const piece = 'x'.repeat(longestLine);
    const lines = await listed(linesOf(inPieces(`first\n${piece}${piece}${piece}\nlast`, [longestLine, longestLine * 2, longestLine * 3])));
    assert.deepEqual(
      lines.map(({ number, isTooLong }) => [number, isTooLong]),
      [
        [1, false],
        [2, true],
        [3, false],
      ],
    );
    assert.equal(lines[1]?.text.length, longestLine);
    assert.equal(lines[2]?.text, 'last');
  });
});
