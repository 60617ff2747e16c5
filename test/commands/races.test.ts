import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import type { Result } from '../../domain/commands.ts';
import type { GivenKey, RedeemProductKeys } from '../../domain/product-keys/redemption.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { aKey, aPartner, aSubscription, contoso, forMoreUsers, forNewCustomer, inStock, jana, keysNamed, redeem } from '../support/builders.ts';
import { auditOf, clockAt, fill, keyRecord, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';

type Redeeming = Result<'redeem-product-keys'>;

/** Person `n` redeems these keys for a customer of their own. */
function byPerson(n: number, keys: readonly GivenKey[]): RedeemProductKeys {
  const name = `customer${String(n)}`;
  const admin = { id: `${name}-admin`, name, email: `admin@${name}.cz` };
  const purpose = forNewCustomer({ customer: CustomerId.parse(name), organisation: name, domain: `${name}.cz`, admin });
  return redeem({ keys, people: keys.length, purpose }, `command${String(n)}`);
}

/** The books that must stand the races: the one in memory, and the embedded one on a disk. */
const books: readonly (readonly [string, (work: (store: Store) => Promise<void>) => Promise<void>])[] = [
  ['in memory', (work) => work(memoryStore())],
  [
    'on a disk',
    (work) =>
      inTempFolder(async (folder) => {
        const store = await openBookIn(folder);
        try {
          await work(store);
        } finally {
          await store.close();
        }
      }),
  ],
];

async function stock(store: Store, keys: readonly GivenKey[]): Promise<Store> {
  await fill(store, [partnerRecord(aPartner()), userRecord(jana()), ...keys.map((key) => keyRecord(inStock(key)))]);
  return store;
}

const aBookWith = (keys: readonly GivenKey[]): Promise<Store> => stock(memoryStore(), keys);

/** Twenty people redeem one key at the same moment. */
async function twentyForOneKey(store: Store): Promise<readonly Redeeming[]> {
  const execute = executor({ store, clock: clockAt() });
  return Promise.all(Array.from({ length: 20 }, (_, n) => execute(byPerson(n, [aKey('k1')]))));
}

/** What must hold afterwards. The same proof runs against the planted fault below. */
async function exactlyOneWon(store: Store, results: readonly Redeeming[]): Promise<void> {
  assert.equal(results.filter((result) => result.kind === 'done').length, 1);
  assert.equal((await auditOf(store)).filter((event) => event.what === 'product-keys-redeemed').length, 1);
}

for (const [where, withBook] of books) {
  describe(`people who redeem at the same moment from a book ${where}`, () => {
    it('with one key: exactly one of twenty wins, the others hear that it is used', () =>
      withBook(async (store) => {
        await stock(store, [aKey('k1')]);
        const results = await twentyForOneKey(store);
        await exactlyOneWon(store, results);
        const refusals = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal.kind] : []));
        assert.deepEqual(refusals, Array(19).fill('key-already-used'));
      }));

    it('with one key that is not in stock: exactly one of twenty wins as well', () =>
      withBook(async (store) => {
        await stock(store, []);
        await exactlyOneWon(store, await twentyForOneKey(store));
      }));

    it('planted fault: a store that forgets what is expected lets the proof fail', () =>
      withBook(async (store) => {
        await stock(store, [aKey('k1')]);
        const forgetful: Store = { ...store, commit: (commit) => store.commit({ ...commit, expect: [] }) };
        const results = await twentyForOneKey(forgetful);
        await assert.rejects(exactlyOneWon(store, results), assert.AssertionError);
      }));

    it('32 people with 20 keys each: all are done, no key is lost, none is used twice', () =>
      withBook(async (store) => {
        const keys = keysNamed(640);
        await stock(store, keys);
        const execute = executor({ store, clock: clockAt() });
        const results = await Promise.all(Array.from({ length: 32 }, (_, n) => execute(byPerson(n, keys.slice(n * 20, n * 20 + 20)))));
        assert.equal(results.filter((result) => result.kind === 'done' && result.outcome.seats === 20).length, 32);
        const records = await Promise.all(keys.map((key) => store.read('product-key', key.fingerprint)));
        const users = records.map((record) => record?.value.use?.commandId);
        assert.deepEqual(
          users,
          keys.map((_, index) => `command${String(Math.floor(index / 20))}`),
        );
        assert.equal(await store.count('keys-of-plan', { key: `${aPartner().tenant}|small-business|in-stock` }), 0);
      }));

    it('32 people whose 20 keys overlap: whoever wins has all of theirs, the others none', () =>
      withBook(async (store) => {
        const keys = keysNamed(51);
        await stock(store, keys);
        const execute = executor({ store, clock: clockAt() });
        const results = await Promise.all(Array.from({ length: 32 }, (_, n) => execute(byPerson(n, keys.slice(n, n + 20)))));
        const winners = results.flatMap((result) => (result.kind === 'done' ? [result.outcome.commandId] : []));
        const records = await Promise.all(keys.map((key) => store.read('product-key', key.fingerprint)));
        const used = records.flatMap((record) => record?.value.use?.commandId ?? []);
        assert.equal(used.length, winners.length * 20);
        for (const winner of winners) assert.equal(used.filter((commandId) => commandId === winner).length, 20);
      }));

    it('two clicks on one button, twenty times each: one outcome each', () =>
      withBook(async (store) => {
        const keys = keysNamed(20);
        await stock(store, keys);
        const execute = executor({ store, clock: clockAt() });
        const clicks = keys.flatMap((key, n) => [byPerson(n, [key]), byPerson(n, [key])]);
        const results = await Promise.all(clicks.map((command) => execute(command)));
        for (let n = 0; n < clicks.length; n += 2) assert.deepEqual(results[n], results[n + 1]);
        assert.equal((await auditOf(store)).filter((event) => event.what === 'product-keys-redeemed').length, 20);
      }));
  });
}

