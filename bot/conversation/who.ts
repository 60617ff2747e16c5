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

/** Who is speaking, from the signed activity and the book. Without a directory id nobody is one of a partner's or customer's people. */
export async function whoIs({ from, locale }: Pick<Incoming, 'from' | 'locale'>, book: Reader, partnerTenants: readonly TenantId[]): Promise<Who> {
  const { person, tenant, name } = from;
  const known = await knownOf(book, person);
  if (isNameless(person)) return { side: 'stranger', person, tenant, name, language: languageOfKnown(known, locale) };
  if (partnerTenants.includes(tenant)) {
    const partner = await book.read('partner', tenant);
    const { user } = known;
    return { side: 'partner', person, tenant, name: nameOf(user, name), language: languageOfKnown(known, locale), partner: partner?.value, user };
  }
  const customer = await customerAt(book, tenant);
  const language = languageOfKnown({ ...known, customer }, locale);
  return customer === undefined ? { side: 'stranger', person, tenant, name, language } : { side: 'customer', person, tenant, name, language, customer };
}

/**
 * The language in which somebody reads, outside a turn.
 *
 * @param locale as Teams gave it when they were last here.
 */
export async function languageOfPerson(book: Reader, person: PersonId, locale?: string): Promise<Language> {
  const known = await knownOf(book, person);
  const customer = isNameless(person) ? undefined : await customerAt(book, tenantOf(person));
  return languageOfKnown({ ...known, customer }, locale);
}

/** What the book knows of somebody that says which language is theirs. */
interface Known {
  readonly chosen?: Language | undefined;
  readonly user?: PartnerUser | undefined;
  readonly customer?: Customer | undefined;
}

/** Their own choice, then what the book says of them or of their organisation, then Teams, then English (mission, row 16). */
function languageOfKnown({ chosen, user, customer }: Known, locale: string | undefined): Language {
  return chosen ?? user?.language ?? customer?.language ?? languageOf(locale) ?? 'en';
}

/** Without a directory id somebody may be anybody: the book says nothing of them. */
async function knownOf(book: Reader, person: PersonId): Promise<Pick<Known, 'chosen' | 'user'>> {
  if (isNameless(person)) return {};
  const [chosen, user] = await Promise.all([book.read('preference', person), book.read('partner-user', person)]);
  return { chosen: chosen?.value.language, user: user?.value };
}

async function customerAt(book: Reader, tenant: TenantId): Promise<Customer | undefined> {
  return (await book.list('customers-of-tenant', { key: tenant, limit: 1 })).rows[0]?.value;
}

/** Somebody appointed by id alone has no name in the book until a file brings it: then the one Teams gives. */
function nameOf(user: PartnerUser | undefined, inTeams: string): string {
  return user === undefined || user.name === '' ? inTeams : user.name;
}
