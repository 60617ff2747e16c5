import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Stage } from '../../../domain/renewals/terms.ts';
import {
  daysLeft,
  deletedOn,
  isOver,
  mostSeatsBetween,
  renewableTerms,
  renewalStart,
  seatsOn,
  stageOf,
  usableThrough,
} from '../../../domain/renewals/terms.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { addDays, dayOf, daysBetween, termEnd } from '../../../domain/shared/dates.ts';
import { aSubscription, aTerm, day } from '../../support/builders.ts';

const rules = { usableDays: 30, dataKeptDays: 120 };
const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(dayOf);
const term = () => aTerm('2025-03-11');

describe('the stage of a term that ends on 10 March 2026', () => {
  const stages: readonly (readonly [string, Stage])[] = [
    ['2025-03-10', 'ahead'],
    ['2025-03-11', 'running'],
    ['2026-03-10', 'running'],
    ['2026-03-11', 'usable'],
    ['2026-04-09', 'usable'],
    ['2026-04-10', 'disabled'],
    ['2026-07-08', 'disabled'],
    ['2026-07-09', 'deleted'],
    ['2036-01-01', 'deleted'],
  ];
  for (const [on, stage] of stages) {
    it(`is ${stage} on ${on}`, () => assert.equal(stageOf(term(), day(on), rules), stage));
  }

  it('is usable for exactly 30 days and disabled for exactly 90', () => {
    fc.assert(
      fc.property(anyDay, (endsOn) => {
        const on = (days: number) => stageOf({ startsOn: endsOn, endsOn }, addDays(endsOn, days), rules);
        assert.deepEqual([on(0), on(1), on(30), on(31), on(120), on(121)], ['running', 'usable', 'usable', 'disabled', 'disabled', 'deleted']);
      }),
    );
  });

  it('never goes back as the days pass', () => {
    const order: readonly Stage[] = ['ahead', 'running', 'usable', 'disabled', 'deleted'];
    fc.assert(
      fc.property(anyDay, fc.nat(800), fc.nat(800), (startsOn, one, more) => {
        const long = { startsOn, endsOn: termEnd(startsOn, 'P1Y') };
        const stage = (days: number) => order.indexOf(stageOf(long, addDays(startsOn, days), rules));
        return stage(one) <= stage(one + more);
      }),
    );
  });
});

describe('the days of an end', () => {
  it('are left: end day minus today, 0 on the last day, negative after it', () => {
    assert.equal(daysLeft(day('2026-03-10'), day('2026-01-09')), 60);
    assert.equal(daysLeft(day('2026-03-10'), day('2026-03-10')), 0);
    assert.equal(daysLeft(day('2026-03-10'), day('2026-03-11')), -1);
  });

  it('count a change of the clocks as a day like any other', () => {
    assert.equal(daysLeft(day('2026-03-30'), day('2026-03-28')), 2);
    assert.equal(daysLeft(day('2026-10-26'), day('2026-10-24')), 2);
  });

  it('are usable through day 30 and deleted on day 121', () => {
    assert.equal(usableThrough(day('2026-03-10'), rules), '2026-04-09');
    assert.equal(deletedOn(day('2026-03-10'), rules), '2026-07-09');
  });
});

describe('a renewal made on a day', () => {
  it('begins the day after the end through day 30, that day from 31 to 120, and never after', () => {
    const start = (on: string) => renewalStart(day('2026-03-10'), day(on), rules);
    assert.deepEqual(['2025-06-01', '2026-03-10', '2026-03-11', '2026-04-09', '2026-04-10', '2026-07-08', '2026-07-09'].map(start), [
      '2026-03-11',
      '2026-03-11',
      '2026-03-11',
      '2026-03-11',
      '2026-04-10',
      '2026-07-08',
      undefined,
    ]);
  });

  it('leaves no day out while the licences can be used, and never begins before the end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 200 }), (endsOn, offset) => {
        const on = addDays(endsOn, offset);
        const start = renewalStart(endsOn, on, rules);
        if (offset > 120) return start === undefined;
        return start === (offset <= 30 ? addDays(endsOn, 1) : on);
      }),
    );
  });
});

