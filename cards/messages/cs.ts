import { acting } from './cs/acting.ts';
import { book } from './cs/book.ts';
import { company } from './cs/company.ts';
import { conversation } from './cs/conversation.ts';
import { customerOffers } from './cs/customer-offers.ts';
import { customers } from './cs/customers.ts';
import { offerPage } from './cs/offer-page.ts';
import { offers } from './cs/offers.ts';
import { ownCompany } from './cs/own-company.ts';
import { pages } from './cs/pages.ts';
import { partnerOffers } from './cs/partner-offers.ts';
import { partnerOfRecord } from './cs/partner-of-record.ts';
import { notices } from './cs/notices.ts';
import { redeemProductKeys } from './cs/redeem-product-keys.ts';
import { renewals } from './cs/renewals.ts';
import { renewalsTab } from './cs/renewals-tab.ts';

export const cs = {
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
