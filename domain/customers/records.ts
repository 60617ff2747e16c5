import { z } from 'zod';
import type { Day, Instant, TermLength } from '../shared/dates.ts';
import type { CustomerId, HandOffId, KeyFingerprint, OfferId, PersonId, RelationshipId, SubscriptionId, TenantId, TermId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { PartnerOfRecord } from '../partner-of-record/records.ts';
import type { Channel, PlanId } from '../shared/plans.ts';

/** A partner's customer organisation. */
export interface Customer {
  readonly id: CustomerId;
  readonly partner: TenantId;
  readonly name: string;
  /** Lower case; unique within a partner's book. */
  readonly domain: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The customer's directory, once known. */
  readonly tenant?: TenantId;
  readonly language?: Language;
  readonly contact?: { readonly name: string; readonly email: string };
  /** Who at the partner looks after this customer. */
  readonly owner?: PersonId;
  /** As imported: `true` = us, a Partner ID, or nobody. The default for subscriptions without their own. */
  readonly partnerOfRecord?: string;
  readonly createdOn: Day;
}

/** A person in a customer's organisation. */
export interface CustomerUser {
  readonly customer: CustomerId;
  readonly partner: TenantId;
  readonly name: string;
  /** Sign-in name or e-mail, lower case. */
  readonly upn: string;
  readonly objectId?: string;
  readonly isAdmin: boolean;
  /** The subscription this person holds one licence of. */
  readonly licensedIn?: SubscriptionId;
}

/** A run of licences with its own end: the first purchase, licences added later, or a renewal. */
export interface Term {
  readonly id: TermId;
  readonly seats: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly length: TermLength;
  /** The keys that paid for it, by fingerprint. */
  readonly keys: readonly KeyFingerprint[];
  /** The term that follows this one; such a term has no renewal ahead of it. */
  readonly renewedBy?: TermId;
  /** When this end date came into the book, and who brought it; absent: on the day of the subscription, nobody by name. */
  readonly known?: { readonly on: Day; readonly by?: string };
}

export interface Subscription {
  readonly id: SubscriptionId;
  /** Its id outside the book, when it came from a file (column `subscriptionId`). */
  readonly reference?: string;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly plan: PlanId;
  readonly channel: Channel;
  readonly autoRenews: boolean;
  /** `unverified`: at least one key was not in stock and nobody has confirmed it at Microsoft yet. */
  readonly verification: 'verified' | 'unverified';
  /** Oldest first; never empty. */
  readonly terms: readonly Term[];
  readonly partnerOfRecord?: PartnerOfRecord;
  /** The offer through which it came. */
  readonly offer?: OfferId;
  /** Cancelled in our book: no renewal is ahead of it; its licences end with their terms. */
  readonly cancelled?: { readonly at: Instant; readonly name: string };
  /** Since when Microsoft has it suspended, as a file told. */
  readonly suspended?: { readonly since: Day };
  readonly createdOn: Day;
}

/** The tasks after set-up (mission, row 5). */
export const ChecklistItemId = z.enum(['add-users', 'move-data', 'domain', 'partner-of-record', 'delegated-admin']);
export type ChecklistItemId = z.infer<typeof ChecklistItemId>;

export const ChecklistStatus = z.enum(['open', 'done', 'not-needed']);
export type ChecklistStatus = z.infer<typeof ChecklistStatus>;

export interface ChecklistItem {
  readonly status: ChecklistStatus;
  readonly by?: { readonly person: PersonId; readonly name: string };
  readonly at?: Instant;
}

export interface Checklist {
  readonly subscription: SubscriptionId;
  readonly customer: CustomerId;
  readonly partner: TenantId;
  readonly items: Readonly<Record<ChecklistItemId, ChecklistItem>>;
}

/** Something recorded here that a person still has to do at Microsoft, until somebody confirms it. */
export type HandOff = HandOffBase & HandOffTask;

interface HandOffBase {
  readonly id: HandOffId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly owner: PersonId;
  readonly ownerName: string;
  readonly createdAt: Instant;
  readonly confirmed?: { readonly person: PersonId; readonly name: string; readonly at: Instant };
}

/** What is to be done, by kind. */
export type HandOffTask =
  | {
      readonly what: 'redeem-keys';
      readonly subscription: SubscriptionId;
      readonly purpose: 'new-subscription' | 'more-users' | 'renewal';
      /** Last five characters of each key, so that the person finds the right cards. */
      readonly keyEndings: readonly string[];
      /** How many of the keys were taken on a person's word. The subscription stays unverified while such a hand-off is open. */
      readonly unverifiedKeys: number;
    }
  | {
      readonly what: 'attach-partner-of-record';
      readonly subscriptions: readonly SubscriptionId[];
      readonly partnerId: string;
      /** Somebody else's ID has to be removed first. */
      readonly replaces: boolean;
    }
  /** A customer accepted a trial or purchase: it has to be provided. */
  | { readonly what: 'set-up-accepted-offer'; readonly offer: OfferId; readonly of: 'trial' | 'purchase'; readonly subscriptions: readonly SubscriptionId[] }
  /** A customer accepted delegated administration: Microsoft's own request has to be made and approved there. */
  | { readonly what: 'request-delegated-admin'; readonly offer: OfferId; readonly relationship: RelationshipId; readonly form: 'classic' | 'gdap' }
  | { readonly what: 'end-delegated-admin'; readonly relationship: RelationshipId }
  /** A subscription was changed in our book on the customer's behalf: the same has to be done there. */
  | {
      readonly what: 'change-subscription';
      readonly subscription: SubscriptionId;
      readonly change: 'seats' | 'auto-renewal' | 'cancel';
      /** Whose number of licences it is. */
      readonly term?: TermId;
      readonly before: string;
      readonly after: string;
      /** What stands at Microsoft, for all anybody knows: before this change, and before those it took the place of. Absent in older books. */
      readonly undo?: { readonly seats?: number; readonly autoRenews?: boolean };
    }
  /** The customer pays Microsoft from now on: they buy it there, then the old subscription is left to end. */
  | { readonly what: 'move-to-direct'; readonly subscription: SubscriptionId; readonly term: TermId; readonly seats: number }
  /** A new password for a customer's user is set on Microsoft's own page. */
  | { readonly what: 'new-password'; readonly userName: string; readonly upn: string }
  /** A person of a customer was entered, or holds another licence or role: account, licence and role are given there. */
  | {
      readonly what: 'customer-user';
      /** Id of their record. */
      readonly user: string;
      readonly userName: string;
      readonly upn: string;
      /** The account is yet to be created. */
      readonly isNew: boolean;
      /** What stands at Microsoft, for all anybody knows. A licence is one of a plan there, of whichever subscription. */
      readonly before: { readonly isAdmin: boolean; readonly plan?: PlanId };
      readonly after: { readonly isAdmin: boolean; readonly plan?: PlanId };
    };
export type HandOffOf<W extends HandOffTask['what']> = HandOffBase & Extract<HandOffTask, { readonly what: W }>;
