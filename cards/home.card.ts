import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { intentButton } from './intent-button.ts';
import type { PartnerIntent } from './intent-button.ts';
import { bullets, buttons, card, facts, folded, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface HomeView {
  /** Absent while the company is not in the book. */
  readonly company?: string;
  readonly endsToday: number;
  /** How many end from tomorrow within so many days; each includes the ones before. */
  readonly endsWithin: readonly { readonly days: number; readonly count: number }[];
  readonly toDo: number;
  /** Answers to offers and requests that wait for the partner's word. */
  readonly answersWaiting: number;
  readonly jobs: readonly PartnerIntent[];
  readonly notForYou: readonly { readonly job: PartnerIntent; readonly because: string }[];
}

/** The own company at a glance: what is due, what this person may do, and why not the rest. */
export function homeCard(say: Say, view: HomeView): AdaptiveCard {
  return card(say, {
    heading: say('home.heading'),
    speak: spoken(say, view),
    body: [
      text(view.company ?? say('home.no-company'), { weight: 'Bolder' }),
      subheading(say('home.ending')),
      ending(say, view),
      buttons([intentButton(say, 'renewals')]),
      subheading(say('to-do.heading')),
      ...waiting(say, view),
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

/** What waits, with the way to it. */
function waiting(say: Say, { toDo, answersWaiting }: HomeView): readonly Element[] {
  const ways = [...(toDo === 0 ? [] : [intentButton(say, 'to-do')]), ...(answersWaiting === 0 ? [] : [intentButton(say, 'offers')])];
  return [...waits(say, { toDo, answersWaiting }).map((line) => text(line)), ...(ways.length === 0 ? [] : [buttons(ways)])];
}

function waits(say: Say, { toDo, answersWaiting }: Pick<HomeView, 'toDo' | 'answersWaiting'>): readonly string[] {
  const lines = [...(toDo === 0 ? [] : [say('home.to-do', toDo)]), ...(answersWaiting === 0 ? [] : [say('home.answers-wait', answersWaiting)])];
  return lines.length === 0 ? [say('home.nothing-to-do')] : lines;
}

/** Read aloud: the company, what ends, what waits. */
function spoken(say: Say, view: HomeView): string {
  const ends = endings(say, view).map(([label, count]) => `${label}: ${count}.`);
  return [
    `${say('home.heading')}.`,
    view.company ?? say('home.no-company'),
    ...(ends.length === 0 ? [say('home.nothing-ends')] : ends),
    ...waits(say, view),
  ].join(' ');
}

function endings(say: Say, view: HomeView): readonly (readonly [label: string, count: string])[] {
  const within = view.endsWithin.filter(({ count }) => count > 0).map(({ days, count }) => [say('home.ends-within', days), say.number(count)] as const);
  return [...(view.endsToday > 0 ? [[say('home.ends-today'), say.number(view.endsToday)] as const] : []), ...within];
}

function ending(say: Say, view: HomeView): Element {
  const lines = endings(say, view);
  return lines.length === 0 ? text(say('home.nothing-ends')) : facts(lines);
}
