import { ObjectId, personId } from '../shared/ids.ts';
import type { PersonId, TenantId } from '../shared/ids.ts';
import type { Customer, CustomerUser } from './records.ts';

/** The directory object id of a person, without their tenant. */
export function objectIdOf(person: PersonId): string {
  return person.slice(-36);
}

/** The admins of a customer among its users. */
export function adminsAmong(users: readonly CustomerUser[]): readonly CustomerUser[] {
  return users.filter((user) => user.isAdmin);
}

/** The admins who can be told something: of a directory that is known, and known themselves by their object id. */
export function adminPersons(customer: Pick<Customer, 'tenant'>, users: readonly CustomerUser[]): readonly PersonId[] {
  const { tenant } = customer;
  return tenant === undefined ? [] : adminsAmong(users).flatMap((user) => personOf(tenant, user.objectId));
}

function personOf(tenant: TenantId, objectId: string | undefined): readonly PersonId[] {
  const parsed = ObjectId.safeParse(objectId);
  return parsed.success ? [personId(tenant, parsed.data)] : [];
}

/** Is this person an admin of the customer, by directory and object id? A name, an address or a card proves nothing. */
export function isAdminOf(person: PersonId, customer: Pick<Customer, 'tenant'>, users: readonly CustomerUser[]): boolean {
  return adminPersons(customer, users).includes(person);
}
