import { attachReviewCard } from '../../../cards/attach-review.card.ts';
import { review } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';
import { partnerView } from '../../conversation/attached-partner.ts';
import { chosenOf } from './attachable.ts';
import { isThis } from './partner-id.ts';

/** What is removed and what is added, for each subscription. */
export const reviewStep: Step<Answers> = review<Answers>()({
  id: 'review',
  show: async (at) => {
    const partnerId = at.answers.partner?.partnerId ?? '';
    const { customer, rows } = await chosenOf(at);
    const partner = await partnerView(at, partnerId);
    return attachReviewCard(at.say, {
      frame: at.frame,
      customer: customer?.name ?? '',
      partner: { ...partner, partnerId },
      subscriptions: rows.map(({ subscription: { plan }, seats, now }) => ({ plan, seats, now, stays: isThis(at, now, partnerId) })),
    });
  },
});
