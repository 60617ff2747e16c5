import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const company = 'name,country,programme,domain\nNorthwind,CZ,advisor,www.Northwind.example\n';
const customers = 'customer,domain,country\nContoso,contoso.cz,CZ\n';
const head = 'customerDomain,subscriptionId,plan,channel,seats,startsOn,endsOn,autoRenews,term\n';
const own = 'northwind.example,OWN-1,business-premium,csp,12,2026-01-01,2026-12-31,true,P1Y\n';
const contosos = 'contoso.cz,C-1,business-basic,csp,5,2026-01-01,2026-12-31,false,P1Y\n';
const report =
  'SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionState,IsAutoRenew,CustomerTenantId,SKU,SalesChannel,AvailableSeats\n' +
  `OWN-2,2026-02-01,2027-02-01,Active,Yes,${northwind},Microsoft 365 Business Basic,Direct,3\n`;

async function ownOf({ store }: Operator): Promise<readonly string[]> {
  const { rows } = await store.list('own-subscriptions-of-partner', { key: northwind, limit: 10 });
  return rows.map(({ value: { reference, plan, terms } }) => [reference, plan, terms[0]?.seats, terms[0]?.endsOn].join(' '));
}

describe('the own subscriptions in files', () => {
  it('come under the own domain, and are in no list and no search of customers', () =>
    withOperator(async (operator) => {
      const paths = [
        await operator.file('s.csv', head + own + contosos),
        await operator.file('c.csv', customers),
        await operator.file('company.csv', company),
        await operator.file('report.csv', report),
      ];
      const said = await operator.imports(...paths);
      assert.equal(said.lines.at(-1), 'Together: 5 lines: 5 taken, 0 changed, 0 unchanged, 0 refused', said.text);
      assert.deepEqual(await ownOf(operator), ['OWN-1 business-premium 12 2026-12-31', 'OWN-2 business-basic 3 2027-01-31']);
      assert.equal(await operator.store.count('customers-of-partner', { key: northwind }), 1);
      assert.equal(await operator.store.count('customers-by-part', { key: northwind, from: 'northwind', upTo: 'northwind\u{ffff}' }), 0);
      for (const plan of ['business-premium', 'business-basic'])
        assert.equal(await operator.store.count('subscriptions-of-plan', { key: `${northwind}|${plan}` }), plan === 'business-basic' ? 1 : 0);
      assert.equal((await operator.imports(...paths)).lines.at(-1), 'Together: 5 lines: 0 taken, 0 changed, 5 unchanged, 0 refused');
    }));

  it('are written back by the export, and importing that makes the same', () =>
    withOperator(async (operator) => {
      const files = { 'company.csv': company, 'c.csv': customers, 's.csv': head + own + contosos };
      await operator.imports(...(await Promise.all(Object.entries(files).map(([name, text]) => operator.file(name, text)))));
      const to = join(operator.folder, 'out');
      await operator.exports('--to', to);
      assert.match(await operator.read('out/subscriptions.csv'), /\nnorthwind\.example,OWN-1,business-premium,csp,12,2026-01-01,2026-12-31,true,P1Y,/);
      const again = ['company.csv', 'customers.csv', 'subscriptions.csv'].map((name) => join(to, name));
      assert.equal((await operator.imports(...again)).lines.at(-1), 'Together: 4 lines: 0 taken, 0 changed, 4 unchanged, 0 refused');
      await withOperator(async (other) => {
        await other.imports(...again);
        assert.deepEqual(await ownOf(other), await ownOf(operator));
      });
    }));

  it('are refused with the way to go where the domain is not told, and so is the own company as a customer', () =>
    withOperator(async (operator) => {
      const reason = async (name: string, text: string) => (await operator.imports(await operator.file(name, text))).lines[0];
      assert.equal(await reason('report.csv', report), "report.csv:2: refused: this is the company's own subscription; enter its domain in company.csv first");
      assert.equal(await reason('s.csv', head + own), 's.csv:2: refused: no customer has the domain northwind.example; import customers.csv first');
      await operator.imports(await operator.file('company.csv', company), await operator.file('c.csv', customers), await operator.file('s.csv', head + own));
      assert.equal(
        await reason('c.csv', 'customer,domain,country\nNorthwind,northwind.example,CZ\n'),
        "c.csv:2: refused: domain northwind.example is the partner's own, not a customer's; its own subscriptions go into subscriptions.csv",
      );
      assert.equal(
        await reason('c.csv', `customer,domain,country,tenantId\nNorthwind,nw.example,CZ,${northwind}\n`),
        "c.csv:2: refused: tenantId is the partner's own, not a customer's; its own subscriptions go into subscriptions.csv under the domain in company.csv",
      );
      assert.equal(
        await reason('company.csv', 'name,country,programme,domain\nNorthwind,CZ,advisor,contoso.cz\n'),
        "company.csv:2: refused: domain contoso.cz is a customer's",
      );
      assert.equal(
        await reason('company.csv', 'name,country,programme,domain\nNorthwind,CZ,advisor,-\n'),
        "company.csv:2: refused: domain cannot be removed while the book has the company's own subscriptions, which are named by it",
      );
    }));
});
