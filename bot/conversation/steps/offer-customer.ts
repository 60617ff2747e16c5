import type { TextKey } from '../../../cards/messages/catalogue.ts';
import type { OfferAnswers } from '../offers/making.ts';
import type { Step } from '../flow.ts';
import { chooseCustomerStep } from './choose-customer.ts';

/** Whom an offer goes to. For another customer, what was proposed for the first one is asked again: place, name, message. */
export function offerCustomerStep(heading: TextKey, orAnyone: boolean): Step<OfferAnswers> {
  const step = chooseCustomerStep<OfferAnswers>({ heading, orAnyone });
  return {
    ...step,
    async take(at, inputs) {
      const taken = await step.take(at, inputs);
      if (taken.kind !== 'taken' || taken.answers.customer?.customer === at.answers.customer?.customer) return taken;
      const { days, ...known } = at.answers.known ?? {};
      return { ...taken, answers: { ...taken.answers, terms: undefined, roles: undefined, message: undefined, known: { ...known, country: undefined, days } } };
    },
  };
}
