import { z } from 'zod';
import { Day, Instant } from '../shared/dates.ts';
import type { PersonId, TenantId, TermId } from '../shared/ids.ts';
import { CommandId, CustomerId, HandOffId, SubscriptionId } from '../shared/ids.ts';
import { Wish } from './records.ts';

interface ByPartner {
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly by: PersonId;
  readonly byName: string;
}
/** One end of one term, as the card showed it: renewed or moved meanwhile, it is not that end any more. */
export interface OfEnd {
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly endsOn: Day;
}
/** What the card spoke of is so no more; told with how things stand. */
type NotSoAnyMore = { readonly kind: 'subscription-not-found' } | { readonly kind: 'end-changed' };

/** Puts an end off until a day, lets it end, or takes either back (mission, rows 13 and 14). Any of the partner's people with the right to see to renewals. */
export interface PlanRenewal extends ByPartner, OfEnd {
  readonly type: 'plan-renewal';
  readonly plan:
    | { readonly kind: 'snooze'; readonly until: Day }
    | { readonly kind: 'let-end'; readonly because: string }
    /** Neither snoozed nor let end any more. */
    | { readonly kind: 'go-on' };
}
export const RenewalPlanned = z.object({ kind: z.literal('renewal-planned'), subscription: SubscriptionId, customer: CustomerId, at: Instant });
export type RenewalPlanned = z.infer<typeof RenewalPlanned>;
export type PlanRenewalRefusal =
  | NotSoAnyMore
  | { readonly kind: 'person-lacks-right' }
  /** Not before tomorrow, and not after the data is gone. */
  | { readonly kind: 'until-wrong'; readonly from: Day; readonly upTo: Day };

/** What a customer's admin wants, told to the owner at the partner at once (mission, row 14). The last word counts. */
export interface WishRenewal extends OfEnd {
  readonly type: 'wish-renewal';
  readonly commandId: CommandId;
  readonly by: PersonId;
  readonly byName: string;
  readonly wish: Wish;
}
export const RenewalWished = z.object({ kind: z.literal('renewal-wished'), subscription: SubscriptionId, wish: Wish, at: Instant, isNew: z.boolean() });
export type RenewalWished = z.infer<typeof RenewalWished>;
export type WishRenewalRefusal = NotSoAnyMore | { readonly kind: 'not-an-admin'; readonly admins: readonly string[] } | { readonly kind: 'over-already' };

/** Records that an end was renewed at Microsoft without a key: by itself, in Partner Center, or by the customer. Never claims it: whoever clicks says so. */
export interface RecordRenewal extends ByPartner, OfEnd {
  readonly type: 'record-renewal';
  readonly nextTerm: TermId;
}
export const RenewalRecorded = z.object({
  kind: z.literal('renewal-recorded'),
  subscription: SubscriptionId,
  customer: CustomerId,
  endsOn: Day,
  at: Instant,
  by: z.string(),
});
export type RenewalRecorded = z.infer<typeof RenewalRecorded>;
export type RecordRenewalRefusal =
  | NotSoAnyMore
  | { readonly kind: 'person-lacks-right' }
  /** One bought with keys is renewed with keys. */
  | { readonly kind: 'renewed-with-keys' }
  /** Nor does a trial go on: it is bought. */
  | { readonly kind: 'trial-is-bought' }
  | { readonly kind: 'over-already' };

/** Moves the billing to Microsoft: the new term starts at once, so that the days left are lost (mission, row 14). In the book; at Microsoft it is a hand-off. */
export interface MoveToDirect extends ByPartner, OfEnd {
  readonly type: 'move-to-direct';
  readonly nextTerm: TermId;
  readonly handOff: HandOffId;
}
export const MovedToDirect = z.object({
  kind: z.literal('moved-to-direct'),
  commandId: CommandId,
  subscription: SubscriptionId,
  customer: CustomerId,
  customerName: z.string(),
  plan: z.string(),
  seats: z.number(),
  startsOn: Day,
  endsOn: Day,
  lostDays: z.number(),
  handOff: HandOffId,
  at: Instant,
  by: z.string(),
});
export type MovedToDirect = z.infer<typeof MovedToDirect>;
export type MoveToDirectRefusal =
  | NotSoAnyMore
  | { readonly kind: 'person-lacks-right' }
  | { readonly kind: 'direct-already' }
  /** Another term of it is not over: a subscription is billed in one way, so that one term cannot be moved alone. */
  | { readonly kind: 'one-of-several' }
  | { readonly kind: 'not-sold-that-way' }
  | { readonly kind: 'over-already' };

/** Turns the notices to customers on, after a preview of the next 14 days, or off (mission, row 15). Global admins only. */
export interface TurnCustomerNotices extends ByPartner {
  readonly type: 'turn-customer-notices';
  readonly on: boolean;
}
export const CustomerNoticesTurned = z.object({ kind: z.literal('customer-notices-turned'), on: z.boolean(), at: Instant });
export type CustomerNoticesTurned = z.infer<typeof CustomerNoticesTurned>;
export type TurnCustomerNoticesRefusal =
  | { readonly kind: 'not-global-admin' }
  | { readonly kind: 'company-not-in-book' }
  /** Nothing goes to a customer before a person has confirmed what they see of the company. */
  | { readonly kind: 'company-not-confirmed' };

/** The owner has written to a customer whom Teams does not reach. */
export interface MarkNoticeMailed extends ByPartner {
  readonly type: 'mark-notice-mailed';
  /** Record id of the notice. */
  readonly notice: string;
  readonly step: number;
}
export const NoticeMailed = z.object({ kind: z.literal('notice-mailed'), notice: z.string(), step: z.number(), at: Instant, by: z.string() });
export type NoticeMailed = z.infer<typeof NoticeMailed>;
export type MarkNoticeMailedRefusal = { readonly kind: 'notice-not-found' } | { readonly kind: 'person-lacks-right' };
