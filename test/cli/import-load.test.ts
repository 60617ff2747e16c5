import assert from 'node:assert/strict';
import { runImport } from '../../bot/cli/import.ts';
import { petr } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { northwind, operatorIn, withOperator } from './an-operator.ts';
import { writeBigBook } from './a-big-book.ts';

describe('a big book', () => {
  it('of 10,000 customers and 30,000 subscriptions is taken line by line on a disk, and changes nothing the second time', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(`${folder}/book`);
      const operator = operatorIn(folder, store);
      const files = await writeBigBook(folder, 10_000);
      assert.equal((await operator.imports(...files)).lines.at(-1), 'Together: 40000 lines: 40000 taken, 0 changed, 0 unchanged, 0 refused');
      assert.equal(operator.commits(), 40_000);
      assert.equal(await store.count('ends-of-partner', { key: northwind }), 30_000);
      assert.equal((await operator.imports(...files)).lines.at(-1), 'Together: 40000 lines: 0 taken, 0 changed, 40000 unchanged, 0 refused');
      assert.equal(operator.commits(), 40_000);
      await store.close();
    })).timeout(120_000);

  it('broken off anywhere goes on when it is started again, and says how far it had come', () =>
    withOperator(async (operator) => {
      const files = await writeBigBook(operator.folder, 300);
      const leaving = new AbortController();
      const first: string[] = [];
      const gone = leaving.signal;
      const execute: typeof operator.tools.execute = async (command) => {
        if (operator.commits() === 500) leaving.abort();
        return operator.tools.execute(command);
      };
      assert.equal(await runImport(files, { ...operator.tools, execute, gone, print: (line) => first.push(line) }), 1);
      const taken = operator.commits();
      assert.ok(taken >= 500 && taken < 1200, String(taken));
      assert.ok(first.includes('Broken off. The same command again goes on from here.'), first.join('\n'));
      const again = await operator.imports(...files);
      assert.equal(again.lines.at(-1), `Together: 1200 lines: ${String(1200 - taken)} taken, 0 changed, ${String(taken)} unchanged, 0 refused`);
      assert.equal(operator.commits(), 1200);
    })).timeout(60_000);

  it('is imported while the assistant answers people in between', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(`${folder}/book`);
      const operator = operatorIn(folder, store);
      const files = await writeBigBook(folder, 1000);
      const chat = chatOf(anAssistant(operator.store), petr().person, { locale: 'en' });
      const importing = operator.imports(...files);
      const answeredAt: number[] = [];
      for (let turn = 0; turn < 5; turn++) {
        await chat.says('help');
        answeredAt.push(operator.commits());
      }
      assert.match((await importing).lines.at(-1) ?? '', /^Together: 4000 lines: 4000 taken/);
      assert.ok(
        answeredAt.every((taken) => taken < 4000),
        `the answers came when ${answeredAt.join(', ')} lines were taken`,
      );
      await store.close();
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
