import type { Day } from '../shared/dates.ts';
import { addDays, dayOf, daysBetween } from '../shared/dates.ts';
import type { Relationship } from './records.ts';

/** Microsoft extends a relationship by this at its end, again and again, when that was asked for (facts of Graph GDAP). */
export const extensionDays = 180;

export type RelationshipStatus = 'active' | 'ended' | 'expired';

/**
 * The last day of delegated administration, as it stands on that day: the day it was ended on; later than agreed when it extends itself;
 * 9999-12-31 when it has no end.
 */
export function lastDayOf({ terms, endsOn, ended }: Relationship, today: Day): Day {
  if (ended !== undefined) return dayOf(new Date(ended.at));
  if (terms.form === 'classic' || !terms.autoExtends || today <= endsOn) return endsOn;
  return addDays(endsOn, Math.ceil(daysBetween(endsOn, today) / extensionDays) * extensionDays);
}

/** Ended by one of the two sides, over because its last day has passed, or active. */
export function statusOf(relationship: Relationship, today: Day): RelationshipStatus {
  if (relationship.ended !== undefined) return 'ended';
  return lastDayOf(relationship, today) < today ? 'expired' : 'active';
}

/** Does it grant anything on that day? */
export function isActive(relationship: Relationship, today: Day): boolean {
  return relationship.startsOn <= today && statusOf(relationship, today) === 'active';
}
