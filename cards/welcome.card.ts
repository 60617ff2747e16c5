import type { AdaptiveCard } from './adaptive-card.ts';
import { execute } from './actions.ts';
import { intentButton } from './intent-button.ts';
import { card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** The first card, once, when somebody installs the assistant. */
export function welcomeCard(say: Say, side: 'partner' | 'customer' | 'stranger'): AdaptiveCard {
  const heading = say('welcome.heading');
  switch (side) {
    case 'partner':
      return card(say, {
        heading,
        body: [text(say('welcome.partner')), note(say('welcome.partner-limits')), text(say('welcome.try'))],
        actions: [intentButton(say, 'home'), intentButton(say, 'redeem-product-keys'), intentButton(say, 'help'), intentButton(say, 'language')],
      });
    case 'customer':
      return card(say, { heading, body: [text(say('welcome.customer'))], actions: [execute(say('intent.language'), { verb: 'show', page: 'language' })] });
    case 'stranger':
      return card(say, { heading, body: [text(say('stranger.body'))], actions: [execute(say('intent.language'), { verb: 'show', page: 'language' })] });
  }
}
