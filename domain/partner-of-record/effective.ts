import type { Partner } from '../company/records.ts';
import type { Customer, Subscription } from '../customers/records.ts';
import type { PartnerOfRecord } from './records.ts';

/** Who is partner of record, as the partner whose book it is sees it. */
export type AttachedPartner = { readonly kind: 'us' } | { readonly kind: 'nobody' } | { readonly kind: 'other'; readonly partnerId: string };

/** The partner of record of a subscription as stored: its own value, else the customer's default; `false` is nobody. */
export function partnerOfRecordOf(subscription: Pick<Subscription, 'partnerOfRecord'>, customer: Pick<Customer, 'partnerOfRecord'>): PartnerOfRecord {
  return subscription.partnerOfRecord ?? customer.partnerOfRecord ?? 'false';
}

/** The same, told apart: our own Partner ID is us, however it came into the book. */
export function attachedPartner(stored: PartnerOfRecord, partner: Pick<Partner, 'partnerId'> | undefined): AttachedPartner {
  if (stored === 'false') return { kind: 'nobody' };
  return stored === 'true' || stored === partner?.partnerId ? { kind: 'us' } : { kind: 'other', partnerId: stored };
}
