import type { ArgumentsOf, MessageKey } from '../../cards/messages/catalogue.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { Day, Instant } from '../../domain/shared/dates.ts';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'č',
  d: 'ď',
  e: 'ě',
  i: 'í',
  l: 'ľ',
  n: 'ň',
  o: 'ô',
  r: 'ř',
  s: 'š',
  t: 'ť',
  u: 'ů',
  y: 'ý',
  z: 'ž',
};

/** Half as long again and accented, between brackets: what is not said by key, or does not fit, shows. */
function stretched(words: string): string {
  const letters = words.trim().replace(/[a-z]/g, (letter) => accented[letter] ?? letter);
  const longer = 'prodlouženo '.repeat(Math.ceil(words.length / 24)).trim();
  return words.replace(words.trim(), () => `⟦${letters} ${longer}⟧`);
}

/** A language that nobody speaks, for cards that must hold any: English, stretched. */
export function pseudoSay(): Say {
  const { language, day, span, instant, number, country, list, compare } = sayIn('en');
  const say = <K extends MessageKey>(key: K, ...args: ArgumentsOf<K>): string => stretched(sayIn('en')(key, ...args));
  const formats = {
    day: (on: Day) => stretched(day(on)),
    span: (from: Day, to: Day) => stretched(span(from, to)),
    instant: (at: Instant) => stretched(instant(at)),
    country: (code: string) => stretched(country(code)),
  };
  return Object.assign(say, { language, number, list, compare, ...formats });
}
