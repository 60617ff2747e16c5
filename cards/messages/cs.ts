import { book } from './cs/book.ts';
import { company } from './cs/company.ts';
import { conversation } from './cs/conversation.ts';
import { customerOffers } from './cs/customer-offers.ts';
import { offerPage } from './cs/offer-page.ts';
import { offers } from './cs/offers.ts';
import { pages } from './cs/pages.ts';
import { partnerOffers } from './cs/partner-offers.ts';
import { partnerOfRecord } from './cs/partner-of-record.ts';
import { redeemProductKeys } from './cs/redeem-product-keys.ts';

export const cs = {
  ...conversation,
  ...book,
  ...pages,
  ...company,
  ...partnerOfRecord,
  ...offers,
  ...partnerOffers,
  ...customerOffers,
  ...offerPage,
  ...redeemProductKeys,
};
