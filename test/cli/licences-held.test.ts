import assert from 'node:assert/strict';
import type { Operator } from './an-operator.ts';
import { withOperator } from './an-operator.ts';

const customers = 'customer,domain,country\nContoso,contoso.cz,CZ\n';
const people = (licensed: string, count: number) =>
  `customerDomain,name,upn,isAdmin,licensed\n${Array.from({ length: count }, (_, n) => `contoso.cz,Person ${String(n)},p${String(n)}@contoso.cz,no,${licensed}\n`).join('')}`;
const line = (id: string, seats: number) => `contoso.cz,${id},business-basic,csp,${String(seats)},2026-01-01,2026-12-31,no,P1Y\n`;
const subscriptions = (...lines: readonly string[]) => `customerDomain,subscriptionId,plan,channel,seats,startsOn,endsOn,autoRenews,term\n${lines.join('')}`;

async function contosoWith(operator: Operator, held: number): Promise<void> {
  await operator.imports(
    await operator.file('customers.csv', customers),
    await operator.file('subscriptions.csv', subscriptions(line('S-1', 5))),
    await operator.file('customer-users.csv', people('S-1', held)),
  );
}

describe('importing fewer licences', () => {
  it('leaves as many as people hold, says why, and takes a number that is enough; a dry run says the same', () =>
    withOperator(async (operator) => {
      await contosoWith(operator, 3);
      const refused = 's.csv:2: refused: 3 people hold its licences, and this line would leave 2; take licences from people first';
      const few = await operator.file('s.csv', subscriptions(line('S-1', 2)));
      assert.equal((await operator.imports('--dry-run', few)).lines[0], refused);
      assert.equal((await operator.imports(few)).lines[0], refused);
      const enough = await operator.imports(await operator.file('s.csv', subscriptions(line('S-1', 3))));
      assert.deepEqual([enough.lines[0], enough.code], ['s.csv:2: changed: seats', 0]);
    }));
});

describe('importing somebody who holds a licence', () => {
  it('names the subscription of the line that has none free, though another one has', () =>
    withOperator(async (operator) => {
      await contosoWith(operator, 5);
      await operator.imports(await operator.file('s.csv', subscriptions(line('S-6', 2))));
      const said = await operator.imports(await operator.file('u.csv', 'customerDomain,name,upn,isAdmin,licensed\ncontoso.cz,Lenka,lenka@contoso.cz,no,S-1\n'));
      assert.equal(
        said.lines[0],
        'u.csv:2: refused: licensed names S-1, which has no free licence; name another subscription, write licensed=no, or add licences first',
      );
    }));
});
