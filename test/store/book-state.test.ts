import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyBook } from '../../bot/store/book-state.ts';
import { Entry, entryText } from '../../bot/store/entry.ts';
import { queries } from '../../domain/shared/queries.ts';
import type { Put, Ref, Slice } from '../../domain/shared/store.port.ts';
import { aCustomer, aSubscription, contoso, fabrikam } from './sample-records.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const day = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03', '2026-06-01');
const customer = fc.tuple(id, fc.constantFrom('Adam', 'ádam', 'Žofie', ''), fc.constantFrom(contoso, fabrikam)).map((parts) => aCustomer(...parts));
const subscription = fc.tuple(id, id, fc.array(day, { minLength: 1, maxLength: 4 })).map(([own, of, ends]) => aSubscription(own, of, ...ends));
const put: fc.Arbitrary<Put> = fc.oneof(customer, subscription);
const ref: fc.Arbitrary<Ref> = fc.tuple(fc.constantFrom('customer' as const, 'subscription' as const), id).map(([kind, own]) => ({ kind, id: own }));
const bound = fc.option(fc.oneof(day, fc.constantFrom('', 'adam', 'zofie')), { nil: undefined });
const slice = fc.record({ key: fc.constantFrom<string>(contoso, fabrikam, 'a'), from: bound, upTo: bound, limit: fc.integer({ min: 1, max: 4 }) });

describe('the book in memory', () => {
  it('answers each query as a search through all records would, after any changes', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(put, ref), { maxLength: 60 }), slice, (changes, wanted) => {
        const book = emptyBook();
        for (const [index, change] of changes.entries()) {
          const entry = entryText(index + 1, 'value' in change ? { put: [change] } : { put: [], remove: [change] });
          book.apply(Entry.parse(JSON.parse(entry)));
        }
        const expected = customersByHand([...book.records()], wanted);
        assert.deepEqual(pagedThrough(book, wanted), expected);
        assert.equal(book.count('customers-of-partner', wanted), expected.length);
        const ends = endsByHand([...book.records()], wanted);
        assert.equal(book.count('ends-of-partner', wanted), ends.length);
        assert.deepEqual(
          book.list('ends-of-partner', { ...wanted, limit: 500 }).rows.map((row) => row.id),
          ends,
        );
      }),
      { numRuns: 300 },
    ));

  it('makes all changes of an entry or none, when an index cannot take a value', () => {
    const book = emptyBook();
    book.apply(Entry.parse(JSON.parse(entryText(1, { put: [aCustomer('a')] }))));
    const half = JSON.parse(entryText(2, { put: [aCustomer('b'), aCustomer('c')], remove: [{ kind: 'customer', id: 'a' }] }));
    delete half.put[1].value.name;
    assert.throws(() => book.apply(Entry.parse(half)), TypeError);
    assert.deepEqual(
      [...book.records()].map((record) => record.id),
      ['a'],
    );
    assert.equal(book.facts().sequence, 1);
  });

  it('takes an import of 40,000 customers, with every part of their names, in entries of 500 in a time that grows with their number only', () => {
    const book = emptyBook();
    const started = process.cpuUsage();
    for (let part = 0; part < 80; part += 1) {
      const customers = Array.from({ length: 500 }, (_, index) =>
        aCustomer(`${(part * 7919 + index * 104_729) % 1_000_003}-${part}`, `Zákazník ${(index * 7919) % 500}`),
      );
      book.apply(Entry.parse({ sequence: part + 1, put: customers, remove: [], events: [] }));
    }
    assert.equal(book.count('customers-of-partner', { key: contoso }), 40_000);
    assert.ok(process.cpuUsage(started).user < 30e6);
  }).timeout(120_000);
});

type AnyRecord = ReturnType<ReturnType<typeof emptyBook>['records']> extends Iterable<infer R> ? R : never;

function customersByHand(records: readonly AnyRecord[], wanted: Slice): readonly string[] {
  const rows = records.flatMap((record) =>
    record.kind === 'customer' ? queries['customers-of-partner'].entries(record.value).map((row) => ({ ...row, id: record.id })) : [],
  );
  return inOrder(rows, wanted);
}

function endsByHand(records: readonly AnyRecord[], wanted: Slice): readonly string[] {
  const rows = records.flatMap((record) =>
    record.kind === 'subscription'
      ? [...new Set(record.value.terms.map((term) => term.endsOn))].map((sort) => ({ key: record.value.partner, sort, id: record.id }))
      : [],
  );
  return inOrder(rows, wanted);
}

function inOrder(rows: readonly { readonly key: string; readonly sort: string; readonly id: string }[], { key, from = '', upTo }: Slice): readonly string[] {
  return rows
    .filter((row) => row.key === key && row.sort >= from && (upTo === undefined || row.sort <= upTo))
    .sort((one, other) => (one.sort === other.sort ? (one.id < other.id ? -1 : 1) : one.sort < other.sort ? -1 : 1))
    .map((row) => row.id);
}

function pagedThrough(book: ReturnType<typeof emptyBook>, wanted: Slice): readonly string[] {
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = book.list('customers-of-partner', after === undefined ? wanted : { ...wanted, after });
    ids.push(...page.rows.map((row) => row.id));
    if (page.next === undefined) return ids;
    after = page.next;
  }
}
