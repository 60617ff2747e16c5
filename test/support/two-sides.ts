import { relationshipNameId } from '../../domain/delegated-admin/records.ts';
import { adminRequestId, answerCardId, offerAnswerId, offerCardId } from '../../domain/offers/records.ts';
import { knownPartnerId } from '../../domain/partner-of-record/records.ts';
import { digestId, noticePlaceId, renewalPlanId } from '../../domain/renewals/records.ts';
import {
  CommandId,
  HandOffId,
  KeyFingerprint,
  ObjectId,
  OfferId,
  RelationshipId,
  ServiceRequestId,
  SubscriptionId,
  TenantId,
  TermId,
  personId,
} from '../../domain/shared/ids.ts';
import type { CustomerId, PersonId } from '../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import type { Kind, Put, PutOf } from '../../domain/shared/store.port.ts';
import { aHandOff, aSubscription, aTerm, contoso, day, instant, petr } from './builders.ts';
import { testSecrets } from './chat.ts';
import { aCode, aDelegationOffer, aRelationship, aSeller, anAnswer, gdap, roleIds } from './offers.ts';

/** One record of each kind: a new kind of record does not compile until it has one here. */
type OneOfEach = { readonly [K in Kind]: PutOf<K> };
type Ids = ReturnType<typeof idsOf>;

/** A partner with one customer, and one record of every kind about them. Everything in it carries its mark. */
export interface Side extends Ids {
  readonly records: readonly Put[];
  /** What may be seen, and written, nowhere but here. */
  readonly marks: readonly string[];
}

/** @param number one digit, so that no two sides share a person or a directory. */
export function aSide(mark: string, partner: TenantId, number: number): Side {
  const ids = idsOf(mark, partner, String(number));
  const each: OneOfEach = { ...companyRecords(ids), ...customerRecords(ids), ...offerRecords(ids), ...renewalRecords(ids), ...personalRecords(ids) };
  return {
    ...ids,
    records: [...Object.values(each), answerNews(ids), openChange(ids), openUser(ids)],
    marks: [mark, ids.customer, ids.user, ids.ending.toLowerCase()],
  };
}

/** Without the company itself: for a second customer of a partner who is in the book already. */
export function customerPart({ records }: Side): readonly Put[] {
  return records.filter(({ kind }) => kind !== 'partner' && kind !== 'partner-user');
}

function idsOf(mark: string, partner: TenantId, digit: string) {
  const tenant = TenantId.parse(`${digit.repeat(8)}-0000-4000-8000-000000000000`);
  const domain = `${mark}.cz`;
  const customer: CustomerId = customerIdOf(testSecrets, partner, domain);
  const boss: PersonId = personId(partner, ObjectId.parse(`aaaaaaaa-0000-4000-8000-00000000000${digit}`));
  return {
    mark,
    partner,
    /** Global admin with every right. */
    boss,
    /** Of the same company; has asked for a right. */
    clerk: personId(partner, ObjectId.parse(`cccccccc-0000-4000-8000-00000000000${digit}`)),
    /** The customer's directory, and its admin. */
    tenant,
    admin: personId(tenant, ObjectId.parse(`bbbbbbbb-0000-4000-8000-00000000000${digit}`)),
    customer,
    domain,
    user: customerUserIdOf(testSecrets, customer, `admin@${domain}`),
    subscription: SubscriptionId.parse(`${mark}-subscription`),
    /** Of its one term. */
    term: TermId.parse(`${mark}-term`),
    endsOn: aTerm('2025-03-11').endsOn,
    digest: digestId({ person: personId(partner, ObjectId.parse(`aaaaaaaa-0000-4000-8000-00000000000${digit}`)), partner, day: aTerm('2025-03-11').endsOn }),
    /** Asks the boss to write to the customer. */
    notice: `${mark}-notice`,
    ownSubscription: SubscriptionId.parse(`${mark}-own-subscription`),
    handOff: HandOffId.parse(`${mark}-hand-off`),
    /** Of licences: five now, four before. */
    change: HandOffId.parse(`${mark}-change`),
    offer: OfferId.parse(`${mark}-offer`),
    relationship: RelationshipId.parse(`${mark}-relationship`),
    request: ServiceRequestId.parse(`${mark}-request`),
    fingerprint: KeyFingerprint.parse(`${mark}-fingerprint`),
    run: CommandId.parse(`${mark}-run`),
    /** Last characters of its product key. */
    ending: `Q${digit}X${digit}Z`,
    at: instant('2026-02-20T08:00:00.000Z'),
  };
}

