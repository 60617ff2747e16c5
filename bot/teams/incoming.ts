import { ObjectId, personId, TenantId } from '../../domain/shared/ids.ts';
import type { ConversationAddress, Incoming } from '../../domain/shared/turn.ts';
import type { Activity } from './activity.ts';
import { saidIn } from './said.ts';
import { timeZoneOf } from './time-zone.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const longestName = 256;

/** What the door adds to an activity. */
export interface AtTheDoor {
  readonly requestId: string;
  readonly isTimeZone: (name: string) => boolean;
}

/**
 * One activity in our words; undefined when it contradicts its own type.
 *
 * Tenant and object id come from the activity that the channel signed for; whoever has none is the nil GUID, a stranger everywhere.
 */
export function incomingFrom(activity: Activity, door: AtTheDoor): Incoming | undefined {
  const said = saidIn(activity);
  if (said === undefined) return undefined;
  const address = addressOf(activity);
  const objectId = ObjectId.safeParse(activity.from.aadObjectId).data ?? ObjectId.parse(nobody);
  const locale = localeOf(activity);
  const timeZone = timeZoneOf(activity, door.isTimeZone);
  return {
    activityKey: [activity.channelId, activity.conversation.id, activity.id ?? door.requestId, ...editOf(activity)].join('|'),
    from: { person: personId(address.tenant, objectId), tenant: address.tenant, objectId, name: address.user.name },
    address,
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    said,
    ...(said.kind === 'clicked' && typeof activity.replyToId === 'string' ? { cardId: activity.replyToId } : {}),
    requestId: door.requestId,
  };
}

/** Every edit of a message comes under the id of that message; delivered again, it has the same timestamp. */
function editOf({ type, timestamp }: Activity): readonly string[] {
  return type === 'messageUpdate' && typeof timestamp === 'string' ? [String(Date.parse(timestamp))] : [];
}

function addressOf(activity: Activity): ConversationAddress {
  return {
    channel: activity.channelId,
    conversation: activity.conversation.id,
    scope: scopeOf(activity.conversation),
    serviceUrl: activity.serviceUrl,
    bot: { id: activity.recipient.id, name: nameOf(activity.recipient) },
    user: { id: activity.from.id, name: nameOf(activity.from) },
    tenant: TenantId.safeParse(activity.channelData?.tenant?.id ?? activity.conversation.tenantId).data ?? TenantId.parse(nobody),
  };
}

function scopeOf(conversation: Activity['conversation']): ConversationAddress['scope'] {
  if (conversation.conversationType === 'channel') return 'channel';
  return conversation.conversationType === 'groupChat' || conversation.isGroup === true ? 'group' : 'personal';
}

function nameOf(account: Activity['from']): string {
  return (account.name ?? '').slice(0, longestName);
}

function localeOf(activity: Activity): string | undefined {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i.exec(activity.locale ?? '')?.[0];
}
