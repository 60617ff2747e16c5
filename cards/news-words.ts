import { Day } from '../domain/shared/dates.ts';
import type { News } from '../domain/renewals/records.ts';
import { PlanId, plans } from '../domain/shared/plans.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** One change of a customer's, as a card tells it. */
export type ToldNews = Pick<News, 'about' | 'before' | 'after' | 'at' | 'by'>;

/** "Licences: 12 → 15". */
export function newsLine(say: Say, { about: { what }, before, after }: ToldNews): string {
  const from = what === 'delegation-ended' && Day.safeParse(before).success ? say('news.until', Day.parse(before)) : word(say, before);
  return `${say(`news.what-${what}`)}: ${from} → ${word(say, after)}`;
}

/** Who did it, and when. */
export function newsBy(say: Say, { by, at }: ToldNews): string {
  return [by ?? say('news.nobody'), say.instant(at)].join(' · ');
}

const words: Readonly<Record<string, TextKey>> = {
  active: 'news.word-active',
  suspended: 'news.word-suspended',
  cancelled: 'news.word-cancelled',
  on: 'news.word-on',
  off: 'news.word-off',
  us: 'news.word-us',
  lost: 'news.word-lost',
  ended: 'news.word-ended',
};

/** A number, a day, a plan or a state, as the book writes it (domain/renewals/changes.ts). */
function word(say: Say, value: string): string {
  const known = words[value];
  if (known !== undefined) return say(known);
  const plan = PlanId.safeParse(value);
  if (plan.success) return plans[plan.data].name;
  const day = Day.safeParse(value);
  if (day.success) return say.day(day.data);
  return /^\d+$/.test(value) ? say.number(Number(value)) : value;
}
