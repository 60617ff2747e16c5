import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Ladder, LadderKind } from '../../../domain/renewals/ladder.ts';
import { dueStep, endDaysDue, ladderSteps, nextToldOn, latestStep, runningStep, stepDay } from '../../../domain/renewals/ladder.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { addDays, dayOf, daysBetween } from '../../../domain/shared/dates.ts';
import { day, instant } from '../../support/builders.ts';

const end = day('2026-06-30');
const longAgo = day('2025-07-01');

/** A subscription that ends on 30 June 2026, known for a year, of which nobody was told anything. */
const ladder = (facts: Partial<Ladder> = {}): Ladder => ({
  ...{ kind: 'subscription', endsOn: end, since: longAgo, told: [], isLetEnd: false, today: end },
  ...facts,
});
/** So many days before the end. */
const before = (days: number, facts: Partial<Ladder> = {}): number | undefined => dueStep(ladder({ today: addDays(end, -days), ...facts }));
const told = (...steps: readonly number[]): Ladder['told'] => steps.map((step) => ({ step }));

describe('the ladder of a subscription', () => {
  it('tells 60, 30, 7 and 1 days before the end, on the day, and 30 and 110 days after it', () => {
    const earlier: number[] = [];
    const tellingDays = Array.from({ length: 400 }, (_, index) => 200 - index).filter((days) => {
      const step = before(days, { told: told(...earlier) });
      if (step !== undefined) earlier.push(step);
      return step !== undefined;
    });
    assert.deepEqual(tellingDays, [60, 30, 7, 1, 0, -30, -110]);
    assert.deepEqual(earlier, tellingDays);
  });

  it('tells nothing before the first step', () => assert.equal(before(61), undefined));

  it('tells a step once', () => {
    assert.equal(before(30), 30);
    assert.equal(before(30, { told: told(30) }), undefined);
    assert.equal(before(20, { told: told(30) }), undefined);
  });

  it('collapses the steps missed while the server was down into the latest due one', () => {
    assert.equal(before(5, { told: told(60) }), 7);
    assert.equal(before(-2, { told: told(60, 30) }), 0);
    assert.equal(before(-40, { told: told(60, 30) }), -30);
  });

  it('tells no earlier step after a later one', () => assert.equal(before(30, { told: told(7) }), undefined));

  it('skips a step whose day lay before the subscription came into the book, and tells the next', () => {
    const since = addDays(end, -20);
    assert.equal(before(20, { since }), undefined);
    assert.equal(before(8, { since }), undefined);
    assert.equal(before(7, { since }), 7);
  });

  it('tells the step of the very day on which the subscription came into the book', () => assert.equal(before(30, { since: addDays(end, -30) }), 30));

  it('tells nothing once the data is gone', () => {
    assert.equal(before(-120), -110);
    assert.equal(before(-121), undefined);
  });

  it('has no end for a date that stands for none', () => assert.equal(dueStep(ladder({ endsOn: day('9999-12-31'), today: end })), undefined));
});

describe('what is "already running"', () => {
  const since = addDays(end, -20);
  const running = (days: number) => runningStep({ kind: 'subscription', endsOn: end, since, today: addDays(end, -days) });

  it('is an end whose step lay before it came into the book, until the next step comes', () => {
    assert.deepEqual([20, 8, 7, 0].map(running), [30, 30, undefined, undefined]);
  });

  it('is nothing whose ladder has not begun, or is long over', () => {
    assert.equal(runningStep({ kind: 'subscription', endsOn: end, since: addDays(end, -80), today: addDays(end, -70) }), undefined);
    assert.equal(runningStep({ kind: 'subscription', endsOn: end, since: addDays(end, 200), today: addDays(end, 200) }), undefined);
  });
});

describe('the ladder of a trial', () => {
  it('tells 7 days and 1 day before the end, and nothing after it', () => {
    const on = (days: number, ...earlier: readonly number[]) => before(days, { kind: 'trial', told: told(...earlier) });
    assert.deepEqual([on(60), on(30), on(8), on(7), on(1, 7), on(0, 7, 1), on(-30, 7, 1)], [undefined, undefined, undefined, 7, 1, undefined, undefined]);
  });
});

describe('the ladder of delegated administration', () => {
  it('tells 30, 7 and 1 days before the last day, and on it', () => {
    const on = (days: number, ...earlier: readonly number[]) => before(days, { kind: 'delegation', told: told(...earlier) });
    assert.deepEqual([on(60), on(30), on(7, 30), on(1, 30, 7), on(0, 30, 7, 1), on(-30, 30, 7, 1, 0)], [undefined, 30, 7, 1, 0, undefined]);
  });
});

