import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleBook, writeSampleFiles } from '../../bot/cli/sample-book.ts';
import { eligibility } from '../../domain/company/eligibility.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import { readKeys } from '../../domain/product-keys/product-key.ts';
import { Day, daysBetween } from '../../domain/shared/dates.ts';
import { ObjectId, personId, TenantId } from '../../domain/shared/ids.ts';
import { planIds } from '../../domain/shared/plans.ts';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const today = Day.parse('2026-03-01');

describe('the sample book', () => {
  it('is taken line by line, none refused, also at the ends of months and years', async () => {
    for (const on of ['2026-03-01', '2028-02-29', '2026-12-31', '2027-01-01']) {
      await withSample(async (_operator, said) => assert.match(said, /Together: 98 lines: 98 taken, 0 changed, 0 unchanged, 0 refused$/), on);
    }
  });

  it('changes nothing when it is taken again', () =>
    withSample(async (operator) => {
      const before = operator.commits();
      const files = await writeSampleFiles(operator.folder, today);
      assert.match((await operator.imports(...files)).text, /98 unchanged, 0 refused$/);
      assert.equal(operator.commits(), before);
    }));

  it('has the people with the languages and rights that are told of them', () =>
    withSample(async (operator) => {
      const people = await operator.store.list('users-of-partner', { key: northwind, limit: 50 });
      assert.deepEqual(
        people.rows.map(({ value }) => [value.person.slice(-1), value.name, value.email, value.companyRole, value.supportedCompanies, value.language]),
        [
          ['4', 'Adele Vance', 'adele.vance@northwind-partner.example', 'none', 'none', 'en'],
          ['6', 'Eva Horáková', 'eva.horakova@northwind-partner.example', 'billing-admin', 'none', 'cs'],
          ['1', 'Jana Nováková', 'jana.novakova@northwind-partner.example', 'global-admin', 'full', 'cs'],
          ['2', 'Petr Svoboda', 'petr.svoboda@northwind-partner.example', 'none', 'limited', 'cs'],
          ['5', 'Tomáš Dvořák', 'tomas.dvorak@northwind-partner.example', 'none', 'limited', 'cs'],
          ['3', 'Zuzana Kováčová', 'zuzana.kovacova@northwind-partner.example', 'none', 'full', 'sk'],
        ],
      );
    }));

  it('has a partner whose people may redeem keys, and who is asked for the Open Agreement once', () =>
    withSample(async (operator) => {
      const partner = (await operator.store.read('partner', northwind))?.value;
      const petr = (await operator.store.read('partner-user', personId(northwind, ObjectId.parse('11111111-0000-4000-8000-000000000002'))))?.value;
      assert.deepEqual(eligibility('product-keys', partner, petr), { kind: 'eligible' });
      assert.deepEqual([partner?.standing.enrolled, partner?.standing.certifiedForDelegation, partner?.openAgreementNumber], [true, true, undefined]);
    }));

  it("has Contoso with its directory and its admin, who is the customer's Playground user", () =>
    withSample(async (operator) => {
      const [contoso] = (await operator.store.list('customers-of-tenant', { key: TenantId.parse('22222222-2222-4222-8222-222222222222'), limit: 5 })).rows;
      assert.ok(contoso);
      assert.equal(contoso.value.domain, 'contoso.cz');
      const users = await operator.store.list('users-of-customer', { key: contoso.id, limit: 10 });
      const karel = users.rows.find(({ value }) => value.objectId === '22222222-0000-4000-8000-000000000001')?.value;
      assert.deepEqual([karel?.name, karel?.upn, karel?.isAdmin, karel?.licensedIn !== undefined], ['Karel Beneš', 'karel.benes@contoso.cz', true, true]);
    }));

  it('has subscriptions at every stage of their term', () =>
    withSample(async (operator) => {
      const subscriptions = await allSubscriptions(operator);
      const left = subscriptions.map(({ terms: [term] }) => (term === undefined ? 0 : daysBetween(today, term.endsOn))).toSorted((one, other) => one - other);
      assert.deepEqual(left.slice(0, -1), [-119, -45, -29, -10, 0, 1, 7, 14, 17, 30, 60, 200, 400]);
      assert.ok(subscriptions.some(({ channel }) => channel === 'trial'));
      assert.ok(subscriptions.some(({ channel, autoRenews, terms }) => channel === 'csp' && autoRenews && terms[0]?.length === 'P1M'));
      assert.ok(subscriptions.some(({ terms }) => terms[0]?.endsOn === '9999-12-31'));
    }));

  it('has 12 customers in several countries', () =>
    withSample(async (operator) => {
      const { rows } = await operator.store.list('customers-of-partner', { key: northwind, limit: 50 });
      assert.equal(rows.length, 12);
      assert.deepEqual([...new Set(rows.map(({ value }) => value.country))].toSorted(), ['AT', 'CZ', 'GB', 'HU', 'PL', 'SK']);
    }));

  it('has keys enough to try every plan, each well formed and told from the others by its end', () =>
    withSample(async (operator) => {
      const counts = await Promise.all(planIds.map(async (plan) => operator.store.count('keys-of-plan', { key: `${northwind}|${plan}|in-stock` })));
      assert.deepEqual(Object.fromEntries(planIds.map((plan, index) => [plan, counts[index]])), {
        'small-business': 14,
        'midsize-business': 4,
        'business-basic': 6,
        'business-standard': 8,
        'business-premium': 6,
        'apps-for-business': 6,
      });
      const keys = (sampleBook(today).find(({ name }) => name === 'keys.csv')?.content ?? '')
        .split('\n')
        .slice(1, -1)
        .map((line) => line.slice(0, 29));
      const readings = keys.flatMap((key) => readKeys(key));
      assert.ok(readings.every(({ kind }) => kind === 'well-formed'));
      assert.equal(new Set(readings.map((reading) => (reading.kind === 'well-formed' ? reading.ending : ''))).size, 44);
    }));

  it('lies where a person can open it, readable to a spreadsheet', () =>
    withSample(async (operator) => {
      assert.ok((await readFile(join(operator.folder, 'customers.csv'), 'utf8')).startsWith('\ufeffcustomer,domain,'));
    }));
});

async function withSample(work: (operator: Operator, said: string) => Promise<void>, on: string = today): Promise<void> {
  await withOperator(
    async (operator) => {
      const files = await writeSampleFiles(operator.folder, Day.parse(on));
      await work(operator, (await operator.imports(...files)).text);
    },
    { now: `${on}T10:00:00.000Z` },
  );
}

async function allSubscriptions(operator: Operator): Promise<readonly Subscription[]> {
  const customers = await operator.store.list('customers-of-partner', { key: northwind, limit: 50 });
  const pages = await Promise.all(customers.rows.map(async ({ id }) => operator.store.list('subscriptions-of-customer', { key: id, limit: 50 })));
  return pages.flatMap(({ rows }) => rows.map(({ value }) => value));
}
