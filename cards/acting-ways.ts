import type { CustomerId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { FlowId } from './actions.ts';
import type { ExecuteAction } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import type { Say } from './messages/say.ts';

/** The ways on from something done for a customer: the customer's card, more of the same, the list of what is to do, home. */
export function actingWays(say: Say, customer: CustomerId, again: FlowId): readonly ExecuteAction[] {
  return [
    showCustomerButton(say, customer),
    execute(say(`intent.${again}`), { verb: 'begin', flow: again, about: { customer } }, { associatedInputs: 'none' }),
    intentButton(say, 'to-do'),
    homeButton(say),
  ];
}

/** The card of one customer. */
export function showCustomerButton(say: Say, customer: CustomerId): ExecuteAction {
  return execute(say('acting.show-customer'), { verb: 'show-customer', customer }, { associatedInputs: 'none' });
}
