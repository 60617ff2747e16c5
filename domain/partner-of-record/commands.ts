import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { Eligibility } from '../company/eligibility.ts';
import { CommandId, CustomerId, HandOffId, SubscriptionId } from '../shared/ids.ts';
import { Instant } from '../shared/dates.ts';
import { PlanId } from '../shared/plans.ts';

/** Records one Partner ID as partner of record of one or more subscriptions of a customer (mission, row 6). Replacing is removing, then adding. */
export interface AttachPartnerOfRecord extends ByPartner {
  readonly type: 'attach-partner-of-record';
  readonly customer: CustomerId;
  readonly subscriptions: readonly SubscriptionId[];
  readonly partnerId: string;
  readonly handOff: HandOffId;
}
/** `before` is absent where nobody was; `true` is us. Only the subscriptions that changed. */
export const PartnerOfRecordAttached = z.object({
  kind: z.literal('partner-of-record-attached'),
  commandId: CommandId,
  customer: CustomerId,
  customerName: z.string(),
  subscriptions: z.array(z.object({ subscription: SubscriptionId, plan: PlanId, before: z.string().optional() })),
  partnerId: z.string(),
  name: z.string().optional(),
  isUs: z.boolean(),
  verified: z.boolean(),
  handOff: HandOffId,
  at: Instant,
  by: z.string(),
});
export type PartnerOfRecordAttached = z.infer<typeof PartnerOfRecordAttached>;
export type AttachPartnerOfRecordRefusal =
  | { readonly kind: 'not-eligible'; readonly eligibility: Exclude<Eligibility, { readonly kind: 'eligible' }> }
  | { readonly kind: 'customer-not-found' }
  | { readonly kind: 'subscription-not-found' }
  | { readonly kind: 'no-subscriptions' }
  | { readonly kind: 'not-a-partner-id' }
  /** On an indirect sale the reseller's ID, never the provider's. */
  | { readonly kind: 'provider-on-indirect-sale'; readonly name: string }
  | { readonly kind: 'attached-already' };
