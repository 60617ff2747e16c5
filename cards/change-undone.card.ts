import type { ChangeUndone } from '../domain/customers/acting-commands.ts';
import type { HandOffOf } from '../domain/customers/records.ts';
import type { CustomerId, HandOffId } from '../domain/shared/ids.ts';
import { actingWays, showCustomerButton } from './acting-ways.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { changeFacts } from './change-review.card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, note, problem, text } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** A change in our book that nobody has confirmed at Microsoft: it can be taken back. */
export type OpenChange = Pick<HandOffOf<'change-subscription'>, 'id' | 'change'>;

const undoWords: Readonly<Record<OpenChange['change'], TextKey>> = {
  seats: 'change.undo-seats',
  'auto-renewal': 'change.undo-renewal',
  cancel: 'change.undo-cancel',
};

/** Takes it back, in the words of its kind. */
export function undoButton(say: Say, { id, change }: { readonly id: HandOffId; readonly change: OpenChange['change'] }): ExecuteAction {
  return execute(say(undoWords[change]), { verb: 'undo-change', handOff: id }, { associatedInputs: 'none' });
}

/** What our book says again. */
export function changeUndoneCard(say: Say, undone: ChangeUndone): AdaptiveCard {
  const { customer, customerName, plan, what, at, by } = undone;
  return card(say, {
    heading: say('change.undone-heading'),
    body: [
      facts([[say('acting.customer'), customerName], [say('change.subscription'), plan], ...changeFacts(say, undone)]),
      ...(what === 'cancel' ? [text(say('change.undone-cancel'))] : []),
      text(say('hand-off.book', say.instant(at), by)),
      note(say('change.undone-microsoft')),
    ],
    actions: actingWays(say, customer, 'change-subscription'),
  });
}

/** Why it is not taken back; with the customer's card where there is one of the own book. */
export function changeNotUndoneCard(say: Say, view: { readonly because: string; readonly customer?: CustomerId }): AdaptiveCard {
  const { because, customer } = view;
  return card(say, {
    heading: say('change.not-undone-heading'),
    speak: because,
    body: [problem([because])],
    actions: [...(customer === undefined ? [] : [showCustomerButton(say, customer)]), intentButton(say, 'to-do'), homeButton(say)],
  });
}
