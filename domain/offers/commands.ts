import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { Eligibility } from '../company/eligibility.ts';
import type { CommandId, PersonId, RelationshipId, TermId, SubscriptionId } from '../shared/ids.ts';
import { CustomerId, OfferId } from '../shared/ids.ts';
import type { OfferCode, HandOffId } from '../shared/ids.ts';
import type { Day } from '../shared/dates.ts';
import type { Language } from '../shared/language.ts';
import type { PlanId } from '../shared/plans.ts';
import type { Answerer, OfferContent } from './records.ts';

type NotEligible = { readonly kind: 'not-eligible'; readonly eligibility: Exclude<Eligibility, { readonly kind: 'eligible' }> };
type NotFound = { readonly kind: 'offer-not-found' };

/** Sends an offer of any kind, once. With a customer: at once to those of its admins who have the assistant; to all others by its link. */
export interface SendOffer extends ByPartner {
  readonly type: 'send-offer';
  /** Derived from the code. */
  readonly id: OfferId;
  readonly code: OfferCode;
  readonly sealedCode: string;
  readonly summaryId: string;
  readonly customer?: CustomerId;
  readonly content: OfferContent;
  readonly message: string;
  readonly language: Language;
  readonly country: string;
  readonly validUntil: Day;
  readonly madeFrom?: OfferId;
}
export const OfferSent = z.object({ kind: z.literal('offer-sent'), offer: OfferId });
export type OfferSent = z.infer<typeof OfferSent>;
export type SendOfferRefusal =
  | NotEligible
  /** Nothing goes to a customer before a person has confirmed what customers see of the company (mission, row 12). */
  | { readonly kind: 'company-not-confirmed' }
  | { readonly kind: 'customer-not-found' }
  /** A delegated admin offer goes to one customer. */
  | { readonly kind: 'customer-needed' }
  | { readonly kind: 'country-unavailable'; readonly country: string }
  | { readonly kind: 'no-trial-of-plan'; readonly plan: PlanId }
  /** This plan is not sold in the way the company sells. */
  | { readonly kind: 'plan-not-sold'; readonly plan: PlanId }
  | { readonly kind: 'too-many-seats'; readonly plan: PlanId; readonly maxSeats: number }
  | { readonly kind: 'no-lines' }
  | { readonly kind: 'valid-until-wrong'; readonly earliest: Day; readonly latest: Day }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'role-unknown' }
  /** Automatic extension is impossible with Global Administrator (GDAP). */
  | { readonly kind: 'no-extension-with-global-admin' };

/** Sends the cards of an open offer once more to the customer's admins in Teams. */
export interface SendOfferAgain extends ByPartner {
  readonly type: 'send-offer-again';
  readonly offer: OfferId;
}
export const OfferSentAgain = z.object({ kind: z.literal('offer-sent-again'), offer: OfferId, recipients: z.int() });
export type OfferSentAgain = z.infer<typeof OfferSentAgain>;
export type SendOfferAgainRefusal =
  | NotFound
  | { readonly kind: 'person-lacks-right' }
  | { readonly kind: 'not-open' }
  | { readonly kind: 'nobody-in-teams' }
  /** Less than a minute ago: the first click counts. */
  | { readonly kind: 'just-sent' }
  | { readonly kind: 'company-not-confirmed' };

/** Stops new acceptances; what was accepted stays. */
export interface WithdrawOffer extends ByPartner {
  readonly type: 'withdraw-offer';
  readonly offer: OfferId;
}
export const OfferWithdrawn = z.object({ kind: z.literal('offer-withdrawn'), offer: OfferId });
export type OfferWithdrawn = z.infer<typeof OfferWithdrawn>;
export type WithdrawOfferRefusal = NotFound | { readonly kind: 'person-lacks-right' };

/** Ids of what an acceptance creates, derived from (offer, customer): whoever accepts, and however often, creates the same. */
export interface AcceptanceIds {
  /** One for each line of the offer. */
  readonly subscriptions: readonly { readonly subscription: SubscriptionId; readonly term: TermId; readonly agreement: string }[];
  readonly relationship: RelationshipId;
  readonly setUp: HandOffId;
  readonly delegation: HandOffId;
  /** The record of the person who answers, among the customer's users: derived from (customer, sign-in name). */
  readonly adminUser: string;
}

