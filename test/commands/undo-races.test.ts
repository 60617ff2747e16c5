import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { CommandId, HandOffId } from '../../domain/shared/ids.ts';
import { changing, toSeats } from '../support/acting.ts';
import { aBilled } from '../support/acting.ts';
import { cloudy, contoso, jana, petr } from '../support/builders.ts';
import { auditOf, clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord } from '../support/offers.ts';
import { subscriptionRecord } from '../support/transcript-book.ts';

/** Jana confirms at Microsoft while Petr takes the change back. */
async function atOnce() {
  const store = memoryStore();
  const { relationships } = changing();
  const granted = relationships.map((value) => ({ kind: 'relationship', id: value.id, value }) as const);
  const { partner } = changing();
  assert.ok(partner !== undefined);
  await fill(store, [partnerRecord(partner), userRecord(petr()), userRecord(jana()), customerRecord(contoso()), subscriptionRecord(aBilled()), ...granted]);
  const execute = executor({ store, clock: clockAt() });
  await execute(toSeats(8));
  const handOff = HandOffId.parse('new-hand-off');
  const by = (person: ReturnType<typeof petr>, id: string) => ({
    commandId: CommandId.parse(id),
    partner: cloudy,
    by: person.person,
    byName: person.name,
    handOff,
  });
  const results = await Promise.all([
    execute({ type: 'confirm-hand-off', ...by(jana(), 'confirm') }),
    execute({ type: 'undo-change', ...by(petr(), 'undo') }),
    execute({ type: 'undo-change', ...by(petr(), 'undo-again') }),
  ]);
  const happened = (await auditOf(store)).map(({ what }) => what);
  return { results, happened, seats: (await store.read('subscription', aBilled().id))?.value.terms[0]?.seats };
}

describe('a change that is confirmed and taken back at the same moment', () => {
  it('is one or the other, once, and the book says which', async () => {
    const { results, happened, seats } = await atOnce();
    assert.equal(results.filter(({ kind }) => kind === 'done').length, 1, JSON.stringify(results));
    assert.equal(happened.filter((what) => what === 'hand-off-confirmed' || what === 'subscription-change-undone').length, 1);
    assert.equal(seats, happened.includes('hand-off-confirmed') ? 8 : 5);
  });
});
