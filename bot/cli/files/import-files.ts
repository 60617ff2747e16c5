import { companyFile } from './company-file.ts';
import { customerUsersFile } from './customer-users-file.ts';
import { customersFile } from './customers-file.ts';
import type { ImportFile } from './import-file.ts';
import { keyEndingsFile, keysFile } from './keys-file.ts';
import { partnerCenterCustomersFile } from './partner-center-customers-file.ts';
import { partnerCenterSubscriptionsFile } from './partner-center-subscriptions-file.ts';
import { partnersFile } from './partners-file.ts';
import { subscriptionsFile } from './subscriptions-file.ts';
import { usersFile } from './users-file.ts';

/** Every kind of file there is, each after those it rests on: an owner before the customer, a customer before its subscriptions. */
export const importFiles: readonly ImportFile[] = [
  companyFile,
  usersFile,
  partnersFile,
  customersFile,
  partnerCenterCustomersFile,
  subscriptionsFile,
  partnerCenterSubscriptionsFile,
  customerUsersFile,
  keysFile,
  keyEndingsFile,
];
