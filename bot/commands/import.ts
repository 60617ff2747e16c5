import { decideImportCompany } from '../../domain/company/import-company.ts';
import { decideImportPartnerUser, demotes } from '../../domain/company/import-partner-user.ts';
import type { ImportCustomer, ImportCustomerState } from '../../domain/customers/import-customer.ts';
import { decideImportCustomer, looksUpPeople } from '../../domain/customers/import-customer.ts';
import type { ImportCustomerUser, ImportCustomerUserState, Licences } from '../../domain/customers/import-customer-user.ts';
import { decideImportCustomerUser, needsLicence } from '../../domain/customers/import-customer-user.ts';
import type { ImportSubscription, ImportSubscriptionState } from '../../domain/customers/import-subscription.ts';
import { decideImportSubscription, lowersSeats } from '../../domain/customers/import-subscription.ts';
import { decideImportProductKey } from '../../domain/product-keys/import-product-key.ts';
import type { Customer } from '../../domain/customers/records.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import { Imported } from '../../domain/shared/import.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import type { Reading } from './reading.ts';

// A line is repeated by importing the file again, with a new command; its outcome need not outlive the run.
const line = { outcome: Imported, keepOutcomeForMs: 60_000 };

export const importCompany: Handler<'import-company'> = handler({
  ...line,
  load: async ({ partner, company, customerOfDomain }, reading) => ({
    partner: await reading.read('partner', partner),
    customer: customerOfDomain === undefined ? undefined : await reading.read('customer', customerOfDomain),
    hasOwnSubscriptions: company.domain === null && (await reading.list('own-subscriptions-of-partner', { key: partner })).length > 0,
  }),
  decide: decideImportCompany,
});

export const importPartnerUser: Handler<'import-partner-user'> = handler({
  ...line,
  load: async (command, reading) => {
    const user = await reading.read('partner-user', command.person);
    if (!demotes(user, command)) return { user, otherGlobalAdmins: 0 };
    const people = await reading.list('users-of-partner', { key: command.partner });
    return { user, otherGlobalAdmins: people.filter(({ person, companyRole }) => person !== command.person && companyRole === 'global-admin').length };
  },
  decide: decideImportPartnerUser,
});

export const importCustomer: Handler<'import-customer'> = handler({ ...line, load: loadCustomer, decide: decideImportCustomer });

async function loadCustomer(command: ImportCustomer, reading: Reading): Promise<ImportCustomerState> {
  const { tenant } = command.customer;
  const sameTenant = typeof tenant === 'string' ? await customerOfTenant(command.partner, tenant, reading) : undefined;
  const customer = (command.isByTenant === true ? sameTenant : undefined) ?? (await reading.read('customer', command.id));
  // Who is in the book cannot have the company's own domain; who is new must not.
  const partner = customer === undefined ? await reading.read('partner', command.partner) : undefined;
  if (!looksUpPeople(customer, command)) return { customer, sameTenant, partner, people: [] };
  const owner = customer?.owner === undefined ? undefined : await reading.read('partner-user', customer.owner);
  if (owner !== undefined && owner.email === command.customer.owner) return { customer, sameTenant, partner, people: [owner] };
  return { customer, sameTenant, partner, people: await reading.list('users-of-partner', { key: command.partner }) };
}

/** The partner's own customer with this directory; another partner's counts as none. */
async function customerOfTenant(partner: TenantId, tenant: TenantId, reading: Reading): Promise<Customer | undefined> {
  const [customer] = await reading.list('customers-of-tenant', { key: tenant, from: partner, upTo: partner });
  return customer;
}

export const importSubscription: Handler<'import-subscription'> = handler({ ...line, load: loadSubscription, decide: decideImportSubscription });

async function loadSubscription(command: ImportSubscription, reading: Reading): Promise<ImportSubscriptionState> {
  const named = command.customer;
  const partner = await reading.read('partner', command.partner);
  const own = await reading.read('own-subscription', command.id);
  const customer = 'tenant' in named ? await customerOfTenant(command.partner, named.tenant, reading) : await reading.read('customer', named.id);
  // One that was set up in the chat is written by its own id.
  const chats = await reading.read('subscription', command.reference);
  const subscription = chats?.partner === command.partner ? chats : await reading.read('subscription', command.id);
  // whoever takes a licence writes the subscription again, so that the count holds
  const counts = subscription !== undefined && lowersSeats(subscription, command);
  return { partner, own, customer, subscription, ...(counts ? { held: await reading.count('users-of-subscription', { key: subscription.id }) } : {}) };
}

export const importCustomerUser: Handler<'import-customer-user'> = handler({ ...line, load: loadCustomerUser, decide: decideImportCustomerUser });

async function loadCustomerUser(command: ImportCustomerUser, reading: Reading): Promise<ImportCustomerUserState> {
  const customer = await reading.read('customer', command.customer);
  const user = await reading.read('customer-user', command.id);
  if (!needsLicence(user, command)) return { customer, user, licences: [] };
  const subscriptions = await reading.list('subscriptions-of-customer', { key: command.customer });
  const licences: Licences[] = [];
  for (const subscription of subscriptions) {
    licences.push({ subscription, held: (await reading.list('users-of-subscription', { key: subscription.id })).length });
  }
  return { customer, user, licences };
}

export const importProductKey: Handler<'import-product-key'> = handler({
  ...line,
  load: async (command, reading) => ({ key: await reading.read('product-key', command.key.fingerprint) }),
  decide: decideImportProductKey,
});
