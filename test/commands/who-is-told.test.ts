import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import type { contoso } from '../support/builders.ts';
import { eva, jana, petr } from '../support/builders.ts';
import { clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { aSeller, addressRecord, anOffer, answers, contosoInTeams, customerRecord, customerUserRecord, karelInTeams, offerRecord } from '../support/offers.ts';

/** Contoso accepts what Jana sent; gives whom the answer is told to. */
async function toldAfterAnswer(...put: readonly Put[]): Promise<readonly string[]> {
  const store = memoryStore();
  await fill(store, [partnerRecord(aSeller()), customerUserRecord(karelInTeams()), offerRecord(anOffer()), ...put]);
  const result = await executor({ store, clock: clockAt() })(answers());
  assert.equal(result.kind, 'done', JSON.stringify(result));
  const waiting = await store.list('outbox-by-due', { key: 'all', limit: 10 });
  return waiting.rows.flatMap(({ value }) => (value.topic === 'offer-answered' ? [value.recipient] : []));
}

const cared = (owner: Parameters<typeof contoso>[0]): Put => customerRecord({ ...contosoInTeams(), ...owner });
const everybody = [userRecord(petr()), userRecord(jana()), userRecord(eva())];

describe('what becomes of an offer is told', () => {
  it('to who sent it', async () => {
    const written = [addressRecord(jana().person), addressRecord(petr().person)];
    assert.deepEqual(await toldAfterAnswer(...everybody, ...written, cared({ owner: petr().person })), [jana().person]);
  });

  it('to who looks after the customer, when who sent it was removed from the people, though their chat still stands', async () => {
    const written = [jana, eva, petr].map((each) => addressRecord(each().person));
    assert.deepEqual(await toldAfterAnswer(userRecord(petr()), userRecord(eva()), ...written, cared({ owner: eva().person })), [eva().person]);
  });

  it('to the default owner, when both are gone', async () => {
    const written = [jana, eva, petr].map((each) => addressRecord(each().person));
    assert.deepEqual(await toldAfterAnswer(userRecord(petr()), ...written, cared({ owner: eva().person })), [petr().person]);
  });

  it('later to the default owner, when both are gone and nobody can be written to: the message waits for somebody who is there', async () => {
    assert.deepEqual(await toldAfterAnswer(userRecord(petr()), cared({ owner: eva().person })), [petr().person]);
  });
});
