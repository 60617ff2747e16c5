import type { LifecycleDates, LifecyclePolicy } from '../domain/renewals/lifecycle.ts';
import type { Delivery, NoticeSide, RenewalPlan } from '../domain/renewals/records.ts';
import type { Stage } from '../domain/renewals/terms.ts';
import type { Day, Instant } from '../domain/shared/dates.ts';
import type { CustomerId, SubscriptionId, TermId } from '../domain/shared/ids.ts';
import type { Channel, PlanId } from '../domain/shared/plans.ts';

/** One end of one subscription as it stands in the book: what every card, page and list of renewals is drawn from, for either side. */
export interface RenewalFacts {
  readonly subscription: SubscriptionId;
  readonly plan: PlanId;
  readonly channel: Channel;
  readonly customer: { readonly id: CustomerId; readonly name: string; readonly domain: string };
  readonly term: TermId;
  readonly seats: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Negative after the end. */
  readonly daysLeft: number;
  readonly stage: Stage;
  /** What happens, and when, if nobody acts. */
  readonly dates: LifecycleDates;
  readonly policy: LifecyclePolicy;
  readonly autoRenews: boolean;
  readonly isTrial: boolean;
  /** A purchase offer to this customer waits for an answer. */
  readonly hasOpenOffer: boolean;
  /** A trial whose customer has accepted a purchase offer since it began. */
  readonly isBought?: boolean;
  readonly cancelled?: { readonly at: Instant; readonly name: string };
  readonly suspended?: { readonly since: Day };
  /** This term renewed another one: on which day that came into the book, and who brought it. */
  readonly follows?: { readonly on?: Day; readonly by?: string };
  /** A term follows this one: through when, for how many, on which day that came into the book, and who brought it. */
  readonly renewed?: { readonly endsOn: Day; readonly seats: number; readonly on?: Day; readonly by?: string };
  /** The day of its first notice has come. */
  readonly hasBegun: boolean;
  /** The partner gets notices of it: it sold it, or has benefits as its partner of record. */
  readonly isTold: boolean;
  /** The partner's notices of it had begun before it came into the book, or before sending began: nobody was told of this step. */
  readonly isRunning: boolean;
  /** What people have decided about this end. */
  readonly decided?: RenewalPlan;
  /** Our own Partner ID, somebody else's, or nobody's. */
  readonly partnerOfRecord: 'own' | 'other' | 'none';
  /** What was told, newest first. */
  readonly deliveries: readonly RenewalDelivery[];
}

/** One step that was told to one person. */
export interface RenewalDelivery {
  readonly side: NoticeSide;
  /** Who was told, or is asked to write; absent when the book does not know them any more. */
  readonly name?: string;
  readonly step: number;
  readonly delivery: Delivery;
  readonly reason?: string;
  readonly at: Instant;
  readonly mailed?: { readonly at: Instant; readonly by: string };
}
