import type { Day } from '../domain/shared/dates.ts';
import type { CustomerId, SubscriptionId } from '../domain/shared/ids.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { ToldNews } from './news-words.ts';
import type { RenewalFacts } from './renewal-view.ts';

/** One thing that a digest tells, as it stands in the book when the card is drawn. */
export type DigestRow =
  /** `endsOn`: as it was when the digest went out. */
  { readonly kind: 'end'; readonly renewal: RenewalFacts; readonly endsOn: Day } | DelegationRow | MailRow | NewsRow;

export interface DelegationRow {
  readonly kind: 'delegation';
  readonly customer: { readonly id: CustomerId; readonly name: string };
  readonly endsOn: Day;
  readonly daysLeft: number;
  /** `goes-on`: it extends itself now, or another one runs longer. */
  readonly now: { readonly kind: 'ends' | 'goes-on' } | { readonly kind: 'over'; readonly on: Day };
}

/** A customer whom Teams does not reach, for the owner to write to. */
export interface MailRow {
  readonly kind: 'mail';
  readonly renewal: RenewalFacts;
  readonly endsOn: Day;
  readonly notice: string;
  readonly mailed?: RenewalFacts['deliveries'][number]['mailed'];
}

export interface NewsRow {
  readonly kind: 'news';
  readonly customer: { readonly id: CustomerId; readonly name: string };
  readonly subscription?: { readonly id: SubscriptionId; readonly plan: PlanId };
  readonly news: ToldNews;
}

export interface DigestView {
  readonly id: string;
  readonly day: Day;
  /** How much there is of each, on all pages. */
  readonly counts: { readonly ends: number; readonly changes: number; readonly toWrite: number };
  /** The rows that this card shows, each kind in order of urgency. */
  readonly rows: readonly DigestRow[];
  /** Absent on the first card, which shows the most urgent only. */
  readonly page?: { readonly from: number; readonly size: number };
  /** How many more there were than the digest keeps. */
  readonly more: number;
  readonly keys: readonly { readonly plan: PlanId; readonly renewals: number; readonly keys: number }[];
  /** Ends of this person's customers whose notices had begun before they came into the book. */
  readonly running: readonly { readonly customer: string; readonly plan: PlanId; readonly seats: number; readonly endsOn: Day; readonly daysLeft: number }[];
}
