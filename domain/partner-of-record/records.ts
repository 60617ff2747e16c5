import { z } from 'zod';
import type { TenantId } from '../shared/ids.ts';

/** Microsoft Partner ID: digits. */
export const PartnerId = z.string().regex(/^\d{4,10}$/);

/** What is known of a company behind a Partner ID. `unknown`: somebody typed the ID, and nobody has said whose it is. */
export const PartnerIdKind = z.enum(['reseller', 'provider', 'advisor', 'unknown']);
export type PartnerIdKind = z.infer<typeof PartnerIdKind>;

/** A Partner ID in a partner's address book: imported from partners.csv, or typed once and unverified. */
export interface KnownPartner {
  readonly partner: TenantId;
  readonly partnerId: string;
  readonly name?: string;
  readonly kind: PartnerIdKind;
  readonly verified: boolean;
}

/** The record id of a known Partner ID. */
export function knownPartnerId(partner: TenantId, partnerId: string): string {
  return `${partner}|${partnerId}`;
}

/**
 * Who is partner of record of a subscription, as stored with it: `true` is us, `false` is nobody (one set up by keys begins so:
 * a new subscription needs a new attachment), digits are that Partner ID; absent is the customer's default.
 */
export type PartnerOfRecord = 'true' | 'false' | (string & {});
