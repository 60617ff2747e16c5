import assert from 'node:assert/strict';
import { aCommit, aCustomer, aProductKey, aSubscription, contoso, fabrikam } from '../sample-records.ts';
import { idsOf } from './reading.ts';
import type { WithBook } from './with-book.ts';

export function listsContract(withBook: WithBook): void {
  it('lists the records of a key in order, without those of another key', () =>
    withBook(async ({ store }) => {
      const put = [aCustomer('1', 'Žofie'), aCustomer('2', 'Adam'), aCustomer('3', 'Barbora', fabrikam), aCustomer('4', 'Čeněk')];
      await store.commit(aCommit('create', { put }));
      assert.deepEqual(await idsOf(store, 'customers-of-partner', contoso), ['2', '4', '1']);
      assert.equal(await store.count('customers-of-partner', { key: contoso }), 3);
      assert.equal(await store.count('customers-of-partner', { key: 'nobody' }), 0);
    }));

  it('orders records with the same sort value by id', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: ['c', 'a', 'b'].map((id) => aCustomer(id, 'Same')) }));
      assert.deepEqual(await idsOf(store, 'customers-of-partner', contoso), ['a', 'b', 'c']);
    }));

  it('pages through all rows once, also while rows come and go between the pages', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: Array.from({ length: 23 }, (_, index) => aCustomer(`c${String(index).padStart(2, '0')}`)) }));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.list('customers-of-partner', { key: contoso, limit: 5, ...(after === undefined ? {} : { after }) });
        assert.ok(page.rows.length <= 5);
        seen.push(...page.rows.map((row) => row.id));
        after = page.next;
        const gone = seen.at(-1) ?? '';
        await store.commit(aCommit(`remove-${gone}`, { remove: [{ kind: 'customer', id: gone }] }));
      } while (after !== undefined);
      assert.equal(seen.length, 23);
      assert.deepEqual(seen, seen.toSorted());
    }));

  it('has no next page after the last row', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('a'), aCustomer('b')] }));
      assert.equal((await store.list('customers-of-partner', { key: contoso, limit: 2 })).next, undefined);
      assert.notEqual((await store.list('customers-of-partner', { key: contoso, limit: 1 })).next, undefined);
    }));

  it('reads from the start after a text that is no cursor', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('a'), aCustomer('b')] }));
      for (const after of ['', 'forged', Buffer.from('{"a":1}').toString('base64url'), '\u0000'])
        assert.equal((await store.list('customers-of-partner', { key: contoso, limit: 9, after })).rows.length, 2);
    }));

  it('gives at most 500 rows and at least one', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: Array.from({ length: 501 }, (_, index) => aCustomer(`c${index}`)) }));
      assert.equal((await store.list('customers-of-partner', { key: contoso, limit: 1000 })).rows.length, 500);
      assert.equal((await store.list('customers-of-partner', { key: contoso, limit: 0 })).rows.length, 1);
    }));

  it('finds what ends within a range, both borders included', () =>
    withBook(async ({ store }) => {
      const ends = { early: '2026-02-28', first: '2026-03-01', middle: '2026-03-15', last: '2026-03-31', late: '2026-04-01' };
      await store.commit(aCommit('create', { put: Object.entries(ends).map(([id, end]) => aSubscription(id, 'acme', end)) }));
      const march = { key: contoso, from: '2026-03-01', upTo: '2026-03-31' };
      assert.deepEqual(await idsOf(store, 'ends-of-partner', contoso, march), ['first', 'middle', 'last']);
      assert.equal(await store.count('ends-of-partner', march), 3);
      assert.equal(await store.count('ends-of-partner', { key: contoso, from: '2026-03-15' }), 3);
      assert.equal(await store.count('ends-of-partner', { key: contoso, from: '2026-03-31', upTo: '2026-03-01' }), 0);
    }));

  it('lists a record once for each of its rows, and rows of equal sort value as one', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aSubscription('sub', 'acme', '2026-03-01', '2026-06-01', '2026-06-01')] }));
      assert.deepEqual(await idsOf(store, 'ends-of-partner', contoso), ['sub', 'sub']);
      assert.equal(await store.count('ends-of-partner', { key: contoso }), 2);
    }));

  it('moves a record to its new place when it changes', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aSubscription('a', 'acme', '2026-03-01'), aSubscription('b', 'acme', '2026-04-01')] }));
      await store.commit(aCommit('renew', { put: [aSubscription('a', 'acme', '2027-03-01')] }));
      assert.deepEqual(await idsOf(store, 'ends-of-partner', contoso), ['b', 'a']);
      await store.commit(aCommit('use', { put: [aProductKey('key')] }));
      await store.commit(aCommit('used', { put: [aProductKey('key', 'used')] }));
      const key = `${contoso}|business-premium`;
      assert.equal(await store.count('keys-of-plan', { key: `${key}|in-stock` }), 0);
      assert.equal(await store.count('keys-of-plan', { key: `${key}|used` }), 1);
    }));
}
