import assert from 'node:assert/strict';
import fc from 'fast-check';
import { morningAfter, morningOf, nextMorning } from '../../../domain/renewals/morning.ts';
import { addDays, dayOf } from '../../../domain/shared/dates.ts';
import { day } from '../../support/builders.ts';

const at = (on: string, timeZone: string, hour = 8): string => morningOf(day(on), hour, timeZone).toISOString();

describe('the morning of a day', () => {
  it('is eight by the clock of who reads: in Prague at seven UTC in winter and at six in summer', () => {
    assert.equal(at('2026-01-15', 'Europe/Prague'), '2026-01-15T07:00:00.000Z');
    assert.equal(at('2026-07-15', 'Europe/Prague'), '2026-07-15T06:00:00.000Z');
    assert.equal(at('2026-07-15', 'UTC'), '2026-07-15T08:00:00.000Z');
  });

  it('is eight on the days on which the clocks change', () => {
    assert.equal(at('2026-03-29', 'Europe/Prague'), '2026-03-29T06:00:00.000Z');
    assert.equal(at('2026-10-25', 'Europe/Prague'), '2026-10-25T07:00:00.000Z');
  });

  it('at an hour that is left out is as late as it would have been', () => assert.equal(at('2026-03-29', 'Europe/Prague', 2), '2026-03-29T01:00:00.000Z'));

  it('at an hour that comes twice is the first of them', () => assert.equal(at('2026-10-25', 'Europe/Prague', 2), '2026-10-25T00:00:00.000Z'));

  it('lies in the same UTC day everywhere, whatever the date of the place', () => {
    assert.equal(at('2026-06-01', 'Pacific/Kiritimati'), '2026-06-01T18:00:00.000Z');
    assert.equal(at('2026-06-01', 'Pacific/Pago_Pago'), '2026-06-01T19:00:00.000Z');
    assert.equal(at('2026-06-01', 'Asia/Kathmandu'), '2026-06-01T02:15:00.000Z');
    assert.equal(at('2026-06-01', 'Pacific/Chatham'), '2026-06-01T19:15:00.000Z');
    assert.equal(at('2026-06-01', 'Etc/GMT+12'), '2026-06-01T20:00:00.000Z');
  });

  it('comes where the clocks change by half an hour, and where a whole day was left out', () => {
    assert.equal(at('2026-10-03', 'Australia/Lord_Howe', 2), '2026-10-03T15:30:00.000Z');
    assert.equal(at('2011-12-29', 'Pacific/Apia'), '2011-12-29T18:00:00.000Z');
    assert.equal(at('2011-12-30', 'Pacific/Apia'), '2011-12-30T18:00:00.000Z');
  });

  it('is UTC where the time zone is none', () => assert.equal(at('2026-06-01', 'Nowhere/At_All'), '2026-06-01T08:00:00.000Z'));
});

describe('what waits now is told', () => {
  const told = (now: string, isToldToday = false, timeZone = 'Europe/Prague', isLate = false) => {
    const next = nextMorning({ now: new Date(now), hour: 8, timeZone, isToldToday, isLate });
    return [next.day, next.at.toISOString()];
  };

  it('this morning while that lies ahead', () => assert.deepEqual(told('2026-07-15T00:05:00.000Z'), ['2026-07-15', '2026-07-15T06:00:00.000Z']));

  it('in this very moment when it is the morning', () => assert.deepEqual(told('2026-07-15T06:00:00.000Z'), ['2026-07-15', '2026-07-15T06:00:00.000Z']));

  it('at once when the server was down in the morning', () => assert.deepEqual(told('2026-07-15T12:34:56.000Z'), ['2026-07-15', '2026-07-15T12:34:56.000Z']));

  it('at once until 20:59 by their clock, and from nine in the evening on tomorrow morning', () => {
    assert.deepEqual(told('2026-07-15T18:59:59.000Z'), ['2026-07-15', '2026-07-15T18:59:59.000Z']);
    assert.deepEqual(told('2026-07-15T19:00:00.000Z'), ['2026-07-16', '2026-07-16T06:00:00.000Z']);
  });

  it('tomorrow morning when today’s has gone out', () => assert.deepEqual(told('2026-07-15T06:30:00.000Z', true), ['2026-07-16', '2026-07-16T06:00:00.000Z']));

  it('in their night never', () => assert.deepEqual(told('2026-07-15T22:30:00.000Z', false, 'Asia/Tokyo'), ['2026-07-15', '2026-07-15T23:00:00.000Z']));

  it('at once, when it is late, as long as the day of yesterday’s morning goes on where they are', () => {
    assert.deepEqual(told('2026-07-15T00:20:00.000Z', false, 'Asia/Tokyo', true), ['2026-07-14', '2026-07-15T00:20:00.000Z']);
    assert.deepEqual(told('2026-07-15T01:00:00.000Z', false, 'America/Los_Angeles', true), ['2026-07-14', '2026-07-15T01:00:00.000Z']);
    assert.deepEqual(told('2026-07-15T11:59:59.000Z', false, 'Asia/Tokyo', true), ['2026-07-14', '2026-07-15T11:59:59.000Z']);
  });

  it('in their next morning, when it is late and theirs is another day or an hour of the night', () => {
    assert.deepEqual(told('2026-07-15T12:00:00.000Z', false, 'Asia/Tokyo', true), ['2026-07-15', '2026-07-15T23:00:00.000Z']);
    assert.deepEqual(told('2026-07-15T05:00:00.000Z', false, 'America/Los_Angeles', true), ['2026-07-15', '2026-07-15T15:00:00.000Z']);
    assert.deepEqual(told('2026-07-15T00:20:00.000Z', false, 'Europe/Prague', true), ['2026-07-15', '2026-07-15T06:00:00.000Z']);
  });

  it('in the next morning, when it is no hurry: today’s while that lies ahead', () => {
    const after = (now: string): string => morningAfter({ now: new Date(now), hour: 8, timeZone: 'Europe/Prague' }).at.toISOString();
    assert.equal(after('2026-07-15T05:59:59.000Z'), '2026-07-15T06:00:00.000Z');
    assert.equal(after('2026-07-15T06:00:00.000Z'), '2026-07-16T06:00:00.000Z');
    assert.equal(after('2026-07-15T14:00:00.000Z'), '2026-07-16T06:00:00.000Z');
  });
});

const modernDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Etc/GMT+12', 'Etc/GMT-14', 'UTC');
const anyHour = fc.integer({ min: 0, max: 23 });

/** Hours and minutes that a clock in the zone shows. */
function shown(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return part('hour') * 60 + part('minute');
}

/** The date that a clock in the zone shows. */
function dateShown(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

describe('in any time zone', () => {
  it('each UTC day has its one morning, at the hour or, where the clocks change over it, at most two hours past it', () => {
    fc.assert(
      fc.property(modernDay, anyHour, anyZone, (date, hour, timeZone) => {
        const morning = morningOf(dayOf(date), hour, timeZone);
        assert.equal(dayOf(morning), dayOf(date));
        const past = (shown(morning, timeZone) - hour * 60 + 1440) % 1440;
        assert.ok(past <= 120, `${morning.toISOString()} in ${timeZone} shows ${String(past)} minutes past ${String(hour)}`);
      }),
      { numRuns: 500 },
    );
  });

  it('two mornings lie 20 to 28 hours apart', () => {
    fc.assert(
      fc.property(modernDay, anyHour, anyZone, (date, hour, timeZone) => {
        const today = dayOf(date);
        const apart = morningOf(addDays(today, 1), hour, timeZone).getTime() - morningOf(today, hour, timeZone).getTime();
        assert.ok(apart >= 20 * 3_600_000 && apart <= 28 * 3_600_000, `${String(apart / 3_600_000)} hours in ${timeZone}`);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is told in the past, before the hour, after nine in the evening, or on a day whose digest is out', () => {
    fc.assert(
      fc.property(modernDay, fc.integer({ min: 0, max: 20 }), anyZone, fc.boolean(), fc.boolean(), (now, hour, timeZone, isToldToday, isLate) => {
        const next = nextMorning({ now, hour, timeZone, isToldToday, isLate });
        assert.ok(next.at >= now);
        const isOfYesterday = next.day < dayOf(now);
        if (!isOfYesterday) assert.equal(dayOf(next.at), next.day);
        if (isOfYesterday) {
          assert.ok(isLate && !isToldToday && next.at.getTime() === now.getTime());
          assert.equal(next.day, addDays(dayOf(now), -1));
          assert.equal(dateShown(morningOf(next.day, hour, timeZone), timeZone), dateShown(now, timeZone));
        }
        assert.ok(!isToldToday || next.day > dayOf(now));
        const minutes = shown(next.at, timeZone);
        assert.ok(minutes >= hour * 60 && minutes < 21 * 60 + 120, `told at ${String(minutes / 60)}`);
      }),
      { numRuns: 300 },
    );
  });

  it('would be found out: a morning that forgets the change of the clocks', () => {
    const winter = (date: Date) => new Date(Date.parse(dayOf(date)) + 7 * 3_600_000);
    assert.notEqual(shown(winter(new Date('2026-07-15T00:00:00Z')), 'Europe/Prague'), 8 * 60);
    assert.equal(shown(winter(new Date('2026-01-15T00:00:00Z')), 'Europe/Prague'), 8 * 60);
  });
});
