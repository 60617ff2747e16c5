import type { CardAction } from '../../cards/actions.ts';
import type { Answered, Clicks, OneClick } from './context.ts';
import type { FlowContext } from './flow-turn.ts';

export type ClickAction = Extract<CardAction, { readonly verb: OneClick }>;

/** The buttons that belong to a conversation, to the assistant as a whole, or in a customer's hand. All others stand by themselves. */
const others = [
  'begin',
  'submit',
  'confirm',
  'back',
  'edit',
  'stop',
  'resume',
  'show',
  'choose-language',
  'accept-offer',
  'decline-offer',
  'ask-to-be-admin',
  'wish-renewal',
] as const satisfies readonly Exclude<CardAction['verb'], OneClick>[];

/** Does this button act or show by itself? A new verb that is neither here nor there does not compile where it is asked for. */
export function isOneClick(action: CardAction): action is ClickAction {
  return !others.some((verb) => verb === action.verb);
}

/** A button that is no part of a conversation. Each by itself: the compiler then knows which action belongs to which handler. */
export function oneClick(clicks: Clicks, context: FlowContext, action: ClickAction, inputs: object): Promise<Answered> {
  if (isAboutRenewal(action)) return renewalClick(clicks, context, action, inputs);
  switch (action.verb) {
    case 'show-checklist':
      return clicks['show-checklist'](context, action, inputs);
    case 'mark-checklist':
      return clicks['mark-checklist'](context, action, inputs);
    case 'confirm-hand-off':
      return clicks['confirm-hand-off'](context, action, inputs);
    case 'undo-change':
      return clicks['undo-change'](context, action, inputs);
    case 'show-offer':
      return clicks['show-offer'](context, action, inputs);
    case 'show-answers':
      return clicks['show-answers'](context, action, inputs);
    case 'withdraw-offer':
      return clicks['withdraw-offer'](context, action, inputs);
    case 'send-offer-again':
      return clicks['send-offer-again'](context, action, inputs);
    case 'settle-answer':
      return clicks['settle-answer'](context, action, inputs);
    case 'settle-admin-request':
      return clicks['settle-admin-request'](context, action, inputs);
    case 'end-delegated-admin':
      return clicks['end-delegated-admin'](context, action, inputs);
    case 'find-customers':
      return clicks['find-customers'](context, action, inputs);
    case 'show-customer':
      return clicks['show-customer'](context, action, inputs);
    case 'show-customer-part':
      return clicks['show-customer-part'](context, action, inputs);
    case 'show-service-request':
      return clicks['show-service-request'](context, action, inputs);
    case 'move-service-request':
      return clicks['move-service-request'](context, action, inputs);
    case 'note-service-request':
      return clicks['note-service-request'](context, action, inputs);
    case 'show-person':
      return clicks['show-person'](context, action, inputs);
    case 'remove-partner-user':
      return clicks['remove-partner-user'](context, action, inputs);
    case 'ask-for-right':
      return clicks['ask-for-right'](context, action, inputs);
    case 'settle-right-request':
      return clicks['settle-right-request'](context, action, inputs);
  }
}

const renewalVerbs = [
  'show-digest',
  'show-renewal',
  'snooze-renewal',
  'let-renewal-end',
  'go-on-with-renewal',
  'record-renewal',
  'show-notice-mail',
  'mark-notice-mailed',
] as const satisfies readonly OneClick[];
type RenewalClick = Extract<CardAction, { readonly verb: (typeof renewalVerbs)[number] }>;

function isAboutRenewal(action: ClickAction): action is RenewalClick {
  return renewalVerbs.some((verb) => verb === action.verb);
}

function renewalClick(clicks: Clicks, context: FlowContext, action: RenewalClick, inputs: object): Promise<Answered> {
  switch (action.verb) {
    case 'show-digest':
      return clicks['show-digest'](context, action, inputs);
    case 'show-renewal':
      return clicks['show-renewal'](context, action, inputs);
    case 'snooze-renewal':
      return clicks['snooze-renewal'](context, action, inputs);
    case 'let-renewal-end':
      return clicks['let-renewal-end'](context, action, inputs);
    case 'go-on-with-renewal':
      return clicks['go-on-with-renewal'](context, action, inputs);
    case 'record-renewal':
      return clicks['record-renewal'](context, action, inputs);
    case 'show-notice-mail':
      return clicks['show-notice-mail'](context, action, inputs);
    case 'mark-notice-mailed':
      return clicks['mark-notice-mailed'](context, action, inputs);
  }
}