describe('a command whose twin is quicker', () => {
  it('gives the twin’s outcome and no refusal, though it finds its own keys used', async () => {
    const store = await aBookWith([aKey('k1')]);
    const twin = executor({ store, clock: clockAt() });
    let looked = 0;
    const overtaken: Store = {
      ...store,
      async outcomeOf(commandId) {
        const found = await store.outcomeOf(commandId);
        looked += 1;
        // Right after the first look, before anything is read.
        if (looked === 1) await twin(redeem());
        return found;
      },
    };
    const late = await executor({ store: overtaken, clock: clockAt() })(redeem());
    assert.deepEqual(late, await twin(redeem()));
    assert.equal(late.kind, 'done');
  });
});

describe('a conflict', () => {
  it('is decided again on what is true then', async () => {
    const store = await aBookWith([aKey('k1'), aKey('k2')]);
    const subscription = aSubscription();
    const customer = contoso();
    await fill(
      store,
      [
        { kind: 'customer', id: customer.id, value: customer },
        { kind: 'subscription', id: subscription.id, value: subscription },
      ],
      'contoso',
    );
    const execute = executor({ store, clock: clockAt() });
    await Promise.all(['k1', 'k2'].map((name) => execute(redeem({ keys: [aKey(name)], purpose: forMoreUsers() }, name))));
    const terms = (await store.read('subscription', subscription.id))?.value.terms ?? [];
    assert.deepEqual(
      terms.map((term) => term.seats),
      [5, 1, 1],
    );
  });

  it('is tried five times at most, then is a fault', async () => {
    const store = await aBookWith([aKey('k1')]);
    let commits = 0;
    const contested: Store = {
      ...store,
      async commit() {
        commits += 1;
        return { kind: 'conflict' };
      },
    };
    const execute = executor({ store: contested, clock: clockAt() });
    await assert.rejects(execute(redeem()), (error) => error instanceof Fault && error.code === 'still-in-conflict');
    assert.equal(commits, 5);
  });
});
