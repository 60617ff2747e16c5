import type { AdaptiveCard } from './adaptive-card.ts';
import { intentButton } from './intent-button.ts';
import { card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** The first card, once, when one of a partner's people installs the assistant. */
export function welcomeCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('welcome.heading'),
    body: [text(say('welcome.partner')), note(say('welcome.partner-limits')), text(say('welcome.try'))],
    actions: [intentButton(say, 'home'), intentButton(say, 'redeem-product-keys'), intentButton(say, 'help'), intentButton(say, 'language')],
  });
}
