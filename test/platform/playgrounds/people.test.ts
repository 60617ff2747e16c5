import assert from 'node:assert/strict';
import { z } from 'zod';
import { sampleCustomers, sampleCustomerTenant, samplePartner, samplePeople } from '../../../bot/cli/sample-people.ts';
import { contoso, nameOf, northwind } from '../../../bot/platform/playgrounds/people.ts';
import type { LocalCompany, LocalPerson } from '../../../bot/platform/playgrounds/people.ts';
import { playgroundConfig } from '../../../bot/platform/playgrounds/playground-folder.ts';

function people(company: LocalCompany): readonly LocalPerson[] {
  return [company.currentUser, ...company.others];
}

describe('the people of the Playgrounds', () => {
  it('are known to the Playground by the ids the book knows them by', () => {
    const config = z.object({ tenantId: z.string(), currentUser: z.unknown(), users: z.array(z.unknown()).length(5) }).parse(playgroundConfig(northwind));
    assert.equal(config.tenantId, '11111111-1111-4111-8111-111111111111');
    assert.deepEqual(config.currentUser, {
      id: '29:jana.novakova@northwind-partner.example',
      name: 'Jana Nováková',
      userPrincipleName: 'jana.novakova@northwind-partner.example',
      aadObjectId: '11111111-0000-4000-8000-000000000001',
      givenName: 'Jana',
      surname: 'Nováková',
      email: 'jana.novakova@northwind-partner.example',
    });
  });

  it('are those of the sample book', () => {
    const [, ...rows] = samplePeople;
    assert.equal(northwind.tenant, samplePartner);
    assert.deepEqual(
      people(northwind).map((person) => [northwind.tenant, person.objectId, nameOf(person), person.email]),
      rows.map((row) => row.slice(0, 4)),
    );
  });

  it('have their customer in the sample book, with its admin as the contact', () => {
    assert.equal(contoso.tenant, sampleCustomerTenant);
    const row = sampleCustomers.find(([name]) => name === contoso.name) ?? [];
    assert.deepEqual([row[2], row[5], row[6]], [contoso.tenant, nameOf(contoso.currentUser), contoso.currentUser.email]);
  });

  it('are six a company, no two alike', () => {
    for (const company of [northwind, contoso]) {
      assert.equal(new Set(people(company).map((person) => person.objectId)).size, 6);
      assert.equal(new Set(people(company).map(nameOf)).size, 6);
    }
  });
});