function companyRecords({ mark, partner, boss, clerk, fingerprint, ending, tenant, ownSubscription, at }: Ids) {
  const user = { ...petr(), person: boss, tenant: partner, name: `Boss of ${mark}`, email: `boss@${mark}.cz` };
  const key = { fingerprint, partner, sealed: `sealed-${mark}`, ending, plan: 'business-basic', seats: 1, state: 'in-stock', origin: 'stock' } as const;
  return {
    partner: { kind: 'partner', id: partner, value: aSeller({ tenant: partner, name: `Company of ${mark}` }) },
    'partner-user': { kind: 'partner-user', id: boss, value: user },
    'product-key': { kind: 'product-key', id: fingerprint, value: key },
    'own-subscription': {
      kind: 'own-subscription',
      id: ownSubscription,
      value: {
        id: ownSubscription,
        partner,
        plan: 'business-basic',
        channel: 'csp',
        autoRenews: false,
        terms: [aTerm('2025-03-11')],
        createdOn: day('2025-03-11'),
      },
    },
    'known-partner': {
      kind: 'known-partner',
      id: knownPartnerId(partner, tenant.slice(0, 6)),
      value: { partner, partnerId: tenant.slice(0, 6), name: `Colleague of ${mark}`, kind: 'reseller', verified: true },
    },
    'right-request': { kind: 'right-request', id: clerk, value: { partner, person: clerk, name: `Clerk of ${mark}`, task: 'product-keys', needed: 'limited' } },
    outbox: {
      kind: 'outbox',
      id: `${mark}-outbox`,
      value: { partner, recipient: boss, topic: 'hand-off', facts: { about: mark }, dueAt: at, tries: 0 },
    },
  } as const;
}

