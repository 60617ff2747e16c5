import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { addDays, daysBetween, isEnd } from '../shared/dates.ts';
import type { Plan } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';

/** How long licences stay usable, and data kept, after an end (mission, row 14). */
export type AfterTheEnd = Plan['afterTheEnd'];

/**
 * Where a term stands on a day. With E its last day: `running` through E, `usable` through E+30,
 * `disabled` E+31 to E+120, `deleted` from E+121 (mission, Arithmetic).
 */
export type Stage = 'ahead' | 'running' | 'usable' | 'disabled' | 'deleted';

export function stageOf(term: Pick<Term, 'startsOn' | 'endsOn'>, today: Day, after: AfterTheEnd): Stage {
  if (today < term.startsOn) return 'ahead';
  if (today <= term.endsOn) return 'running';
  if (today <= usableThrough(term.endsOn, after)) return 'usable';
  return today < deletedOn(term.endsOn, after) ? 'disabled' : 'deleted';
}

/** Days until the end; 0 on the last day, negative after it. */
export function daysLeft(endsOn: Day, today: Day): number {
  return daysBetween(today, endsOn);
}

/** The last day on which licences of an ended term can be used. */
export function usableThrough(endsOn: Day, after: AfterTheEnd): Day {
  return addDays(endsOn, after.usableDays);
}

/** The day on which the data is gone for good. */
export function deletedOn(endsOn: Day, after: AfterTheEnd): Day {
  return addDays(endsOn, after.dataKeptDays + 1);
}

/**
 * When a renewal made today begins: the day after the old end while the licences can still be used,
 * today once they are disabled; `undefined` when the data is gone and there is nothing left to renew.
 */
export function renewalStart(endsOn: Day, today: Day, after: AfterTheEnd): Day | undefined {
  if (today <= usableThrough(endsOn, after)) return addDays(endsOn, 1);
  return today < deletedOn(endsOn, after) ? today : undefined;
}

/** The terms that a key can renew today: they have an end, none follows them yet, and their data is still kept. The soonest end first. */
export function renewableTerms(terms: readonly Term[], today: Day, after: AfterTheEnd): readonly Term[] {
  return terms
    .filter((term) => isEnd(term.endsOn) && term.renewedBy === undefined && renewalStart(term.endsOn, today, after) !== undefined)
    .toSorted((one, other) => (one.endsOn === other.endsOn ? 0 : one.endsOn < other.endsOn ? -1 : 1));
}

/**
 * The ends that somebody has to see to: of terms that nothing follows. Monthly terms that renew themselves, far-future ends and
 * cancelled subscriptions have none (mission, row 15).
 */
export function openEnds({ terms, autoRenews, cancelled }: Pick<Subscription, 'terms' | 'autoRenews' | 'cancelled'>): readonly Day[] {
  if (cancelled !== undefined) return [];
  return [...new Set(openTerms({ terms, autoRenews }).map(({ endsOn }) => endsOn))];
}

/** The terms of these ends. */
export function openTerms({ terms, autoRenews }: Pick<Subscription, 'terms' | 'autoRenews'>): readonly Term[] {
  return terms.filter(({ renewedBy, endsOn, length }) => renewedBy === undefined && isEnd(endsOn) && !(autoRenews && length === 'P1M'));
}

/** Licences whose term runs on that day. */
export function seatsOn(terms: readonly Term[], day: Day): number {
  return terms.filter((term) => term.startsOn <= day && day <= term.endsOn).reduce((sum, term) => sum + term.seats, 0);
}

/** The most licences that run on any one day from `from` to `until`. It changes only where a term starts. */
export function mostSeatsBetween(terms: readonly Term[], from: Day, until: Day): number {
  const days = [from, ...terms.map((term) => term.startsOn).filter((day) => from < day && day <= until)];
  return Math.max(...days.map((day) => seatsOn(terms, day)));
}

/** The last day of the last term; a subscription has at least one. */
export function lastEnd(terms: Subscription['terms']): Day | undefined {
  return terms
    .map((term) => term.endsOn)
    .toSorted()
    .at(-1);
}

/** Is a subscription gone for good: deleted at Microsoft after its last end? */
export function isOver(subscription: Pick<Subscription, 'plan' | 'terms'>, today: Day): boolean {
  const end = lastEnd(subscription.terms);
  return end !== undefined && deletedOn(end, plans[subscription.plan].afterTheEnd) <= today;
}
