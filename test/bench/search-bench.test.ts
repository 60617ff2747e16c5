import assert from 'node:assert/strict';
import { benchSearch } from './search-bench.ts';

describe('the figures of a search', () => {
  it('are taken at a small size as at a large one, and every search finds whom it looks for', async () => {
    const { ms } = await benchSearch({ customers: 300, searches: 20 });
    assert.equal(Object.keys(ms).length, 7);
    for (const [what, value] of Object.entries(ms)) assert.ok(value > 0, what);
  }).timeout(30_000);
});
