import assert from 'node:assert/strict';
import { northwind, withOperator } from './an-operator.ts';
import { writeBigBook } from './a-big-book.ts';

describe('a big book', () => {
  it('of 2,000 customers and 6,000 subscriptions is taken line by line, and changes nothing the second time', () =>
    withOperator(async (operator) => {
      const files = await writeBigBook(operator.folder, 2000);
      assert.equal((await operator.imports(...files)).lines.at(-1), 'Together: 8000 lines: 8000 taken, 0 changed, 0 unchanged, 0 refused');
      assert.equal(operator.commits(), 8000);
      assert.equal(await operator.store.count('ends-of-partner', { key: northwind }), 6000);
      assert.equal((await operator.imports(...files)).lines.at(-1), 'Together: 8000 lines: 0 taken, 0 changed, 8000 unchanged, 0 refused');
      assert.equal(operator.commits(), 8000);
    })).timeout(60_000);

  it('can be tried out first', () =>
    withOperator(async (operator) => {
      const said = await operator.imports('--dry-run', ...(await writeBigBook(operator.folder, 500)));
      assert.match(said.lines.at(-1) ?? '', /^Together: 2000 lines: 2000 taken/);
      assert.equal(operator.commits(), 0);
    })).timeout(60_000);

  it('ends where the last line ends, also when a line is missing (the planted fault of the first sentence)', () =>
    withOperator(async (operator) => {
      const [customers, subscriptions] = await writeBigBook(operator.folder, 50);
      assert.ok(customers !== undefined && subscriptions !== undefined);
      const lines = (await operator.read('customers.csv')).split('\n');
      const said = await operator.imports(await operator.file('customers.csv', lines.toSpliced(10, 1).join('\n')), subscriptions);
      assert.equal(said.lines.at(-1), 'Together: 199 lines: 196 taken, 0 changed, 0 unchanged, 3 refused');
    }));
});
