import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { intentButton } from './intent-button.ts';
import type { PartnerIntent } from './intent-button.ts';
import { bullets, card, facts, folded, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface HomeView {
  /** Absent while the company is not in the book. */
  readonly company?: string;
  readonly endsToday: number;
  /** How many end from tomorrow within so many days; each includes the ones before. */
  readonly endsWithin: readonly { readonly days: number; readonly count: number }[];
  readonly toDo: number;
  readonly jobs: readonly PartnerIntent[];
  readonly notForYou: readonly { readonly job: PartnerIntent; readonly because: string }[];
}

/** The own company at a glance: what is due, what this person may do, and why not the rest. */
export function homeCard(say: Say, view: HomeView): AdaptiveCard {
  return card(say, {
    heading: say('home.heading'),
    speak: `${say('home.heading')}. ${view.company ?? say('home.no-company')}`,
    body: [
      text(view.company ?? say('home.no-company'), { weight: 'Bolder' }),
      subheading(say('home.ending')),
      ending(say, view),
      subheading(say('to-do.heading')),
      text(view.toDo === 0 ? say('home.nothing-to-do') : say('home.to-do', view.toDo)),
      ...(view.notForYou.length === 0
        ? []
        : folded('not-for-you', say('home.not-for-you', view.notForYou.length), [
            bullets(view.notForYou.map(({ job, because }) => say('home.because', say(`intent.${job}`), because))),
          ])),
      text(say('home.jobs')),
    ],
    actions: view.jobs.slice(0, 6).map((job) => intentButton(say, job)),
  });
}

function ending(say: Say, view: HomeView): Element {
  const within = view.endsWithin.filter(({ count }) => count > 0).map(({ days, count }) => [say('home.ends-within', days), say.number(count)] as const);
  const lines = [...(view.endsToday > 0 ? [[say('home.ends-today'), say.number(view.endsToday)] as const] : []), ...within];
  return lines.length === 0 ? text(say('home.nothing-ends')) : facts(lines);
}
