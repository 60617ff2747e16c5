import type { Partner, PartnerUser } from '../../domain/company/records.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { isNameless, tenantOf } from '../../domain/shared/ids.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import { languageOf } from '../../domain/shared/language.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Incoming } from '../../domain/shared/turn.ts';

interface Someone {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly name: string;
  readonly language: Language;
}
/** One of a partner's own people. `user` is absent for a colleague nobody has entered yet: they may read. */
export interface PartnerPerson extends Someone {
  readonly side: 'partner';
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
}
/** Somebody of an organisation that the book knows as a customer. */
export interface CustomerPerson extends Someone {
  readonly side: 'customer';
  readonly customer: Customer;
}
/** Anybody else: gets one kind answer and no data. */
export interface Stranger extends Someone {
  readonly side: 'stranger';
}
export type Who = PartnerPerson | CustomerPerson | Stranger;

/**
 * Who is speaking, from the signed activity and the book. Without a directory id nobody is one of a partner's or customer's people.
 *
 * Language: the person's own choice, then what the book says of them, then Teams, then English (mission, row 16).
 */
export async function whoIs(incoming: Incoming, book: Reader, partnerTenants: readonly TenantId[]): Promise<Who> {
  const { person, tenant, name } = incoming.from;
  if (isNameless(person)) return { side: 'stranger', person, tenant, name, language: languageOf(incoming.locale) ?? 'en' };
  const [chosen, user] = await Promise.all([book.read('preference', person), book.read('partner-user', person)]);
  const spoken = languageOf(incoming.locale) ?? 'en';
  if (partnerTenants.includes(tenant)) {
    const partner = await book.read('partner', tenant);
    const language = chosen?.value.language ?? user?.value.language ?? spoken;
    return { side: 'partner', person, tenant, name: nameOf(user?.value, name), language, partner: partner?.value, user: user?.value };
  }
  const [customer] = (await book.list('customers-of-tenant', { key: tenant, limit: 1 })).rows;
  if (customer === undefined) return { side: 'stranger', person, tenant, name, language: chosen?.value.language ?? spoken };
  return { side: 'customer', person, tenant, name, language: chosen?.value.language ?? customer.value.language ?? spoken, customer: customer.value };
}

/**
 * The language in which somebody reads, outside a turn: their own choice, then what the book says of them or of their organisation, then Teams, then English.
 *
 * @param locale as Teams gave it when they were last here.
 */
export async function languageOfPerson(book: Reader, person: PersonId, locale?: string): Promise<Language> {
  const [chosen, user] = await Promise.all([book.read('preference', person), book.read('partner-user', person)]);
  const known = chosen?.value.language ?? user?.value.language;
  if (known !== undefined) return known;
  const [customer] = isNameless(person) ? [] : (await book.list('customers-of-tenant', { key: tenantOf(person), limit: 1 })).rows;
  return customer?.value.language ?? languageOf(locale) ?? 'en';
}

/** Somebody appointed by id alone has no name in the book until a file brings it: then the one Teams gives. */
function nameOf(user: PartnerUser | undefined, inTeams: string): string {
  return user === undefined || user.name === '' ? inTeams : user.name;
}
