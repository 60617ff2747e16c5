import assert from 'node:assert/strict';
import type { ImportCustomer } from '../../../domain/customers/import-customer.ts';
import { decideImportCustomer } from '../../../domain/customers/import-customer.ts';
import type { ImportCustomerUser } from '../../../domain/customers/import-customer-user.ts';
import { decideImportCustomerUser, needsLicence } from '../../../domain/customers/import-customer-user.ts';
import { CommandId, CustomerId, TenantId } from '../../../domain/shared/ids.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, jana, karel, petr } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const customer = deciding(decideImportCustomer);
const user = deciding(decideImportCustomerUser);
const people = [{ ...jana(), email: 'jana@cloudy.example' }, petr()];

describe('importing a customer', () => {
  it('gives a new customer to the first global admin when no owner is named', () => {
    assert.equal(customer({ customer: undefined, people }).when(customerLine({})).record('customer').owner, petr().person);
  });

  it('gives a customer to the person whose e-mail is named', () => {
    assert.equal(
      customer({ customer: undefined, people })
        .when(customerLine({ owner: 'jana@cloudy.example' }))
        .record('customer').owner,
      jana().person,
    );
  });

  it('refuses an owner whom the partner does not have', () => {
    customer({ customer: undefined, people })
      .when(customerLine({ owner: 'nobody@cloudy.example' }))
      .refuses({ kind: 'owner-not-found', email: 'nobody@cloudy.example' });
  });

  it('leaves the owner, the contact and the day of a known customer where the line says nothing of them', () => {
    customer({ customer: contoso(), people }).when(customerLine({})).changesNothing();
  });

  it('takes the owner and the contact away where a dash stands', () => {
    const decided = customer({ customer: contoso(), people }).when(customerLine({ owner: null, contactEmail: null }));
    assert.deepEqual([decided.record('customer').owner, decided.record('customer').contact], [undefined, undefined]);
  });

  it('refuses a contact that cannot be written to', () => {
    customer({ customer: undefined, people })
      .when(customerLine({ contactName: 'Karel' }))
      .refuses({ kind: 'contact-without-email', name: 'Karel' });
  });

  it('refuses a directory that another customer has, and names that one', () => {
    const [taken, free] = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'].map((id) => TenantId.parse(id));
    const sameTenant = contoso({ id: CustomerId.parse('other'), name: 'Fabrikam', domain: 'fabrikam.sk', tenant: taken });
    const refused = { kind: 'directory-of-another-customer', name: 'Fabrikam', domain: 'fabrikam.sk' } as const;
    for (const known of [undefined, contoso({ tenant: free })])
      customer({ customer: known, sameTenant, people })
        .when(customerLine({ tenant: taken }))
        .refuses(refused);
    customer({ customer: sameTenant, sameTenant, people })
      .when({ ...customerLine({ tenant: taken, name: 'Fabrikam' }), id: sameTenant.id })
      .yields({ kind: 'changed' });
  });

  it("refuses the partner's own directory as a customer's", () => {
    customer({ customer: undefined, people })
      .when(customerLine({ tenant: cloudy }))
      .refuses({ kind: 'partner-own-directory' });
  });

  it("refuses the partner's own domain as a new customer's", () => {
    customer({ customer: undefined, partner: aPartner({ domain: 'contoso.cz' }), people })
      .when(customerLine({}))
      .refuses({ kind: 'partner-own-domain', domain: 'contoso.cz' });
  });

  it('names what changed', () => {
    customer({ customer: contoso(), people })
      .when(customerLine({ name: 'Contoso a.s.', partnerOfRecord: 'true' }))
      .yields({ kind: 'changed', columns: ['name', 'partnerOfRecord'] });
  });
});

