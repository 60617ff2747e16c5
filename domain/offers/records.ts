import { z } from 'zod';
import type { DelegationTerms } from '../delegated-admin/records.ts';
import { TermLength } from '../shared/dates.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { CustomerId, OfferId, PersonId, RelationshipId, SubscriptionId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { PlanId } from '../shared/plans.ts';

export const OfferKind = z.enum(['trial', 'purchase', 'delegated-admin']);
export type OfferKind = z.infer<typeof OfferKind>;

export const Billing = z.enum(['monthly', 'yearly', 'once']);
export type Billing = z.infer<typeof Billing>;

/** One line of a purchase offer (mission, row 9). */
export const PurchaseLine = z.object({
  plan: PlanId,
  seats: z.int().positive(),
  term: TermLength,
  billing: Billing,
  /** Net, for one licence and billing period, as typed: never calculated with. */
  price: z.object({ amount: z.string(), currency: z.string().length(3) }).optional(),
});
export type PurchaseLine = z.infer<typeof PurchaseLine>;

/** What is offered. A delegation inside a trial or purchase may be left out by the customer. */
export type OfferContent =
  | { readonly kind: 'trial'; readonly plan: PlanId; readonly delegation?: DelegationTerms }
  | { readonly kind: 'purchase'; readonly lines: readonly PurchaseLine[]; readonly delegation?: DelegationTerms }
  | { readonly kind: 'delegated-admin'; readonly delegation: DelegationTerms };

/** What a partner sent. Frozen: only a withdrawal is ever added, and that it was sent again (mission, rows 7 to 9). */
export interface Offer {
  readonly id: OfferId;
  readonly partner: TenantId;
  /** What people read to each other on the telephone: `T-7K2M9QPX`. Every acceptance is tracked under it. */
  readonly summaryId: string;
  /** Opened with the offer's id as context. */
  readonly sealedCode: string;
  /** The one customer it is addressed to; absent: whoever has the link. A delegated admin offer always has one. */
  readonly customer?: CustomerId;
  readonly content: OfferContent;
  /** The partner's own words to the customer. */
  readonly message: string;
  readonly language: Language;
  /** Usage location, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Last day on which it can be accepted. */
  readonly validUntil: Day;
  readonly sentAt: Instant;
  readonly sentBy: PersonId;
  readonly sentByName: string;
  /** The same offer as a new message, oldest first; the latest ten are kept. */
  readonly sentAgain?: readonly { readonly at: Instant; readonly name: string }[];
  readonly withdrawn?: { readonly at: Instant; readonly person: PersonId; readonly name: string };
  /** The offer or accepted trial it was made from. */
  readonly madeFrom?: OfferId;
}

/** Who answered: known from a signed activity or token, or by their own word on a page. */
export type Answerer =
  | {
      readonly kind: 'signed-in';
      readonly person: PersonId;
      readonly name: string;
      /** Sign-in name as the channel or a validated token gave it, lower case. */
      readonly upn?: string;
      readonly via: 'teams' | 'page';
    }
  | { readonly kind: 'visitor'; readonly name: string; readonly email: string };

/**
 * The one outcome of (offer, customer). `declared`: accepted by somebody who only says who they are, until the partner confirms it;
 * a signed-in admin's answer takes its place. `dismissed`: the partner did not know them, and the offer is open to that customer again.
 */
export interface OfferAnswer {
  readonly offer: OfferId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly state: 'accepted' | 'declined' | 'declared' | 'dismissed';
  readonly organisation: { readonly name: string; readonly domain: string };
  readonly by: Answerer;
  readonly at: Instant;
  readonly language: Language;
  /** What was accepted, line by line; the customer may have changed the count. */
  readonly lines: readonly { readonly plan: PlanId; readonly seats: number }[];
  /** `left-out`: offered, and not accepted with the rest. */
  readonly delegation: 'accepted' | 'left-out' | 'not-offered';
  readonly phone?: string;
  /** Who at the partner confirmed or dismissed what was declared. */
  readonly settled?: { readonly at: Instant; readonly person: PersonId; readonly name: string };
  readonly subscriptions: readonly SubscriptionId[];
  readonly relationship?: RelationshipId;
}

/** Where cards of an offer stand in one person's chat, to change them in place; and whether one sent unasked arrived. */
export interface OfferCard {
  readonly offer: OfferId;
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly language: Language;
  /** Activity ids, newest last; at most ten are kept. */
  readonly shown: readonly string[];
  readonly delivery?: 'sent' | 'maybe-sent' | 'not-reachable' | 'failed';
  /** These cards tell who sent the offer of one customer's answer; absent: they show the offer. */
  readonly answerOf?: CustomerId;
  readonly at: Instant;
}

/** A person of a customer asks to be named as an admin, so that they can answer offers. */
export interface AdminRequest {
  readonly customer: CustomerId;
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly name: string;
  readonly upn?: string;
  /** The offer they wanted to answer. */
  readonly offer: OfferId;
  readonly at: Instant;
  readonly settled?: { readonly at: Instant; readonly person: PersonId; readonly name: string; readonly verdict: 'named' | 'refused' };
}

/** In whose history it stands what happens to an offer: of the customer it is addressed to, if it is to one. */
export function concerning({ customer }: Pick<Offer, 'customer'>): { readonly customer?: CustomerId } {
  return customer === undefined ? {} : { customer };
}

/** The record id of the answer of a customer to an offer. */
export function offerAnswerId(offer: OfferId, customer: CustomerId): string {
  return `${offer}|${customer}`;
}

/** The record id of an offer's cards in one person's chat. */
export function offerCardId(offer: OfferId, person: PersonId): string {
  return `${offer}|${person}`;
}

/** The record id of the cards that told a person of one customer's answer. */
export function answerCardId(offer: OfferId, person: PersonId, customer: CustomerId): string {
  return `${offer}|${person}|${customer}`;
}

export function adminRequestId(customer: CustomerId, person: PersonId): string {
  return `${customer}|${person}`;
}
