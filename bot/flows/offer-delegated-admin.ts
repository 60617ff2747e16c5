import { OfferSent } from '../../domain/offers/commands.ts';
import { flowOf } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';
import { OfferAnswers, isGdap } from '../conversation/offers/making.ts';
import { maySend } from '../conversation/offers/may-send.ts';
import { offerReceipt } from '../conversation/offers/partner-cards.ts';
import { sendOfferCommand } from '../conversation/offers/send-offer-command.ts';
import { sendingRefused } from '../conversation/offers/sending-refused.ts';
import { aboutCustomer, aboutOffer, likeOffer } from '../conversation/offers/starting.ts';
import { delegationRolesStep } from '../conversation/steps/delegation-roles.ts';
import { offerCustomerStep } from '../conversation/steps/offer-customer.ts';
import { offerMessageStep } from '../conversation/steps/offer-message.ts';
import { offerReviewStep } from '../conversation/steps/offer-review.ts';
import { delegationFormStep } from './offer-delegated-admin/form.ts';

/** Delegated administration, asked of one customer (mission, row 7). */
export const offerDelegatedAdmin: Flow = flowOf<OfferAnswers, 'send-offer'>({
  id: 'offer-delegated-admin',
  version: 1,
  title: 'intent.offer-delegated-admin',
  permits: (who, today) => maySend('delegated-admin-offer', who, today),
  async startsWith(about, at) {
    const offer = await aboutOffer(about, at);
    return offer?.content.kind === 'delegated-admin' ? likeOffer(at, offer) : aboutCustomer(about, at);
  },
  steps: [
    offerCustomerStep('offer.customer-heading-delegated-admin', false),
    delegationFormStep,
    delegationRolesStep,
    offerMessageStep('delegated-admin'),
    offerReviewStep('delegated-admin', (answers) => [
      { title: 'offer.change-delegation', to: isGdap(answers) ? 'roles' : 'form' },
      { title: 'offer.change-message', to: 'message' },
    ]),
  ],
  answers: OfferAnswers,
  command: (at) => sendOfferCommand(at, 'delegated-admin'),
  outcome: OfferSent,
  done: offerReceipt,
  shows: ({ offer }) => offer,
  refused: (refusal, say) => sendingRefused(refusal, say, { content: 'form', terms: 'customer' }),
});
