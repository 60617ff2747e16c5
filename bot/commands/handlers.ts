import type { CommandType } from '../../domain/commands.ts';
import { appointGlobalAdmin, chooseLanguage } from './company.ts';
import { confirmHandOff, correctAdminEmail, markChecklist } from './customers.ts';
import type { Handler } from './handler.ts';
import { importCompany, importCustomer, importCustomerUser, importPartnerUser, importProductKey, importSubscription } from './import.ts';
import { redeemProductKeys } from './product-keys.ts';

/** Every command and how it is carried out. A command without a handler does not compile. */
export const handlers: { readonly [T in CommandType]: Handler<T> } = {
  'redeem-product-keys': redeemProductKeys,
  'correct-admin-email': correctAdminEmail,
  'confirm-hand-off': confirmHandOff,
  'mark-checklist': markChecklist,
  'choose-language': chooseLanguage,
  'appoint-global-admin': appointGlobalAdmin,
  'import-company': importCompany,
  'import-partner-user': importPartnerUser,
  'import-customer': importCustomer,
  'import-subscription': importSubscription,
  'import-customer-user': importCustomerUser,
  'import-product-key': importProductKey,
};
