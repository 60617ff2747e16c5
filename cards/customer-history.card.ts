import type { HistoryLine } from '../domain/shared/records.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { historyText } from './history-words.ts';
import { card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface HistoryPartView extends PartView {
  readonly rows: readonly HistoryLine[];
}

/** What happened to a customer, newest first. */
export function customerHistoryCard(say: Say, view: HistoryPartView): AdaptiveCard {
  const head = partHead(say, view, 'history');
  return card(say, {
    ...head,
    body: [...head.body, ...(view.rows.length === 0 ? [note(say('customers.no-history'))] : view.rows.map((line) => text(historyText(say, line))))],
    actions: partActions(say, view, 'history'),
  });
}
