import type { Partner, PartnerUser } from '../company/records.ts';
import { adminPersons } from '../customers/admins.ts';
import type { Customer, Subscription } from '../customers/records.ts';
import { defaultOwner, effectiveOwner } from '../customers/owner.ts';
import { attachedPartner, partnerOfRecordOf } from '../partner-of-record/effective.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Reader } from '../shared/store.port.ts';
import { rowsOf } from './rows.ts';

/**
 * Is the partner told of the ends of this subscription? It is when it sold it (channel csp), and as partner of record as far as that brings
 * benefits: a CSP of today, or enrolled (mission, row 13 and Eligibility, POR benefits).
 */
export function partnerIsTold(subscription: Subscription, customer: Customer, partner: Partner | undefined): boolean {
  if (subscription.channel === 'csp') return true;
  if (partner === undefined || attachedPartner(partnerOfRecordOf(subscription, customer), partner).kind !== 'us') return false;
  const { programme, enrolled } = partner.standing;
  return programme === 'csp-direct' || programme === 'csp-indirect-reseller' || enrolled;
}

/** Can the assistant write to this person, as far as the book knows? */
export async function isReachable(book: Reader, person: PersonId): Promise<boolean> {
  const address = await book.read('address', person);
  return address !== undefined && address.value.unreachable === undefined;
}

/**
 * Who at the partner is told about a customer: its owner; where they are gone or cannot be written to, the first global admin by name who
 * can; where nobody can, the owner all the same, and it waits for them. Undefined when there is neither an owner nor a global admin.
 *
 * `except`: somebody of whom it has just turned out that they cannot be told.
 */
export async function ownerToTell(book: Reader, { partner, owner }: Pick<Customer, 'partner' | 'owner'>, except?: PersonId): Promise<PersonId | undefined> {
  const canBeTold = async (person: PersonId): Promise<boolean> => person !== except && (await isReachable(book, person));
  const named = owner === undefined ? undefined : (await book.read('partner-user', owner))?.value;
  const own = effectiveOwner(partner, named, undefined);
  if (own !== undefined && (await canBeTold(own.person))) return own.person;
  const admins = await globalAdmins(book, partner);
  for (const { person } of admins) if (await canBeTold(person)) return person;
  return effectiveOwner(partner, own, defaultOwner(admins))?.person;
}

async function globalAdmins(book: Reader, partner: Customer['partner']): Promise<readonly PartnerUser[]> {
  const admins: PartnerUser[] = [];
  for await (const user of rowsOf(book, 'global-admins-of-partner', { key: partner })) admins.push(user);
  return admins;
}

/** The customer's admins to whom the assistant can write. */
export async function reachableAdmins(book: Reader, customer: Customer): Promise<readonly PersonId[]> {
  const found = new Set<PersonId>();
  for await (const user of rowsOf(book, 'admins-of-customer', { key: customer.id })) {
    for (const person of adminPersons(customer, [user])) if (await isReachable(book, person)) found.add(person);
  }
  return [...found];
}
