import assert from 'node:assert/strict';
import { waking } from '../../bot/sweeps/waking.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { aCommit, aCustomer, anOutboxItem, noon } from '../store/sample-records.ts';

describe('a commit', () => {
  it('wakes whoever sends when it has put something into the outbox, and only then', async () => {
    let woken = 0;
    const store = waking(memoryStore(), () => (woken += 1));
    await store.commit(aCommit('customer', { put: [aCustomer('contoso')] }));
    assert.equal(woken, 0);
    const queued = aCommit('queued', { put: [aCustomer('fabrikam'), anOutboxItem('message', noon)] });
    await store.commit(queued);
    assert.equal(woken, 1);
    await store.commit(queued);
    await store.commit(aCommit('lost', { expect: [{ kind: 'customer', id: 'contoso', version: 9 }], put: [anOutboxItem('other', noon)] }));
    assert.equal(woken, 1);
  });
});
