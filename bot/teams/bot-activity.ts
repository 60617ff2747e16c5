import type { Activity as BotActivity } from 'botbuilder';
import type { Activity } from './activity.ts';

/** The SDK's form of an activity, with only what answering it needs. */
export function botActivity(activity: Activity): BotActivity {
  const { conversation } = activity;
  return {
    type: activity.type,
    id: activity.id ?? undefined,
    name: activity.name ?? undefined,
    locale: activity.locale ?? undefined,
    deliveryMode: activity.deliveryMode ?? undefined,
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    from: account(activity.from),
    recipient: account(activity.recipient),
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? 'personal',
      tenantId: conversation.tenantId ?? undefined,
    },
    text: '',
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
  };
}

function account(account: Activity['from']): BotActivity['from'] {
  return { id: account.id, name: account.name ?? '' };
}
