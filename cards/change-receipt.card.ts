import type { SubscriptionChanged } from '../domain/customers/acting-commands.ts';
import type { HandOff } from '../domain/customers/records.ts';
import { actingWays } from './acting-ways.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { changeFacts } from './change-review.card.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { undoButton } from './change-undone.card.ts';
import { buttons, card, facts, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import type { TaskSubjects } from './task-subjects.ts';

export interface ChangeReceiptView {
  readonly changed: SubscriptionChanged;
  /** Absent once another change of the same took its place. */
  readonly handOff?: HandOff;
  readonly about?: TaskSubjects;
}

/** What our book holds now, and what is to be done at Microsoft. */
export function changeReceiptCard(say: Say, { changed, handOff, about }: ChangeReceiptView): AdaptiveCard {
  const { customer, customerName, plan, what, at, by, commandId } = changed;
  return card(say, {
    heading: say('change.receipt-heading'),
    body: [
      facts([[say('acting.customer'), customerName], [say('change.subscription'), plan], ...changeFacts(say, changed)]),
      ...(what === 'cancel' ? [text(say('change.receipt-cancel'))] : []),
      ...(handOff === undefined
        ? [text(say('hand-off.book', say.instant(at), by)), note(say('change.superseded'))]
        : [...handOffLines(say, { at, by }, handOff), ...handOffSteps(say, handOff, commandId, about), ...undo(say, handOff)]),
    ],
    actions: actingWays(say, customer, 'change-subscription'),
  });
}

function undo(say: Say, handOff: HandOff): readonly Element[] {
  return handOff.what === 'change-subscription' && handOff.confirmed === undefined ? [buttons([undoButton(say, handOff)])] : [];
}