function customerRecords({ mark, partner, boss, tenant, admin, customer, domain, user, subscription, term, handOff, request, at }: Ids) {
  const what = { partner, customer, subscription };
  const open = { status: 'open' } as const;
  const name = `Customer ${mark}`;
  // Renewed once already.
  const terms = [aTerm('2024-03-11', { id: `${mark}-first-term`, renewedBy: term }), aTerm('2025-03-11', { id: term })];
  const items = { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': open, 'delegated-admin': open };
  return {
    customer: {
      kind: 'customer',
      id: customer,
      value: contoso({ id: customer, partner, name, domain, tenant, owner: boss, contact: { name: `Contact of ${mark}`, email: `contact@${domain}` } }),
    },
    'customer-user': {
      kind: 'customer-user',
      id: user,
      value: { customer, partner, name: `Admin of ${mark}`, upn: `admin@${domain}`, objectId: admin.slice(37), isAdmin: true, licensedIn: subscription },
    },
    subscription: { kind: 'subscription', id: subscription, value: aSubscription({ id: subscription, partner, customer, terms }) },
    checklist: { kind: 'checklist', id: subscription, value: { ...what, items } },
    'hand-off': {
      kind: 'hand-off',
      id: handOff,
      value: aHandOff({ id: handOff, ...what, owner: boss, ownerName: `Boss of ${mark}`, createdAt: at }),
    },
    agreement: {
      kind: 'agreement',
      id: `${mark}-agreement`,
      value: { ...what, agreement: { kind: 'online-services-agreement' }, by: boss, byName: `Boss of ${mark}`, at, language: 'en', version: 'x' },
    },
    'service-request': {
      kind: 'service-request',
      id: request,
      value: {
        ...what,
        id: request,
        title: `Request of ${mark}`,
        description: `Described by ${mark}`,
        severity: 'moderate',
        recipient: 'partner',
        state: 'open',
        notes: [],
        createdBy: boss,
        createdByName: `Boss of ${mark}`,
        createdAt: at,
      },
    },
    history: { kind: 'history', id: `${mark}-history`, value: { customer, partner, at, by: `Boss of ${mark}`, what: 'customer-edited' } },
  } as const;
}

function offerRecords({ mark, partner, boss, admin, customer, domain, offer, relationship, at }: Ids) {
  const delegation = gdap({ name: `Name of ${mark}`, roles: roleIds('global-administrator') });
  const sent = aDelegationOffer({ id: offer, partner, customer, delegation, sentBy: boss, sentByName: `Boss of ${mark}`, message: `Message of ${mark}` });
  const visitor = { kind: 'visitor', name: `Visitor of ${mark}`, email: `visitor@${domain}` } as const;
  const organisation = { name: `Customer ${mark}`, domain };
  return {
    offer: { kind: 'offer', id: offer, value: { ...sent, summaryId: `D-${mark}`, sealedCode: testSecrets.seal(aCode(mark), offer) } },
    'offer-answer': {
      kind: 'offer-answer',
      id: offerAnswerId(offer, customer),
      value: anAnswer({ offer, partner, customer, state: 'declared', organisation, by: visitor }),
    },
    'offer-card': { kind: 'offer-card', id: offerCardId(offer, admin), value: { offer, partner, person: admin, language: 'en', shown: [`${mark}-place`], at } },
    'admin-request': {
      kind: 'admin-request',
      id: adminRequestId(customer, admin),
      value: { customer, partner, person: admin, name: `Asker of ${mark}`, offer, at },
    },
    relationship: {
      kind: 'relationship',
      id: relationship,
      value: aRelationship({ id: relationship, partner, customer, offer, terms: delegation, endsOn: day('2027-01-31') }),
    },
    'relationship-name': { kind: 'relationship-name', id: relationshipNameId(partner, `name of ${mark}`), value: { partner, name: `Name of ${mark}`, offer } },
  } as const;
}

function renewalRecords({ mark, partner, boss, admin, customer, subscription, term, endsOn, digest, notice, at }: Ids) {
  const name = `Admin of ${mark}`;
  const mailed = { step: 7, at, delivery: 'sent' } as const;
  return {
    notice: {
      kind: 'notice',
      id: notice,
      value: {
        ...{ partner, customer, recipient: boss, endsOn },
        side: 'mail',
        ending: { kind: 'term', subscription, term },
        waiting: { step: 1, since: at },
        told: [mailed],
      },
    },
    news: {
      kind: 'news',
      id: `${mark}-news`,
      value: { partner, customer, recipient: boss, about: { what: 'seats', subscription }, before: '5', after: '4', at, by: name },
    },
    digest: { kind: 'digest', id: digest, value: { partner, person: boss, side: 'partner', day: endsOn, entries: [], more: 0 } },
    'renewal-plan': {
      kind: 'renewal-plan',
      id: renewalPlanId(term, endsOn),
      value: {
        ...{ partner, customer, subscription, term, endsOn },
        wish: { wish: 'renew', at, person: admin, name },
        snoozed: { until: day('2026-03-05'), at, person: boss, name: `Boss of ${mark}` },
      },
    },
    'notice-run': { kind: 'notice-run', id: partner, value: { partner, since: day('2026-02-01'), through: day('2026-02-20') } },
    'notice-place': {
      kind: 'notice-place',
      id: noticePlaceId(boss, `${mark}-place`),
      value: {
        ...{ partner, person: boss, activityId: `${mark}-place`, at },
        shows: { kind: 'renewal', subscription, term, endsOn },
        subscriptions: [subscription],
      },
    },
  } as const;
}

/** The second kind of an offer's card: it tells who sent it of the customer's answer. */
function answerNews({ mark, partner, boss, customer, offer, at }: Ids): Put {
  const value = { offer, partner, person: boss, language: 'en', shown: [`${mark}-news`], answerOf: customer, at } as const;
  return { kind: 'offer-card', id: answerCardId(offer, boss, customer), value };
}

/** A second kind of hand-off: a change that can still be taken back. */
function openChange({ partner, boss, customer, subscription, term, change, mark, at }: Ids): Put {
  const base = { id: change, partner, customer, owner: boss, ownerName: `Boss of ${mark}`, createdAt: at };
  return { kind: 'hand-off', id: change, value: { ...base, what: 'change-subscription', subscription, change: 'seats', term, before: '4', after: '5' } };
}

/** A third kind: what is left to be done at Microsoft for a person of the customer. */
function openUser({ partner, boss, customer, user, mark, at }: Ids): Put {
  const id = HandOffId.parse(`${mark}-left`);
  const base = { id, partner, customer, owner: boss, ownerName: `Boss of ${mark}`, createdAt: at };
  const turned = { isNew: true, before: { isAdmin: false }, after: { isAdmin: true, plan: 'business-standard' } } as const;
  return { kind: 'hand-off', id, value: { ...base, what: 'customer-user', user, userName: `Left of ${mark}`, upn: `left@${mark}.cz`, ...turned } };
}

function personalRecords({ mark, partner, boss, run, at }: Ids) {
  const address = {
    channel: 'msteams',
    conversation: `chat of ${mark}`,
    scope: 'personal',
    serviceUrl: 'http://127.0.0.1:1/',
    bot: { id: '28:bot', name: 'Partner Assistant' },
    user: { id: `29:${boss}`, name: `Boss of ${mark}` },
    tenant: partner,
  } as const;
  return {
    preference: { kind: 'preference', id: boss, value: { person: boss, language: 'en' } },
    address: { kind: 'address', id: boss, value: { person: boss, address, welcomed: true, refreshedOn: day('2026-02-20') } },
    progress: {
      kind: 'progress',
      id: `${boss}|chat of ${mark}`,
      value: { flow: 'redeem-product-keys', flowVersion: 1, commandId: run, step: 'keys', sealedAnswers: `sealed-${mark}`, savedAt: at },
    },
  } as const;
}
