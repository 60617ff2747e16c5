import { acting } from './sk/acting.ts';
import { book } from './sk/book.ts';
import { company } from './sk/company.ts';
import { conversation } from './sk/conversation.ts';
import { customerOffers } from './sk/customer-offers.ts';
import { customers } from './sk/customers.ts';
import { offerPage } from './sk/offer-page.ts';
import { offers } from './sk/offers.ts';
import { ownCompany } from './sk/own-company.ts';
import { pages } from './sk/pages.ts';
import { partnerOffers } from './sk/partner-offers.ts';
import { partnerOfRecord } from './sk/partner-of-record.ts';
import { notices } from './sk/notices.ts';
import { redeemProductKeys } from './sk/redeem-product-keys.ts';
import { renewals } from './sk/renewals.ts';
import { renewalsTab } from './sk/renewals-tab.ts';

export const sk = {
  ...conversation,
  ...book,
  ...pages,
  ...company,
  ...customers,
  ...acting,
  ...ownCompany,
  ...partnerOfRecord,
  ...offers,
  ...partnerOffers,
  ...customerOffers,
  ...offerPage,
  ...redeemProductKeys,
  ...renewals,
  ...notices,
  ...renewalsTab,
};
