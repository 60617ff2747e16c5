import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import type { CommandOf } from '../../domain/commands.ts';
import type { GivenKey, RedeemProductKeys } from '../../domain/product-keys/redemption.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import {
  aHandOff,
  aKey,
  aPartner,
  aSubscription,
  aTerm,
  cloudy,
  contoso,
  day,
  fabrikam,
  forNewCustomer,
  inStock,
  jana,
  karel,
  keysNamed,
  petr,
  redeem,
} from '../support/builders.ts';
import { auditOf, clockAt, fill, keyRecord, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

/** A book with the partner, Jana, Petr and these keys in stock. */
async function aBookWith(keys: readonly GivenKey[]): Promise<Store> {
  const store = memoryStore();
  await fill(store, [partnerRecord(aPartner()), userRecord(jana()), userRecord(petr()), ...keys.map((key) => keyRecord(inStock(key)))]);
  return store;
}

const forCustomer = (name: string) =>
  forNewCustomer({
    customer: CustomerId.parse(name),
    organisation: name,
    domain: `${name}.cz`,
    admin: { id: `${name}-admin`, name, email: `admin@${name}.cz` },
  });

/** Person `n` redeems these keys for a customer of their own. */
const byPerson = (n: number, keys: readonly GivenKey[]): RedeemProductKeys =>
  redeem({ keys, people: keys.length, purpose: forCustomer(`customer${String(n)}`) }, `command${String(n)}`);

describe('carrying out a command', () => {
  it('records keys, customer, subscription, admin, agreement, checklist and hand-off in one commit', async () => {
    const store = await aBookWith([aKey('k1')]);
    const result = await executor({ store, clock: clockAt() })(redeem());
    assert.equal(result.kind, 'done');
    assert.equal((await store.read('product-key', aKey('k1').fingerprint))?.value.state, 'used');
    assert.equal((await store.read('customer', 'fabrikam'))?.value.name, 'Fabrikam');
    assert.equal((await store.read('subscription', 'command-subscription'))?.value.terms[0]?.seats, 1);
    assert.equal((await store.read('customer-user', 'fabrikam-admin'))?.value.licensedIn, 'command-subscription');
    assert.equal((await store.read('agreement', 'command-agreement'))?.value.byName, 'Jana Nováková');
    assert.equal((await store.read('checklist', 'command-subscription'))?.value.items.domain.status, 'open');
    assert.equal((await store.read('hand-off', 'command-hand-off'))?.value.confirmed, undefined);
    assert.deepEqual(
      (await auditOf(store)).map((event) => event.what),
      ['product-keys-redeemed', 'customer-added', 'subscription-added', 'admin-appointed', 'agreement-accepted'],
    );
  });

  it('changes nothing when it is refused', async () => {
    const store = await aBookWith([aKey('k1')]);
    const result = await executor({ store, clock: clockAt() })(redeem({ purpose: forNewCustomer({ country: 'KP' }) }));
    assert.deepEqual(result, { kind: 'refused', refusal: { kind: 'country-unavailable', country: 'KP' } });
    assert.equal((await store.read('product-key', aKey('k1').fingerprint))?.value.state, 'in-stock');
    assert.equal(await store.read('customer', 'fabrikam'), undefined);
    assert.deepEqual(await auditOf(store), []);
  });

  it('a second time gives the first outcome, though days have passed, and changes nothing', async () => {
    const store = await aBookWith([aKey('k1')]);
    const clock = clockAt();
    const execute = executor({ store, clock });
    const first = await execute(redeem());
    clock.setTo('2026-03-09');
    assert.deepEqual(await execute(redeem()), first);
    assert.equal((await auditOf(store)).length, 5);
  });

  it('with the same key by another command is refused with the day of its use', async () => {
    const store = await aBookWith([aKey('k1')]);
    const clock = clockAt();
    const execute = executor({ store, clock });
    await execute(redeem());
    clock.setTo('2027-08-01');
    assert.deepEqual(await execute(byPerson(2, [aKey('k1')])), {
      kind: 'refused',
      refusal: { kind: 'key-already-used', ending: 'AAAK1', on: day('2026-03-01') },
    });
  });

  it('twice at the same moment gives one outcome to both and is done once', async () => {
    const store = await aBookWith([aKey('k1')]);
    const execute = executor({ store, clock: clockAt() });
    const [one, other] = await Promise.all([execute(redeem()), execute(redeem())]);
    assert.deepEqual(one, other);
    assert.equal(one.kind, 'done');
    assert.equal((await auditOf(store)).length, 5);
  });

  it('that changes nothing is not kept: there is nothing to repeat', async () => {
    const store = await aBookWith([]);
    const execute = executor({ store, clock: clockAt() });
    const appoint: CommandOf<'appoint-global-admin'> = {
      type: 'appoint-global-admin',
      commandId: redeem().commandId,
      partner: cloudy,
      person: petr().person,
      name: petr().name,
    };
    assert.deepEqual(await execute(appoint), { kind: 'done', outcome: { kind: 'already-global-admin' } });
    assert.equal(await store.outcomeOf(appoint.commandId), undefined);
  });

  it('under an id that another command has is a fault, never the other’s outcome', async () => {
    const store = await aBookWith([aKey('k1')]);
    const execute = executor({ store, clock: clockAt() });
    await execute(redeem());
    const choose = { type: 'choose-language', commandId: redeem().commandId, partner: cloudy, by: jana().person, byName: 'Jana', language: 'cs' } as const;
    await assert.rejects(execute(choose), (error) => error instanceof Fault && error.code === 'book-damaged');
  });

  it('adds the second of two subscriptions for a new domain to the customer the first one made', async () => {
    const keys = keysNamed(2);
    const store = await aBookWith(keys);
    const execute = executor({ store, clock: clockAt() });
    const results = await Promise.all(keys.map((key, index) => execute(redeem({ keys: [key] }, `command${String(index)}`))));
    assert.deepEqual(
      results.map((result) => result.kind === 'done' && result.outcome.customerWasKnown),
      [false, true],
    );
    assert.equal((await store.list('subscriptions-of-customer', { key: 'fabrikam', limit: 10 })).rows.length, 2);
    assert.equal((await store.read('customer-user', 'fabrikam-admin'))?.value.licensedIn, 'command0-subscription');
  });

  it('confirms a hand-off against all hand-offs of the customer', async () => {
    const store = await aBookWith([]);
    const subscription = aSubscription({ verification: 'unverified' });
    const handOffs = ['first', 'second'].map((id) => aHandOff({ id, unverifiedKeys: 1 }));
    const handOffRecords = handOffs.map((value): Put => ({ kind: 'hand-off', id: value.id, value }));
    await fill(store, [{ kind: 'subscription', id: subscription.id, value: subscription }, ...handOffRecords], 'hand-offs');
    const execute = executor({ store, clock: clockAt() });
    const verification = async () => (await store.read('subscription', subscription.id))?.value.verification;
    const confirm = (handOff: (typeof handOffs)[number]) =>
      execute({
        type: 'confirm-hand-off',
        commandId: redeem({}, `confirm-${handOff.id}`).commandId,
        partner: cloudy,
        by: jana().person,
        byName: 'Jana',
        handOff: handOff.id,
      });
    const [first, second] = handOffs;
    assert.ok(first && second);
    await confirm(first);
    assert.equal(await verification(), 'unverified');
    await confirm(second);
    assert.equal(await verification(), 'verified');
  });

  it('gives a known admin a licence of the new subscription when the one they hold is over, else none', async () => {
    for (const [endedOn, licensedIn] of [
      ['2019-12-31', 'command-subscription'],
      ['2026-12-31', 'held'],
    ] as const) {
      const store = await aBookWith([aKey('k1')]);
      const held = aSubscription({ id: 'held', terms: [aTerm('2019-01-01', { endsOn: day(endedOn) })] });
      const admin = karel({ customer: fabrikam().id, licensedIn: held.id });
      await fill(
        store,
        [
          { kind: 'customer', id: fabrikam().id, value: fabrikam() },
          { kind: 'subscription', id: held.id, value: held },
          { kind: 'customer-user', id: 'fabrikam-admin', value: admin },
        ],
        'fabrikam',
      );
      await executor({ store, clock: clockAt() })(redeem());
      assert.equal((await store.read('customer-user', 'fabrikam-admin'))?.value.licensedIn, licensedIn);
    }
  });

  it('corrects an admin’s e-mail unless somebody else has the new one', async () => {
    const store = await aBookWith([]);
    const people: readonly Put[] = ['karel', 'olga'].map((id) => ({ kind: 'customer-user', id, value: karel({ name: id, upn: `${id}@contoso.cz` }) }));
    await fill(store, [{ kind: 'customer', id: contoso().id, value: contoso() }, ...people], 'contoso');
    const execute = executor({ store, clock: clockAt() });
    const correct = (newUserId: string, commandId: string) =>
      execute({
        type: 'correct-admin-email',
        commandId: redeem({}, commandId).commandId,
        partner: cloudy,
        by: petr().person,
        byName: petr().name,
        customer: contoso().id,
        userId: 'karel',
        newUserId,
        newEmail: `${newUserId}@contoso.cz`,
      });
    assert.deepEqual(await correct('karel', 'one'), { kind: 'refused', refusal: { kind: 'same-email' } });
    assert.deepEqual(await correct('olga', 'two'), { kind: 'refused', refusal: { kind: 'email-taken', name: 'olga' } });
    assert.equal((await correct('karel.novy', 'three')).kind, 'done');
    assert.equal(await store.read('customer-user', 'karel'), undefined);
    assert.equal((await store.read('customer-user', 'karel.novy'))?.value.name, 'karel');
  });
});
