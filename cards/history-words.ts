import { HistoryWord } from '../domain/customers/history.ts';
import type { HistoryLine } from '../domain/shared/records.ts';
import type { Say } from './messages/say.ts';

/** When, what, before and after, who: one line of a customer's history. */
export function historyText(say: Say, { at, by, what, before, after }: HistoryLine): string {
  const word = HistoryWord.safeParse(what);
  const change = before !== undefined && after !== undefined ? [`${before} → ${after}`] : [before ?? after].flatMap((each) => each ?? []);
  return [say.instant(at), say(word.success ? `history.${word.data}` : 'history.other'), ...change, ...(by === undefined ? [] : [by])].join(' · ');
}
