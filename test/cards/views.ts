import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { actingViews } from './views/acting.ts';
import { bookViews } from './views/book.ts';
import { conversationViews } from './views/conversation.ts';
import { customerOfferViews } from './views/customer-offers.ts';
import { customerRenewalViews } from './views/customer-renewals.ts';
import { customerViews } from './views/customers.ts';
import { offerFormViews } from './views/offer-forms.ts';
import { ownCompanyViews } from './views/own-company.ts';
import { partnerOfferViews } from './views/partner-offers.ts';
import { partnerOfRecordViews } from './views/partner-of-record.ts';
import { redeemViews } from './views/redeem.ts';
import { renewalViews } from './views/renewals.ts';
import type { Views } from './views/view-table.ts';

/** Every card function by name; a test names one that is missing here. */
export const views: Views = {
  ...actingViews,
  ...conversationViews,
  ...customerOfferViews,
  ...customerRenewalViews,
  ...customerViews,
  ...offerFormViews,
  ...partnerOfferViews,
  ...ownCompanyViews,
  ...bookViews,
  ...partnerOfRecordViews,
  ...redeemViews,
  ...renewalViews,
};

/** One card in one situation. */
export interface Situation {
  readonly card: string;
  readonly view: string;
  readonly draw: (say: Say) => AdaptiveCard;
}

/** The table, flat. */
export const situations: readonly Situation[] = Object.entries(views).flatMap(([card, each]) =>
  Object.entries(each).map(([view, draw]) => ({ card, view, draw })),
);
