import { objectIdOf } from '../../../domain/customers/admins.ts';
import type { CustomerUser } from '../../../domain/customers/records.ts';
import type { CustomerId, PersonId } from '../../../domain/shared/ids.ts';
import type { Reader, Stored } from '../../../domain/shared/store.port.ts';

// Each read costs what it gives, however many people the customer has.
const most = 500;

/** The admins of a customer, by sign-in name. */
export async function adminsOf(book: Reader, customer: CustomerId): Promise<readonly Stored<'customer-user'>[]> {
  return (await book.list('admins-of-customer', { key: customer, limit: most })).rows;
}

/** What the book has of one person at a customer, by their directory object id. */
export async function recordsOf(book: Reader, customer: CustomerId, person: PersonId): Promise<readonly Stored<'customer-user'>[]> {
  const objectId = objectIdOf(person);
  return (await book.list('users-by-object-id', { key: customer, from: objectId, upTo: objectId, limit: most })).rows;
}

/** Does the book know somebody of the customer by sign-in name only? */
export async function hasNameOnly(book: Reader, customer: CustomerId): Promise<boolean> {
  return (await book.count('users-by-object-id', { key: customer, upTo: '' })) > 0;
}

/** Whom the book knows by this sign-in name only. */
export async function nameOnlyUser(book: Reader, customer: CustomerId, upn: string): Promise<CustomerUser | undefined> {
  const { rows } = await book.list('users-of-customer', { key: customer, from: upn, upTo: upn, limit: most });
  return rows.map(({ value }) => value).find(({ objectId }) => objectId === undefined);
}
