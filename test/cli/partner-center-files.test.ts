import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import { customerIdOf, subscriptionIdOf } from '../../domain/shared/record-ids.ts';
import type { Operator } from './an-operator.ts';
import { northwind, rival, withOperator } from './an-operator.ts';

const sample = async (operator: Operator, name: string): Promise<string> =>
  operator.file(name, await readFile(new URL(`partner-center/${name}`, import.meta.url)));
const contosoId = ({ tools }: Operator, domain = 'contoso.onmicrosoft.com') => customerIdOf(tools.secrets, northwind, domain);

describe("Partner Center's own export of customers", () => {
  it('is recognised by its columns; new customers need the country it does not say', () =>
    withOperator(async (operator) => {
      const file = await sample(operator, 'customers.csv');
      const without = await operator.imports(file);
      assert.equal(without.lines[0], "customers.csv: read as Partner Center's customers; ignored: relationship");
      assert.equal(
        without.lines[1],
        "customers.csv:2: refused: the file does not say this customer's country; name it with --country, for example --country CZ",
      );
      const said = await operator.imports('--country', 'cz', file);
      assert.deepEqual(said.lines.slice(1), [
        'customers.csv:4: refused: Microsoft ID "not-a-tenant" is not a GUID such as 01234567-89ab-cdef-0123-456789abcdef',
        'customers.csv:5: refused: Primary domain name is empty',
        'customers.csv: 4 lines: 2 taken, 0 changed, 0 unchanged, 2 refused',
        'customers.csv: taken: lines 2-3',
        'Together: 4 lines: 2 taken, 0 changed, 0 unchanged, 2 refused',
      ]);
      const { name, tenant, country } = (await operator.store.read('customer', contosoId(operator)))?.value ?? {};
      assert.deepEqual([name, tenant, country], ['Contoso a.s.', 'aaaaaaaa-0001-4000-8000-000000000001', 'CZ']);
      assert.match((await operator.imports(file)).text, /0 taken, 0 changed, 2 unchanged/);
      assert.match((await operator.imports('--country', 'Czechia', file)).text, /--country is not a country code of two letters/);
    }));

  it('means the customer who has the directory, whatever domain and country the book knows, and nobody of another partner', () =>
    withOperator(
      async (operator) => {
        const own = await operator.file('own.csv', 'customer,domain,tenantId,country\nContoso,contoso.cz,aaaaaaaa-0001-4000-8000-000000000001,SK\n');
        await operator.imports('--partner', northwind, own);
        await operator.imports('--partner', rival, own);
        const said = await operator.imports('--partner', northwind, await sample(operator, 'customers.csv'));
        assert.equal(said.lines[1], 'customers.csv:2: changed: name');
        const { name, domain, country } = (await operator.store.read('customer', contosoId(operator, 'contoso.cz')))?.value ?? {};
        assert.deepEqual([name, domain, country], ['Contoso a.s.', 'contoso.cz', 'SK']);
        assert.equal((await operator.store.read('customer', customerIdOf(operator.tools.secrets, rival, 'contoso.cz')))?.value.name, 'Contoso');
        assert.equal(await operator.store.count('customers-of-partner', { key: northwind }), 1);
      },
      { partners: [northwind, rival] },
    ));
});

describe("Partner Center's own report of subscriptions", () => {
  it('is recognised by its columns; what maps is taken, every other line says why not', () =>
    withOperator(async (operator) => {
      await operator.imports('--country', 'CZ', await sample(operator, 'customers.csv'));
      const file = await sample(operator, 'subscriptions.csv');
      const said = await operator.imports(file);
      assert.match(said.lines[0] ?? '', /^subscriptions\.csv: read as Partner Center's subscriptions; ignored: month, customername, /);
      assert.deepEqual(said.lines.slice(1), [
        'subscriptions.csv:4: refused: SKU "Visio Plan 2" is not one of Microsoft 365 Business Basic, Microsoft 365 Business Standard, Microsoft 365 Business Premium, Microsoft 365 Apps for business, Office 365 Small Business, Office 365 Midsize Business',
        'subscriptions.csv:5: refused: SubscriptionState "Churned" is not Active or Suspended; what is gone is not taken',
        "subscriptions.csv:6: refused: no customer has the directory aaaaaaaa-0009-4000-8000-000000000009; import Partner Center's customers first, or tenantId in customers.csv",
        'subscriptions.csv:7: refused: SubscriptionEndDate "2027-06-15" is not a month, a year or three years after 2026-01-01; write its present term into subscriptions.csv',
        'subscriptions.csv: 6 lines: 2 taken, 0 changed, 0 unchanged, 4 refused',
        'subscriptions.csv: taken: lines 2-3',
        'Together: 6 lines: 2 taken, 0 changed, 0 unchanged, 4 refused',
      ]);
      const id = SubscriptionId.parse(subscriptionIdOf(operator.tools.secrets, northwind, 'bbbbbbbb-0001-4000-8000-000000000001'));
      const { plan, channel, autoRenews, customer, terms } = (await operator.store.read('subscription', id))?.value ?? {};
      assert.deepEqual([plan, channel, autoRenews, customer], ['business-standard', 'csp', true, contosoId(operator)]);
      assert.deepEqual(
        terms?.map(({ seats, startsOn, endsOn, length }) => [seats, startsOn, endsOn, length]),
        [[25, '2026-01-01', '2026-12-31', 'P1Y']],
      );
      assert.match((await operator.imports(file)).text, /0 taken, 0 changed, 2 unchanged/);
    }));

  it('says what Microsoft has suspended, and what is active again', () =>
    withOperator(async (operator) => {
      await operator.imports('--country', 'CZ', await sample(operator, 'customers.csv'));
      const text = await readFile(new URL('partner-center/subscriptions.csv', import.meta.url), 'utf8');
      const id = subscriptionIdOf(operator.tools.secrets, northwind, 'bbbbbbbb-0001-4000-8000-000000000001');
      const suspended = async () => (await operator.store.read('subscription', id))?.value.suspended;
      await operator.imports(await operator.file('subscriptions.csv', text));
      assert.equal(await suspended(), undefined);
      const said = await operator.imports(await operator.file('suspended.csv', text.replace(',Active,', ',Suspended,')));
      assert.ok(said.lines.includes('suspended.csv:2: changed: status'), said.text);
      assert.deepEqual(await suspended(), { since: operator.tools.clock.now().toISOString().slice(0, 10) });
      await operator.imports(await operator.file('active.csv', text));
      assert.equal(await suspended(), undefined);
    }));
});
