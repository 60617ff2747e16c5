import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runImport } from '../../bot/cli/import.ts';
import { executor } from '../../bot/commands/execute.ts';
import { northwind, withOperator } from './an-operator.ts';

const header = 'customer,domain,country,contactName,contactEmail\n';

describe('hostile files', () => {
  it('cost the lines that are wrong, and none of the others', () =>
    withOperator(async (operator) => {
      const lines = [
        'Good,good.cz,CZ,,',
        `${'M'.repeat(1_000_000)},megabyte.cz,CZ,,`,
        'Nul\0,nul.cz,CZ,,',
        'Turned \u202egnp.exe,turned.cz,CZ,,',
        '\u001b[2JScreen,screen.cz,CZ,,',
        '__proto__,proto.cz,CZ,constructor,toString@proto.cz',
        '"=cmd|\' /C calc\'!A0",formula.cz,CZ,,',
        '<script>alert(1)</script>,html.cz,CZ,"<img src=x onerror=alert(1)>",a@html.cz',
        '[click](javascript:alert(1)) **bold**,markdown.cz,CZ,,',
        'Proto domain,__proto__,CZ,,',
        '"Unclosed,unclosed.cz,CZ,,',
        'Also good,alsogood.cz,CZ,,',
      ];
      const said = await operator.imports(await operator.file('c.csv', header + lines.join('\n')));
      assert.deepEqual(
        said.lines.filter((line) => line.includes('refused:')).map((line) => line.slice(0, 60)),
        [
          'c.csv:3: refused: the line is too long to be one of this fil',
          'c.csv:4: refused: customer holds a character that cannot be r',
          'c.csv:5: refused: customer holds a character that cannot be r',
          'c.csv:6: refused: customer holds a character that cannot be r',
          'c.csv:11: refused: domain "__proto__" is not a domain such as',
          'c.csv:12: refused: a quotation mark stands without its partne',
        ].map((line) => line.slice(0, 60)),
      );
      assert.match(said.text, /12 lines: 6 taken, 0 changed, 0 unchanged, 6 refused/);
      assert.equal(said.code, 0);
      const { rows } = await operator.store.list('customers-of-partner', { key: northwind, limit: 50 });
      assert.ok(
        rows.some(({ value }) => value.name === '__proto__' && value.contact?.name === 'constructor'),
        'a name is a name, whatever it looks like',
      );
      assert.equal(Object.prototype.toString.call({}), '[object Object]');
    }));

  it('print nothing that could drive a terminal', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(
        await operator.file('c.csv', `${header.trim()},\u001b[31mred\nName,\u001b]0;title\u0007,CZ,,,\nName,${'x'.repeat(5000)},CZ,,,\n`),
      );
      assert.ok(!/[^\P{Cc}\n]/u.test(said.text), JSON.stringify(said.text));
      assert.ok(said.lines.every((line) => line.length < 400));
    }));

  it('never end the import, whatever bytes they are made of', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isBehindHeader) =>
        withOperator(async (operator) => {
          const content = isBehindHeader ? Buffer.concat([Buffer.from(header), bytes]) : bytes;
          const { code } = await operator.imports(await operator.file('c.csv', content));
          assert.equal(code, isBehindHeader ? 0 : 1);
        }),
      ),
      { seed: 5, numRuns: 200 },
    )).timeout(60_000);

  it('never end the import, whatever stands between their separators', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', '.cz', 'CZ', ',', '"', '\n', '\r', ';', ' ', '\0', '\ufeff', 'ž', '@', '-', '=', '9999-12-31'),
          maxLength: 200,
        }),
        async (text) => withOperator(async (operator) => assert.equal((await operator.imports(await operator.file('c.csv', header + text))).code, 0)),
      ),
      { seed: 6, numRuns: 200 },
    )).timeout(60_000);

  it('turn red when a line can throw (the planted fault of the two sentences before)', () =>
    withOperator(async (operator) => {
      const { store } = operator;
      const read: typeof store.read = async (kind, id) => (kind === 'customer' ? Promise.reject(new TypeError('planted')) : store.read(kind, id));
      const execute = executor({ store: { ...store, read }, clock: operator.tools.clock });
      await assert.rejects(runImport([await operator.file('c.csv', `${header}Good,good.cz,CZ,,\n`)], { ...operator.tools, execute }), { message: 'planted' });
    }));
});
