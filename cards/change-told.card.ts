import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import type { NewsRow } from './digest-view.ts';
import { attachButton, delegationButton, homeButton } from './intent-button.ts';
import { card, note, text, warning } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { newsBy, newsLine } from './news-words.ts';
import { quiet } from './renewal.card.ts';

type Told = Omit<NewsRow, 'kind'>;

const urgent: Readonly<Record<string, { readonly heading: TextKey; readonly so: TextKey }>> = {
  suspended: { heading: 'news.heading-suspended', so: 'news.so-suspended' },
  lost: { heading: 'news.heading-lost', so: 'news.so-lost' },
  ended: { heading: 'news.heading-ended', so: 'news.so-ended' },
};

/** One change that does not wait for the morning: before and after, who, when, and what it means (mission, row 13). */
export function changeToldCard(say: Say, told: Told): AdaptiveCard {
  const { customer, subscription, news } = told;
  const known = urgent[news.after];
  const heading = say(known?.heading ?? 'news.heading');
  return card(say, {
    heading,
    speak: [heading, customer.name].join(' · '),
    body: [
      text(customer.name, { weight: 'Bolder', size: 'Medium' }),
      ...(subscription === undefined ? [] : [text(plans[subscription.plan].name)]),
      text(newsLine(say, news)),
      note(newsBy(say, news)),
      ...(known === undefined ? [] : [warning([say(known.so)])]),
    ],
    actions: [...ways(say, told), homeButton(say)],
  });
}

function ways(say: Say, { customer, subscription, news }: Told): readonly ExecuteAction[] {
  return [
    ...(subscription === undefined ? [] : [quiet(say('customers.open'), { verb: 'show-renewal', subscription: subscription.id })]),
    ...(subscription !== undefined && news.after === 'lost' ? [attachButton(say, subscription.id)] : []),
    ...(news.about.what === 'delegation-ended' ? [delegationButton(say, customer.id)] : []),
    quiet(say('renewal.customer'), { verb: 'show-customer', customer: customer.id }),
  ];
}
