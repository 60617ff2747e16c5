import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { PersonId, TenantId, CommandId } from '../shared/ids.ts';
import { CustomerId, HandOffId, SubscriptionId } from '../shared/ids.ts';
import { Instant } from '../shared/dates.ts';
import { ChecklistItemId, ChecklistStatus } from './records.ts';

/** Puts right a mistyped e-mail of a customer's admin; a global admin may, afterwards, audited. */
export interface CorrectAdminEmail extends ByPartner {
  readonly type: 'correct-admin-email';
  readonly customer: CustomerId;
  /** Record id of the customer's user as it stands, and of the one that takes its place. */
  readonly userId: string;
  readonly newUserId: string;
  readonly newEmail: string;
}
export const AdminEmailCorrected = z.object({
  kind: z.literal('admin-email-corrected'),
  customerName: z.string(),
  adminName: z.string(),
  before: z.string(),
  after: z.string(),
  at: Instant,
  by: z.string(),
});
export type AdminEmailCorrected = z.infer<typeof AdminEmailCorrected>;
export type CorrectAdminEmailRefusal =
  | { readonly kind: 'not-a-global-admin' }
  | { readonly kind: 'customer-not-found' }
  | { readonly kind: 'admin-not-found' }
  | { readonly kind: 'same-email' }
  | { readonly kind: 'email-taken'; readonly name: string };

/** Binds somebody who is here to the customer, and to the person of it, whom the book knows by domain and sign-in name. */
export interface RecognisePerson {
  readonly type: 'recognise-person';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  /** From the signed activity. */
  readonly by: PersonId;
  /** What the channel calls them, lower case. */
  readonly upn?: string;
  readonly email?: string;
  /** Record ids of the customer's users with these names. */
  readonly candidates: readonly string[];
}
export const PersonRecognised = z.object({ kind: z.literal('person-recognised'), customer: CustomerId, directory: z.boolean(), person: z.boolean() });
export type PersonRecognised = z.infer<typeof PersonRecognised>;
export type RecognisePersonRefusal = { readonly kind: 'not-recognised' };

/** A person says that it is done at Microsoft. For keys it lifts "unverified" from the subscription, for a partner of record it settles the checklists. */
export interface ConfirmHandOff extends ByPartner {
  readonly type: 'confirm-hand-off';
  readonly handOff: HandOffId;
}
export const HandOffConfirmed = z.object({
  kind: z.literal('hand-off-confirmed'),
  handOff: HandOffId,
  at: Instant,
  by: z.string(),
});
export type HandOffConfirmed = z.infer<typeof HandOffConfirmed>;
export type ConfirmHandOffRefusal = { readonly kind: 'hand-off-not-found' } | { readonly kind: 'person-lacks-right' };

/** Sets one task of the checklist after set-up. Setting it back to open undoes it. */
export interface MarkChecklist extends ByPartner {
  readonly type: 'mark-checklist';
  readonly subscription: SubscriptionId;
  readonly item: ChecklistItemId;
  readonly status: ChecklistStatus;
}
export const ChecklistMarked = z.object({ kind: z.literal('checklist-marked'), subscription: SubscriptionId, item: ChecklistItemId, status: ChecklistStatus });
export type ChecklistMarked = z.infer<typeof ChecklistMarked>;
export type MarkChecklistRefusal = { readonly kind: 'checklist-not-found' } | { readonly kind: 'person-lacks-right' };
