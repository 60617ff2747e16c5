import type { AdaptiveCard } from './adaptive-card.ts';
import { intentButton } from './intent-button.ts';
import type { PartnerIntent } from './intent-button.ts';
import { bullets, buttons, card, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface MoreView {
  /** At most six. */
  readonly jobs: readonly Exclude<PartnerIntent, 'help'>[];
}

/** The jobs that do not fit on the card "home", each with what it is for. */
export function moreCard(say: Say, { jobs }: MoreView): AdaptiveCard {
  const shown = jobs.slice(0, 6);
  return card(say, {
    heading: say('more.heading'),
    body: [
      shown.length === 0 ? text(say('more.none')) : bullets(shown.map((job) => [say(`intent.${job}`), say(`help.${job}`)].join(' – '))),
      buttons([intentButton(say, 'home'), intentButton(say, 'help'), intentButton(say, 'language')]),
    ],
    actions: shown.map((job) => intentButton(say, job)),
  });
}
