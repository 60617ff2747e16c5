import type { Partner } from '../../domain/company/records.ts';
import type { Customer, CustomerUser, Subscription } from '../../domain/customers/records.ts';
import type { DelegationTerms, Relationship } from '../../domain/delegated-admin/records.ts';
import type { RoleSlug } from '../../domain/delegated-admin/roles.ts';
import { delegationRoles } from '../../domain/delegated-admin/roles.ts';
import type { AnswerOfferState } from '../../domain/offers/answer-offer.ts';
import type { AcceptanceIds, AnswerOffer, SendOffer } from '../../domain/offers/commands.ts';
import type { Answerer, Offer, OfferAnswer, OfferContent, PurchaseLine } from '../../domain/offers/records.ts';
import { offerAnswerId } from '../../domain/offers/records.ts';
import { summaryIdOf } from '../../domain/offers/summary-id.ts';
import { addDays, termEnd } from '../../domain/shared/dates.ts';
import {
  CommandId,
  HandOffId,
  ObjectId,
  OfferCode,
  OfferId,
  RelationshipId,
  SubscriptionId,
  TenantId,
  TermId,
  personId,
  tenantOf,
} from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import { offerIdOf } from '../../domain/shared/record-ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, instant, jana, petr } from './builders.ts';

/** Offers, their customers and their answers. Each function makes a new value. */

export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
export const fabrikamTenant = TenantId.parse('33333333-3333-4333-8333-333333333333');

/** Person `n` of a directory. */
export function personAt(tenant: TenantId, n = 1): PersonId {
  return personId(tenant, ObjectId.parse(`cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`));
}

/** The partner of `aPartner`, whose company information a person has confirmed, so that something may go to customers. */
export function aSeller(facts: Parameters<typeof aPartner>[0] = {}): Partner {
  return aPartner({
    phone: '+420 222 333 444',
    email: 'obchod@cloudy.cz',
    address: 'Dlouhá 1, Praha',
    confirmedOn: day('2026-02-01'),
    partnerId: '1234567',
    ...facts,
  });
}

/** Contoso, whose directory the book knows. */
export const contosoInTeams = (facts: Partial<Customer> = {}): Customer => contoso({ tenant: contosoTenant, ...facts });

/** The admin of Contoso, known by object id. */
export const karelInTeams = (facts: Partial<CustomerUser> = {}): CustomerUser =>
  aCustomerUser(1, 'Karel Contoso', { isAdmin: true, upn: 'karel@contoso.cz', ...facts });
/** Of Contoso, and no admin. */
export const lenka = (): CustomerUser => aCustomerUser(2, 'Lenka Contosová', { isAdmin: false });

export function aCustomerUser(n: number, name: string, facts: Partial<CustomerUser> = {}): CustomerUser {
  const objectId = personAt(contosoTenant, n).slice(-36);
  return { customer: contoso().id, partner: cloudy, name, upn: `user${String(n)}@contoso.cz`, objectId, isAdmin: true, ...facts };
}

/** A code that everybody may know: of tests. */
export const aCode = (name = 'code'): OfferCode => OfferCode.parse(name.padEnd(22, '-'));

export const roleIds = (...slugs: readonly RoleSlug[]) => delegationRoles.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);

export const classic: DelegationTerms = { form: 'classic' };
export function gdap(facts: Partial<Extract<DelegationTerms, { form: 'gdap' }>> = {}): DelegationTerms {
  return { form: 'gdap', name: 'Cloudy pro Contoso', roles: roleIds('helpdesk-administrator'), days: 365, autoExtends: false, ...facts };
}

export const aLine = (facts: Partial<PurchaseLine> = {}): PurchaseLine => ({ plan: 'business-standard', seats: 5, term: 'P1Y', billing: 'yearly', ...facts });

