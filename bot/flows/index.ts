import type { Conversations } from '../conversation/context.ts';
import { attachPartnerOfRecord } from './attach-partner-of-record.ts';
import { changeSubscription } from './change-subscription.ts';
import { checklists, markChecklist, showChecklist } from './checklist.ts';
import { confirmCompanyInformation } from './confirm-company-information.ts';
import { correctAdminEmail } from './correct-admin-email.ts';
import { customerNotices } from './customer-notices.ts';
import { customerOffers } from './customer-offers.ts';
import { customerRenewalClicks } from './customer-renewals.ts';
import { customerClicks, customers } from './customers.ts';
import { editCustomer } from './edit-customer.ts';
import { help, home, language, more } from './home.ts';
import { keepPartnerUser } from './keep-partner-user.ts';
import { keepStanding } from './keep-standing.ts';
import { ownCompany } from './own-company.ts';
import { keepCustomerUser } from './keep-customer-user.ts';
import { keysLeft } from './keys-left.ts';
import { moveToDirect } from './move-to-direct.ts';
import { offerDelegatedAdmin } from './offer-delegated-admin.ts';
import { offers, partnerOfferClicks } from './partner-offers.ts';
import { openServiceRequest } from './open-service-request.ts';
import { redeemProductKeys } from './redeem-product-keys.ts';
import { requestNewPassword } from './request-new-password.ts';
import { people, removePartnerUser, showPerson } from './people.ts';
import { renewalClicks, renewals } from './renewals.ts';
import { askForRight, rights, settleRightRequest } from './rights.ts';
import { sendPurchaseOffer } from './send-purchase-offer.ts';
import { sendTrialInvitation } from './send-trial-invitation.ts';
import { serviceRequestClicks, serviceRequests } from './service-requests.ts';
import { confirmHandOff, toDo } from './to-do.ts';
import { undoChange } from './undo-change.ts';

/** Every conversation there is: one line each. */
export const conversations: Conversations = {
  flows: {
    'redeem-product-keys': redeemProductKeys,
    'send-purchase-offer': sendPurchaseOffer,
    'send-trial-invitation': sendTrialInvitation,
    'attach-partner-of-record': attachPartnerOfRecord,
    'offer-delegated-admin': offerDelegatedAdmin,
    'change-subscription': changeSubscription,
    'request-new-password': requestNewPassword,
    'open-service-request': openServiceRequest,
    'edit-customer': editCustomer,
    'keep-customer-user': keepCustomerUser,
    'confirm-company-information': confirmCompanyInformation,
    'keep-standing': keepStanding,
    'keep-partner-user': keepPartnerUser,
    'correct-admin-email': correctAdminEmail,
    'move-to-direct': moveToDirect,
    'customer-notices': customerNotices,
  },
  pages: {
    home,
    customers,
    more,
    help,
    language,
    offers,
    'keys-left': keysLeft,
    'to-do': toDo,
    'service-requests': serviceRequests,
    renewals,
    company: ownCompany,
    people,
    rights,
    checklists,
  },
  clicks: {
    'show-checklist': showChecklist,
    'mark-checklist': markChecklist,
    'confirm-hand-off': confirmHandOff,
    'ask-for-right': askForRight,
    'settle-right-request': settleRightRequest,
    'undo-change': undoChange,
    'show-person': showPerson,
    'remove-partner-user': removePartnerUser,
    ...customerClicks,
    ...serviceRequestClicks,
    ...partnerOfferClicks,
    ...renewalClicks,
  },
  customers: { ...customerOffers, clicks: { ...customerOffers.clicks, ...customerRenewalClicks } },
};
