import { companyFacts } from '../../domain/company/import-company.ts';
import type { OwnSubscription } from '../../domain/company/records.ts';
import { partnerUserFacts } from '../../domain/company/import-partner-user.ts';
import { customerFacts } from '../../domain/customers/import-customer.ts';
import { customerUserFacts } from '../../domain/customers/import-customer-user.ts';
import { termFacts } from '../../domain/customers/import-subscription.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { knownPartnerFacts } from '../../domain/partner-of-record/import-known-partner.ts';
import { productKeyFacts } from '../../domain/product-keys/import-product-key.ts';
import type { ProductKey } from '../../domain/product-keys/records.ts';
import { openKey } from '../../domain/product-keys/sealed-key.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Facts } from '../../domain/shared/import.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import { planIds } from '../../domain/shared/plans.ts';
import type { QueryName, QueryOf } from '../../domain/shared/queries.ts';
import type { Records } from '../../domain/shared/records.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import { companyFile } from './files/company-file.ts';
import { customerUsersFile } from './files/customer-users-file.ts';
import { customersFile } from './files/customers-file.ts';
import { keyEndingsFile, keysFile } from './files/keys-file.ts';
import { partnersFile } from './files/partners-file.ts';
import { subscriptionsFile } from './files/subscriptions-file.ts';
import { usersFile } from './files/users-file.ts';

/** A file of the export: its columns, and what stands in them. */
export interface ExportFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Facts>;
}

interface Book {
  readonly store: Reader;
  readonly partner: TenantId;
}

/** The book of one partner as the files it can be imported from. With `keys` the stock's product keys are written out. */
export function exportFiles(book: Book, keys: Pick<Secrets, 'open'> | undefined): readonly ExportFile[] {
  const stock = keys === undefined ? keyEndingsFile : keysFile;
  return [
    { ...companyFile, rows: companyRows(book) },
    { ...usersFile, rows: userRows(book) },
    { ...partnersFile, rows: partnerRows(book) },
    { ...customersFile, rows: customerRows(book) },
    { ...subscriptionsFile, rows: subscriptionRows(book) },
    { ...customerUsersFile, rows: customerUserRows(book) },
    { ...stock, rows: keyRows(book, keys) },
  ];
}

async function* companyRows({ store, partner }: Book): AsyncGenerator<Facts> {
  const company = await store.read('partner', partner);
  if (company !== undefined) yield companyFacts(company.value);
}

async function* userRows({ store, partner }: Book): AsyncGenerator<Facts> {
  for await (const user of all(store, 'users-of-partner', partner)) {
    yield { ...partnerUserFacts(user), tenantId: user.tenant, objectId: user.person.slice(partner.length + 1) };
  }
}

async function* partnerRows({ store, partner }: Book): AsyncGenerator<Facts> {
  for await (const known of all(store, 'known-partners', partner)) yield knownPartnerFacts(known);
}

async function* customerRows(book: Book): AsyncGenerator<Facts> {
  const emails = new Map<PersonId, string | undefined>();
  for await (const user of all(book.store, 'users-of-partner', book.partner)) emails.set(user.person, user.email);
  for await (const customer of customers(book)) {
    const { name, tenant, ...facts } = customerFacts(customer);
    yield { ...facts, customer: name, tenantId: tenant, owner: customer.owner && emails.get(customer.owner) };
  }
}

/** A row for each term that no other has renewed; what is renewed is history. The company's own come first, under its domain. */
async function* subscriptionRows(book: Book): AsyncGenerator<Facts> {
  const company = await book.store.read('partner', book.partner);
  for await (const own of all(book.store, 'own-subscriptions-of-partner', book.partner)) yield* termRows(own, company?.value.domain);
  for await (const customer of customers(book)) {
    for await (const subscription of all(book.store, 'subscriptions-of-customer', customer.id)) {
      yield* termRows(subscription, customer.domain);
    }
  }
}

function* termRows(subscription: OwnSubscription, customerDomain: string | undefined): Generator<Facts> {
  const identity = { customerDomain, subscriptionId: subscription.reference ?? subscription.id };
  for (const term of subscription.terms) if (term.renewedBy === undefined) yield { ...identity, ...termFacts(subscription, term) };
}

async function* customerUserRows(book: Book): AsyncGenerator<Facts> {
  for await (const customer of customers(book)) {
    const references = new Map<string, string>();
    for await (const { id, reference } of all(book.store, 'subscriptions-of-customer', customer.id)) references.set(id, reference ?? id);
    for await (const user of all(book.store, 'users-of-customer', customer.id)) {
      const licensed = user.licensedIn === undefined ? false : references.get(user.licensedIn);
      yield { ...customerUserFacts(user), customerDomain: customer.domain, licensed };
    }
  }
}

async function* keyRows({ store, partner }: Book, keys: Pick<Secrets, 'open'> | undefined): AsyncGenerator<Facts> {
  for (const plan of planIds) {
    for (const state of ['in-stock', 'used'] as const satisfies readonly ProductKey['state'][]) {
      for await (const key of all(store, 'keys-of-plan', `${partner}|${plan}|${state}`)) {
        yield { ...productKeyFacts(key), usedOn: key.use?.on, key: keys && openKey(keys, key) };
      }
    }
  }
}

function customers({ store, partner }: Book): AsyncGenerator<Customer> {
  return all(store, 'customers-of-partner', partner);
}

async function* all<Q extends QueryName>(store: Reader, query: Q, key: string): AsyncGenerator<Records[QueryOf<Q>]> {
  let after: string | undefined;
  do {
    const page = await store.list(query, { key, limit: 500, ...(after === undefined ? {} : { after }) });
    for (const row of page.rows) yield row.value;
    after = page.next;
  } while (after !== undefined);
}
