import { z } from 'zod';
import { isPlainData } from './plain-data.ts';

/** An id of the channel: opaque, but never one that could bend a URL path or break its encoding. */
const id = z
  .string()
  .max(1024)
  .regex(/^(?!\.{1,2}$)[^\p{Surrogate}\p{Control}]+$/u);
const word = z.string().min(1).max(64);
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

/** Who takes part, as the channel names them. */
const Account = z.object({ id, name: z.string().nullish(), aadObjectId: z.string().nullish() });

/**
 * One activity of the Bot Connector (v3), reduced to what the assistant reads; everything else is dropped here.
 *
 * Fields that only describe (locale, tenant, names) may be missing; fields that say where the answer goes may not.
 */
const Activity = z.object({
  type: word,
  id: id.nullish(),
  timestamp: moment.nullish(),
  localTimestamp: moment.nullish(),
  /** The message whose card was clicked. One that is no id says nothing. */
  replyToId: id.nullish().catch(undefined),
  channelId: word,
  serviceUrl: z.string().max(2048).refine(isServiceUrl),
  from: Account,
  recipient: Account,
  conversation: z.object({ id, conversationType: z.string().nullish(), isGroup: z.boolean().nullish(), tenantId: z.string().nullish() }),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  deliveryMode: z.string().max(64).nullish(),
  entities: z.array(z.unknown()).max(250).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().nullish() }))
    .max(250)
    .nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** The body of a request as an activity, or undefined for anything that is not one. Never throws. */
export function readActivity(body: unknown): Activity | undefined {
  if (!isPlainData(body)) return undefined;
  const activity = Activity.safeParse(body).data;
  return activity !== undefined && hasIdWhereNeeded(activity) ? activity : undefined;
}

/** The entities of one type, otherwise unread. A schema that fails costs more than the whole activity: look before you parse. */
export function entitiesOf(activity: Activity, type: string): readonly unknown[] {
  return (activity.entities ?? []).filter((entity) => typeof entity === 'object' && entity !== null && 'type' in entity && entity.type === type);
}

/** What a person says or clicks must be recognisable when it is delivered again. */
function hasIdWhereNeeded(activity: Activity): boolean {
  return typeof activity.id === 'string' || !['message', 'invoke'].includes(activity.type);
}

function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
}
