import assert from 'node:assert/strict';
import type { CommitResult, Store } from '../../../domain/shared/store.port.ts';
import { aCommit, afterNoon, anOutboxItem, noon } from '../sample-records.ts';
import { idsIn } from './reading.ts';
import type { WithBook } from './with-book.ts';

export function claimsContract(withBook: WithBook): void {
  const claimAt = (ms: number, limit = 100): Parameters<Store['claim']>[0] => ({ now: afterNoon(ms), leaseUntil: afterNoon(ms + 1000), limit });

  it('hands out due work oldest first, and none before it is due', () =>
    withBook(async ({ store }) => {
      const put = [
        anOutboxItem('later', afterNoon(60_000)),
        anOutboxItem('second', afterNoon(-1)),
        anOutboxItem('first', afterNoon(-2)),
        anOutboxItem('now', noon),
      ];
      await store.commit(aCommit('create', { put }));
      assert.deepEqual(idsIn(await store.claim(claimAt(0, 2))), ['first', 'second']);
      assert.deepEqual(idsIn(await store.claim(claimAt(0))), ['now']);
      assert.deepEqual(idsIn(await store.claim(claimAt(0))), []);
    }));

  it('gives every piece of work to one of eight claimers only', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: Array.from({ length: 400 }, (_, index) => anOutboxItem(`notice-${index}`, noon)) }));
      const claimed: string[] = [];
      await Promise.all(Array.from({ length: 8 }, () => claimAll(store, claimAt(0, 7), claimed)));
      assert.equal(claimed.length, 400);
      assert.equal(new Set(claimed).size, 400);
    }));

  it('hands work out again when its lease has run out, and refuses the worker who came too late', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [anOutboxItem('notice', noon)] }));
      const [slow] = await store.claim(claimAt(0));
      assert.deepEqual(idsIn(await store.claim(claimAt(999))), []);
      const [quick] = await store.claim(claimAt(1000));
      assert.ok(slow !== undefined && quick !== undefined && quick.version > slow.version);
      const settle = (id: string, version: number): Promise<CommitResult> =>
        store.commit(aCommit(id, { expect: [{ kind: 'outbox', id: 'notice', version }], remove: [{ kind: 'outbox', id: 'notice' }] }));
      assert.equal((await settle('slow', slow.version)).kind, 'conflict');
      assert.equal((await settle('quick', quick.version)).kind, 'committed');
      assert.deepEqual(await store.claim(claimAt(5000)), []);
    }));

  it('returns leased work as it now stands in the book', () =>
    withBook(async ({ store, reopen }) => {
      await store.commit(aCommit('create', { put: [anOutboxItem('notice', noon)] }));
      const [claimed] = await store.claim(claimAt(0));
      assert.equal(claimed?.value.leasedUntil, afterNoon(1000));
      assert.deepEqual(await (await reopen()).read('outbox', 'notice'), claimed);
    }));
}

async function claimAll(store: Store, request: Parameters<Store['claim']>[0], claimed: string[]): Promise<void> {
  for (;;) {
    const items = await store.claim(request);
    if (items.length === 0) return;
    claimed.push(...idsIn(items));
  }
}
