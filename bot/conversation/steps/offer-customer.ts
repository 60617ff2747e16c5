import type { TextKey } from '../../../cards/messages/catalogue.ts';
import type { OfferAnswers } from '../offers/making.ts';
import type { Step } from '../flow.ts';
import { chooseCustomerStep } from './choose-customer.ts';

/** Whom an offer goes to. For another customer, what was proposed for the first one is asked again: place, name, message. */
export function offerCustomerStep(heading: TextKey, orAnyone: boolean): Step<OfferAnswers> {
  return chooseCustomerStep<OfferAnswers>({ heading, orAnyone, forgets: ['terms', 'roles', 'message', 'known'] });
}
