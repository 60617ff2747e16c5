import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { CommandId, PersonId, TenantId } from '../shared/ids.ts';
import { Day } from '../shared/dates.ts';
import { Language } from '../shared/language.ts';

/** A person chooses the language of everything the assistant tells them. */
export interface ChooseLanguage extends ByPartner {
  readonly type: 'choose-language';
  readonly language: Language;
}
export const LanguageChosen = z.object({ kind: z.literal('language-chosen'), language: Language });
export type LanguageChosen = z.infer<typeof LanguageChosen>;

/**
 * Makes a person global admin with full rights: those of PARTNER_ADMINS at every start,
 * and in local mode the first person who writes from a partner tenant that has no global admin.
 */
export interface AppointGlobalAdmin {
  readonly type: 'appoint-global-admin';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly name: string;
}
export const GlobalAdminAppointed = z.object({ kind: z.enum(['appointed', 'already-global-admin']) });
export type GlobalAdminAppointed = z.infer<typeof GlobalAdminAppointed>;

/** A global admin says that what customers see of the company is right (mission, row 12). Edits and confirms at once. */
export interface ConfirmCompanyInformation extends ByPartner {
  readonly type: 'confirm-company-information';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}
export const CompanyInformationConfirmed = z.object({ kind: z.literal('company-information-confirmed'), on: Day, changed: z.array(z.string()) });
export type CompanyInformationConfirmed = z.infer<typeof CompanyInformationConfirmed>;
export type ConfirmCompanyInformationRefusal = { readonly kind: 'not-a-global-admin' } | { readonly kind: 'company-unknown' };
