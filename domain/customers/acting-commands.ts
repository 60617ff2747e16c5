import { z } from 'zod';
import type { MayNot } from '../delegated-admin/acting.ts';
import type { ByPartner } from '../shared/by-partner.ts';
import { Day, Instant } from '../shared/dates.ts';
import type { PersonId, TermId } from '../shared/ids.ts';
import { CommandId, CustomerId, HandOffId, SubscriptionId } from '../shared/ids.ts';
import type { LicencesFixed } from './fixed-licences.ts';

/** Changes a subscription on the customer's behalf (mission, row 11). In the book at once; at Microsoft it is a hand-off. */
export interface ChangeSubscription extends ByPartner {
  readonly type: 'change-subscription';
  readonly subscription: SubscriptionId;
  readonly change:
    | { readonly kind: 'seats'; readonly term: TermId; readonly seats: number }
    | { readonly kind: 'auto-renewal'; readonly autoRenews: boolean }
    | { readonly kind: 'cancel' };
  readonly handOff: HandOffId;
}
export const SubscriptionChanged = z.object({
  kind: z.literal('subscription-changed'),
  commandId: CommandId,
  subscription: SubscriptionId,
  customer: CustomerId,
  customerName: z.string(),
  plan: z.string(),
  what: z.enum(['seats', 'auto-renewal', 'cancel']),
  before: z.string(),
  after: z.string(),
  handOff: HandOffId,
  at: Instant,
  by: z.string(),
});
export type SubscriptionChanged = z.infer<typeof SubscriptionChanged>;
export type ChangeSubscriptionRefusal =
  | MayNot
  | { readonly kind: 'subscription-not-found' }
  | { readonly kind: 'seats-wrong'; readonly least: number; readonly most: number }
  /** Keys paid for it, or it is a trial: no number and no automatic renewal is set without a key or a purchase. */
  | { readonly kind: 'licences-fixed'; readonly because: LicencesFixed }
  | { readonly kind: 'over-already' }
  | { readonly kind: 'unchanged' };

/** Takes such a change back, as long as nobody has confirmed it at Microsoft. */
export interface UndoChange extends ByPartner {
  readonly type: 'undo-change';
  /** What would still be to be done at Microsoft. */
  readonly handOff: HandOffId;
}
export const ChangeUndone = z.object({
  kind: z.literal('change-undone'),
  subscription: SubscriptionId,
  customer: CustomerId,
  customerName: z.string(),
  plan: z.string(),
  what: z.enum(['seats', 'auto-renewal', 'cancel']),
  before: z.string(),
  after: z.string(),
  at: Instant,
  by: z.string(),
});
export type ChangeUndone = z.infer<typeof ChangeUndone>;
export type UndoChangeRefusal =
  | { readonly kind: 'person-lacks-right'; readonly needed: 'limited' | 'full' }
  /** Taken back already, replaced by another change, or not a change of this partner's book. */
  | { readonly kind: 'hand-off-not-found' }
  | { readonly kind: 'done-at-microsoft'; readonly name: string; readonly at: Instant }
  /** The book says something else by now: an import, a renewal. */
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'seats-wrong'; readonly least: number; readonly most: number };

/** Asks for a new password of a customer's user: handed to Microsoft's own page. No password is invented, shown or stored. */
export interface RequestNewPassword extends ByPartner {
  readonly type: 'request-new-password';
  readonly customer: CustomerId;
  /** Record id of the customer's user. */
  readonly user: string;
  readonly handOff: HandOffId;
}
export const NewPasswordRequested = z.object({
  kind: z.literal('new-password-requested'),
  commandId: CommandId,
  customer: CustomerId,
  customerName: z.string(),
  userName: z.string(),
  upn: z.string(),
  handOff: HandOffId,
  at: Instant,
  by: z.string(),
});
export type NewPasswordRequested = z.infer<typeof NewPasswordRequested>;
export type RequestNewPasswordRefusal = MayNot | { readonly kind: 'customer-not-found' } | { readonly kind: 'user-not-found' };

/** What the book keeps of a customer, changed in the chat by any of the partner's people who may do more than read. */
export interface EditCustomer extends ByPartner {
  readonly type: 'edit-customer';
  readonly customer: CustomerId;
  readonly name: string;
  readonly contactName?: string;
  readonly contactEmail?: string;
  readonly language?: 'en' | 'cs' | 'sk';
  /** One of the partner's own people; gets the notices about this customer. */
  readonly owner?: PersonId;
}
export const CustomerEdited = z.object({ kind: z.literal('customer-edited'), customer: CustomerId, changed: z.array(z.string()), on: Day });
export type CustomerEdited = z.infer<typeof CustomerEdited>;
export type EditCustomerRefusal =
  | { readonly kind: 'person-lacks-right' }
  | { readonly kind: 'customer-not-found' }
  | { readonly kind: 'owner-not-found' }
  | { readonly kind: 'contact-without-email' };

/** Enters a person of a customer, or changes what they are and hold. */
export interface KeepCustomerUser extends ByPartner {
  readonly type: 'keep-customer-user';
  readonly customer: CustomerId;
  /** Derived from (customer, upn). */
  readonly user: string;
  readonly name: string;
  readonly upn: string;
  readonly isAdmin: boolean;
  /** The subscription whose licence they hold; absent: none. */
  readonly licensedIn?: SubscriptionId;
  /** Id of what is left to be done at Microsoft, where something is. */
  readonly handOff: HandOffId;
}
export const CustomerUserKept = z.object({
  kind: z.literal('customer-user-kept'),
  customer: CustomerId,
  name: z.string(),
  upn: z.string(),
  isNew: z.boolean(),
  /** What is left to be done at Microsoft, and the conversation it came from; absent where nothing is. */
  left: z.object({ handOff: HandOffId, commandId: CommandId }).optional(),
});
export type CustomerUserKept = z.infer<typeof CustomerUserKept>;
export type KeepCustomerUserRefusal =
  | { readonly kind: 'person-lacks-right' }
  | { readonly kind: 'customer-not-found' }
  | { readonly kind: 'subscription-not-found' }
  /** Who is an admin stays one for those who may not set admins' passwords. */
  | { readonly kind: 'admin-stays' }
  /** Never more licences assigned than seats. */
  | { readonly kind: 'no-free-licence'; readonly seats: number };
