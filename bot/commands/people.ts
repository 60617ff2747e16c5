import { adminPersons } from '../../domain/customers/admins.ts';
import type { Customer, CustomerUser } from '../../domain/customers/records.ts';
import { defaultOwner, effectiveOwner } from '../../domain/customers/owner.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { tenantOf } from '../../domain/shared/ids.ts';
import type { CustomerId, PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Reading } from './reading.ts';

/** A customer with all of its people; neither when no customer is meant, or the book does not know it. */
export async function customerAndUsers(
  id: CustomerId | undefined,
  reading: Reading,
): Promise<{ readonly customer: Customer | undefined; readonly users: readonly CustomerUser[] }> {
  const customer = id === undefined ? undefined : await reading.read('customer', id);
  return { customer, users: customer === undefined ? [] : await reading.list('users-of-customer', { key: customer.id }) };
}

/** The customer's admins to whom the assistant can write. */
export async function reachableAdmins(customer: Customer | undefined, users: readonly CustomerUser[], reading: Reading): Promise<readonly PersonId[]> {
  return customer === undefined ? [] : withAddress(adminPersons(customer, users), reading);
}

/**
 * Who can be told at the partner of what becomes of an offer: of who sent it and who looks after the customer, those who are still of the
 * partner's people and to whom the assistant can write. Where the sender is gone and nobody can be written to, who looks after the
 * customer all the same: the message waits for them.
 */
export async function reachableAtPartner(
  { sentBy, partner }: Pick<Offer, 'sentBy' | 'partner'>,
  customer: Pick<Customer, 'owner'> | undefined,
  reading: Reading,
): Promise<readonly PersonId[]> {
  const sender = await reading.read('partner-user', sentBy);
  const named = customer?.owner === undefined ? undefined : await reading.read('partner-user', customer.owner);
  const owner = effectiveOwner(partner, named, defaultOwner(await reading.list('global-admins-of-partner', { key: partner })));
  const isSenderHere = sender?.tenant === partner;
  const wanted = [...(isSenderHere ? [sentBy] : []), ...(owner === undefined ? [] : [owner.person])];
  const reachable = await withAddress([...new Set(wanted)], reading);
  return reachable.length > 0 || isSenderHere ? reachable : wanted;
}

/** Is the directory of this person that of another customer of the partner? */
export async function isTenantOfAnother(person: PersonId, customer: CustomerId, partner: TenantId, reading: Reading): Promise<boolean> {
  const customers = await reading.list('customers-of-tenant', { key: tenantOf(person), from: partner, upTo: partner });
  return customers.some(({ id }) => id !== customer);
}

/** Of these, those to whom the assistant can write. */
export async function withAddress(people: readonly PersonId[], reading: Reading): Promise<readonly PersonId[]> {
  const known = await Promise.all(people.map((person) => reading.read('address', person)));
  return people.filter((_, index) => known[index] !== undefined);
}
