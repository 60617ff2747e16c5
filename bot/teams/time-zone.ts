import { z } from 'zod';
import { isTimeZone } from '../../domain/shared/time-zone.ts';
import type { Activity } from './activity.ts';
import { entitiesOf } from './activity.ts';

const ClientInfo = z.object({ type: z.literal('clientInfo'), timezone: z.string() });
const longest = 64;
const remembered = 500;

/** Whether this machine's calendar knows a time zone of that name. Remembers its answers: asking costs more than a whole turn. */
export function createTimeZoneCheck(): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? isTimeZone(name);
    if (known.size < remembered) known.set(name, answer);
    return answer;
  };
}

/** Where the person's clock stands, as Teams tells it; undefined when it does not, or names a place no calendar knows. */
export function timeZoneOf(activity: Activity, isKnown: (name: string) => boolean): string | undefined {
  const name = activity.localTimezone ?? clientTimeZone(activity);
  return name !== undefined && name.length <= longest && isKnown(name) ? name : undefined;
}

function clientTimeZone(activity: Activity): string | undefined {
  return entitiesOf(activity, 'clientInfo')
    .map((entity) => ClientInfo.safeParse(entity).data?.timezone)
    .find((name) => name !== undefined);
}
