import type { CustomerTask } from '../domain/company/rights.ts';
import type { CommandId, CustomerId, SubscriptionId } from '../domain/shared/ids.ts';
import { execute, FlowId, PageId } from './actions.ts';
import type { CardAction } from './actions.ts';
import type { ExecuteAction } from './adaptive-card.ts';
import type { Intent } from './messages/phrases.ts';
import type { Say } from './messages/say.ts';

/** What a partner's person can ask for at any time; in this order on the cards "home" and "more". */
export const partnerIntents = [
  'redeem-product-keys',
  'customers',
  'renewals',
  'send-purchase-offer',
  'send-trial-invitation',
  'offers',
  'attach-partner-of-record',
  'offer-delegated-admin',
  'change-subscription',
  'move-to-direct',
  'service-requests',
  'open-service-request',
  'request-new-password',
  'keys-left',
  'to-do',
  'checklists',
  'edit-customer',
  'keep-customer-user',
  'company',
  'confirm-company-information',
  'keep-standing',
  'customer-notices',
  'people',
  'keep-partner-user',
  'rights',
  'correct-admin-email',
  'more',
  'home',
  'help',
  'language',
] as const satisfies readonly Intent[];
export type PartnerIntent = (typeof partnerIntents)[number];

/** A button that asks for something by name. */
export function intentButton(say: Say, intent: PartnerIntent): ExecuteAction {
  return execute(say(`intent.${intent}`), actionOf(intent), { associatedInputs: 'none' });
}

/** The way to a partner of record for one subscription. */
export function attachButton(say: Say, subscription: SubscriptionId): ExecuteAction {
  return execute(
    say('intent.attach-partner-of-record'),
    { verb: 'begin', flow: 'attach-partner-of-record', about: { subscription } },
    { associatedInputs: 'none' },
  );
}

/** The way to an offer of delegated administration for one customer. */
export function delegationButton(say: Say, customer: CustomerId): ExecuteAction {
  return execute(say('intent.offer-delegated-admin'), { verb: 'begin', flow: 'offer-delegated-admin', about: { customer } }, { associatedInputs: 'none' });
}

/** Asks the global admins for the right that a task needs. */
export function askButton(say: Say, task: CustomerTask): ExecuteAction {
  return execute(say('rights.ask'), { verb: 'ask-for-right', task }, { associatedInputs: 'none' });
}

/** The way home, for the end of every card that has no other way on. */
export function homeButton(say: Say): ExecuteAction {
  return intentButton(say, 'home');
}

/** The way back into the open conversation. */
export function resumeButton(say: Say, run: CommandId): ExecuteAction {
  return execute(say('conversation.go-on'), { verb: 'resume', run }, { style: 'positive', associatedInputs: 'none' });
}

function actionOf(intent: PartnerIntent): CardAction {
  const flow = FlowId.safeParse(intent).data;
  return flow === undefined ? { verb: 'show', page: PageId.parse(intent) } : { verb: 'begin', flow };
}
