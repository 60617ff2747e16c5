import type { Execute } from '../../domain/commands.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { domainOfSignIn } from '../../domain/customers/sign-in-name.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { CommandId, isNameless, isOrganisation } from '../../domain/shared/ids.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import type { KnownAddress } from '../../domain/shared/records.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Incoming, MemberProfile } from '../../domain/shared/turn.ts';
import { hasNameOnly, recordsOf } from './customers/known-users.ts';

interface Parts {
  readonly book: Reader;
  readonly execute: Execute;
  readonly secrets: Secrets;
  readonly partnerTenants: readonly TenantId[];
}

interface Here {
  readonly incoming: Incoming;
  readonly address: KnownAddress | undefined;
  readonly today: Day;
  readonly turnId: CommandId;
  readonly profile: () => Promise<MemberProfile | undefined>;
}

const mostCustomers = 10;

/**
 * Recognises somebody of a customer whom the book knows by sign-in name only, or whose directory it does not know yet, before they are
 * answered: so that their first card has the offers that wait, and the next offer finds them.
 *
 * The channel is asked once a day for each person at most, and only while something in the book could match.
 *
 * @returns whether the channel was asked.
 */
export async function recognised(parts: Parts, here: Here): Promise<boolean> {
  const { person, tenant } = here.incoming.from;
  if (!isWorthAsking(parts, here)) return false;
  const customers = (await parts.book.list('customers-of-tenant', { key: tenant, limit: mostCustomers })).rows.map(({ value }) => value);
  if (!(await couldMatch(parts, customers, person))) return false;
  const profile = await here.profile();
  const [upn, email] = [profile?.upn?.toLowerCase(), profile?.email?.toLowerCase()];
  const names = { ...(upn === undefined ? {} : { upn }), ...(email === undefined ? {} : { email }) };
  for (const customer of await fitting(parts, customers, upn)) {
    const candidates = [upn, email].flatMap((each) => (each === undefined ? [] : [customerUserIdOf(parts.secrets, customer.id, each)]));
    await parts.execute({
      type: 'recognise-person',
      commandId: CommandId.parse(`${here.turnId}/recognise/${customer.id}`),
      partner: customer.partner,
      customer: customer.id,
      by: person,
      ...names,
      candidates: [...new Set(candidates)],
    });
  }
  return true;
}

/** One to one, of a directory that shows an organisation, and nobody of a partner's own. */
function isWorthAsking({ partnerTenants }: Parts, { incoming, address, today }: Here): boolean {
  const { scope, channel } = incoming.address;
  const { person, tenant } = incoming.from;
  const isOutside = !isNameless(person) && isOrganisation(tenant) && !partnerTenants.includes(tenant);
  return isOutside && scope === 'personal' && channel === 'msteams' && incoming.said.kind !== 'removed' && address?.profileAskedOn !== today;
}

/** Of nobody known, there may be a customer; of a known one, somebody without an object id, or the same organisation at another partner. */
async function couldMatch(parts: Parts, customers: readonly Customer[], person: PersonId): Promise<boolean> {
  if (customers.length === 0) return true;
  const waiting = await Promise.all(customers.map((customer) => mayBeAmong(parts, customer, person)));
  if (waiting.includes(true)) return true;
  const elsewhere = await Promise.all(customers.map(({ domain }) => fitting(parts, customers, `x@${domain}`)));
  return elsewhere.flat().some(({ tenant }) => tenant === undefined);
}

/** Not known by object id, while somebody is known by sign-in name only. */
async function mayBeAmong({ book }: Parts, { id }: Customer, person: PersonId): Promise<boolean> {
  return (await recordsOf(book, id, person)).length === 0 && (await hasNameOnly(book, id));
}

/** The customers of this directory; and at each other partner the one with the domain of the sign-in name, where its directory is unknown. */
async function fitting({ book, secrets, partnerTenants }: Parts, customers: readonly Customer[], upn: string | undefined): Promise<readonly Customer[]> {
  const domain = domainOfSignIn(upn);
  const others = domain === undefined ? [] : partnerTenants.filter((partner) => !customers.some((customer) => customer.partner === partner));
  const found = await Promise.all(others.map((partner) => book.read('customer', customerIdOf(secrets, partner, domain ?? ''))));
  return [...customers, ...found.flatMap((each) => (each === undefined || each.value.tenant !== undefined ? [] : [each.value]))];
}
