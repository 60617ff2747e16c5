import type { CompanyRole, PartnerUser, SupportedCompanies } from './records.ts';

/** What a person may do for supported companies, beyond reading (mission, Rights of the partner's own people). */
export type CustomerTask =
  | 'product-keys'
  | 'checklist'
  | 'renewals'
  | 'partner-of-record'
  | 'trial-invitation'
  | 'purchase-offer'
  | 'service-request'
  | 'password-of-user'
  | 'delegation-in-offer'
  | 'delegated-admin-offer'
  | 'subscription-change'
  | 'password-of-admin';

/** `limited`: as a password administrator, and what sales needs. `full`: as a global administrator. */
export const rightNeeded: Readonly<Record<CustomerTask, Exclude<SupportedCompanies, 'none'>>> = {
  'product-keys': 'limited',
  checklist: 'limited',
  renewals: 'limited',
  'partner-of-record': 'limited',
  'trial-invitation': 'limited',
  'purchase-offer': 'limited',
  'service-request': 'limited',
  'password-of-user': 'limited',
  'delegation-in-offer': 'full',
  'delegated-admin-offer': 'full',
  'subscription-change': 'full',
  'password-of-admin': 'full',
};

/** Every task, those that need less first. */
export const customerTasks: readonly CustomerTask[] = Object.keys(rightNeeded).flatMap((name) => customerTaskOf(name) ?? []);

/** The task of this name; undefined for any other word. */
export function customerTaskOf(name: string): CustomerTask | undefined {
  return isCustomerTask(name) ? name : undefined;
}

function isCustomerTask(name: string): name is CustomerTask {
  return Object.hasOwn(rightNeeded, name);
}

/** What a person may do in the partner's own company. */
export const companyTasks = [
  'company-information',
  'standing',
  'correct-admin-email',
  'own-users',
  'give-rights',
  'own-subscriptions',
  'customer-notices',
] as const;
export type CompanyTask = (typeof companyTasks)[number];

/** Which roles may do it. */
export const rolesFor: Readonly<Record<CompanyTask, readonly CompanyRole[]>> = {
  'company-information': ['global-admin'],
  standing: ['global-admin'],
  'correct-admin-email': ['global-admin'],
  'own-users': ['global-admin', 'user-admin'],
  'give-rights': ['global-admin'],
  'own-subscriptions': ['global-admin', 'billing-admin'],
  'customer-notices': ['global-admin'],
};

/** May this person do that for supported companies? Nobody who is unknown may. */
export function mayActForCustomers(user: PartnerUser | undefined, task: CustomerTask): boolean {
  return user !== undefined && isEnough(user.supportedCompanies, task);
}

/** Is this much access enough for that? */
export function isEnough(access: SupportedCompanies, task: CustomerTask): boolean {
  return access === 'full' || access === rightNeeded[task];
}

/** May this person do that in the own company? */
export function mayActInCompany(user: PartnerUser | undefined, task: CompanyTask): boolean {
  return user !== undefined && rolesFor[task].includes(user.companyRole);
}
