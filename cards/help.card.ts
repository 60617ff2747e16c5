import type { AdaptiveCard } from './adaptive-card.ts';
import { intentButton, partnerIntents } from './intent-button.ts';
import { bullets, buttons, card, note, text } from './kit.ts';
import { phrases } from './messages/phrases.ts';
import type { Say } from './messages/say.ts';

const described = partnerIntents.filter((intent) => intent !== 'help');

/** What the assistant can do, with the words to type. */
export function helpCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('help.heading'),
    body: [
      text(say('help.type')),
      bullets(described.map((intent) => say('help.line', phrases[intent][say.language][0] ?? '', say(`help.${intent}`)))),
      note(say('help.stop-back')),
      buttons([intentButton(say, 'language')]),
    ],
    actions: [intentButton(say, 'home'), intentButton(say, 'more')],
  });
}
