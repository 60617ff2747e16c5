import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { KeyFingerprint, TermId } from '../shared/ids.ts';
import { CommandId, CustomerId, HandOffId, SubscriptionId } from '../shared/ids.ts';
import { Day, Instant } from '../shared/dates.ts';
import type { Language } from '../shared/language.ts';
import type { AgreementKind } from '../shared/plans.ts';
import { PlanId } from '../shared/plans.ts';
import type { Eligibility } from '../company/eligibility.ts';
import type { Partner, PartnerUser } from '../company/records.ts';
import type { Customer, CustomerUser, Subscription } from '../customers/records.ts';
import type { AgreementAccepted, ProductKey } from './records.ts';

/** What the keys are for (mission, row 2). */
export type Purpose =
  | {
      readonly kind: 'new-subscription';
      readonly customer: CustomerId;
      readonly country: string;
      readonly organisation: string;
      readonly domain: string;
      readonly admin: { readonly id: string; readonly name: string; readonly email: string };
      readonly agreement: AgreementAccepted;
      readonly agreementVersion: string;
    }
  | { readonly kind: 'more-users'; readonly subscription: SubscriptionId }
  | { readonly kind: 'renewal'; readonly subscription: SubscriptionId; readonly term: TermId };

/** A key as the person gave it. `seats` and the command's `plan` count only for a key that is not in stock. */
export interface GivenKey {
  readonly fingerprint: KeyFingerprint;
  readonly sealed: string;
  readonly ending: string;
  /** Licences on the card, for a key that is not in stock; at least 1. Ignored for plans with one licence per key. */
  readonly seats: number;
}

/** One redemption, final when committed: keys, customer, subscription, admin, agreement, checklist, hand-off, or nothing. */
export interface RedeemProductKeys extends ByPartner {
  readonly type: 'redeem-product-keys';
  readonly language: Language;
  readonly keys: readonly GivenKey[];
  /** The plan on the cards. A key in stock that says otherwise is refused as a second plan. */
  readonly plan: PlanId;
  /** How many people need a licence. Fewer licences than this is allowed and said. */
  readonly people: number;
  readonly purpose: Purpose;
  /** Ids of what is created; derived from the command id by the caller. */
  readonly newIds: { readonly subscription: SubscriptionId; readonly term: TermId; readonly handOff: HandOffId; readonly agreement: string };
}

/** What `decide` must know; read by the caller, each absent one as `undefined`. */
export interface RedemptionState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  /** In the order of `command.keys`. */
  readonly keys: readonly (ProductKey | undefined)[];
  /** New subscription: the customer with this domain, if already in the book. Otherwise the subscription's customer. */
  readonly customer: Customer | undefined;
  /** The admin with this sign-in name, if already in the book. */
  readonly admin: CustomerUser | undefined;
  /** The subscription that admin already holds a licence of. */
  readonly adminLicence?: Subscription;
  readonly subscription: Subscription | undefined;
}

/** What the receipt tells. Stored with the command; holds no key, only the last five characters. */
export const Redeemed = z.object({
  kind: z.literal('redeemed'),
  commandId: CommandId,
  purpose: z.enum(['new-subscription', 'more-users', 'renewal']),
  customer: CustomerId,
  customerName: z.string(),
  /** The domain was already in the book: the subscription was added to that customer. */
  customerWasKnown: z.boolean(),
  subscription: SubscriptionId,
  handOff: HandOffId,
  plan: PlanId,
  seats: z.int(),
  people: z.int(),
  keyEndings: z.array(z.string()),
  unverifiedKeys: z.int(),
  startsOn: Day,
  endsOn: Day,
  /** Renewal: licences of the old term without a new one, and the day they end. */
  seatsEnding: z.object({ seats: z.int(), endsOn: Day }).optional(),
  admin: z.object({ name: z.string(), email: z.string() }).optional(),
  recordedAt: Instant,
  by: z.string(),
});
export type Redeemed = z.infer<typeof Redeemed>;

export type RedemptionRefusal =
  | { readonly kind: 'not-eligible'; readonly eligibility: Exclude<Eligibility, { readonly kind: 'eligible' }> }
  | { readonly kind: 'no-keys' }
  | { readonly kind: 'same-key-twice'; readonly ending: string }
  /** Used before, or another partner's: one answer for both, so that it gives nothing away. */
  | { readonly kind: 'key-not-available'; readonly endings: readonly string[] }
  /** Used by this partner before; said with the day. */
  | { readonly kind: 'key-already-used'; readonly ending: string; readonly on: Day }
  | { readonly kind: 'second-plan'; readonly plans: readonly [PlanId, PlanId] }
  | { readonly kind: 'too-many-seats'; readonly plan: PlanId; readonly maxSeats: number; readonly seatsNow: number; readonly seatsAdded: number }
  | { readonly kind: 'country-unavailable'; readonly country: string }
  /** The own company is no customer. */
  | { readonly kind: 'own-company' }
  /** The company's standing changed on the way, and with it the agreement this plan is given under. */
  | { readonly kind: 'agreement-not-right'; readonly needed: AgreementKind }
  | { readonly kind: 'subscription-not-found' }
  | { readonly kind: 'subscription-of-another-plan'; readonly plans: readonly [PlanId, PlanId] }
  | { readonly kind: 'subscription-over'; readonly endedOn: Day; readonly deletedOn: Day }
  | { readonly kind: 'already-renewed'; readonly until: Day };
