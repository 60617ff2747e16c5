import { z } from 'zod';

/** A UTC calendar day, `YYYY-MM-DD`. Compares as a string; never shifted by a time zone (mission, Arithmetic). */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** An instant, ISO 8601 in UTC with milliseconds. Compares as a string. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** How long one bought period lasts, as Partner Center writes it. */
export const TermLength = z.enum(['P1M', 'P1Y', 'P3Y']);
export type TermLength = z.infer<typeof TermLength>;

const msPerDay = 86_400_000;
// Far-future ends are written 9999-12-31; nothing lies after it.
const lastMoment = Date.UTC(9999, 11, 31);
/** The day that stands for "no end". */
export const noEnd = Day.parse('9999-12-31');
const monthsOf: Record<TermLength, number> = { P1M: 1, P1Y: 12, P3Y: 36 };

export function dayOf(now: Date): Day {
  return Day.parse(now.toISOString().slice(0, 10));
}

export function instantOf(now: Date): Instant {
  return Instant.parse(now.toISOString());
}

/** The day `days` later; at most 9999-12-31, which stands for "no end". */
export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Math.min(Date.parse(day) + days * msPerDay, lastMoment)));
}

/** Is this the end of something, or the 9999-12-31 that stands for none? */
export function isEnd(day: Day): boolean {
  return Date.parse(day) < lastMoment;
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
}

/** The same day `months` later, clamped to the end of a shorter month, and to 9999-12-31. */
export function addMonths(day: Day, months: number): Day {
  const from = new Date(day);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  return dayOf(new Date(Math.min(first.getTime(), lastMoment)));
}

/** The last day of a term that starts on `startsOn`: P1Y from 2026-03-01 ends 2027-02-28 (mission, Arithmetic). */
export function termEnd(startsOn: Day, length: TermLength): Day {
  return addDays(addMonths(startsOn, monthsOf[length]), -1);
}
