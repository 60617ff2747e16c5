import { z } from 'zod';
import type { Subscription } from '../customers/records.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { PersonId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';

/** Right in the own company (mission, Rights of the partner's own people). */
export const CompanyRole = z.enum(['none', 'global-admin', 'billing-admin', 'user-admin']);
export type CompanyRole = z.infer<typeof CompanyRole>;

/** Right in the supported companies: read, as a password administrator, as a global administrator. */
export const SupportedCompanies = z.enum(['none', 'limited', 'full']);
export type SupportedCompanies = z.infer<typeof SupportedCompanies>;

/** What people are made of, in the words of partners: the agents of Partner Center, and a colleague who only reads. */
export const Preset = z.enum(['none', 'sales-agent', 'helpdesk-agent', 'admin-agent']);
export type Preset = z.infer<typeof Preset>;

/** What each of them may do for supported companies (mission, Rights of the partner's own people). */
export const accessOf: Readonly<Record<Preset, SupportedCompanies>> = {
  none: 'none',
  'sales-agent': 'limited',
  'helpdesk-agent': 'limited',
  'admin-agent': 'full',
};

/** One of the partner's own people. */
export interface PartnerUser {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly name: string;
  readonly email?: string;
  readonly companyRole: CompanyRole;
  readonly supportedCompanies: SupportedCompanies;
  /** Under which name it was given; speaks only as long as it is this much. */
  readonly preset?: Preset;
  readonly language?: Language;
  readonly timeZone?: string;
}

/** How the partner stands in Microsoft's programmes. Kept by a global admin; `unknown` until somebody says. */
export const ProgrammeKind = z.enum(['unknown', 'advisor', 'csp-direct', 'csp-indirect-reseller']);
export type ProgrammeKind = z.infer<typeof ProgrammeKind>;

/** What is true of the company or not, whatever its programme. */
export const StandingFact = z.enum(['enrolled', 'certifiedForDelegation', 'authorisedForDelegation', 'authorisedServiceProvider']);
export type StandingFact = z.infer<typeof StandingFact>;

export interface Standing {
  readonly programme: ProgrammeKind;
  /** Cloud Essentials once, the Microsoft AI Cloud Partner Program today. */
  readonly enrolled: boolean;
  readonly certifiedForDelegation: boolean;
  readonly authorisedForDelegation: boolean;
  readonly authorisedServiceProvider: boolean;
  /** Name of the authorised distributor, when a relationship is on file. */
  readonly distributor?: string;
}

/** The partner company. */
export interface Partner {
  readonly tenant: TenantId;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Its main domain, lower case: no customer has it, and its own subscriptions are named by it in files. */
  readonly domain?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly partnerId?: string;
  readonly standing: Standing;
  readonly openAgreementNumber?: string;
  /** Last day a person confirmed what customers see. */
  readonly confirmedOn?: Day;
  /** Notices to customers; absent: never turned on. `since`: steps of days before it are told to no customer. */
  readonly customerNotices?: { readonly on: boolean; readonly since: Day; readonly at: Instant; readonly by: string };
}

/**
 * What the partner company uses itself. Of a kind of its own: nothing that finds, counts, offers to or acts for customers ever meets it.
 * It comes from subscriptions.csv, under the company's own domain.
 */
export type OwnSubscription = Pick<
  Subscription,
  'id' | 'reference' | 'partner' | 'plan' | 'channel' | 'autoRenews' | 'terms' | 'partnerOfRecord' | 'suspended' | 'createdOn'
>;
