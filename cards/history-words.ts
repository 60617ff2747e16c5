import { HistoryWord, TurnedFact } from '../domain/customers/history.ts';
import { ChecklistStatus } from '../domain/customers/records.ts';
import { RequestState } from '../domain/service-requests/records.ts';
import type { HistoryLine, Turned } from '../domain/shared/records.ts';
import { switched } from './hand-off.ts';
import type { Say } from './messages/say.ts';

/** When, what, before and after, who: one line of a customer's history. */
export function historyText(say: Say, { at, by, what, before, after, turned = [] }: HistoryLine): string {
  const word = HistoryWord.safeParse(what);
  const isChange = before !== undefined && after !== undefined && before !== after;
  const change = isChange ? [`${before} → ${after}`] : [after ?? before].flatMap((each) => each ?? []);
  const facts = turned.flatMap((each) => turnedText(say, each) ?? []);
  return [say.instant(at), say(word.success ? `history.${word.data}` : 'history.other'), ...change, ...facts, ...(by === undefined ? [] : [by])].join(' · ');
}

/** What was turned, from what, to what; nothing for what an older or newer book calls otherwise. */
function turnedText(say: Say, { what, before, after }: Turned): string | undefined {
  const fact = TurnedFact.safeParse(what);
  if (!fact.success) return undefined;
  switch (fact.data) {
    case 'seats':
      return say('to-do.seats', before, after);
    case 'auto-renewal':
      return say('to-do.auto-renewal', switched(say, before), switched(say, after));
    case 'cancel':
      return say(after === 'cancelled' ? 'turned.cancelled' : 'turned.not-cancelled');
    case 'state':
      return `${stateText(say, before)} → ${stateText(say, after)}`;
    case 'isAdmin':
      return say('turned.admin', yesNo(say, before), yesNo(say, after));
    case 'add-users':
    case 'move-data':
    case 'domain':
    case 'partner-of-record':
    case 'delegated-admin':
      return `${say(`checklist.${fact.data}`)}: ${statusText(say, before)} → ${statusText(say, after)}`;
  }
}

function yesNo(say: Say, text: string): string {
  return say(text === 'true' ? 'keep-user.yes' : 'keep-user.no');
}

function stateText(say: Say, text: string): string {
  const state = RequestState.safeParse(text);
  return state.success ? say(`customers.request-${state.data}`) : text;
}

function statusText(say: Say, text: string): string {
  const status = ChecklistStatus.safeParse(text);
  return status.success ? say(`turned.${status.data}`) : text;
}
