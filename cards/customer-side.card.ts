import { enterYourProductKey } from '../domain/shared/guides.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, link, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** A customer's or stranger's "redeem": Microsoft's own page, and nothing else. `hasKey`: they wrote a key into the chat. */
export function customersPageCard(say: Say, hasKey = false): AdaptiveCard {
  return card(say, {
    heading: say('customers-page.heading'),
    body: [text(say('customers-page.body')), ...(hasKey ? [warning([say('conversation.key-not-taken')])] : [])],
    actions: [link(say('customers-page.link'), enterYourProductKey.link)],
  });
}

/** To somebody of an organisation the book does not know: kind, and no data. */
export function strangerCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('stranger.heading'),
    body: [text(say('stranger.body'))],
    actions: [execute(say('intent.language'), { verb: 'show', page: 'language' })],
  });
}
