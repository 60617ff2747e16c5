import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvText } from '../../bot/cli/csv/csv-text.ts';
import { runImport } from '../../bot/cli/import.ts';
import type { OperatorTools } from '../../bot/cli/operator-tools.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const cell = <T>(...usual: readonly T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom('', '-', 'nonsense') });
const columns = {
  customer: cell('Contoso', 'Contoso a.s.', 'Žďár', '=1+1', "'=x"),
  domain: cell('a.cz', 'b.cz', 'c.cz', 'WWW.A.CZ'),
  country: cell('CZ', 'sk', 'AT'),
  contactEmail: cell('x@a.cz', '', '-'),
  partnerOfRecord: cell('true', 'ne', '123456', ''),
};
const customers = fc.array(fc.tuple(...Object.values(columns)), { minLength: 1, maxLength: 12 });
const subscriptions = fc.array(
  fc.tuple(
    cell('a.cz', 'b.cz'),
    cell('S-1', 'S-2', 'S-3'),
    cell('small-business', 'business-basic'),
    cell('key', 'direct'),
    cell('1', '5', '26'),
    cell('2026-01-01', '1.2.2026', '2026-03-01'),
    cell('2026-12-31', '2027-02-28', '9999-12-31'),
    cell('yes', 'no'),
    cell('P1Y'),
  ),
  { minLength: 1, maxLength: 12 },
);
const users = fc.array(
  fc.tuple(cell('a.cz', 'b.cz'), cell('Jana', 'Petr'), cell('j@a.cz', 'p@a.cz', 'q@b.cz'), cell('yes', 'no'), cell('yes', 'no', 'S-1', 'S-2', '')),
  { minLength: 1, maxLength: 12 },
);
const book = fc.record({ customers, subscriptions, users });

interface Files {
  readonly customers: readonly (readonly string[])[];
  readonly subscriptions: readonly (readonly string[])[];
  readonly users: readonly (readonly string[])[];
}

describe('importing the same files twice', () => {
  it('changes nothing the second time, whatever the files say, and judges every line both times', () =>
    fc.assert(
      fc.asyncProperty(book, async (files) => withOperator(async (operator) => changesNothingTheSecondTime(operator, files, operator.tools))),
      { seed: 4, numRuns: 150 },
    )).timeout(60_000);

  it('turns red when an import writes what it need not (the planted fault of the sentence before)', () =>
    withOperator(async (operator) => {
      await assert.rejects(
        changesNothingTheSecondTime(operator, { customers: [['Contoso', 'a.cz', 'CZ', '', '']], subscriptions: [], users: [] }, writingAlways(operator)),
        assert.AssertionError,
      );
    }));

  it('comes to rest on a file that contradicts itself', () =>
    withOperator(async (operator) => {
      const path = await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\nContoso Brno,contoso.cz,CZ\n');
      await operator.imports(path);
      const again = await operator.imports(path);
      assert.deepEqual(again.lines.slice(0, 2), [
        'c.csv:3: refused: the same stands in c.csv:2 already',
        'c.csv: 2 lines: 0 taken, 0 changed, 1 unchanged, 1 refused',
      ]);
    }));
});

async function changesNothingTheSecondTime(operator: Operator, { customers, subscriptions, users }: Files, tools: OperatorTools): Promise<void> {
  const files = [
    await operator.file('customers.csv', csvText([Object.keys(columns), ...customers])),
    await operator.file(
      'subscriptions.csv',
      csvText([['customerDomain', 'subscriptionId', 'plan', 'channel', 'seats', 'startsOn', 'endsOn', 'autoRenews', 'term'], ...subscriptions]),
    ),
    await operator.file('customer-users.csv', csvText([['customerDomain', 'name', 'upn', 'isAdmin', 'licensed'], ...users])),
  ];
  const lines = customers.length + subscriptions.length + users.length;
  for (const round of ['first', 'second']) {
    const said: string[] = [];
    const before = operator.commits();
    assert.equal(await runImport(files, { ...tools, print: (line) => said.push(line) }), 0);
    const together = said.at(-1) ?? '';
    assert.ok(together.startsWith(`Together: ${lines} line`), together);
    if (round === 'second') assert.deepEqual([operator.commits() - before, /0 taken, 0 changed/.test(together)], [0, true], said.join('\n'));
  }
}

function writingAlways({ store, tools }: Operator): OperatorTools {
  return {
    ...tools,
    execute: async (command) => {
      const result = await tools.execute(command);
      await store.commit({ commandId: CommandId.parse(tools.newId()), expect: [], put: [], remove: [], events: [], outcome: northwind });
      return result;
    },
  };
}
