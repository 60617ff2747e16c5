import assert from 'node:assert/strict';
import { benchCommits, benchOpen } from './store-bench.ts';

describe('the figures of the store', () => {
  it('are taken at a small size as at a large one', async () => {
    const commits = await benchCommits({ records: 300, turns: 3, commitsPerTurn: 20, commitsOfEachOfHundred: 3 });
    assert.ok(commits.ratio > 0 && commits.commitsPerSecondOfHundredWriters > 0 && commits.lineBytes > 300);
    const opening = await benchOpen(100);
    assert.ok(opening.openMs > 0 && opening.residentMegabytes > 0 && opening.snapshotMegabytes > 0);
  }).timeout(60_000);
});
