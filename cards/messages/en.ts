import { acting } from './en/acting.ts';
import { book } from './en/book.ts';
import { company } from './en/company.ts';
import { conversation } from './en/conversation.ts';
import { customerOffers } from './en/customer-offers.ts';
import { customers } from './en/customers.ts';
import { offerPage } from './en/offer-page.ts';
import { offers } from './en/offers.ts';
import { ownCompany } from './en/own-company.ts';
import { pages } from './en/pages.ts';
import { partnerOffers } from './en/partner-offers.ts';
import { partnerOfRecord } from './en/partner-of-record.ts';
import { notices } from './en/notices.ts';
import { redeemProductKeys } from './en/redeem-product-keys.ts';
import { renewals } from './en/renewals.ts';
import { renewalsTab } from './en/renewals-tab.ts';

/** English: the source of every message. A plain text, or a function of typed facts. */
export const en = {
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
