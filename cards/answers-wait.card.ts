import type { Offer } from '../domain/offers/records.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, facts } from './kit.ts';
import type { Say } from './messages/say.ts';

/** To the partner: so many answers to one offer wait to be confirmed that they are not told one by one. */
export function answersWaitCard(say: Say, { offer, count }: { readonly offer: Pick<Offer, 'id' | 'summaryId'>; readonly count: number }): AdaptiveCard {
  return card(say, {
    heading: say('offers.to-confirm', count),
    body: [facts([[say('offers.summary-id'), offer.summaryId]])],
    actions: [execute(say('offers.all-answers'), { verb: 'show-answers', offer: offer.id })],
  });
}
