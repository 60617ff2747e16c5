import type { Partner, PartnerUser } from '../company/records.ts';
import { dayOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, CustomerId, PersonId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { Language } from '../shared/language.ts';
import type { Customer } from './records.ts';

/** One line of customers.csv, or of Partner Center's own export. */
export interface ImportCustomer {
  readonly type: 'import-customer';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly id: CustomerId;
  /** The line names the customer by its directory: whoever has it is meant, whatever domain the book knows them by. */
  readonly isByTenant?: true;
  readonly customer: {
    readonly name: string;
    readonly domain: string;
    /** Absent where the file does not say it: a known customer keeps theirs, a new one is refused. */
    readonly country: string | undefined;
    /** What the operator says of new customers whose file does not say it. */
    readonly countryOfNew?: string;
    readonly tenant: Cell<TenantId>;
    readonly language: Cell<Language>;
    readonly contactName: Cell<string>;
    readonly contactEmail: Cell<string>;
    /** E-mail of one of the partner's people, lower case. */
    readonly owner: Cell<string>;
    readonly partnerOfRecord: Cell<string>;
  };
}

export type ImportCustomerRefusal =
  | { readonly kind: 'owner-not-found'; readonly email: string }
  | { readonly kind: 'contact-without-email'; readonly name: string }
  | { readonly kind: 'partner-own-directory' }
  | { readonly kind: 'partner-own-domain'; readonly domain: string }
  /** One directory is one customer. */
  | { readonly kind: 'directory-of-another-customer'; readonly name: string; readonly domain: string }
  | { readonly kind: 'country-not-told' };

export interface ImportCustomerState {
  readonly customer: Customer | undefined;
  /** Who has the directory that the line names, where that is looked for. */
  readonly sameTenant?: Customer | undefined;
  /** The own company; need not be read for who is in the book. */
  readonly partner?: Partner | undefined;
  /** The partner's own people by name; need not be read when `looksUpPeople` says no. */
  readonly people: readonly PartnerUser[];
}

export function customerFacts(customer: Customer): Facts {
  const { name, domain, country, tenant, language, contact, owner, partnerOfRecord } = customer;
  return { name, domain, country, tenant, language, contactName: contact?.name, contactEmail: contact?.email, owner, partnerOfRecord };
}

/** Must the partner's people be read to decide this line? */
export function looksUpPeople(known: Customer | undefined, command: ImportCustomer): boolean {
  return known === undefined || typeof command.customer.owner === 'string';
}

export function decideImportCustomer(state: ImportCustomerState, command: ImportCustomer, now: Date): Decision<Imported, ImportCustomerRefusal> {
  const known = state.customer;
  const given = command.customer;
  if (given.tenant === command.partner) return refuse({ kind: 'partner-own-directory' });
  if (known === undefined && given.domain === state.partner?.domain) return refuse({ kind: 'partner-own-domain', domain: given.domain });
  const other = state.sameTenant;
  if (other !== undefined && other.id !== (known?.id ?? command.id) && known?.tenant !== given.tenant)
    return refuse({ kind: 'directory-of-another-customer', name: other.name, domain: other.domain });
  const owner = ownerOf(state, command);
  if (typeof owner === 'object') return refuse(owner);
  const country = given.country ?? known?.country ?? given.countryOfNew;
  if (country === undefined) return refuse({ kind: 'country-not-told' });
  const contact = contactOf(given, known);
  if (contact !== undefined && 'kind' in contact) return refuse(contact);
  const customer: Customer = {
    id: known?.id ?? command.id,
    partner: command.partner,
    name: given.name,
    domain: known !== undefined && command.isByTenant === true ? known.domain : given.domain,
    country,
    tenant: cellOr(given.tenant, known?.tenant),
    language: cellOr(given.language, known?.language),
    contact,
    owner,
    partnerOfRecord: cellOr(given.partnerOfRecord, known?.partnerOfRecord),
    createdOn: known?.createdOn ?? dayOf(now),
  };
  return decideLine({
    command,
    now,
    what: 'customer-imported',
    before: known && customerFacts(known),
    after: customerFacts(customer),
    put: { kind: 'customer', id: customer.id, value: customer },
  });
}

/** The person with this e-mail; without one the owner as it stands, for a new customer the first global admin. */
function ownerOf(state: ImportCustomerState, command: ImportCustomer): PersonId | undefined | ImportCustomerRefusal {
  const email = command.customer.owner;
  if (typeof email === 'string') return state.people.find((user) => user.email === email)?.person ?? { kind: 'owner-not-found', email };
  if (email === null) return undefined;
  return state.customer === undefined ? state.people.find((user) => user.companyRole === 'global-admin')?.person : state.customer.owner;
}

function contactOf(given: ImportCustomer['customer'], known: Customer | undefined): Customer['contact'] | ImportCustomerRefusal {
  const name = cellOr(given.contactName, known?.contact?.name);
  const email = cellOr(given.contactEmail, known?.contact?.email);
  if (email === undefined) return name === undefined || given.contactEmail === null ? undefined : { kind: 'contact-without-email', name };
  return { name: name ?? email, email };
}
