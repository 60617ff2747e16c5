import assert from 'node:assert/strict';
import { addDays, addMonths } from '../../../domain/shared/dates.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { aTerm, day } from '../../support/builders.ts';
import { bookOf, counting, dueOn, ours, subscriptionRecord, usual } from './due-world.ts';

const today = '2026-05-31';

/** Subscriptions whose ends lie on days on which nothing is due. */
function quiet(count: number): readonly Put[] {
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addMonths(addDays(day(today), 70 + (index % 200)), -12);
    return subscriptionRecord(ours({ id: `quiet-${String(index)}`, terms: [aTerm(startsOn, { id: `quiet-term-${String(index)}` })] }));
  });
}

function due(count: number): readonly Put[] {
  return Array.from({ length: count }, (_, index) =>
    subscriptionRecord(ours({ id: `due-${String(index)}`, terms: [aTerm('2025-07-01', { id: `due-term-${String(index)}` })] })),
  );
}

async function asked(...records: readonly Put[]) {
  const counted = counting(await bookOf(...usual(), ...records));
  const found = await dueOn(counted.book, today);
  return { found: found.length, ...counted.asked };
}

describe('what a look at everything that is due costs', () => {
  it('does not grow with what is not due', async () => {
    const [small, large] = [await asked(...quiet(20), ...due(3)), await asked(...quiet(2000), ...due(3))];
    assert.deepEqual(large, small);
    assert.equal(large.found, 6);
  });

  it('grows with what is due, by the same for each', async () => {
    const [one, two, three] = [await asked(...due(10)), await asked(...due(20)), await asked(...due(30))];
    assert.equal(three.reads - two.reads, two.reads - one.reads);
    assert.equal(three.rows - two.rows, two.rows - one.rows);
    assert.ok(three.rows - two.rows <= 20, 'more than each due end and the one admin of its customer');
  });

  it('is read in pages of at most 100 rows, each a slice of an index', async () => {
    const { slices } = await asked(...quiet(300), ...due(250));
    assert.ok(slices.every(({ limit }) => limit <= 100));
    assert.ok(
      slices.every(({ from, upTo, key }) => (from !== undefined && upTo !== undefined) || key !== ours().partner),
      'the whole book was asked for',
    );
  });

  it('is one look at each of 13 end dates and 8 of delegations on an ordinary day', async () => {
    const { lists, reads } = await asked();
    assert.ok(lists <= 25, String(lists));
    assert.equal(reads, 1);
  });

  it('is one look at each of at most 181 end dates after a year without any', async () => {
    const counted = counting(await bookOf(...usual()));
    await dueOn(counted.book, today, { run: { since: day('2025-01-01'), through: day('2025-05-31') } });
    assert.ok(counted.asked.lists <= 181 + 151 + 1);
  });
});
