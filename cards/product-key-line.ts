import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Say } from './messages/say.ts';

/** A key as it may be shown: the last five characters, and what the book knows of it. */
export interface KeyView {
  readonly ending: string;
  /** Absent for a key that is not in stock. */
  readonly stock?: { readonly plan: PlanId; readonly seats: number };
}

/** One line for one key: its last five characters and its licences; the plan stands on the card once (mission: masked from the next card on). */
export function keyLine(say: Say, key: KeyView): string {
  return key.stock === undefined ? say('redeem.key-line-unverified', key.ending) : say('redeem.key-line', key.ending, key.stock.seats);
}

/** "3 of 5 keys" for plans of one licence per key, "30 of 40 licences" otherwise (mission, row 1). */
export function countLine(
  say: Say,
  count: { readonly plan: PlanId | undefined; readonly keys: number; readonly seats: number; readonly people: number },
): string {
  const oneEach = count.plan === undefined || plans[count.plan].licencesPerKey === 'one';
  return oneEach ? say('redeem.keys-of', count.keys, count.people) : say('redeem.licences-of', count.seats, count.people);
}

/** How a tick names a key: by its place, and by its ending in case the list has changed since. Two keys may end alike. */
export function takenKeyId(key: Pick<KeyView, 'ending'>, place: number): string {
  return `${String(place)}-${key.ending}`;
}
