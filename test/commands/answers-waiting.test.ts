import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { mostDeclared } from '../../domain/offers/answer-offer.ts';
import { offerAnswerId } from '../../domain/offers/records.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import type { OfferId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { jana } from '../support/builders.ts';
import { clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { aSeller, aTrial, aVisitor, addressRecord, anAnswer, answers, offerRecord } from '../support/offers.ts';

const mine = aTrial({ id: 'mine' });
const other = aTrial({ id: 'other' });
const visitor = { by: aVisitor(), organisation: { customer: CustomerId.parse('newcomer'), name: 'Newcomer', domain: 'newcomer.cz' } };

/** So many visitors' answers to this offer wait for the partner's word. */
function waitingOn(offer: OfferId, count: number): readonly Put[] {
  return Array.from({ length: count }, (_, n): Put => {
    const customer = CustomerId.parse(`c${String(n)}`);
    return { kind: 'offer-answer', id: offerAnswerId(offer, customer), value: anAnswer({ offer, customer, state: 'declared', by: aVisitor() }) };
  });
}

/** A book, and how many records were read from it. */
async function aBook(...more: readonly Put[]): Promise<{ readonly store: Store; readonly read: () => number }> {
  const inner = memoryStore();
  await fill(inner, [partnerRecord(aSeller()), userRecord(jana()), addressRecord(jana().person), offerRecord(mine), offerRecord(other), ...more]);
  let rows = 0;
  const store: Store = {
    ...inner,
    read: async (kind, id) => {
      rows += 1;
      return inner.read(kind, id);
    },
    list: async (query, slice) => {
      const page = await inner.list(query, slice);
      rows += page.rows.length;
      return page;
    },
  };
  return { store, read: () => rows };
}

describe('answers that wait for the partner’s word', () => {
  it('count for their own offer alone: a hundred on one leave the other open', async () => {
    const { store } = await aBook(...waitingOn(other.id, mostDeclared));
    const execute = executor({ store, clock: clockAt() });
    const taken = await execute(answers({ offer: mine.id, ...visitor }, 'mine'));
    const refused = await execute(answers({ offer: other.id, ...visitor }, 'other'));
    assert.equal(taken.kind, 'done');
    assert.deepEqual([refused.kind, refused.kind === 'refused' && refused.refusal.kind], ['refused', 'too-many-declared']);
  });

  it('are not read for another one: an answer costs the same however many wait', async () => {
    const costs = await Promise.all(
      [0, 40].map(async (count) => {
        const { store, read } = await aBook(...waitingOn(other.id, 2 * count), ...waitingOn(mine.id, count));
        await executor({ store, clock: clockAt() })(answers({ offer: mine.id, ...visitor }, 'mine'));
        return read();
      }),
    );
    assert.equal(costs[0], costs[1]);
  });
});
