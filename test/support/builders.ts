import type { Partner, PartnerUser } from '../../domain/company/records.ts';
import type { Customer, CustomerUser, HandOffOf, Subscription, Term } from '../../domain/customers/records.ts';
import type { ProductKey } from '../../domain/product-keys/records.ts';
import type { GivenKey, Purpose, RedeemProductKeys, RedemptionState } from '../../domain/product-keys/redemption.ts';
import { Day, Instant, termEnd } from '../../domain/shared/dates.ts';
import { CommandId, CustomerId, HandOffId, KeyFingerprint, ObjectId, SubscriptionId, TenantId, TermId, personId } from '../../domain/shared/ids.ts';

/** Named people and companies of the tests. Each function makes a new value; nothing is shared between tests but names. */

/** The partner that jana, petr and eva work for. */
export const cloudy = TenantId.parse('11111111-1111-4111-8111-111111111111');
/** Another partner with a book of its own. */
export const rival = TenantId.parse('99999999-9999-4999-8999-999999999999');

export const day = (text: string): Day => Day.parse(text);
export const instant = (text: string): Instant => Instant.parse(text);

function person(last: string, tenant = cloudy): PartnerUser['person'] {
  return personId(tenant, ObjectId.parse(`aaaaaaaa-0000-4000-8000-00000000000${last}`));
}

const user = (last: string, name: string): PartnerUser => ({
  person: person(last),
  tenant: cloudy,
  name,
  companyRole: 'none',
  supportedCompanies: 'none',
});

/** Sales: may redeem keys. */
export const jana = (): PartnerUser => ({ ...user('1', 'Jana Nováková'), supportedCompanies: 'limited' });
/** Global admin with every right. */
export const petr = (): PartnerUser => ({ ...user('2', 'Petr Svoboda'), companyRole: 'global-admin', supportedCompanies: 'full' });
/** May only read. */
export const eva = (): PartnerUser => user('3', 'Eva Malá');
/** Somebody with every right, in another company. */
export const rita = (): PartnerUser => ({ ...petr(), person: person('4', rival), tenant: rival, name: 'Rita Rivalová' });

/** A partner entitled to everything: an advisor with a distributor on file. */
export function aPartner(facts: Partial<Partner> & { readonly programme?: Partner['standing']['programme'] } = {}): Partner {
  const { programme = 'advisor', ...rest } = facts;
  const standing = { programme, enrolled: true, certifiedForDelegation: true, authorisedForDelegation: true, authorisedServiceProvider: true };
  return { tenant: cloudy, name: 'Cloudy s.r.o.', country: 'CZ', standing: { ...standing, distributor: 'Distri a.s.' }, ...rest };
}

export function contoso(facts: Partial<Customer> = {}): Customer {
  return {
    id: CustomerId.parse('contoso'),
    partner: cloudy,
    name: 'Contoso',
    domain: 'contoso.cz',
    country: 'CZ',
    contact: { name: 'Karel Contoso', email: 'karel@contoso.cz' },
    owner: petr().person,
    createdOn: day('2025-01-01'),
    ...facts,
  };
}

export function fabrikam(facts: Partial<Customer> = {}): Customer {
  return contoso({ id: CustomerId.parse('fabrikam'), name: 'Fabrikam', domain: 'fabrikam.sk', country: 'SK', ...facts });
}

export function karel(facts: Partial<CustomerUser> = {}): CustomerUser {
  return { customer: contoso().id, partner: cloudy, name: 'Karel Contoso', upn: 'karel@contoso.cz', isAdmin: true, ...facts };
}

/** A year of licences that starts on this day. */
export function aTerm(startsOn: string, facts: Partial<Omit<Term, 'id'>> & { readonly id?: string } = {}): Term {
  const { id = 'term', ...rest } = facts;
  return { id: TermId.parse(id), seats: 5, startsOn: day(startsOn), endsOn: termEnd(day(startsOn), 'P1Y'), length: 'P1Y', keys: [], ...rest };
}

/** Contoso's Small Business of five licences, 2025-03-11 to 2026-03-10. */
export function aSubscription(facts: Partial<Omit<Subscription, 'id'>> & { readonly id?: string } = {}): Subscription {
  const { id = 'subscription', ...rest } = facts;
  return {
    id: SubscriptionId.parse(id),
    partner: cloudy,
    customer: contoso().id,
    plan: 'small-business',
    channel: 'key',
    autoRenews: false,
    verification: 'verified',
    terms: [aTerm('2025-03-11')],
    createdOn: day('2025-03-11'),
    ...rest,
  };
}

