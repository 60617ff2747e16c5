import type { Day } from '../shared/dates.ts';
import { addDays, dayOf } from '../shared/dates.ts';
import { isTimeZone } from '../shared/time-zone.ts';

const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;
/** What was to be told in the morning and could not is told at once, but not from this hour on. */
const lastHour = 21;

/**
 * The one instant of that UTC day at which a clock in this time zone shows that hour. Where the clocks are put forward over it: as if they had
 * not been; put back over it: the first time. Where they show it on no moment of that UTC day, because they were put back: its beginning.
 *
 * A zone that the platform does not know is UTC.
 */
export function morningOf(day: Day, hour: number, timeZone: string): Date {
  return morningOn(wallClock(timeZone), day, hour);
}

function morningOn(clock: WallClock, day: Day, hour: number): Date {
  const begins = Date.parse(day);
  const shown = [-1, 0, 1].map((days) => whenShown(begins + days * msPerDay + hour * msPerHour, clock));
  return new Date(shown.find((at) => begins <= at && at < begins + msPerDay) ?? begins);
}

/**
 * When what waits now is told: this morning; later than that at once, while the recipient's clock shows the morning's hour to 20:59; else, and
 * when today's is told already, tomorrow morning.
 *
 * What is late is told at once as well while the recipient still has the day of yesterday's morning: far east and far west of Greenwich that is
 * another day by their clock than by ours. The day is then yesterday's.
 */
export function nextMorning({ now, hour, timeZone, isToldToday, isLate = false }: Waiting): { readonly day: Day; readonly at: Date } {
  const today = dayOf(now);
  const clock = wallClock(timeZone);
  const on = (day: Day) => ({ day, at: morningOn(clock, day, hour) });
  if (isToldToday) return on(addDays(today, 1));
  const shown = new Date(clock(now.getTime()));
  const isTheirDay = hour <= shown.getUTCHours() && shown.getUTCHours() < lastHour;
  const yesterday = on(addDays(today, -1));
  if (isLate && isTheirDay && dayOf(new Date(clock(yesterday.at.getTime()))) === dayOf(shown)) return { day: yesterday.day, at: now };
  const morning = on(today);
  if (now <= morning.at) return morning;
  return isTheirDay ? { day: today, at: now } : on(addDays(today, 1));
}

interface Waiting {
  readonly now: Date;
  readonly hour: number;
  readonly timeZone: string;
  /** The digest of this UTC day has gone out. */
  readonly isToldToday: boolean;
  /** It should have been told on a UTC day before this one. */
  readonly isLate?: boolean;
}

/** The first morning that is still ahead: what is no hurry is told then. */
export function morningAfter({ now, hour, timeZone }: Pick<Waiting, 'now' | 'hour' | 'timeZone'>): { readonly day: Day; readonly at: Date } {
  const clock = wallClock(timeZone);
  const on = (day: Day) => ({ day, at: morningOn(clock, day, hour) });
  const today = on(dayOf(now));
  return now < today.at ? today : on(addDays(today.day, 1));
}

/** What a clock in the zone shows at an instant, written as if it were UTC. */
type WallClock = (instant: number) => number;

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  };
}

/** The first instant at which the clock shows this; where it never does, the one at which it would have. */
function whenShown(wall: number, clock: WallClock): number {
  const offset = (instant: number): number => clock(instant) - instant;
  const before = wall - offset(wall - msPerDay);
  const after = wall - offset(wall + msPerDay);
  return [Math.min(before, after), Math.max(before, after)].find((at) => clock(at) === wall) ?? before;
}
