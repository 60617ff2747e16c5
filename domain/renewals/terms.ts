import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { addDays, daysBetween, isEnd, noEnd } from '../shared/dates.ts';
import type { LifecyclePolicy } from './lifecycle.ts';
import { lifecycleOf } from './lifecycle.ts';

/** How long licences stay usable, and data kept, after an end: `lifecycleOf` says which holds (mission, row 14). */
export type AfterTheEnd = Pick<LifecyclePolicy, 'usableDays' | 'dataKeptDays' | 'extended'>;

/**
 * Where a term stands on a day. With E its last day: `running` through E, `usable` through E+30,
 * `disabled` E+31 to E+120, `deleted` from E+121 (mission, Arithmetic); `extended` from E+1 where the service goes on month by month.
 */
export type Stage = 'ahead' | 'running' | 'extended' | 'usable' | 'disabled' | 'deleted';

export function stageOf(term: Pick<Term, 'startsOn' | 'endsOn'>, today: Day, after: AfterTheEnd): Stage {
  if (today < term.startsOn) return 'ahead';
  if (today <= term.endsOn) return 'running';
  if (after.extended !== undefined) return 'extended';
  if (today <= usableThrough(term.endsOn, after)) return 'usable';
  return today < deletedOn(term.endsOn, after) ? 'disabled' : 'deleted';
}

/** Days until the end; 0 on the last day, negative after it. */
export function daysLeft(endsOn: Day, today: Day): number {
  return daysBetween(today, endsOn);
}

/** The last day on which licences of an ended term can be used; 9999-12-31 where the service goes on. */
export function usableThrough(endsOn: Day, after: AfterTheEnd): Day {
  return after.extended === undefined ? addDays(endsOn, after.usableDays) : noEnd;
}

/** The day on which the data is gone for good; 9999-12-31 where the service goes on. */
export function deletedOn(endsOn: Day, after: AfterTheEnd): Day {
  return after.extended === undefined ? addDays(endsOn, after.dataKeptDays + 1) : noEnd;
}

/**
 * When a renewal made today begins: the day after the old end while the licences can still be used free of charge,
 * today once they are disabled or paid for month by month; `undefined` when the data is gone and there is nothing left to renew.
 */
export function renewalStart(endsOn: Day, today: Day, after: AfterTheEnd): Day | undefined {
  if (today <= addDays(endsOn, after.usableDays)) return addDays(endsOn, 1);
  return today < deletedOn(endsOn, after) ? today : undefined;
}

/** What decides, with the term, what happens after its end. */
export type BoughtAs = Pick<Subscription, 'channel' | 'autoRenews' | 'cancelled'>;

/** The terms that a key can renew today: they have an end, none follows them yet, and their data is still kept. The soonest end first. */
export function renewableTerms(subscription: BoughtAs & Pick<Subscription, 'terms'>, today: Day): readonly Term[] {
  return subscription.terms
    .filter((term) => isEnd(term.endsOn) && term.renewedBy === undefined && renewalStart(term.endsOn, today, lifecycleOf(subscription, term)) !== undefined)
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

/** The ends that another term follows. */
export function renewedEnds({ terms }: Pick<Subscription, 'terms'>): readonly Day[] {
  return [...new Set(renewedTerms({ terms }).map(({ endsOn }) => endsOn))];
}

/** The terms of these ends. */
export function renewedTerms({ terms }: Pick<Subscription, 'terms'>): readonly Term[] {
  return terms.filter(({ renewedBy, endsOn }) => renewedBy !== undefined && isEnd(endsOn));
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
  return lastTerm(terms)?.endsOn;
}

/** The term that ends last; of several the one that started last. */
export function lastTerm(terms: Subscription['terms']): Term | undefined {
  return terms.toSorted((one, other) => (`${one.endsOn}${one.startsOn}` < `${other.endsOn}${other.startsOn}` ? -1 : 1)).at(-1);
}

export interface LastStand {
  readonly term: Term;
  readonly after: AfterTheEnd;
  readonly stage: Stage;
  readonly usableThrough: Day;
  readonly deletedOn: Day;
}

/** Where the last term of a subscription stands, and what holds after its end; undefined for one without a term. */
export function lastStandOf(subscription: BoughtAs & Pick<Subscription, 'terms'>, today: Day): LastStand | undefined {
  const term = lastTerm(subscription.terms);
  if (term === undefined) return undefined;
  const after = lifecycleOf(subscription, term);
  return { term, after, stage: stageOf(term, today, after), usableThrough: usableThrough(term.endsOn, after), deletedOn: deletedOn(term.endsOn, after) };
}

/** Is a subscription gone for good: deleted at Microsoft after its last end? */
export function isOver(subscription: BoughtAs & Pick<Subscription, 'terms'>, today: Day): boolean {
  return lastStandOf(subscription, today)?.stage === 'deleted';
}
