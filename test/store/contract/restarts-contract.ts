import assert from 'node:assert/strict';
import { aCommit, aCustomer, aProductKey, aSubscription, afterNoon, anEvent, contoso } from '../sample-records.ts';
import { idsOf, whatHappened, trailOf } from './reading.ts';
import type { WithBook } from './with-book.ts';

export function auditContract(withBook: WithBook): void {
  it('keeps audit events in the order of their commits, numbered upwards, across restarts', () =>
    withBook(async ({ store, reopen }) => {
      await store.commit(aCommit('one', { events: [anEvent('first'), anEvent('second')] }));
      await store.commit(aCommit('none'));
      await store.commit(aCommit('two', { events: [anEvent('third')] }));
      const later = await reopen();
      await later.commit(aCommit('three', { events: [anEvent('fourth')] }));
      assert.deepEqual(await whatHappened(later), ['first', 'second', 'third', 'fourth']);
      const sequences = (await trailOf(later)).map((event) => event.sequence);
      assert.ok(sequences.every((sequence, index) => index === 0 || sequence > (sequences[index - 1] ?? Infinity)));
    }));

  it('records the events of a repeated command once', () =>
    withBook(async ({ store }) => {
      for (let time = 0; time < 3; time += 1) await store.commit(aCommit('same', { events: [anEvent('redeemed')] }));
      assert.deepEqual(await whatHappened(store), ['redeemed']);
    }));
}

export function restartsContract(withBook: WithBook): void {
  it('has every acknowledged commit after a restart, with its version and its place in each list', () =>
    withBook(async ({ store, reopen }) => {
      const put = [aCustomer('b'), aCustomer('a'), aProductKey('key'), aSubscription('sub', 'a', '2026-03-01', '2026-04-01')];
      await store.commit(aCommit('create', { put }));
      await store.commit(aCommit('change', { put: [aCustomer('a', 'Zeta')], remove: [{ kind: 'product-key', id: 'key' }], outcome: ['done'] }));
      const before = await store.read('customer', 'a');
      const later = await reopen();
      assert.deepEqual(await later.read('customer', 'a'), before);
      assert.equal(await later.read('product-key', 'key'), undefined);
      assert.deepEqual(await idsOf(later, 'customers-of-partner', contoso), ['b', 'a']);
      assert.deepEqual(await idsOf(later, 'ends-of-partner', contoso), ['sub', 'sub']);
      assert.deepEqual(await later.commit(aCommit('change')), { kind: 'already-applied', outcome: ['done'] });
    }));

  it('forgets an outcome after its time only, and one without a time never', () =>
    withBook(async ({ store, reopen }, clock) => {
      await store.commit(aCommit('day', { keepOutcomeUntil: afterNoon(86_400_000) }));
      await store.commit(aCommit('ever'));
      clock.set(new Date(afterNoon(86_400_000)));
      const nextDay = await reopen();
      assert.equal((await nextDay.commit(aCommit('day'))).kind, 'already-applied');
      clock.set(new Date('2036-03-01T00:00:00.000Z'));
      const tenYearsOn = await reopen();
      assert.equal((await tenYearsOn.commit(aCommit('ever'))).kind, 'already-applied');
    }));

  it('says that it can be read and written', () => withBook(({ store }) => store.check()));
}