/** A trial of Business Standard for whoever has the link, sent by Jana on 2026-02-20 and valid until the end of March. */
export function anOffer(facts: Partial<Omit<Offer, 'id'>> & { readonly id?: string } = {}): Offer {
  const { id = 'offer', ...rest } = facts;
  const content: OfferContent = rest.content ?? { kind: 'trial', plan: 'business-standard' };
  return {
    id: OfferId.parse(id),
    partner: cloudy,
    summaryId: summaryIdOf(content.kind, '7f'),
    sealedCode: 'sealed',
    message: 'Dobrý den, posíláme nabídku.',
    language: 'cs',
    country: 'CZ',
    validUntil: day('2026-03-31'),
    sentAt: instant('2026-02-20T08:00:00.000Z'),
    sentBy: jana().person,
    sentByName: jana().name,
    ...rest,
    content,
  };
}

/** The same, named where the kind matters. */
export const aTrial = (facts: Parameters<typeof anOffer>[0] = {}): Offer => anOffer(facts);

/** Five licences of Business Standard for a year. */
export function aPurchase(
  facts: Parameters<typeof anOffer>[0] & { readonly lines?: readonly PurchaseLine[]; readonly delegation?: DelegationTerms } = {},
): Offer {
  const { lines = [aLine()], delegation, ...rest } = facts;
  return anOffer({ content: { kind: 'purchase', lines, ...(delegation === undefined ? {} : { delegation }) }, ...rest });
}

/** Delegated administration in today's form for Contoso. */
export function aDelegationOffer(facts: Parameters<typeof anOffer>[0] & { readonly delegation?: DelegationTerms } = {}): Offer {
  const { delegation = gdap(), ...rest } = facts;
  return anOffer({ content: { kind: 'delegated-admin', delegation }, customer: contoso().id, ...rest });
}

/** The same offer under the id of this code, with the code sealed: what a link opens. */
export function withCode(offer: Offer, secrets: Secrets, code: OfferCode = aCode()): Offer {
  const id = offerIdOf(secrets, code);
  return { ...offer, id, sealedCode: secrets.seal(code, id), summaryId: summaryIdOf(offer.content.kind, secrets.deriveId('summary', id)) };
}

export const offerRecord = (value: Offer): Put => ({ kind: 'offer', id: value.id, value });
export const answerRecord = (value: OfferAnswer): Put => ({ kind: 'offer-answer', id: offerAnswerId(value.offer, value.customer), value });

/** Somebody signed in. */
export function signedIn(person: PersonId, facts: Partial<Extract<Answerer, { kind: 'signed-in' }>> = {}): Extract<Answerer, { kind: 'signed-in' }> {
  return { kind: 'signed-in', person, name: 'Karel Contoso', via: 'teams', ...facts };
}
export const karelSignedIn = (): Answerer => signedIn(personAt(contosoTenant, 1), { upn: 'karel@contoso.cz' });
export const aVisitor = (facts: Partial<Extract<Answerer, { kind: 'visitor' }>> = {}): Answerer => ({
  kind: 'visitor',
  name: 'Vít Host',
  email: 'vit@contoso.cz',
  ...facts,
});

/** Ids of an acceptance as text: as many as an offer may have lines. */
export function newIds(name = 'new', lines = 3): AcceptanceIds {
  return {
    subscriptions: Array.from({ length: lines }, (_, line) => ({
      subscription: SubscriptionId.parse(`${name}-subscription-${String(line)}`),
      term: TermId.parse(`${name}-term-${String(line)}`),
      agreement: `${name}-agreement-${String(line)}`,
    })),
    relationship: RelationshipId.parse(`${name}-relationship`),
    setUp: HandOffId.parse(`${name}-set-up`),
    delegation: HandOffId.parse(`${name}-delegation`),
    adminUser: `${name}-admin-user`,
  };
}

/** Karel accepts for Contoso, with everything that is offered. */
export function answers(facts: Partial<AnswerOffer> = {}, id = 'answer'): AnswerOffer {
  return {
    type: 'answer-offer',
    commandId: CommandId.parse(id),
    offer: anOffer().id,
    by: karelSignedIn(),
    isDirectoryAdmin: false,
    organisation: { customer: contoso().id, name: 'Contoso', domain: 'contoso.cz' },
    answer: { kind: 'accept', withDelegation: true },
    language: 'cs',
    newIds: newIds('new', 1),
    ...facts,
  };
}

