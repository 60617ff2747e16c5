import { z } from 'zod';

/** The plans the assistant knows; ids as in the import files. */
export const PlanId = z.enum(['small-business', 'midsize-business', 'business-basic', 'business-standard', 'business-premium', 'apps-for-business']);
export type PlanId = z.infer<typeof PlanId>;

/** How a subscription was bought. */
export const Channel = z.enum(['key', 'direct', 'csp', 'trial']);
export type Channel = z.infer<typeof Channel>;

/** The terms under which a customer gets a plan (mission, row 4). */
export type AgreementKind = 'online-services-agreement' | 'open-agreement' | 'customer-agreement';

export interface Plan {
  readonly id: PlanId;
  /** Microsoft's product name, the same in every language. */
  readonly name: string;
  /** What one product key is worth: one licence, or the count that stands on its card (mission, row 2). */
  readonly licencesPerKey: 'one' | 'on-the-card';
  readonly maxSeats: number;
  readonly channels: readonly Channel[];
  /** `by-standing`: Customer Agreement when the partner is a CSP, Online Services Agreement otherwise. */
  readonly agreement: AgreementKind | 'by-standing';
  /** What a trial of it is; absent where there is none. It is not turned into a paid subscription by itself. */
  readonly trial?: { readonly days: number; readonly seats: number };
  /** Retired plans are still looked after; they are listed after the current ones. */
  readonly retired: boolean;
  readonly source: string;
  readonly checkedOn: string;
}

const czechManual = 'Seed manual (cs): Nastavení předplatného zákazníka pomocí kódu Product Key';
const today = {
  licencesPerKey: 'one',
  maxSeats: 300,
  channels: ['key', 'direct', 'csp', 'trial'],
  agreement: 'by-standing',
  // 30 days, 25 licences fixed, one trial per customer (Partner Center: offer your customers trials of Microsoft products)
  trial: { days: 30, seats: 25 },
  retired: false,
  source: 'Microsoft 365 for business service description; key semantics as Small Business (mission, row 2)',
  checkedOn: '2026-11-20',
} as const;

/** Every plan, today's first. What holds after the end of a term depends on how it was bought: domain/renewals/lifecycle.ts. */
export const plans: Readonly<Record<PlanId, Plan>> = {
  'business-basic': { id: 'business-basic', name: 'Microsoft 365 Business Basic', ...today },
  'business-standard': { id: 'business-standard', name: 'Microsoft 365 Business Standard', ...today },
  'business-premium': { id: 'business-premium', name: 'Microsoft 365 Business Premium', ...today },
  'apps-for-business': { id: 'apps-for-business', name: 'Microsoft 365 Apps for business', ...today },
  'small-business': {
    id: 'small-business',
    name: 'Office 365 Small Business',
    licencesPerKey: 'one',
    maxSeats: 25,
    channels: ['key', 'direct'],
    agreement: 'online-services-agreement',
    retired: true,
    source: czechManual,
    checkedOn: '2026-11-20',
  },
  'midsize-business': {
    id: 'midsize-business',
    name: 'Office 365 Midsize Business',
    licencesPerKey: 'on-the-card',
    maxSeats: 300,
    channels: ['key', 'direct'],
    agreement: 'open-agreement',
    retired: true,
    source: czechManual,
    checkedOn: '2026-11-20',
  },
};

/** The ids in the order in which plans are offered: retired ones last. */
export const planIds: readonly PlanId[] = PlanId.options.toSorted((one, other) => Number(plans[one].retired) - Number(plans[other].retired));
