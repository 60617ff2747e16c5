import assert from 'node:assert/strict';
import type { Store } from '../../domain/shared/store.port.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { raceForKey } from './contract/commits-contract.ts';
import { storeContract } from './store-contract.ts';

storeContract('the book in memory', async () => {
  const store = memoryStore();
  return { store, reopen: async () => store, end: () => store.close() };
});

describe('the race of the contract', () => {
  it('planted fault: a store that looks at the versions and writes a moment later lets several win', async () => {
    const store = memoryStore();
    const counts = await raceForKey({ ...store, commit: looksThenWrites(store) }, 'key');
    assert.ok((counts.committed ?? 0) > 1);
  });
});

function looksThenWrites(store: Store): Store['commit'] {
  return async (commit) => {
    const records = await Promise.all(commit.expect.map(({ kind, id }) => store.read(kind, id)));
    const isAsExpected = commit.expect.every(({ version }, index) => (records[index]?.version ?? 0) === version);
    return isAsExpected ? store.commit({ ...commit, expect: [] }) : { kind: 'conflict' };
  };
}