type Of<W extends HandOffOf<'redeem-keys'>['what'] | HandOffOf<'attach-partner-of-record'>['what']> = Partial<Omit<HandOffOf<W>, 'id'>> & {
  readonly id?: string;
};

export function aHandOff(facts: Of<'redeem-keys'> = {}): HandOffOf<'redeem-keys'> {
  const { id = 'hand-off', ...rest } = facts;
  return {
    id: HandOffId.parse(id),
    partner: cloudy,
    customer: contoso().id,
    subscription: aSubscription().id,
    owner: jana().person,
    ownerName: jana().name,
    what: 'redeem-keys',
    purpose: 'new-subscription',
    keyEndings: ['AAAA1'],
    unverifiedKeys: 0,
    createdAt: instant('2026-02-20T08:00:00.000Z'),
    ...rest,
  };
}

/** Our Partner ID is still to be attached at Microsoft to Contoso's subscription. */
export function aPartnerHandOff(facts: Of<'attach-partner-of-record'> = {}): HandOffOf<'attach-partner-of-record'> {
  const { id, partner, customer, owner, ownerName, createdAt } = aHandOff();
  const task = { what: 'attach-partner-of-record', subscriptions: [aSubscription().id], partnerId: '4711001', replaces: false } as const;
  return { partner, customer, owner, ownerName, createdAt, ...task, ...facts, id: facts.id === undefined ? id : HandOffId.parse(facts.id) };
}

/** A key as a person gives it; the same name is the same key. */
export function aKey(name: string, seats = 1): GivenKey {
  return { fingerprint: KeyFingerprint.parse(`fingerprint-${name}`), sealed: `sealed-${name}`, ending: name.toUpperCase().padStart(5, 'A').slice(-5), seats };
}

export function keysNamed(count: number, prefix = 'k'): readonly GivenKey[] {
  return Array.from({ length: count }, (_, index) => aKey(`${prefix}${String(index + 1)}`));
}

/** The same key as a bought one in stock: Small Business, one licence. */
export function inStock(key: GivenKey, facts: Partial<ProductKey> = {}): ProductKey {
  const { fingerprint, sealed, ending } = key;
  return { fingerprint, partner: cloudy, sealed, ending, plan: 'small-business', seats: 1, state: 'in-stock', origin: 'stock', ...facts };
}

export function usedOn(key: GivenKey, on: string, facts: Partial<ProductKey> = {}): ProductKey {
  const use = { commandId: CommandId.parse('earlier'), subscription: aSubscription().id, customer: contoso().id, by: petr().person, on: day(on) };
  return inStock(key, { state: 'used', use, ...facts });
}

/** Fabrikam, new, with Karel as its first admin. */
export function forNewCustomer(facts: Partial<Extract<Purpose, { kind: 'new-subscription' }>> = {}): Extract<Purpose, { kind: 'new-subscription' }> {
  return {
    kind: 'new-subscription',
    customer: fabrikam().id,
    country: 'SK',
    organisation: 'Fabrikam',
    domain: 'fabrikam.sk',
    admin: { id: 'fabrikam-admin', name: 'Alena Fabriková', email: 'alena@fabrikam.sk' },
    agreement: { kind: 'online-services-agreement' },
    agreementVersion: 'as of 2026-11-20',
    ...facts,
  };
}

export const forMoreUsers = (): Purpose => ({ kind: 'more-users', subscription: aSubscription().id });
export const forRenewal = (term = 'term'): Purpose => ({ kind: 'renewal', subscription: aSubscription().id, term: TermId.parse(term) });

/** Jana redeems Small Business keys for a new customer. */
export function redeem(facts: Partial<RedeemProductKeys> = {}, id = 'command'): RedeemProductKeys {
  return {
    type: 'redeem-product-keys',
    commandId: CommandId.parse(id),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    language: 'cs',
    keys: [aKey('k1')],
    plan: 'small-business',
    people: 1,
    purpose: forNewCustomer(),
    newIds: {
      subscription: SubscriptionId.parse(`${id}-subscription`),
      term: TermId.parse(`${id}-term`),
      handOff: HandOffId.parse(`${id}-hand-off`),
      agreement: `${id}-agreement`,
    },
    ...facts,
  };
}

/** An entitled partner, Jana, and as many keys from stock as the command has; nothing else in the book. */
export function aBook(facts: Partial<RedemptionState> = {}, keys: readonly GivenKey[] = [aKey('k1')]): RedemptionState {
  return { partner: aPartner(), user: jana(), keys: keys.map((key) => inStock(key)), customer: undefined, admin: undefined, subscription: undefined, ...facts };
}
