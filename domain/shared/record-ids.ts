import type { PersonId, TenantId } from './ids.ts';
import { CustomerId, OfferId, SubscriptionId } from './ids.ts';
import type { OfferCode } from './ids.ts';
import type { Secrets } from './ports.ts';

type Derives = Pick<Secrets, 'deriveId'>;

/** The id of a partner's customer with this domain: the same from the chat, from a file and after a restart. */
export function customerIdOf(secrets: Derives, partner: TenantId, domain: string): CustomerId {
  return CustomerId.parse(secrets.deriveId('customer', partner, domain.toLowerCase()));
}

/** The id of a customer's person with this sign-in name. */
export function customerUserIdOf(secrets: Derives, customer: CustomerId, upn: string): string {
  return secrets.deriveId('customer-user', customer, upn.toLowerCase());
}

/** The id of a subscription that came from a file, where it stands under `reference`. Two partners may both have that reference. */
export function subscriptionIdOf(secrets: Derives, partner: TenantId, reference: string): SubscriptionId {
  return SubscriptionId.parse(secrets.deriveId('subscription', partner, reference));
}

/** The id of the offer that a code opens. */
export function offerIdOf(secrets: Derives, code: OfferCode): OfferId {
  return OfferId.parse(secrets.deriveId('offer', code));
}

/** Under which id a person's progress in one conversation is kept. */
export function progressIdOf(person: PersonId, conversation: string): string {
  return `${person}|${conversation}`;
}
