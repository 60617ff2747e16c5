import assert from 'node:assert/strict';
import { join } from 'node:path';
import { customerIdOf, subscriptionIdOf } from '../../domain/shared/record-ids.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { runImport } from '../../bot/cli/import.ts';
import type { Operator } from './an-operator.ts';
import { northwind, rival, withOperator } from './an-operator.ts';

const users =
  'objectId,name,email,companyRole,supportedCompanies\n11111111-0000-4000-8000-000000000001,Jana Nováková,Jana@northwind.example,global-admin,full\n';
const customers = 'customer,domain,country,owner\nContoso,www.Contoso.cz,cz,jana@northwind.example\nFabrikam,fabrikam.sk,SK,\n';
const subscriptions =
  'customerDomain;subscriptionId;plan;channel;seats;startsOn;endsOn;autoRenews;term\n' +
  'contoso.cz;AAAA0000-0000-4000-8000-000000000001;small-business;key;5;1.4.2025;31. 3. 2026;ne;P1Y\n' +
  'fabrikam.sk;S-2;Microsoft 365 Business Basic;csp;3;2026-02-20T00:00:00Z;2026-03-19;áno;p1m\n';

describe('importing files', () => {
  it('takes every line and says so by file and line number', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(await operator.file('users.csv', users), await operator.file('customers.csv', customers));
      assert.deepEqual(said.lines, [
        'users.csv: 1 line: 1 taken, 0 changed, 0 unchanged, 0 refused',
        'users.csv: taken: line 2',
        'customers.csv: 2 lines: 2 taken, 0 changed, 0 unchanged, 0 refused',
        'customers.csv: taken: lines 2-3',
        'Together: 3 lines: 3 taken, 0 changed, 0 unchanged, 0 refused',
      ]);
      assert.equal(said.code, 0);
      const contoso = await operator.store.read('customer', customerIdOf(operator.tools.secrets, northwind, 'contoso.cz'));
      assert.deepEqual(
        [contoso?.value.name, contoso?.value.country, contoso?.value.owner],
        ['Contoso', 'CZ', `${northwind}/11111111-0000-4000-8000-000000000001`],
      );
    }));

  it('reads files in the order in which they rest on each other, however they are named', () =>
    withOperator(async (operator) => {
      const paths = [await operator.file('1.csv', subscriptions), await operator.file('2.csv', customers), await operator.file('3.csv', users)];
      assert.equal((await operator.imports(...paths)).lines.at(-1), 'Together: 5 lines: 5 taken, 0 changed, 0 unchanged, 0 refused');
    }));

  it('reads the dates, the yes and no and the plans as people write them', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('c.csv', customers.replaceAll('jana@northwind.example', '')), await operator.file('s.csv', subscriptions));
      const first = await operator.store.read('subscription', subscriptionIdOf(operator.tools.secrets, northwind, 'aaaa0000-0000-4000-8000-000000000001'));
      assert.deepEqual(
        first?.value.terms.map(({ startsOn, endsOn, seats }) => [startsOn, endsOn, seats]),
        [['2025-04-01', '2026-03-31', 5]],
      );
      const second = await operator.store.read('subscription', subscriptionIdOf(operator.tools.secrets, northwind, 'S-2'));
      assert.deepEqual(
        [second?.value.plan, second?.value.autoRenews, second?.value.terms[0]?.startsOn, second?.value.reference],
        ['business-basic', true, '2026-02-20', 'S-2'],
      );
    }));

  it('names what changed in a line, and leaves the others', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('users.csv', users), await operator.file('customers.csv', customers));
      const said = await operator.imports(await operator.file('customers.csv', customers.replace('Fabrikam,', 'Fabrikam Slovakia,')));
      assert.deepEqual(said.lines.slice(0, 3), [
        'customers.csv:3: changed: name',
        'customers.csv: 2 lines: 0 taken, 1 changed, 1 unchanged, 0 refused',
        'customers.csv: unchanged: line 2',
      ]);
    }));

  it('refuses a line with every reason at once, and takes the next', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(
        await operator.file('customers.csv', 'customer,domain,country,contactEmail\n,contoso,Česko,x\nFabrikam,fabrikam.sk,SK,\n'),
      );
      assert.equal(
        said.lines[0],
        'customers.csv:2: refused: customer is empty; domain "contoso" is not a domain such as contoso.cz; country "Česko" is not a country code of two letters such as CZ, SK, AT; contactEmail "x" is not an e-mail address',
      );
      assert.equal(said.lines[1], 'customers.csv: 2 lines: 1 taken, 0 changed, 0 unchanged, 1 refused');
      assert.equal(said.code, 0, 'every line was judged');
    }));

  it('refuses a second line about the same and says where the first stands', () =>
    withOperator(async (operator) => {
      const first = await operator.file('a.csv', 'customer,domain,country\nContoso,www.contoso.cz,CZ\n');
      const second = await operator.file('b.csv', 'customer,domain,country\nContoso Prague,contoso.cz,CZ\n');
      const said = await operator.imports(first, second);
      assert.ok(said.lines.includes('b.csv:2: refused: the same stands in a.csv:2 already'), said.text);
    }));

  it('takes one customer for one directory, and names who has it', () =>
    withOperator(async (operator) => {
      const tenant = '22222222-2222-4222-8222-222222222222';
      const both = `customer,domain,tenantId,country\nContoso,contoso.cz,${tenant},CZ\nFabrikam,fabrikam.sk,${tenant},SK\n`;
      const said = await operator.imports(await operator.file('c.csv', both));
      assert.deepEqual(said.lines.slice(0, 2), [
        'c.csv:3: refused: tenantId is the directory of another customer: Contoso, contoso.cz',
        'c.csv: 2 lines: 1 taken, 0 changed, 0 unchanged, 1 refused',
      ]);
    }));

  it('says what a line rests on when that is missing', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(await operator.file('s.csv', subscriptions));
      assert.equal(said.lines[0], 's.csv:2: refused: no customer has the domain contoso.cz; import customers.csv first');
    }));

  it('makes no advisor again of a company that has joined CSP, and says why', () =>
    withOperator(async (operator) => {
      const company = (programme: string) => `name,country,programme\nNorthwind,CZ,${programme}\n`;
      await operator.imports(await operator.file('company.csv', company('csp-direct')));
      const said = await operator.imports(await operator.file('company.csv', company('advisor')));
      assert.equal(said.lines[0], 'company.csv:2: refused: programme is advisor, but the company has joined CSP, which ended that for good');
      assert.equal((await operator.store.read('partner', northwind))?.value.standing.programme, 'csp-direct');
    }));

  it('tells an unknown column once and goes on', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(await operator.file('c.csv', 'customer,domain,country,shoe size\nContoso,contoso.cz,CZ,42\n'));
      assert.equal(said.lines[0], 'c.csv: read as customers.csv; ignored: shoe size');
      assert.equal(said.code, 0);
    }));

  it('has one line for each file that is none, takes the others, and ends with 1', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(
        await operator.file('x.pdf', Buffer.from([37, 80, 68, 70, 0, 1, 2])),
        await operator.file('users.csv', users),
        join(operator.folder, 'nowhere.csv'),
        operator.folder,
      );
      assert.equal(
        said.lines[0],
        "x.pdf: not taken: its first line has the columns of none of company.csv, users.csv, partners.csv, customers.csv, Partner Center's customers, subscriptions.csv, Partner Center's subscriptions, customer-users.csv, keys.csv",
      );
      assert.equal(said.lines[1], 'nowhere.csv: not taken: it cannot be read (ENOENT)');
      assert.match(said.lines[2] ?? '', /: not taken: it cannot be read \(EISDIR\)$/);
      assert.deepEqual([said.lines.at(-1), said.code], ['Together: 1 line: 1 taken, 0 changed, 0 unchanged, 0 refused', 1]);
    }));

  it('asks which partner is meant when there are several, and takes no other', () =>
    withOperator(
      async (operator) => {
        const path = await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n');
        assert.deepEqual([(await operator.imports(path)).code, (await operator.imports('--partner', 'nobody', path)).code], [2, 2]);
        assert.equal((await operator.imports('--partner', rival.toUpperCase(), path)).code, 0);
        assert.equal((await operator.store.list('customers-of-partner', { key: rival, limit: 5 })).rows.length, 1);
        assert.equal((await operator.store.list('customers-of-partner', { key: northwind, limit: 5 })).rows.length, 0);
      },
      { partners: [northwind, rival] },
    ));

  it("refuses a person of another company's directory", () =>
    withOperator(async (operator) => {
      const line = `${rival},11111111-0000-4000-8000-000000000001,Rita,global-admin,full`;
      const said = await operator.imports(await operator.file('u.csv', `tenantId,objectId,name,companyRole,supportedCompanies\n${line}\n`));
      assert.match(said.lines[0] ?? '', /tenantId "99999999-.*" is not this partner's/);
    }));

  it('says how it is used when it is asked wrongly', () =>
    withOperator(async (operator) => {
      assert.deepEqual((await operator.imports()).lines, [
        'Name at least one file.',
        'Usage: npm run import -- [--partner <tenantId>] [--dry-run] [--country <CZ>] <file.csv>…',
      ]);
      assert.equal((await operator.imports('--frobnicate')).code, 2);
    }));

  it('leaves a line that kept changing under it, says so, and ends with 1', () =>
    withOperator(async (operator) => {
      const lines: string[] = [];
      const execute: Operator['tools']['execute'] = async () => Promise.reject(new Fault('still-in-conflict'));
      const code = await runImport([await operator.file('users.csv', users)], { ...operator.tools, execute, print: (line) => lines.push(line) });
      assert.deepEqual([code, lines[0]], [1, 'users.csv:2: not judged: the record kept changing; import the file again']);
    }));

  it('stops when the book can no longer be written', () =>
    withOperator(async (operator) => {
      const execute: Operator['tools']['execute'] = async () => Promise.reject(new Fault('book-write-failed'));
      await assert.rejects(runImport([await operator.file('users.csv', users)], { ...operator.tools, execute }), { code: 'book-write-failed' });
    }));

  it('tells how far it is once a second', () =>
    withOperator(async (operator) => {
      let now = 0;
      const lines: string[] = [];
      const clock = { now: () => new Date(Date.UTC(2026, 2, 1) + (now += 300)) };
      const rows = Array.from({ length: 400 }, (_, index) => `Customer ${String(index)},c${String(index)}.cz,CZ\n`).join('');
      await runImport([await operator.file('c.csv', `customer,domain,country\n${rows}`)], { ...operator.tools, clock, print: (line) => lines.push(line) });
      assert.ok(lines.includes('c.csv: line 401 of about 401: 200 taken …'), lines.join('\n'));
    }));
});

