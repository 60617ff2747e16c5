import type { Day } from '../domain/shared/dates.ts';
import type { Action, Element } from './adaptive-card.ts';
import { buttons, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { quiet } from './renewal.card.ts';
import type { RenewalFacts } from './renewal-view.ts';
import { decidedWords, endLine, ifNobodyActs, movedWords, renewedWords } from './renewal-words.ts';

export interface RowMore {
  /** The end that the card spoke of when it went out. */
  readonly endsOn?: Day;
  readonly lines?: readonly string[];
  readonly ways?: readonly Action[];
}

/** One end in a list: whose, what, what happens if nobody acts, and the way to it. What is settled says so instead. */
export function renewalRow(say: Say, renewal: RenewalFacts, { endsOn, lines = [], ways = [] }: RowMore = {}): Element {
  const { subscription, term, customer } = renewal;
  const renewed = renewedWords(say, renewal);
  const moved = endsOn === undefined || renewed !== undefined ? undefined : movedWords(say, endsOn, renewal);
  const next = ifNobodyActs(say, renewal);
  return {
    type: 'Container',
    separator: true,
    items: [
      text(customer.name, { weight: 'Bolder' }),
      text(endLine(say, renewal)),
      ...(renewed === undefined ? [] : [text(renewed, { color: 'Good' })]),
      ...(moved === undefined ? [] : [text(moved, { color: 'Good' })]),
      ...(next === undefined ? [] : [note(next)]),
      ...[...decidedWords(say, renewal), ...lines].map((line) => note(line)),
      buttons([quiet(say('customers.open'), { verb: 'show-renewal', subscription, term }), ...ways]),
    ],
  };
}
