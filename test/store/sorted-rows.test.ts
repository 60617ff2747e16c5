import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Row } from '../../bot/store/sorted-rows.ts';
import { precedes, sortedRows } from '../../bot/store/sorted-rows.ts';

const row = fc.record({ sort: fc.constantFrom('', '\u0000', 'a', 'ab', 'b', 'ž', '2026-03-01'), id: fc.nat(200).map(String) }, { noNullPrototype: true });
const change = fc.record({ row, drops: fc.boolean() });

describe('sorted rows', () => {
  it('hold the same rows in the same order as a list that is sorted anew each time', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3000, size: 'max' }), row, (changes, border) => {
        const rows = sortedRows();
        const expected = new Map<string, Row>();
        for (const { row: changed, drops } of changes) {
          if (drops) rows.drop(changed);
          else rows.add(changed);
          if (drops) expected.delete(JSON.stringify(changed));
          else expected.set(JSON.stringify(changed), changed);
        }
        const sorted = [...expected.values()].sort((one, other) => (precedes(one, other) ? -1 : 1));
        const isBefore = (one: Row): boolean => precedes(one, border);
        assert.deepEqual([...rows.from(() => false)], sorted);
        assert.deepEqual(
          [...rows.from(isBefore)],
          sorted.filter((one) => !isBefore(one)),
        );
        assert.equal(rows.rank(isBefore), sorted.filter(isBefore).length);
        assert.equal(rows.isEmpty(), sorted.length === 0);
      }),
      { numRuns: 60 },
    ));

  for (const [order, sortOf] of [
    ['ascending', (index: number) => index],
    ['descending', (index: number) => 1_000_000 - index],
    ['scattered', (index: number) => (index * 7919) % 1_000_003],
  ] as const) {
    it(`take 100,000 rows in ${order} order without slowing down`, () => {
      const rows = sortedRows();
      for (let index = 0; index < 100_000; index += 1) rows.add({ sort: String(sortOf(index)).padStart(7, '0'), id: 'same' });
      assert.equal(
        rows.rank(() => true),
        100_000,
      );
      const sorts = [...rows.from(() => false)].map(({ sort }) => sort);
      assert.deepEqual(sorts, sorts.toSorted());
    }).timeout(3000);
  }
});
