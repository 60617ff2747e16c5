import { OfferSent } from '../../domain/offers/commands.ts';
import { flowOf } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';
import { OfferAnswers } from '../conversation/offers/making.ts';
import { maySend } from '../conversation/offers/may-send.ts';
import { offerReceipt } from '../conversation/offers/partner-cards.ts';
import { sendOfferCommand } from '../conversation/offers/send-offer-command.ts';
import { sendingRefused } from '../conversation/offers/sending-refused.ts';
import { aboutCustomer, aboutOffer, afterTrial, likeOffer } from '../conversation/offers/starting.ts';
import { delegationRolesStep } from '../conversation/steps/delegation-roles.ts';
import { offerCustomerStep } from '../conversation/steps/offer-customer.ts';
import { offerMessageStep } from '../conversation/steps/offer-message.ts';
import { offerReviewStep } from '../conversation/steps/offer-review.ts';
import { offerTermsStep } from '../conversation/steps/offer-terms.ts';
import { linesReviewStep, linesStep } from './send-purchase-offer/lines.ts';

/** A purchase offer of one or more lines, to one customer or to whoever has its link (mission, row 9). */
export const sendPurchaseOffer: Flow = flowOf<OfferAnswers, 'send-offer'>({
  id: 'send-purchase-offer',
  version: 1,
  title: 'intent.send-purchase-offer',
  permits: (who, today) => maySend('purchase-offer', who, today),
  async startsWith(about, at) {
    const offer = await aboutOffer(about, at);
    if (offer?.content.kind === 'trial') return afterTrial(at, offer, about.customer);
    return offer?.content.kind === 'purchase' ? likeOffer(at, offer) : aboutCustomer(about, at);
  },
  steps: [
    offerCustomerStep('offer.customer-heading-purchase', true),
    linesStep,
    linesReviewStep,
    offerTermsStep('purchase'),
    delegationRolesStep,
    offerMessageStep('purchase'),
    offerReviewStep('purchase', () => [
      { title: 'offer.change-lines', to: 'lines' },
      { title: 'offer.change-terms', to: 'terms' },
      { title: 'offer.change-message', to: 'message' },
    ]),
  ],
  answers: OfferAnswers,
  command: (at) => sendOfferCommand(at, 'purchase'),
  outcome: OfferSent,
  done: offerReceipt,
  shows: ({ offer }) => offer,
  refused: (refusal, say) => sendingRefused(refusal, say, { content: 'lines', terms: 'terms', delegation: 'terms' }),
});