describe('a snooze', () => {
  const silentUntil = addDays(end, -20);

  it('is silent until its day', () => assert.deepEqual([before(30, { silentUntil }), before(21, { silentUntil })], [undefined, undefined]));

  it('tells the latest due step on its day', () => assert.equal(before(20, { silentUntil }), 30));

  it('tells on its day once more what was told before it was asked for, and only once', () => {
    const snoozedAt = instant('2026-01-10T10:00:00.000Z');
    const saidAt = (at: string) => [{ step: 30, at: instant(at) }];
    const asked = { silentUntil, snoozedAt };
    assert.equal(before(20, { ...asked, told: saidAt('2026-01-09T08:00:00.000Z') }), 30);
    assert.equal(before(21, { ...asked, told: saidAt('2026-01-09T08:00:00.000Z') }), undefined);
    assert.equal(before(20, { ...asked, told: saidAt('2026-01-11T08:00:00.000Z') }), undefined);
  });

  it('is not the end of it: the next notice comes on its day, after "go on" with the next step', () => {
    const today = addDays(end, -25);
    const snoozed = { today, silentUntil, snoozedAt: instant('2026-01-10T10:00:00.000Z'), told: [{ step: 30, at: instant('2026-01-09T08:00:00.000Z') }] };
    assert.equal(nextToldOn(ladder(snoozed)), silentUntil);
    assert.equal(nextToldOn(ladder({ today })), addDays(end, -7));
    assert.equal(nextToldOn(ladder({ today, isLetEnd: true })), end);
    assert.equal(nextToldOn(ladder({ today: addDays(end, 115) })), undefined);
  });
});