describe('a dry run', () => {
  it('judges as the import would, later files by earlier ones, and changes nothing', () =>
    withOperator(async (operator) => {
      const paths = [await operator.file('u.csv', users), await operator.file('c.csv', customers), await operator.file('s.csv', subscriptions)];
      const rehearsed = await operator.imports('--dry-run', ...paths);
      assert.equal(rehearsed.lines.at(-1), 'Together: 5 lines: 5 taken, 0 changed, 0 unchanged, 0 refused. This was a dry run: nothing has changed.');
      assert.equal(operator.commits(), 0);
      const done = await operator.imports(...paths);
      assert.deepEqual(done.lines.slice(0, -1), rehearsed.lines.slice(0, -1));
    }));
});

describe('importing product keys', () => {
  const key = 'TRYME-CDFGH-JKMPQ-RTVWX-Y2346';
  const header = 'key,plan,seats,boughtOn,orderRef\n';

  it('seals a key however it is written, and keeps it nowhere in full', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('k.csv', `${header}${key.toLowerCase().replaceAll('-', ' ')},small-business,,1.2.2026,FD-1\n`));
      const [stocked] = (await operator.store.list('keys-of-plan', { key: `${northwind}|small-business|in-stock`, limit: 5 })).rows;
      assert.deepEqual([stocked?.value.ending, stocked?.value.seats, stocked?.value.boughtOn], ['Y2346', 1, '2026-02-01']);
      assert.ok(!JSON.stringify(stocked).includes('CDFGH'));
      for await (const event of operator.store.auditTrail()) assert.ok(!JSON.stringify(event).includes('CDFGH'));
    }));

  it('never prints a key, not even one in the wrong column or the wrong file', () =>
    withOperator(async (operator) => {
      const wrong = [
        `${key}X,small-business,1,,`,
        `small-business,${key},1,,`,
        `${key},small-business,${key},${key},`,
        `${key},small-business,2,,`,
        `${key} ${key},small-business,1,,`,
      ];
      const files = [await operator.file('k.csv', `${header}${wrong.join('\n')}\n`), await operator.file('bare.csv', `${key}\n${key}\n`)].concat(
        await operator.file('c.csv', `customer,domain,country,${key}\nContoso,${key},${key},x\n`),
      );
      const said = await operator.imports(...files);
      assert.ok(!said.text.replaceAll('-', '').includes('CDFGH'), said.text);
      assert.equal(said.lines.filter((line) => line.startsWith('k.csv') && line.includes('refused:')).length, wrong.length);
      assert.match(said.text, /k\.csv:2: refused: key is not 25 letters and digits but 26/);
    }));

  it('tells a list of endings from a list of keys', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(
        await operator.file('keys.csv', 'ending,plan,seats,boughtOn,orderRef,state,usedOn\nY2346,small-business,1,,,in-stock,\n'),
      );
      assert.deepEqual([said.lines[0], said.code], ['keys.csv: a list of keys without the keys themselves; there is nothing to import in it', 0]);
    }));
});
