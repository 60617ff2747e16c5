import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { CommandId, HandOffId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, jana } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord, subscriptionRecord } from '../support/transcript-book.ts';

const subscription = aSubscription({ terms: [aTerm('2025-03-11', { seats: 3 })] });

async function aBook(): Promise<Store> {
  const store = memoryStore();
  await fill(store, [partnerRecord(aPartner()), userRecord(jana()), customerRecord(contoso()), subscriptionRecord(subscription)]);
  return store;
}

/** Ten people are entered at the same moment, each with a licence of a subscription that has three; who lost a race too often asks again. */
async function tenForThree(store: Store): Promise<readonly string[]> {
  const execute = executor({ store, clock: clockAt() });
  const enter = async (n: number, again = 0): Promise<string> => {
    const name = `Person ${String(n)}`;
    try {
      const result = await execute({
        type: 'keep-customer-user',
        commandId: CommandId.parse(`keep-${String(n)}`),
        partner: cloudy,
        by: jana().person,
        byName: jana().name,
        customer: contoso().id,
        user: `user-${String(n)}`,
        name,
        upn: `p${String(n)}@contoso.cz`,
        isAdmin: false,
        licensedIn: subscription.id,
        handOff: HandOffId.parse(`left-${String(n)}`),
      });
      return result.kind === 'done' ? 'entered' : result.refusal.kind;
    } catch (fault) {
      if (again > 10) throw fault;
      return enter(n, again + 1);
    }
  };
  return Promise.all(Array.from({ length: 10 }, (_, n) => enter(n)));
}

describe('licences given at the same moment', () => {
  it('are never more than there are', async () => {
    const store = await aBook();
    const results = await tenForThree(store);
    assert.equal(results.filter((result) => result === 'entered').length, 3);
    assert.equal(results.filter((result) => result === 'no-free-licence').length, 7);
    assert.equal(await store.count('users-of-subscription', { key: subscription.id }), 3);
    assert.equal(await store.count('history-of-customer', { key: contoso().id }), 3);
  });

  it('would be found out: a book that forgets what was expected', async () => {
    const store = await aBook();
    await tenForThree({ ...store, commit: (change) => store.commit({ ...change, expect: [] }) });
    assert.ok((await store.count('users-of-subscription', { key: subscription.id })) > 3);
  });
});
