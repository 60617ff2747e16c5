import assert from 'node:assert/strict';
import { proveHistoriesAgree } from './proof/histories-proof.ts';

describe('the embedded book beside the one in memory', () => {
  it('answers the same to any history of commits, claims and restarts, and holds the same afterwards', () =>
    proveHistoriesAgree({ runs: 80, seed: 2026 })).timeout(60_000);

  it('planted fault: a book that forgets expectations is found out', () =>
    assert.rejects(
      proveHistoriesAgree({ runs: 80, seed: 2026, plant: (store) => ({ ...store, commit: (commit) => store.commit({ ...commit, expect: [] }) }) }),
      /Property failed/,
    )).timeout(60_000);
});
