import { z } from 'zod';

const guid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const token = z.string().min(1).max(200);

/** Directory id of an organisation (Entra tenant). Lower case. */
export const TenantId = guid.brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

/**
 * The one directory of all personal Microsoft accounts: whoever has such an account is in it, so that it shows no organisation.
 *
 * Rule: Microsoft identity platform, "Access tokens", claim `tid`.
 */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Can a directory show to which organisation somebody belongs? */
export function isOrganisation(tenant: TenantId): boolean {
  return tenant !== personalAccounts;
}

/** Directory object id of a person. Lower case; unique within its tenant. */
export const ObjectId = guid.brand<'ObjectId'>();
export type ObjectId = z.infer<typeof ObjectId>;

/** One person anywhere: `tenantId/objectId`. The key of everything kept about a person. */
export const PersonId = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Names one intention of a person; minted when it begins, repeated by every retry of it. */
export const CommandId = token.brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

export const CustomerId = token.brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

export const SubscriptionId = token.brand<'SubscriptionId'>();
export type SubscriptionId = z.infer<typeof SubscriptionId>;

/** One bought period of a subscription's licences; a renewal or added licences make a new one. */
export const TermId = token.brand<'TermId'>();
export type TermId = z.infer<typeof TermId>;

export const HandOffId = token.brand<'HandOffId'>();
export type HandOffId = z.infer<typeof HandOffId>;

/** One purchase offer, trial invitation or delegated admin offer, as it was sent. Derived from its code, so that the code finds it. */
export const OfferId = token.brand<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;

/** What opens an offer: 128 random bits in base64url. Whoever has it may read the offer; it is sealed wherever it rests. */
export const OfferCode = z
  .string()
  .regex(/^[\w-]{22}$/)
  .brand<'OfferCode'>();
export type OfferCode = z.infer<typeof OfferCode>;

/** One delegated administration that a customer granted. */
export const RelationshipId = token.brand<'RelationshipId'>();
export type RelationshipId = z.infer<typeof RelationshipId>;

/** One service request of a customer. */
export const ServiceRequestId = token.brand<'ServiceRequestId'>();
export type ServiceRequestId = z.infer<typeof ServiceRequestId>;

/** Keyed digest of a product key: equal keys, equal fingerprints; the key cannot be read from it. */
export const KeyFingerprint = token.brand<'KeyFingerprint'>();
export type KeyFingerprint = z.infer<typeof KeyFingerprint>;

export function personId(tenant: TenantId, objectId: ObjectId): PersonId {
  return PersonId.parse(`${tenant}/${objectId}`);
}

export function tenantOf(person: PersonId): TenantId {
  return TenantId.parse(person.slice(0, 36));
}

export function objectIdOf(person: PersonId): ObjectId {
  return ObjectId.parse(person.slice(37));
}

/** Is this somebody whom the channel named without a directory id (a guest of a meeting, a connector)? All of them share the nil id: nobody's data is theirs. */
export function isNameless(person: PersonId): boolean {
  return person.endsWith('/00000000-0000-0000-0000-000000000000');
}
