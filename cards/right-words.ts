import type { CompanyRole, SupportedCompanies } from '../domain/company/records.ts';
import { customerTasks, isEnough } from '../domain/company/rights.ts';
import type { CustomerTask } from '../domain/company/rights.ts';
import type { PartnerIntent } from './intent-button.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** What somebody may do for supported companies, in a word. */
export function accessWords(say: Say, access: SupportedCompanies): string {
  return say(`rights.${access}`);
}

export function roleWords(say: Say, role: CompanyRole): string {
  return say(`rights.role-${role}`);
}

export function taskWords(say: Say, task: CustomerTask): string {
  const key: TextKey = `rights.task-${task}`;
  return say(key);
}

/** Everything for which this much is enough. */
export function tasksWith(say: Say, access: SupportedCompanies): readonly string[] {
  return customerTasks.filter((task) => isEnough(access, task)).map((task) => taskWords(say, task));
}

/** Where a task begins. */
export const intentOfTask: Readonly<Record<CustomerTask, PartnerIntent>> = {
  'product-keys': 'redeem-product-keys',
  checklist: 'checklists',
  renewals: 'renewals',
  'partner-of-record': 'attach-partner-of-record',
  'trial-invitation': 'send-trial-invitation',
  'purchase-offer': 'send-purchase-offer',
  'service-request': 'open-service-request',
  'password-of-user': 'request-new-password',
  'delegation-in-offer': 'send-purchase-offer',
  'delegated-admin-offer': 'offer-delegated-admin',
  'subscription-change': 'change-subscription',
  'password-of-admin': 'request-new-password',
};
