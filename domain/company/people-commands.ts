import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { ObjectId, TenantId } from '../shared/ids.ts';
import { PersonId } from '../shared/ids.ts';
import { Instant } from '../shared/dates.ts';
import type { Language } from '../shared/language.ts';
import type { CompanyRole, Preset, Standing } from './records.ts';
import { SupportedCompanies } from './records.ts';
import type { CustomerTask } from './rights.ts';
import { customerTasks } from './rights.ts';

/** Enters one of the partner's own people, or changes their rights (mission, row 12). The last global admin cannot be demoted or removed. */
export interface KeepPartnerUser extends ByPartner {
  readonly type: 'keep-partner-user';
  readonly objectId: ObjectId;
  readonly name: string;
  readonly email?: string;
  readonly companyRole: CompanyRole;
  readonly supportedCompanies: SupportedCompanies;
  readonly preset?: Preset;
  readonly language?: Language;
  readonly timeZone?: string;
}
export const PartnerUserKept = z.object({
  kind: z.literal('partner-user-kept'),
  person: PersonId,
  name: z.string(),
  changed: z.array(z.string()),
  isNew: z.boolean(),
});
export type PartnerUserKept = z.infer<typeof PartnerUserKept>;
export type KeepPartnerUserRefusal =
  /** A user admin manages people, but makes nobody a global admin and changes none. */
  { readonly kind: 'person-lacks-right' } | { readonly kind: 'global-admins-only' } | { readonly kind: 'last-global-admin' };

/** Takes a person's rights away altogether: they may read as any colleague. */
export interface RemovePartnerUser extends ByPartner {
  readonly type: 'remove-partner-user';
  readonly person: PersonId;
}
export const PartnerUserRemoved = z.object({ kind: z.literal('partner-user-removed'), person: PersonId, name: z.string() });
export type PartnerUserRemoved = z.infer<typeof PartnerUserRemoved>;
export type RemovePartnerUserRefusal = KeepPartnerUserRefusal | { readonly kind: 'person-not-found' };

/** Somebody who lacks a right asks a global admin for it. */
export interface AskForRight extends ByPartner {
  readonly type: 'ask-for-right';
  readonly task: CustomerTask;
}
export const RightAsked = z.object({ kind: z.literal('right-asked'), asked: z.array(z.string()) });
export type RightAsked = z.infer<typeof RightAsked>;
export type AskForRightRefusal = { readonly kind: 'has-right-already' } | { readonly kind: 'no-global-admin' };

/** The global admin's answer to such a request. */
export interface SettleRightRequest extends ByPartner {
  readonly type: 'settle-right-request';
  readonly person: PersonId;
  readonly verdict: 'grant' | 'refuse';
}
export const RightRequestSettled = z.object({
  kind: z.literal('right-request-settled'),
  person: PersonId,
  name: z.string(),
  task: z.enum(customerTasks),
  verdict: z.enum(['granted', 'refused']),
  /** What the person has now. */
  has: SupportedCompanies,
  /** Who decided, and when: of two answers, the first. */
  by: z.string(),
  at: Instant,
});
export type RightRequestSettled = z.infer<typeof RightRequestSettled>;
export type SettleRightRequestRefusal =
  | { readonly kind: 'not-a-global-admin' }
  | { readonly kind: 'request-not-found' }
  /** Another global admin was first, with the other answer. */
  | { readonly kind: 'settled-otherwise'; readonly settled: RightRequestSettled };

/** How the company stands in Microsoft's programmes, its Partner ID and Open Agreement number, as a global admin keeps them. Joining CSP is for good. */
export interface KeepStanding extends ByPartner {
  readonly type: 'keep-standing';
  readonly standing: Standing;
  readonly partnerId?: string;
  readonly openAgreementNumber?: string;
}
export const StandingKept = z.object({ kind: z.literal('standing-kept'), changed: z.array(z.string()) });
export type StandingKept = z.infer<typeof StandingKept>;
export type KeepStandingRefusal =
  | { readonly kind: 'not-a-global-admin' }
  | { readonly kind: 'company-unknown' }
  /** The advisor programme takes no newcomers, and joining CSP ended it for good. */
  | { readonly kind: 'advisor-no-more' }
  | { readonly kind: 'not-a-partner-id' };

/** Somebody of the partner who asked for a right; id: the person. */
export interface RightRequest {
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly name: string;
  readonly task: CustomerTask;
  readonly needed: Exclude<SupportedCompanies, 'none'>;
  /** Kept, so that the second of two clicks finds what the first has done; a new request takes its place. */
  readonly settled?: { readonly at: Instant; readonly person: PersonId; readonly name: string; readonly verdict: 'granted' | 'refused' };
}