describe('the terms that can be renewed', () => {
  it('are those with an end, that nothing follows and whose data is kept, the soonest end first', () => {
    const late = aTerm('2025-09-01', { id: 'late' });
    const followed = aTerm('2025-03-11', { id: 'followed', renewedBy: late.id });
    const gone = aTerm('2020-01-01', { id: 'gone' });
    const endless = aTerm('2025-03-11', { id: 'endless', endsOn: day('9999-12-31') });
    const soon = aTerm('2025-03-20', { id: 'soon' });
    assert.deepEqual(
      renewableTerms(aSubscription({ terms: [late, followed, gone, soon, endless] }), day('2026-03-01')).map(({ id }) => id),
      ['soon', 'late'],
    );
  });
});

describe('the licences of a subscription', () => {
  const terms = () => [aTerm('2025-03-11', { seats: 5 }), aTerm('2025-09-01', { id: 'added', seats: 2 }), aTerm('2026-03-11', { id: 'next', seats: 3 })];

  it('are those whose term runs on the day, its first and last day included', () => {
    assert.deepEqual(
      ['2025-03-10', '2025-03-11', '2025-08-31', '2025-09-01', '2026-03-10', '2026-03-11', '2026-09-01'].map((on) => seatsOn(terms(), day(on))),
      [0, 5, 5, 7, 7, 5, 3],
    );
  });

  it('between two days are at most what one of those days has, and at least what each has', () => {
    const someTerms = fc
      .array(fc.tuple(anyDay, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 400 })), { maxLength: 6 })
      .map((rows) => rows.map(([startsOn, seats, length]) => aTerm(startsOn, { seats, endsOn: addDays(startsOn, length) })));
    fc.assert(
      fc.property(someTerms, anyDay, fc.nat(120), (some, from, length) => {
        const days: readonly Day[] = Array.from({ length: length + 1 }, (_, index) => addDays(from, index));
        assert.equal(mostSeatsBetween(some, from, addDays(from, length)), Math.max(...days.map((on) => seatsOn(some, on))));
      }),
    );
  });

  it('that start on the last of the days count', () => {
    assert.equal(mostSeatsBetween(terms(), day('2025-03-11'), day('2025-08-31')), 5);
    assert.equal(mostSeatsBetween(terms(), day('2025-03-11'), day('2025-09-01')), 7);
  });

  it('are gone for good once the last end is 121 days past, not the first', () => {
    const subscription = aSubscription({ terms: terms() });
    assert.equal(isOver(subscription, day('2027-07-08')), false);
    assert.equal(isOver(subscription, day('2027-07-09')), true);
  });
});

describe('a year of licences', () => {
  it('from 1 March 2026 ends on 28 February 2027', () => assert.equal(termEnd(day('2026-03-01'), 'P1Y'), '2027-02-28'));
  it('from 1 March 2027 ends on 29 February 2028', () => assert.equal(termEnd(day('2027-03-01'), 'P1Y'), '2028-02-29'));
  it('from 29 February is counted to 28 February and ends the day before', () => assert.equal(termEnd(day('2028-02-29'), 'P1Y'), '2029-02-27'));
  it('and a month from 31 January is counted to the end of February', () => assert.equal(termEnd(day('2026-01-31'), 'P1M'), '2026-02-27'));
  it('and three years from a leap day are counted to 28 February', () => assert.equal(termEnd(day('2028-02-29'), 'P3Y'), '2031-02-27'));

  it('has 365 or 366 days, with no day between it and the one that follows', () => {
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const end = termEnd(startsOn, 'P1Y');
        const days = daysBetween(startsOn, end) + 1;
        const next = renewalStart(end, end, rules);
        return (days === 365 || days === 366) && next !== undefined && daysBetween(end, next) === 1;
      }),
    );
  });
});
