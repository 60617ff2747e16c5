import type { Conversations } from '../conversation/context.ts';
import { attachPartnerOfRecord } from './attach-partner-of-record.ts';
import { checklists, markChecklist, showChecklist } from './checklist.ts';
import { confirmCompanyInformation } from './confirm-company-information.ts';
import { correctAdminEmail } from './correct-admin-email.ts';
import { help, home, language } from './home.ts';
import { keysLeft } from './keys-left.ts';
import { redeemProductKeys } from './redeem-product-keys.ts';
import { confirmHandOff, toDo } from './to-do.ts';

/** Every conversation there is: one line each. */
export const conversations: Conversations = {
  flows: {
    'redeem-product-keys': redeemProductKeys,
    'attach-partner-of-record': attachPartnerOfRecord,
    'confirm-company-information': confirmCompanyInformation,
    'correct-admin-email': correctAdminEmail,
  },
  pages: { home, help, language, 'keys-left': keysLeft, 'to-do': toDo, checklists },
  clicks: { 'show-checklist': showChecklist, 'mark-checklist': markChecklist, 'confirm-hand-off': confirmHandOff },
};
