import type { AdaptiveCard } from './adaptive-card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { intentButton } from './intent-button.ts';
import { card, note } from './kit.ts';
import type { Say } from './messages/say.ts';
import { doneLine, toDoRow } from './to-do.card.ts';
import type { ToDoView } from './to-do.card.ts';

export interface TasksPartView extends PartView, Pick<ToDoView, 'confirmed'> {
  /** At most four, oldest first, each with whose it is. */
  readonly rows: readonly (ToDoView['rows'][number] & { readonly whose: string })[];
}

/** What is still to be done at Microsoft for a customer, whoever has it on their list: a colleague can do it, too. */
export function customerTasksCard(say: Say, view: TasksPartView): AdaptiveCard {
  const head = partHead(say, view, 'hand-offs');
  return card(say, {
    ...head,
    body: [
      ...head.body,
      ...doneLine(say, view.confirmed),
      ...(view.rows.length === 0 ? [note(say('to-do.none-of-customer'))] : view.rows.map((row, index) => toDoRow(say, row, index, 'customer'))),
    ],
    actions: partActions(say, view, 'hand-offs', intentButton(say, 'to-do')),
  });
}