/** An open trial of a confirmed partner; Contoso with Karel as its admin; nothing answered yet. */
export function anAnswering(facts: Partial<AnswerOfferState> = {}): AnswerOfferState {
  return {
    offer: anOffer(),
    partner: aSeller(),
    customer: contosoInTeams(),
    users: [karelInTeams(), lenka()],
    adminUser: undefined,
    tenantIsAnothers: false,
    answer: undefined,
    subscriptions: [],
    waiting: { all: 0, today: 0, visitors: 0 },
    reachable: [jana().person],
    queued: [],
    ...facts,
  };
}

/** Contoso's answer to the offer. */
export function anAnswer(facts: Partial<OfferAnswer> = {}): OfferAnswer {
  return {
    offer: anOffer().id,
    partner: cloudy,
    customer: contoso().id,
    state: 'accepted',
    organisation: { name: 'Contoso', domain: 'contoso.cz' },
    by: karelSignedIn(),
    at: instant('2026-02-25T09:00:00.000Z'),
    language: 'cs',
    lines: [{ plan: 'business-standard', seats: 25 }],
    delegation: 'not-offered',
    subscriptions: [],
    ...facts,
  };
}

/** A year of GDAP that Contoso granted on 2026-02-01. */
export function aRelationship(facts: Partial<Omit<Relationship, 'id'>> & { readonly id?: string } = {}): Relationship {
  const { id = 'relationship', ...rest } = facts;
  return {
    id: RelationshipId.parse(id),
    partner: cloudy,
    customer: contoso().id,
    offer: anOffer().id,
    terms: gdap(),
    startsOn: day('2026-02-01'),
    endsOn: addDays(day('2026-02-01'), 364),
    ...rest,
  };
}

/** A trial subscription that Contoso has had. */
export function aTriedSubscription(facts: Partial<Omit<Subscription, 'id'>> = {}): Subscription {
  const term = aTerm('2025-06-01', { length: 'P1M', seats: 25, endsOn: termEnd(day('2025-06-01'), 'P1M') });
  return aSubscription({ id: 'tried', plan: 'business-standard', channel: 'trial', terms: [term], ...facts });
}

/** Where the assistant can write to a person. */
export function addressRecord(person: PersonId): Put {
  const address = {
    channel: 'msteams',
    conversation: `chat-${person}`,
    scope: 'personal',
    serviceUrl: 'http://127.0.0.1:1/_connector',
    bot: { id: '28:bot-1', name: 'Assistant' },
    user: { id: person, name: person },
    tenant: tenantOf(person),
  } as const;
  return { kind: 'address', id: person, value: { person, address, welcomed: true, refreshedOn: day('2026-02-01') } };
}

export const customerRecord = (value: Customer): Put => ({ kind: 'customer', id: value.id, value });
export const customerUserRecord = (value: CustomerUser): Put => ({ kind: 'customer-user', id: `user-${value.customer}-${value.upn}`, value });

/** Petr, with every right, sends a trial invitation to Contoso. */
export function sends(facts: Partial<SendOffer> = {}, id = 'send'): SendOffer {
  const { content = { kind: 'trial', plan: 'business-standard' } as const } = facts;
  return {
    type: 'send-offer',
    commandId: CommandId.parse(id),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    id: OfferId.parse('offer'),
    code: aCode(),
    sealedCode: 'sealed',
    summaryId: summaryIdOf(content.kind, '7f'),
    customer: contoso().id,
    message: 'Dobrý den, posíláme nabídku.',
    language: 'cs',
    country: 'CZ',
    validUntil: day('2026-03-31'),
    ...facts,
    content,
  };
}

/** What the partner's person does with an offer. */
export function byPetr(id = 'petr') {
  return { commandId: CommandId.parse(id), partner: cloudy, by: petr().person, byName: petr().name, offer: anOffer().id };
}