describe('what is let end', () => {
  it('is silent before the end', () => {
    assert.deepEqual(
      [60, 30, 7, 1].map((days) => before(days, { isLetEnd: true })),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('is told as always on the day of the end, and 30 and 110 days after it', () => {
    assert.deepEqual([before(0, { isLetEnd: true }), before(-30, { isLetEnd: true, told: told(0) })], [0, -30]);
    assert.equal(before(-110, { isLetEnd: true, told: told(0, -30) }), -110);
  });
});

const anyDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map(dayOf);
const anyKind = fc.constantFrom<LadderKind>('subscription', 'trial', 'delegation');

/** A history: an end, when it came into the book, and on which days the server ran. */
const anyHistory = fc.record({
  kind: anyKind,
  endsOn: anyDay,
  /** Days before the end on which it came into the book. */
  known: fc.integer({ min: -150, max: 200 }),
  /** How many days the server runs, then is down, and so on. */
  runs: fc.array(fc.record({ up: fc.integer({ min: 1, max: 40 }), down: fc.nat(12) }), { maxLength: 40 }),
});
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

/** The days on which the server ran, from when the end came into the book to long after it. */
function daysUp({ endsOn, known, runs }: History): readonly Day[] {
  const up: Day[] = [];
  const last = addDays(endsOn, 200);
  let today = addDays(endsOn, -known);
  for (const run of [...runs, { up: 1000, down: 0 }]) {
    for (let index = 0; index < run.up && today <= last; index += 1, today = addDays(today, 1)) up.push(today);
    today = addDays(today, run.down);
  }
  return up;
}

interface Said {
  readonly on: Day;
  readonly step: number;
}

/** Everybody is told what is due, each day on which the server runs. */
function lived(history: History, facts: (today: Day) => Partial<Ladder> = () => ({})): readonly Said[] {
  const { kind, endsOn, known } = history;
  const since = addDays(endsOn, -known);
  const said: Said[] = [];
  for (const today of daysUp(history)) {
    const step = dueStep({ kind, endsOn, since, told: said, isLetEnd: false, today, ...facts(today) });
    if (step !== undefined) said.push({ on: today, step });
  }
  return said;
}

/** The rule said another way: on each day the server runs, the latest of the steps that came since the day before on which it ran. */
function expected(history: History): readonly Said[] {
  const { kind, endsOn, known } = history;
  let from = addDays(endsOn, -known);
  return daysUp(history).flatMap((today) => {
    const came = ladderSteps[kind].filter((step) => from <= stepDay(endsOn, step) && stepDay(endsOn, step) <= today && daysBetween(endsOn, today) <= 120);
    from = addDays(today, 1);
    const latest = came.at(-1);
    return latest === undefined ? [] : [{ on: today, step: latest }];
  });
}

describe('in any history', () => {
  it('no step is told twice, and none after a later one', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const steps = lived(history).map(({ step }) => step);
        assert.deepEqual(
          steps,
          [...new Set(steps)].toSorted((one, other) => other - one),
        );
      }),
    );
  });

  it('each step is told on its day while the server runs, and an outage collapses into the latest due one', () => {
    fc.assert(fc.property(anyHistory, (history) => assert.deepEqual(lived(history), expected(history))));
  });

  it('a ladder without outages tells every step from the day it came into the book on', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const always = { ...history, runs: [] };
        const since = addDays(history.endsOn, -history.known);
        const due = ladderSteps[history.kind].filter((step) => since <= stepDay(history.endsOn, step));
        assert.deepEqual(
          lived(always),
          due.map((step) => ({ on: stepDay(history.endsOn, step), step })),
        );
      }),
    );
  });

  it('a step of a day before it came into the book is never told, and shown as running until the next one', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -119, max: 200 }), ({ kind, endsOn, known }, days) => {
        const since = addDays(endsOn, -known);
        const today = addDays(endsOn, -days);
        const due = dueStep({ kind, endsOn, since, told: [], isLetEnd: false, today });
        const running = runningStep({ kind, endsOn, since, today });
        assert.equal(due ?? running, latestStep({ kind, endsOn, today }));
        assert.ok(due === undefined || running === undefined);
        assert.ok(due === undefined || since <= stepDay(endsOn, due));
        assert.ok(running === undefined || stepDay(endsOn, running) < since);
      }),
    );
  });

  it('nothing is told before a snooze is over, and on its day the latest due step, unless it was told', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -100, max: 60 }), fc.nat(60), (history, until, length) => {
        const silentUntil = addDays(history.endsOn, -until);
        const snoozedOn = addDays(silentUntil, -length);
        const said = lived({ ...history, runs: [] }, (today) => (snoozedOn <= today ? { silentUntil } : {}));
        assert.ok(said.every(({ on }) => on < snoozedOn || silentUntil <= on));
        const latest = latestStep({ ...history, today: silentUntil });
        const since = addDays(history.endsOn, -history.known);
        const isTold = latest === undefined || since > silentUntil || stepDay(history.endsOn, latest) < since || said.some(({ step }) => step === latest);
        assert.ok(isTold, 'the latest due step was lost');
      }),
    );
  });

  it('what is let end is silent before the end, and told after it as if it had not been', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const without = lived(history).filter(({ step }) => step <= 0);
        assert.deepEqual(
          lived(history, () => ({ isLetEnd: true })),
          without,
        );
      }),
    );
  });

  it('would be found out: a ladder that forgets what it told', () => {
    const forgetful = (history: History) => lived(history, () => ({ told: [] }));
    const isFound = fc.check(fc.property(anyHistory, (history) => assert.deepEqual(forgetful(history), expected(history)))).failed;
    assert.ok(isFound);
  });
});

describe('the end dates that are looked at', () => {
  const today = end;

  it('are on an ordinary day those whose step comes today, or came yesterday after the last look', () => {
    const days = endDaysDue('subscription', { through: addDays(today, -1), today });
    assert.deepEqual(
      days.map((endsOn) => daysBetween(today, endsOn)),
      [-111, -110, -31, -30, -1, 0, 1, 6, 7, 29, 30, 59, 60],
    );
  });

  it('are all whose latest step came since the last look, and no others', () => {
    fc.assert(
      fc.property(anyKind, fc.nat(400), fc.integer({ min: -130, max: 80 }), (kind, gap, left) => {
        const through = addDays(today, -gap);
        const endsOn = addDays(today, left);
        const due = dueStep({ kind, endsOn, since: through, told: [], isLetEnd: false, today });
        assert.equal(endDaysDue(kind, { through, today }).includes(endsOn), due !== undefined);
      }),
    );
  });

  it('are at most 181, however long nothing was looked at', () => {
    assert.equal(endDaysDue('subscription', { through: day('2000-01-01'), today }).length, 181);
    assert.equal(endDaysDue('delegation', { through: day('2000-01-01'), today }).length, 151);
    assert.equal(endDaysDue('trial', { through: day('2000-01-01'), today }).length, 128);
  });
});
