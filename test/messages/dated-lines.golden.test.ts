import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { datedLines, datedLinesFile } from './dated-lines.ts';

describe('what a notice says happens if nobody acts', () => {
  it('reads as somebody agreed, for each way of buying, step and language', () => {
    assert.equal(datedLines(), readFileSync(datedLinesFile, 'utf8'), 'If this is what you want: npm run golden, and read the difference.');
  });

  it('would be found out: a last usable day that is a day late', () => {
    assert.notEqual(datedLines().replaceAll('30 June', '1 July'), readFileSync(datedLinesFile, 'utf8'));
  });
});
