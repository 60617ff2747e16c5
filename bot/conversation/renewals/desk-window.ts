import type { Subscription } from '../../../domain/customers/records.ts';
import type { RenewalsAsked, RenewalWeek } from '../../../domain/renewals/desk.port.ts';
import { lifecycleOf, mostDaysKept } from '../../../domain/renewals/lifecycle.ts';
import { rowsOf } from '../../../domain/renewals/rows.ts';
import { openEnds, openTerms, renewedEnds, renewedTerms, stageOf } from '../../../domain/renewals/terms.ts';
import type { Stage } from '../../../domain/renewals/terms.ts';
import { addDays, daysBetween } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { TenantId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';

/** The ends that are looked at: which of them, and from when to when. */
export interface DeskWindow {
  readonly query: 'ends-of-partner' | 'renewed-ends-of-partner';
  readonly endsOf: typeof openEnds;
  readonly termsOf: typeof openTerms;
  readonly from: Day;
  readonly upTo: Day;
}

/** More ends than this are counted, and not looked at one by one. */
const mostLookedAt = 2000;

export function windowOf({ weeks, status }: Pick<RenewalsAsked, 'weeks' | 'status'>, today: Day): DeskWindow {
  const which =
    status === 'renewed'
      ? ({ query: 'renewed-ends-of-partner', endsOf: renewedEnds, termsOf: renewedTerms } as const)
      : ({ query: 'ends-of-partner', endsOf: openEnds, termsOf: openTerms } as const);
  if (weeks === 'ended') return { ...which, from: mondayOf(addDays(today, -mostDaysKept)), upTo: addDays(today, -1) };
  const from = mondayOf(today);
  return { ...which, from, upTo: addDays(from, Number(weeks) * 7 - 1) };
}

/** Weeks begin on Monday (ISO 8601). */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** How many ends each week of the window has; by stage, too, where it says something and looking at each costs little. */
export async function weeksOf(book: Reader, partner: TenantId, window: DeskWindow, today: Day): Promise<readonly RenewalWeek[]> {
  const { query, from, upTo } = window;
  const mondays = Array.from({ length: Math.ceil((daysBetween(from, upTo) + 1) / 7) }, (_, week) => addDays(from, week * 7));
  const weeks = mondays.map((monday) => ({ from: monday, to: addDays(monday, 6) }));
  const isCounted = query === 'renewed-ends-of-partner' || (await book.count(query, { key: partner, from, upTo })) > mostLookedAt;
  if (isCounted)
    return Promise.all(
      weeks.map(async (week) => ({ ...week, count: await book.count(query, { key: partner, from: week.from, upTo: week.to < upTo ? week.to : upTo }) })),
    );
  const ends = await lookedAt(book, partner, window, today);
  return weeks.map((week) => {
    const own = ends.filter(({ endsOn }) => week.from <= endsOn && endsOn <= week.to);
    return { ...week, count: own.length, stages: countedStages(own) };
  });
}

interface End {
  readonly endsOn: Day;
  readonly stage: Stage;
}

function countedStages(ends: readonly End[]): NonNullable<RenewalWeek['stages']> {
  const counts: Partial<Record<Stage, number>> = {};
  for (const { stage } of ends) counts[stage] = (counts[stage] ?? 0) + 1;
  return counts;
}

async function lookedAt(book: Reader, partner: TenantId, window: DeskWindow, today: Day): Promise<readonly End[]> {
  const { query, endsOf, from, upTo } = window;
  const found = new Map<string, readonly End[]>();
  for await (const subscription of rowsOf(book, query, { key: partner, from, upTo })) {
    const ends = endsOf(subscription).filter((end) => from <= end && end <= upTo);
    found.set(
      subscription.id,
      ends.map((endsOn) => ({ endsOn, stage: stageOfEnd(subscription, endsOn, window, today) })),
    );
  }
  return [...found.values()].flat();
}

/** Where the licences stand that end on this day. */
export function stageOfEnd(subscription: Subscription, endsOn: Day, { termsOf }: Pick<DeskWindow, 'termsOf'>, today: Day): Stage {
  const term = termsOf(subscription).find((each) => each.endsOn === endsOn);
  return term === undefined ? 'running' : stageOf(term, today, lifecycleOf(subscription, term));
}
