import { OfferSent } from '../../domain/offers/commands.ts';
import { flowOf } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';
import { OfferAnswers } from '../conversation/offers/making.ts';
import { maySend } from '../conversation/offers/may-send.ts';
import { offerReceipt } from '../conversation/offers/partner-cards.ts';
import { sendOfferCommand } from '../conversation/offers/send-offer-command.ts';
import { sendingRefused } from '../conversation/offers/sending-refused.ts';
import { aboutCustomer, aboutOffer, likeOffer } from '../conversation/offers/starting.ts';
import { delegationRolesStep } from '../conversation/steps/delegation-roles.ts';
import { offerCustomerStep } from '../conversation/steps/offer-customer.ts';
import { offerMessageStep } from '../conversation/steps/offer-message.ts';
import { offerReviewStep } from '../conversation/steps/offer-review.ts';
import { offerTermsStep } from '../conversation/steps/offer-terms.ts';
import { trialPlanStep } from './send-trial-invitation/plan.ts';

/** An invitation to exactly one trial, for one customer or for many (mission, row 8). */
export const sendTrialInvitation: Flow = flowOf<OfferAnswers, 'send-offer'>({
  id: 'send-trial-invitation',
  version: 1,
  title: 'intent.send-trial-invitation',
  permits: (who, today) => maySend('trial-invitation', who, today),
  async startsWith(about, at) {
    const offer = await aboutOffer(about, at);
    return offer?.content.kind === 'trial' ? likeOffer(at, offer) : aboutCustomer(about, at);
  },
  steps: [
    offerCustomerStep('offer.customer-heading-trial', true),
    trialPlanStep,
    offerTermsStep('trial'),
    delegationRolesStep,
    offerMessageStep('trial'),
    offerReviewStep('trial', () => [
      { title: 'offer.change-plan', to: 'plan' },
      { title: 'offer.change-terms', to: 'terms' },
      { title: 'offer.change-message', to: 'message' },
    ]),
  ],
  answers: OfferAnswers,
  command: (at) => sendOfferCommand(at, 'trial'),
  outcome: OfferSent,
  done: offerReceipt,
  shows: ({ offer }) => offer,
  refused: (refusal, say) => sendingRefused(refusal, say, { content: 'plan', terms: 'terms', delegation: 'terms' }),
});
