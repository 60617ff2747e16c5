import assert from 'node:assert/strict';
import { dryRunStore } from '../../bot/cli/dry-run-store.ts';
import { runImport } from '../../bot/cli/import.ts';
import { writeSampleFiles } from '../../bot/cli/sample-book.ts';
import { executor } from '../../bot/commands/execute.ts';
import { Day } from '../../domain/shared/dates.ts';
import type { QueryName } from '../../domain/shared/queries.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const today = Day.parse('2026-03-01');

describe('the book of a dry run', () => {
  it('answers what the real one would answer after the import, half of which it has already', () =>
    withOperator(async (operator) => {
      const files = await writeSampleFiles(operator.folder, today);
      await operator.imports(...files.slice(0, 4));
      await operator.imports(await operator.file('c.csv', 'customer,domain,country\nAaa first by name,contoso.cz,CZ\n'));
      const rehearsal = dryRunStore(operator.store);
      await runImport(files, { ...operator.tools, execute: executor({ store: rehearsal, clock: operator.tools.clock }) });
      const rehearsed = await answersOf(rehearsal);
      assert.notDeepEqual(rehearsed, await answersOf(operator.store), 'planted: a dry run that is not seen again by what follows it');
      await operator.imports(...files);
      assert.deepEqual(rehearsed, await answersOf(operator.store));
    }));

  it('leaves the real one as it was', () =>
    withOperator(async (operator: Operator) => {
      const files = await writeSampleFiles(operator.folder, today);
      const before = await answersOf(operator.store);
      await operator.imports('--dry-run', ...files);
      assert.deepEqual(await answersOf(operator.store), before);
    }));
});

/** What the book says to the questions a partner's day is made of: names in order, and how many. */
async function answersOf(store: Reader): Promise<readonly unknown[]> {
  const questions: readonly (readonly [QueryName, string])[] = [
    ['users-of-partner', northwind],
    ['customers-of-partner', northwind],
    ['customers-of-tenant', '22222222-2222-4222-8222-222222222222'],
    ['ends-of-partner', northwind],
    ['keys-of-plan', `${northwind}|midsize-business|in-stock`],
    ['subscriptions-of-plan', `${northwind}|small-business`],
  ];
  return Promise.all(
    questions.map(async ([query, key]) => {
      const { rows } = await store.list(query, { key, from: '', upTo: '\uffff', limit: 500 });
      return { query, count: await store.count(query, { key }), values: rows.map(({ id, value }) => ({ id, value: valueIn(query, value) })) };
    }),
  );
}

// Two sealings of one key differ; everything else must not.
function valueIn(query: QueryName, value: object): unknown {
  return query === 'keys-of-plan' ? { ...value, sealed: '' } : JSON.parse(JSON.stringify(value));
}