describe("importing a customer's person", () => {
  const subscription = aSubscription({ terms: [aTerm('2025-03-11', { seats: 2 })] });

  it('gives a licence while one is free', () => {
    const decided = user({ customer: contoso(), user: undefined, licences: [{ subscription, held: 1 }] }).when(userLine({ licence: { kind: 'any' } }));
    assert.equal(decided.record('customer-user').licensedIn, subscription.id);
  });

  it('writes the subscription again when it gives a licence, so that two who take the last one meet', () => {
    assert.deepEqual(
      user({ customer: contoso(), user: undefined, licences: [{ subscription, held: 1 }] })
        .when(userLine({ licence: { kind: 'any' } }))
        .record('subscription'),
      subscription,
    );
  });

  it('gives no more licences than there are seats', () => {
    user({ customer: contoso(), user: undefined, licences: [{ subscription, held: 2 }] })
      .when(userLine({ licence: { kind: 'any' } }))
      .refuses({ kind: 'no-free-licence' });
  });

  it('gives no licence of a subscription whose free days are over', () => {
    const state = { customer: contoso(), user: undefined, licences: [{ subscription, held: 0 }] };
    user(state)
      .when(userLine({ licence: { kind: 'any' } }), '2026-04-09')
      .yields({ kind: 'taken' });
    user(state)
      .when(userLine({ licence: { kind: 'any' } }), '2026-04-10')
      .refuses({ kind: 'no-free-licence' });
  });

  it('takes the next subscription when the first is full', () => {
    const other = aSubscription({ id: 'other', terms: [aTerm('2025-06-01')] });
    const licences = [
      { subscription, held: 2 },
      { subscription: other, held: 0 },
    ];
    assert.equal(
      user({ customer: contoso(), user: undefined, licences })
        .when(userLine({ licence: { kind: 'any' } }))
        .record('customer-user').licensedIn,
      other.id,
    );
  });

  it('leaves the licence somebody has, whichever it is', () => {
    const known = karel({ licensedIn: subscription.id });
    const line = userLine({ licence: { kind: 'any' } });
    assert.equal(needsLicence(known, line), false);
    user({ customer: contoso(), user: known, licences: [] }).when(line).changesNothing();
  });

  it('takes a licence away', () => {
    const decided = user({ customer: contoso(), user: karel({ licensedIn: subscription.id }), licences: [] }).when(userLine({ licence: { kind: 'none' } }));
    assert.equal(decided.record('customer-user').licensedIn, undefined);
  });

  it('refuses a licence in a subscription that the customer does not have', () => {
    const licence = { kind: 'in', reference: 'elsewhere', ids: [aSubscription({ id: 'elsewhere' }).id] } as const;
    user({ customer: contoso(), user: undefined, licences: [{ subscription, held: 0 }] })
      .when(userLine({ licence }))
      .refuses({ kind: 'subscription-not-found', reference: 'elsewhere' });
  });

  it('refuses a person of a customer who is not in the book', () => {
    user({ customer: undefined, user: undefined, licences: [] }).when(userLine({})).refuses({ kind: 'customer-not-found', domain: 'contoso.cz' });
  });
});

function customerLine(facts: Partial<ImportCustomer['customer']>): ImportCustomer {
  const empty = { tenant: undefined, language: undefined, contactName: undefined, contactEmail: undefined, owner: undefined, partnerOfRecord: undefined };
  const { id, name, domain, country } = contoso();
  return { type: 'import-customer', commandId: CommandId.parse('line'), partner: cloudy, id, customer: { name, domain, country, ...empty, ...facts } };
}

function userLine(facts: Partial<ImportCustomerUser['user']>): ImportCustomerUser {
  const { name, upn } = karel();
  const line = { name, upn, objectId: undefined, isAdmin: undefined, licence: undefined, ...facts };
  return {
    type: 'import-customer-user',
    commandId: CommandId.parse('line'),
    partner: cloudy,
    customer: contoso().id,
    customerDomain: 'contoso.cz',
    id: 'karel',
    user: line,
  };
}
