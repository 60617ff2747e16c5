import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { intentButton } from './intent-button.ts';
import type { PartnerIntent } from './intent-button.ts';
import { bullets, buttons, card, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';

export interface MoreView {
  /** At most six. */
  readonly jobs: readonly Exclude<PartnerIntent, 'help'>[];
  /** How many were shown before; absent on the first card. */
  readonly from?: number;
  /** Where it goes on; absent on the last card. */
  readonly next?: number;
}

/** As many as a card has buttons for. */
export const jobsAtOnce = 6;

/** The jobs that do not fit on the card "home", each with what it is for. */
export function moreCard(say: Say, { jobs, from, next }: MoreView): AdaptiveCard {
  const shown = jobs.slice(0, jobsAtOnce);
  const turning = [
    ...nextPage(say, 'more', next?.toString()),
    ...(from === undefined ? [] : [execute(say('more.first'), { verb: 'show', page: 'more' }, { associatedInputs: 'none' })]),
  ];
  return card(say, {
    heading: say('more.heading'),
    // jobs first: a client draws the card's own buttons below everything in its body
    body: shown.length === 0 ? [text(say('more.none'))] : [jobsIn(say, shown), buttons(shown.map((job) => intentButton(say, job)))],
    actions: [...turning, intentButton(say, 'home'), intentButton(say, 'help'), intentButton(say, 'language')],
  });
}

function jobsIn(say: Say, jobs: MoreView['jobs']): Element {
  return bullets(jobs.map((job) => [say(`intent.${job}`), say(`help.${job}`)].join(' – ')));
}