/** A customer's answer. Which offer is named by its id; who answers comes from the signed activity or a validated token, never from a card. */
export interface AnswerOffer {
  readonly type: 'answer-offer';
  readonly commandId: CommandId;
  readonly offer: OfferId;
  readonly by: Answerer;
  /** The validated token shows a directory role that may accept. */
  readonly isDirectoryAdmin: boolean;
  /** For whom: the customer the book knows of this directory, or the organisation as named; `customer` is derived from (partner, domain). */
  readonly organisation: { readonly customer: CustomerId; readonly name: string; readonly domain: string };
  readonly answer:
    | { readonly kind: 'decline' }
    | {
        readonly kind: 'accept';
        /** The count for each line of a purchase; as offered where absent. */
        readonly seats?: readonly number[];
        readonly withDelegation: boolean;
        readonly phone?: string;
      };
  readonly language: Language;
  readonly newIds: AcceptanceIds;
}
export const OfferAnswered = z.object({
  kind: z.literal('offer-answered'),
  offer: OfferId,
  customer: CustomerId,
  state: z.enum(['accepted', 'declined', 'declared']),
});
export type OfferAnswered = z.infer<typeof OfferAnswered>;
export type AnswerOfferRefusal =
  /** Unknown, or addressed to another customer: one answer for both, so that it gives nothing away. */
  | NotFound
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly on: Day }
  /** The partner's own people cannot accept for a customer. */
  | { readonly kind: 'own-offer' }
  /** The customer has its outcome; the card shows it. */
  | { readonly kind: 'already-answered' }
  /** Somebody said so on the page already; the partner has still to confirm it. */
  | { readonly kind: 'already-declared' }
  | { readonly kind: 'too-many-declared' }
  /** Known to the customer, and no admin: those who are. */
  | { readonly kind: 'not-an-admin'; readonly admins: readonly string[] }
  /** Nobody knows whether this person is an admin: the partner can name them. */
  | { readonly kind: 'unknown-person'; readonly admins: readonly string[] }
  /** Delegated administration, and declining, only signed in. */
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'seats-wrong'; readonly line: number; readonly maxSeats: number }
  | { readonly kind: 'trial-used'; readonly plan: PlanId }
  | { readonly kind: 'company-not-confirmed' };

/** The partner's word on what somebody only said they accepted. */
export interface SettleAnswer extends ByPartner {
  readonly type: 'settle-answer';
  readonly offer: OfferId;
  readonly customer: CustomerId;
  readonly verdict: 'confirm' | 'dismiss';
  readonly newIds: AcceptanceIds;
}
export const AnswerSettled = z.object({ kind: z.literal('answer-settled'), offer: OfferId, customer: CustomerId, state: z.enum(['accepted', 'dismissed']) });
export type AnswerSettled = z.infer<typeof AnswerSettled>;
export type SettleAnswerRefusal =
  NotFound | { readonly kind: 'person-lacks-right' } | { readonly kind: 'not-declared' } | { readonly kind: 'trial-used'; readonly plan: PlanId };

/** Somebody of a customer asks the partner to name them as an admin. */
export interface AskToBeAdmin {
  readonly type: 'ask-to-be-admin';
  readonly commandId: CommandId;
  readonly offer: OfferId;
  readonly customer: CustomerId;
  readonly by: PersonId;
  readonly byName: string;
  readonly upn?: string;
}
export const AskedToBeAdmin = z.object({ kind: z.literal('asked-to-be-admin'), customer: CustomerId });
export type AskedToBeAdmin = z.infer<typeof AskedToBeAdmin>;
export type AskToBeAdminRefusal = NotFound | { readonly kind: 'already-admin' } | { readonly kind: 'known-and-no-admin'; readonly admins: readonly string[] };

/** The partner names that person as an admin of the customer, or does not. */
export interface SettleAdminRequest extends ByPartner {
  readonly type: 'settle-admin-request';
  readonly customer: CustomerId;
  readonly person: PersonId;
  readonly verdict: 'name' | 'refuse';
  /** Where the person stands, or will stand, among the customer's users. */
  readonly adminUser: string;
}
export const AdminRequestSettled = z.object({
  kind: z.literal('admin-request-settled'),
  customer: CustomerId,
  name: z.string(),
  verdict: z.enum(['named', 'refused']),
});
export type AdminRequestSettled = z.infer<typeof AdminRequestSettled>;
export type SettleAdminRequestRefusal = { readonly kind: 'request-not-found' } | { readonly kind: 'person-lacks-right' };
