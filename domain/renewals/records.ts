import { z } from 'zod';
import { Day as DayOf } from '../shared/dates.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { CustomerId, PersonId, RelationshipId, TenantId } from '../shared/ids.ts';
import { SubscriptionId, TermId } from '../shared/ids.ts';

/** On whose side a notice is read. `mail`: the owner at the partner is asked to write to a customer whom Teams does not reach. */
export type NoticeSide = 'partner' | 'customer' | 'mail';

/** What became of something said unasked. */
export const Delivery = z.enum(['sent', 'maybe-sent', 'not-reachable', 'failed']);
export type Delivery = z.infer<typeof Delivery>;

/** What ends. */
export type Ending =
  | { readonly kind: 'term'; readonly subscription: SubscriptionId; readonly term: TermId }
  | { readonly kind: 'relationship'; readonly relationship: RelationshipId };

/**
 * The notices of one end to one recipient: at most one for each step (mission, row 13). Another end date of the same term is another record,
 * so that a renewal or a changed date ends this ladder and begins a new one.
 */
export interface Notice {
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly recipient: PersonId;
  readonly side: NoticeSide;
  readonly ending: Ending;
  readonly endsOn: Day;
  /** The latest step that is due and not told yet. Earlier ones that nobody was told of have collapsed into it. */
  readonly waiting?: { readonly step: number; readonly since: Instant };
  /** Oldest first; a step stands here at most once. */
  readonly told: readonly ToldStep[];
}

export interface ToldStep {
  /** Days before the end; negative after it. */
  readonly step: number;
  readonly at: Instant;
  readonly delivery: Delivery;
  /** Why it did not arrive, in a word that the cards know: `not-installed`, `blocked`, `conversation-gone`, `tried-too-often`, … */
  readonly reason?: string;
  /** Side `mail`: when the owner wrote to the customer, and who. */
  readonly mailed?: { readonly at: Instant; readonly by: string };
}

/** One change that a person is told once (mission, row 13). Removed when it was told; the audit and the digest keep it. */
export interface News {
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly recipient: PersonId;
  readonly about: ChangedThing;
  readonly before: string;
  readonly after: string;
  readonly at: Instant;
  /** Who did it; absent: an import, or the assistant itself. */
  readonly by?: string;
}

export const ChangeKind = z.enum(['seats', 'plan', 'status', 'auto-renewal', 'end-date', 'partner-of-record', 'delegation-ended']);
export type ChangeKind = z.infer<typeof ChangeKind>;
export interface ChangedThing {
  readonly what: ChangeKind;
  readonly subscription?: SubscriptionId;
  readonly relationship?: RelationshipId;
}

/** Changes that are told at once; the others come with the next digest (mission, row 13). */
export function isUrgent(news: Pick<News, 'about' | 'after'>): boolean {
  const { what } = news.about;
  return what === 'delegation-ended' || (what === 'partner-of-record' && news.after === 'lost') || (what === 'status' && news.after === 'suspended');
}

/** One card of one day to one person (mission, row 15). Made as soon as there is something to tell; `entries` are fixed when it goes out. */
export interface Digest {
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly side: 'partner' | 'customer';
  readonly day: Day;
  /** The most urgent ones; empty until it goes out. */
  readonly entries: readonly DigestEntry[];
  /** How many more there were than `entries` holds. */
  readonly more: number;
  readonly delivery?: Delivery;
  /** Why it could not be sent. */
  readonly reason?: string;
  /** When it began to go out; absent: not yet. */
  readonly at?: Instant;
}
export type DigestEntry =
  | {
      readonly kind: 'notice';
      readonly customer: CustomerId;
      readonly ending: Ending;
      readonly endsOn: Day;
      readonly step: number;
      /** The customer is not reached in Teams: this is the owner's task to write. The notice's record id. */
      readonly mail?: string;
    }
  | { readonly kind: 'news'; readonly news: Omit<News, 'recipient' | 'partner'> };

/** The most entries that a digest keeps; the rest is on the list of renewals. */
export const mostEntries = 200;

/** What people have decided about one end: the customer's wish, and what the partner makes of it (mission, row 14). */
export interface RenewalPlan {
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly endsOn: Day;
  readonly wish?: { readonly wish: Wish; readonly at: Instant; readonly person: PersonId; readonly name: string };
  /** Silent for the partner until that day. */
  readonly snoozed?: { readonly until: Day; readonly at: Instant; readonly person: PersonId; readonly name: string };
  /** It is let end: no notice before the end, to anybody. */
  readonly ending?: { readonly because: string; readonly at: Instant; readonly person: PersonId; readonly name: string };
}
/** What a customer's admin says about the end: "ask my partner to renew", "pay Microsoft directly", "we will not renew". */
export const Wish = z.enum(['renew', 'direct', 'end']);
export type Wish = z.infer<typeof Wish>;

/** How far the notices of a partner's book are planned. Id: the partner. */
export interface NoticeRun {
  readonly partner: TenantId;
  /** Steps of days before this one are "already running": nobody is told of them. */
  readonly since: Day;
  /** Everything due through this day is planned; what came into the book later on that day is found the day after. */
  readonly through: Day;
  /** Everything due through this day waits to be told; the digests for it may still be made. Later than `through` only while it is planned. */
  readonly collected?: Day;
}

/** What stands in one place of a person's chat and speaks of subscriptions, to change it in place. Id: `person|activity id`. */
export interface NoticePlace {
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly activityId: string;
  readonly shows: ShownNotice;
  /** Whose changes change the card. */
  readonly subscriptions: readonly SubscriptionId[];
  readonly at: Instant;
}
export const ShownNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('digest'), digest: z.string().max(300), after: z.string().max(20).optional() }),
  /** That end, so that the card says what became of it, and not what comes after it. */
  z.object({ kind: z.literal('renewal'), subscription: SubscriptionId, term: TermId, endsOn: DayOf }),
]);
export type ShownNotice = z.infer<typeof ShownNotice>;

/** One record for each (what ends, its end, recipient); a person may be both told and asked to write. */
export function noticeId({ ending, endsOn, recipient, side }: Pick<Notice, 'ending' | 'endsOn' | 'recipient' | 'side'>): string {
  const what = ending.kind === 'term' ? ending.term : ending.relationship;
  return [what, endsOn, recipient, ...(side === 'mail' ? ['mail'] : [])].join('|');
}

/** One for each person, partner and day. */
export function digestId({ person, partner, day }: Pick<Digest, 'person' | 'partner' | 'day'>): string {
  return `${person}|${partner}|${day}`;
}

export function renewalPlanId(term: TermId, endsOn: Day): string {
  return `${term}|${endsOn}`;
}

export function noticePlaceId(person: PersonId, activityId: string): string {
  return `${person}|${activityId}`;
}
