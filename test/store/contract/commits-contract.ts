import assert from 'node:assert/strict';
import { CommandId } from '../../../domain/shared/ids.ts';
import type { Commit, CommitResult, Store } from '../../../domain/shared/store.port.ts';
import { aCommit, aCustomer, aProductKey, aSubscription, anEvent, anOutboxItem, contoso, noon } from '../sample-records.ts';
import { versionOf, versionOfKey, idsOf, whatHappened, countOf } from './reading.ts';
import type { WithBook } from './with-book.ts';

export function commitsContract(withBook: WithBook): void {
  it('creates a record only while there is none', () =>
    withBook(async ({ store }) => {
      const create = (id: string): Commit => aCommit(id, { expect: [{ kind: 'customer', id: 'acme', version: 0 }], put: [aCustomer('acme', id)] });
      assert.equal((await store.commit(create('first'))).kind, 'committed');
      assert.equal((await store.commit(create('second'))).kind, 'conflict');
      assert.equal((await store.read('customer', 'acme'))?.value.name, 'first');
    }));

  it('changes a record only while its version is the one that was read', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('acme')] }));
      const version = await versionOf(store, 'acme');
      const rename = (name: string): Commit => aCommit(name, { expect: [{ kind: 'customer', id: 'acme', version }], put: [aCustomer('acme', name)] });
      assert.equal((await store.commit(rename('early'))).kind, 'committed');
      assert.ok((await versionOf(store, 'acme')) > version);
      assert.equal((await store.commit(rename('late'))).kind, 'conflict');
      assert.equal((await store.read('customer', 'acme'))?.value.name, 'early');
    }));

  it('removes a record only while its version is the one that was read', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('acme')] }));
      const version = await versionOf(store, 'acme');
      const remove = (id: string, expected: number): Commit =>
        aCommit(id, { expect: [{ kind: 'customer', id: 'acme', version: expected }], remove: [{ kind: 'customer', id: 'acme' }] });
      assert.equal((await store.commit(remove('stale', version + 1))).kind, 'conflict');
      assert.equal((await store.commit(remove('right', version))).kind, 'committed');
      assert.equal(await store.read('customer', 'acme'), undefined);
      assert.deepEqual(await idsOf(store, 'customers-of-partner', contoso), []);
    }));

  it('never gives a version again to a record that was removed and made anew', () =>
    withBook(async ({ store, reopen }) => {
      await store.commit(aCommit('create', { put: [aCustomer('acme')] }));
      const before = await versionOf(store, 'acme');
      await store.commit(aCommit('remove', { remove: [{ kind: 'customer', id: 'acme' }] }));
      const later = await reopen();
      await later.commit(aCommit('again', { put: [aCustomer('acme')] }));
      assert.ok((await versionOf(later, 'acme')) > before);
    }));

  it('takes a change of many records whole or not at all', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('acme'), aProductKey('key')] }));
      const stale = aCommit('stale', {
        expect: [
          { kind: 'product-key', id: 'key', version: await versionOfKey(store, 'key') },
          { kind: 'customer', id: 'acme', version: 99 },
        ],
        put: [aProductKey('key', 'used'), aSubscription('sub', 'acme', '2027-03-01')],
        remove: [{ kind: 'customer', id: 'acme' }],
        events: [anEvent('redeemed')],
      });
      assert.equal((await store.commit(stale)).kind, 'conflict');
      assert.equal((await store.read('product-key', 'key'))?.value.state, 'in-stock');
      assert.equal(await store.read('subscription', 'sub'), undefined);
      assert.notEqual(await store.read('customer', 'acme'), undefined);
      assert.equal(await store.outcomeOf(stale.commandId), undefined);
      assert.deepEqual(await whatHappened(store), []);
    }));

  it('answers a repeated command with the outcome of its first time, whatever the repetition asks for', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('redeem', { put: [aCustomer('acme', 'once')], outcome: { receipt: 7 } }));
      const again = await store.commit(aCommit('redeem', { put: [aCustomer('acme', 'twice')], outcome: { receipt: 8 } }));
      assert.deepEqual(again, { kind: 'already-applied', outcome: { receipt: 7 } });
      assert.deepEqual((await store.outcomeOf(CommandId.parse('redeem')))?.outcome, { receipt: 7 });
      assert.equal((await store.read('customer', 'acme'))?.value.name, 'once');
    }));

  it('lets a command that met a conflict try again under its id', () =>
    withBook(async ({ store }) => {
      await store.commit(aCommit('create', { put: [aCustomer('acme')] }));
      assert.equal((await store.commit(aCommit('retry', { expect: [{ kind: 'customer', id: 'acme', version: 0 }] }))).kind, 'conflict');
      assert.equal((await store.commit(aCommit('retry', { expect: [], put: [aCustomer('acme', 'retried')] }))).kind, 'committed');
    }));

  it('lets exactly one of sixteen people at once redeem a key, a hundred times over', () =>
    withBook(async ({ store }) => {
      for (let round = 0; round < 100; round += 1) assert.deepEqual(await raceForKey(store, `key-${round}`), { committed: 1, conflict: 15 });
    }));

  it('applies one of sixteen simultaneous deliveries of the same command', () =>
    withBook(async ({ store }) => {
      const deliver = (delivery: number): Promise<CommitResult> =>
        store.commit(aCommit('same', { put: [aCustomer('acme', `delivery ${delivery}`)], outcome: { delivery } }));
      const results = await Promise.all(Array.from({ length: 16 }, (_, delivery) => deliver(delivery)));
      assert.deepEqual(countOf(results), { committed: 1, 'already-applied': 15 });
      const outcomes = results.flatMap((result) => (result.kind === 'already-applied' ? [result.outcome] : []));
      assert.equal(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size, 1);
    }));

  it('hands out frozen values, and keeps its own when the caller goes on changing what was put', () =>
    withBook(async ({ store }) => {
      const facts: Record<string, string> = { plan: 'one' };
      const item = anOutboxItem('notice', noon);
      await store.commit(aCommit('create', { put: [{ ...item, value: { ...item.value, facts } }] }));
      facts['plan'] = 'two';
      const stored = await store.read('outbox', 'notice');
      assert.ok(stored !== undefined);
      assert.deepEqual(stored.value.facts, { plan: 'one' });
      assert.ok(Object.isFrozen(stored.value) && Object.isFrozen(stored.value.facts));
    }));

  it('keeps of a value what JSON keeps of it', () =>
    withBook(async ({ store, reopen }) => {
      const customer = aCustomer('acme');
      await store.commit(aCommit('create', { put: [{ ...customer, value: { ...customer.value, tenant: undefined } }] }));
      assert.deepEqual((await store.read('customer', 'acme'))?.value, customer.value);
      assert.deepEqual((await (await reopen()).read('customer', 'acme'))?.value, customer.value);
    }));

  it('changes nothing for an outcome that is no JSON', () =>
    withBook(async ({ store }) => {
      await assert.rejects(store.commit(aCommit('odd', { put: [aCustomer('acme')], outcome: { count: 1n } })), TypeError);
      assert.equal(await store.read('customer', 'acme'), undefined);
      assert.equal((await store.commit(aCommit('next', { put: [aCustomer('acme')] }))).kind, 'committed');
    }));

  it('takes nothing that it could not read again', () =>
    withBook(async ({ store, reopen }) => {
      const customer = JSON.parse(JSON.stringify(aCustomer('acme')));
      for (const broken of [
        { ...customer, kind: 'invoice' },
        { ...customer, id: 7 },
        { ...customer, value: null },
        { ...customer, value: { id: 'acme' } },
      ])
        await assert.rejects(store.commit(aCommit('broken', { put: [broken] })));
      const later = await reopen();
      assert.equal(await later.outcomeOf(aCommit('broken').commandId), undefined);
      assert.equal((await later.commit(aCommit('whole', { put: [aCustomer('acme')] }))).kind, 'committed');
    }));
}

/** Sixteen people redeem the same key at once: who wins, by number. */
export async function raceForKey(store: Store, key: string): Promise<Partial<Record<CommitResult['kind'], number>>> {
  await store.commit(aCommit(`stock-${key}`, { put: [aProductKey(key)] }));
  const version = await versionOfKey(store, key);
  const redeem = (person: number): Promise<CommitResult> =>
    store.commit(aCommit(`${key}-by-${person}`, { expect: [{ kind: 'product-key', id: key, version }], put: [aProductKey(key, 'used')] }));
  return countOf(await Promise.all(Array.from({ length: 16 }, (_, person) => redeem(person))));
}
