import type { CommandType } from '../../domain/commands.ts';
import { changeSubscription, moveServiceRequest, noteServiceRequest, openServiceRequest, requestNewPassword, undoChange } from './acting.ts';
import {
  appointGlobalAdmin,
  askForRight,
  chooseLanguage,
  confirmCompanyInformation,
  keepPartnerUser,
  keepStanding,
  removePartnerUser,
  settleRightRequest,
} from './company.ts';
import { confirmHandOff, correctAdminEmail, editCustomer, keepCustomerUser, markChecklist, recognisePerson } from './customers.ts';
import { endDelegatedAdmin } from './delegated-admin.ts';
import type { Handler } from './handler.ts';
import { importCompany, importCustomer, importCustomerUser, importPartnerUser, importProductKey, importSubscription } from './import.ts';
import { attachPartnerOfRecord, importKnownPartner } from './partner-of-record.ts';
import { answerOffer, askToBeAdmin, sendOffer, sendOfferAgain, settleAdminRequest, settleAnswer, withdrawOffer } from './offers.ts';
import { redeemProductKeys } from './product-keys.ts';
import { markNoticeMailed, moveToDirect, planRenewal, recordRenewal, turnCustomerNotices, wishRenewal } from './renewals.ts';

/** Every command and how it is carried out. A command without a handler does not compile. */
export const handlers: { readonly [T in CommandType]: Handler<T> } = {
  'redeem-product-keys': redeemProductKeys,
  'correct-admin-email': correctAdminEmail,
  'recognise-person': recognisePerson,
  'confirm-hand-off': confirmHandOff,
  'mark-checklist': markChecklist,
  'attach-partner-of-record': attachPartnerOfRecord,
  'edit-customer': editCustomer,
  'keep-customer-user': keepCustomerUser,
  'change-subscription': changeSubscription,
  'undo-change': undoChange,
  'request-new-password': requestNewPassword,
  'open-service-request': openServiceRequest,
  'move-service-request': moveServiceRequest,
  'note-service-request': noteServiceRequest,
  'confirm-company-information': confirmCompanyInformation,
  'keep-standing': keepStanding,
  'keep-partner-user': keepPartnerUser,
  'remove-partner-user': removePartnerUser,
  'ask-for-right': askForRight,
  'settle-right-request': settleRightRequest,
  'send-offer': sendOffer,
  'send-offer-again': sendOfferAgain,
  'withdraw-offer': withdrawOffer,
  'answer-offer': answerOffer,
  'settle-answer': settleAnswer,
  'ask-to-be-admin': askToBeAdmin,
  'settle-admin-request': settleAdminRequest,
  'end-delegated-admin': endDelegatedAdmin,
  'plan-renewal': planRenewal,
  'wish-renewal': wishRenewal,
  'record-renewal': recordRenewal,
  'move-to-direct': moveToDirect,
  'turn-customer-notices': turnCustomerNotices,
  'mark-notice-mailed': markNoticeMailed,
  'choose-language': chooseLanguage,
  'appoint-global-admin': appointGlobalAdmin,
  'import-company': importCompany,
  'import-partner-user': importPartnerUser,
  'import-customer': importCustomer,
  'import-subscription': importSubscription,
  'import-customer-user': importCustomerUser,
  'import-known-partner': importKnownPartner,
  'import-product-key': importProductKey,
};
