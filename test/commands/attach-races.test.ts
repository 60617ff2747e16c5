import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import type { AttachPartnerOfRecord } from '../../domain/partner-of-record/commands.ts';
import { CommandId, HandOffId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { auditOf, clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, cloudy, contoso, jana } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord, subscriptionRecord } from '../support/transcript-book.ts';

const attachers = 5;

function byPerson(n: number): AttachPartnerOfRecord {
  return {
    type: 'attach-partner-of-record',
    commandId: CommandId.parse(`attach${String(n)}`),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    customer: contoso().id,
    subscriptions: [aSubscription().id],
    partnerId: String(5_500_000 + n),
    handOff: HandOffId.parse(`hand-off${String(n)}`),
  };
}

/** Five people attach five IDs to one subscription at the same moment, each twice. */
async function fiveAtOnce(store: Store): Promise<void> {
  const execute = executor({ store, clock: clockAt() });
  const numbers = Array.from({ length: attachers }, (_, n) => n);
  const results = await Promise.all([...numbers, ...numbers].map((n) => execute(byPerson(n))));
  assert.ok(results.every(({ kind }) => kind === 'done'));
}

/** One ID stands, it alone is still to be done at Microsoft, and each was recorded once, over the one before it. */
async function standsOnce(store: Store): Promise<void> {
  const { rows } = await store.list('open-hand-offs-of-owner', { key: jana().person, limit: 50 });
  const subscription = await store.read('subscription', aSubscription().id);
  assert.deepEqual(
    rows.map(({ value }) => (value.what === 'attach-partner-of-record' ? value.partnerId : value.what)),
    [subscription?.value.partnerOfRecord],
  );
  const attached = (await auditOf(store)).filter(({ what }) => what === 'partner-of-record-attached');
  assert.deepEqual(
    attached.map(({ before }) => before?.['partnerOfRecord']),
    ['false', ...attached.slice(0, -1).map(({ after }) => after?.['partnerOfRecord'])],
  );
  assert.equal(attached.length, attachers);
}

async function aBook(): Promise<Store> {
  const store = memoryStore();
  await fill(store, [partnerRecord(aPartner()), userRecord(jana()), customerRecord(contoso()), subscriptionRecord(aSubscription())]);
  return store;
}

describe('five people who attach five partners of record at once', () => {
  it('leave one, and one thing to do at Microsoft', async () => {
    const store = await aBook();
    await fiveAtOnce(store);
    await standsOnce(store);
  });

  it('leave more in a book that overlooks conflicts (the planted fault of the sentence before)', async () => {
    const store = await aBook();
    const careless: Store = { ...store, commit: (commit) => store.commit({ ...commit, expect: [] }) };
    await fiveAtOnce(careless);
    await assert.rejects(standsOnce(store), assert.AssertionError);
  });
});
