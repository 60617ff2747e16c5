import { strangerCard } from '../../cards/customer-side.card.ts';
import type { Answered, CustomerContext, CustomerSide } from '../conversation/context.ts';

/** What people of customers do about renewals in the chat. */
export const customerRenewalClicks: Pick<CustomerSide['clicks'], 'show-digest' | 'show-renewal' | 'wish-renewal'> = {
  'show-digest': nothing,
  'show-renewal': nothing,
  'wish-renewal': nothing,
};

function nothing({ say }: CustomerContext): Promise<Answered> {
  return Promise.resolve({ card: strangerCard(say) });
}
