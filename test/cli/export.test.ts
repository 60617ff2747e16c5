import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runExport } from '../../bot/cli/export.ts';
import { writeSampleFiles } from '../../bot/cli/sample-book.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { Day } from '../../domain/shared/dates.ts';
import { customerIdOf } from '../../domain/shared/record-ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { aHandOff, aSubscription, aTerm, rival } from '../support/builders.ts';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const names = ['company.csv', 'users.csv', 'partners.csv', 'customers.csv', 'subscriptions.csv', 'customer-users.csv', 'keys.csv'];

describe('exporting the book', () => {
  it('writes the files that the import reads, and importing them changes nothing', () =>
    withSample(async (operator) => {
      const to = join(operator.folder, 'out');
      const said = await operator.exports('--to', to, '--with-keys');
      assert.deepEqual(
        said.lines.slice(0, 7),
        names.map((name, index) => `${join(to, name)}: ${['1 line', '6 lines', '2 lines', '12 lines', '16 lines', '17 lines', '44 lines'][index] ?? ''}`),
      );
      const before = operator.commits();
      const again = await operator.imports(...names.map((name) => join(to, name)));
      assert.equal(again.lines.at(-1), 'Together: 98 lines: 0 taken, 0 changed, 98 unchanged, 0 refused');
      assert.equal(operator.commits(), before);
    }));

  it('makes the same book somewhere else', () =>
    withSample(async (operator) => {
      await operator.exports('--to', operator.folder, '--with-keys');
      await withOperator(async (other) => {
        const said = await other.imports(...names.map((name) => join(operator.folder, name)));
        assert.equal(said.lines.at(-1), 'Together: 98 lines: 98 taken, 0 changed, 0 unchanged, 0 refused');
        await other.exports('--to', other.folder, '--with-keys');
        for (const name of names.slice(0, 4)) assert.equal(await other.read(name), await operator.read(name));
      });
    }));

  it('lists keys by their last five characters, in full only when asked, for nobody but the owner of the file', () =>
    withSample(async (operator) => {
      const to = join(operator.folder, 'out');
      await operator.exports('--to', to);
      assert.ok(!(await operator.read('out/keys.csv')).includes('TRYME'));
      assert.match(await operator.read('out/keys.csv'), /^\ufeffending,plan,seats,boughtOn,orderRef,state,usedOn\n[A-Z0-9]{5},business-basic,1,/);
      const said = await operator.exports('--to', to, '--with-keys');
      assert.match(await operator.read('out/keys.csv'), /^\ufeffkey,plan,seats,boughtOn,orderRef,state\nTRYME/);
      assert.match(said.lines.at(-1) ?? '', /^keys\.csv holds product keys in full/);
      if (process.platform !== 'win32') assert.equal((await stat(join(to, 'keys.csv'))).mode & 0o777, 0o600);
    }));

  it('writes nothing that a spreadsheet takes for a formula', () =>
    withOperator(async (operator) => {
      const hostile = ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', "'=1"];
      const rows = hostile.map((name, index) => `"${name.replaceAll('"', '""')}",c${String(index)}.cz,CZ\n`).join('');
      const path = await operator.file('c.csv', `customer,domain,country\n${rows}`);
      assert.match((await operator.imports(path)).text, /5 taken/);
      await operator.exports('--to', operator.folder);
      const cells = (await operator.read('customers.csv')).split('\n').slice(1, -1);
      assert.ok(
        cells.every((line) => /^"?'/.test(line)),
        cells.join('\n'),
      );
      assert.match((await operator.imports(join(operator.folder, 'customers.csv'))).text, /5 unchanged/);
    }));

  it('writes what was set up in the chat, and importing that changes nothing either', () =>
    withSample(async (operator) => {
      await put(operator, aSubscription({ id: 'from-the-chat' }).id, [
        aTerm('2025-03-01', { id: 'old', renewedBy: aTerm('2026-03-01', { id: 'new' }).id }),
        aTerm('2026-03-01', { id: 'new', seats: 3 }),
        aTerm('2026-03-01', { id: 'more', seats: 1 }),
        aTerm('2026-03-01', { id: 'still more', seats: 1 }),
      ]);
      await operator.exports('--to', operator.folder);
      const lines = (await operator.read('subscriptions.csv')).split('\n').filter((line) => line.includes('from-the-chat'));
      assert.deepEqual(
        lines.map((line) => line.split(',')[4]),
        ['3', '1', '1'],
      );
      const before = operator.commits();
      assert.match((await operator.imports(join(operator.folder, 'subscriptions.csv'))).text, /19 lines: 0 taken, 0 changed, 19 unchanged, 0 refused/);
      assert.equal(operator.commits(), before);
    }));

  it("never holds another partner's book", () =>
    withOperator(
      async (operator) => {
        const path = await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n');
        await operator.imports('--partner', northwind, path);
        assert.equal((await operator.exports('--to', operator.folder)).code, 2);
        await operator.exports('--to', operator.folder, '--partner', rival);
        assert.ok(!(await operator.read('customers.csv')).includes('Contoso'));
      },
      { partners: [northwind, rival] },
    ));

  it('says how it is used, and what could not be written', () =>
    withOperator(async (operator) => {
      assert.equal((await operator.exports()).code, 2);
      assert.equal((await operator.exports('--to')).code, 2);
      const said = await operator.exports('--to', join(await operator.file('a file', ''), 'folder'));
      assert.deepEqual([said.code, said.lines[0]], [1, 'Not everything was written: ENOTDIR']);
    }));

  it('does not pass over a key that the key of the book no longer opens', () =>
    withSample(async (operator) => {
      const open = () => {
        throw new Fault('sealed-text-damaged');
      };
      const tools = { ...operator.tools, secrets: { ...operator.tools.secrets, open } };
      await assert.rejects(runExport(['--to', operator.folder, '--with-keys'], tools), { code: 'sealed-text-damaged' });
    }));
});

describe('exporting the audit', () => {
  it('prints who did what, before and after, when and by which command, one JSON line each', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n'));
      await operator.imports(await operator.file('c.csv', 'customer,domain,country\nContoso a.s.,contoso.cz,CZ\n'));
      const { lines, code } = await operator.exports('--audit');
      assert.equal(code, 0);
      const [taken, changed] = lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
      assert.deepEqual([taken?.['what'], taken?.['sequence']], ['customer-imported', 1]);
      const { about, at, before, after, by, commandId } = changed ?? {};
      assert.deepEqual(
        { about, at, before, after, by, commandId },
        {
          about: `customer:${customerIdOf(operator.tools.secrets, northwind, 'contoso.cz')}`,
          at: '2026-03-01T10:00:00.000Z',
          before: { name: 'Contoso' },
          after: { name: 'Contoso a.s.' },
          by: { kind: 'operator' },
          commandId: 'command-2',
        },
      );
    }));

  it('writes it into a folder, of one partner when asked', () =>
    withOperator(
      async (operator) => {
        await operator.imports('--partner', northwind, await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n'));
        await operator.exports('--audit', '--to', operator.folder);
        assert.equal((await operator.read('audit.jsonl')).split('\n').length, 2);
        assert.deepEqual((await operator.exports('--audit', '--partner', rival)).lines, []);
      },
      { partners: [northwind, rival] },
    ));
});

async function withSample(work: (operator: Operator) => Promise<void>): Promise<void> {
  await withOperator(async (operator) => {
    await operator.imports(...(await writeSampleFiles(join(operator.folder, 'sample'), Day.parse('2026-03-01'))));
    await work(operator);
  });
}

async function put(operator: Operator, id: ReturnType<typeof aSubscription>['id'], terms: ReturnType<typeof aSubscription>['terms']): Promise<void> {
  const customer = customerIdOf(operator.tools.secrets, northwind, 'contoso.cz');
  const value = aSubscription({ id, customer, terms });
  const handOff = aHandOff({ subscription: id, customer });
  await operator.store.commit({
    commandId: CommandId.parse('in the chat'),
    expect: [],
    put: [
      { kind: 'subscription', id, value },
      { kind: 'hand-off', id: handOff.id, value: handOff },
    ],
    remove: [],
    events: [],
    outcome: null,
  });
}
