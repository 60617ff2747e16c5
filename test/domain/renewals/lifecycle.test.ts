import assert from 'node:assert/strict';
import { lifecycleDates, lifecycleOf, lifecyclePolicies, mostDaysKept } from '../../../domain/renewals/lifecycle.ts';
import type { LifecyclePolicy } from '../../../domain/renewals/lifecycle.ts';
import type { BoughtAs, Stage } from '../../../domain/renewals/terms.ts';
import { deletedOn, isOver, lastStandOf, renewalStart, stageOf, usableThrough } from '../../../domain/renewals/terms.ts';
import { addDays } from '../../../domain/shared/dates.ts';
import { aSubscription, aTerm, day, instant } from '../../support/builders.ts';

const cancelled = { at: instant('2026-02-01T08:00:00.000Z'), name: 'Petr' };
const bought = (facts: Partial<BoughtAs>): BoughtAs => ({ channel: 'csp', autoRenews: false, ...facts });

/** How it was bought, its first and last day, and what follows the end. */
const table: readonly (readonly [string, Partial<BoughtAs>, readonly [string, string], LifecyclePolicy['id']])[] = [
  ['a key', { channel: 'key' }, ['2025-07-01', '2026-06-30'], 'thirty-days-free'],
  ['Microsoft directly', { channel: 'direct' }, ['2025-07-01', '2026-06-30'], 'thirty-days-free'],
  ['Microsoft directly, cancelled', { channel: 'direct', cancelled }, ['2025-07-01', '2026-06-30'], 'thirty-days-free'],
  ['a trial', { channel: 'trial' }, ['2026-06-01', '2026-06-30'], 'trial'],
  ['CSP from April 2025 on, ending from 4 May 2026 on', {}, ['2025-07-01', '2026-06-30'], 'extended-service'],
  ['CSP on the very first of these days', {}, ['2025-04-01', '2026-05-04'], 'extended-service'],
  ['CSP before April 2025', {}, ['2025-03-31', '2026-06-30'], 'thirty-days-free'],
  ['CSP ending before 4 May 2026', {}, ['2025-04-01', '2026-05-03'], 'thirty-days-free'],
  ['CSP that renews itself', { autoRenews: true }, ['2025-07-01', '2026-06-30'], 'thirty-days-free'],
  ['CSP, cancelled', { cancelled }, ['2025-07-01', '2026-06-30'], 'ends-at-once'],
  ['CSP before April 2025, cancelled', { cancelled }, ['2025-03-31', '2026-06-30'], 'thirty-days-free'],
];

describe('what follows the end of what was bought through', () => {
  for (const [how, facts, [startsOn, endsOn], id] of table) {
    it(`${how}: ${id}`, () => assert.equal(lifecycleOf(bought(facts), { startsOn: day(startsOn), endsOn: day(endsOn) }).id, id));
  }

  it('anything says where it comes from and when that was checked; the surcharge, that its sources are secondary', () => {
    for (const { source, checkedOn } of Object.values(lifecyclePolicies)) {
      assert.notEqual(source, '');
      assert.match(checkedOn, /^\d{4}-\d{2}-\d{2}$/);
    }
    assert.match(lifecyclePolicies['extended-service'].source, /secondary/);
  });

  it('anything keeps data for 120 days', () => {
    for (const { dataKeptDays } of Object.values(lifecyclePolicies)) assert.equal(dataKeptDays, 120);
    assert.equal(mostDaysKept, 120);
  });
});

describe('the dates after an end on 30 June 2026', () => {
  it('are with 30 free days: usable through 30 July, disabled from 31 July, deleted from 29 October', () => {
    for (const id of ['thirty-days-free', 'trial'] as const) {
      assert.deepEqual(lifecycleDates(day('2026-06-30'), lifecyclePolicies[id]), {
        lastUsableOn: '2026-07-30',
        disabledFrom: '2026-07-31',
        deletedFrom: '2026-10-29',
      });
    }
  });

  it('are without any: usable through 30 June, disabled from 1 July, deleted from 29 October', () =>
    assert.deepEqual(lifecycleDates(day('2026-06-30'), lifecyclePolicies['ends-at-once']), {
      lastUsableOn: '2026-06-30',
      disabledFrom: '2026-07-01',
      deletedFrom: '2026-10-29',
    }));
});

describe('the stage', () => {
  const term = aTerm('2025-07-01');
  const stages = (id: LifecyclePolicy['id']): readonly Stage[] =>
    [0, 1, 30, 31, 120, 121].map((days) => stageOf(term, addDays(term.endsOn, days), lifecyclePolicies[id]));

  it('with 30 free days is usable through day 30 and disabled through day 120', () => {
    for (const id of ['thirty-days-free', 'trial'] as const) {
      assert.deepEqual(stages(id), ['running', 'usable', 'usable', 'disabled', 'disabled', 'deleted']);
    }
  });

  it('of a cancelled CSP term is disabled from the day after the end', () =>
    assert.deepEqual(stages('ends-at-once'), ['running', 'disabled', 'disabled', 'disabled', 'disabled', 'deleted']));

  it('of a service that goes on month by month is that, until somebody records what became of it', () => {
    assert.deepEqual(stages('extended-service'), ['running', 'extended', 'extended', 'extended', 'extended', 'extended']);
    const policy = lifecyclePolicies['extended-service'];
    assert.deepEqual([usableThrough(term.endsOn, policy), deletedOn(term.endsOn, policy)], ['9999-12-31', '9999-12-31']);
  });
});

describe('a renewal of a service that goes on month by month', () => {
  const { 'extended-service': policy } = lifecyclePolicies;

  it('follows the old end through that day, and starts on its own day after it: the months between are paid for', () => {
    const on = (today: string) => renewalStart(day('2026-06-30'), day(today), policy);
    assert.deepEqual(['2026-06-01', '2026-06-30', '2026-07-01', '2026-07-30', '2027-07-01'].map(on), [
      '2026-07-01',
      '2026-07-01',
      '2026-07-01',
      '2026-07-30',
      '2027-07-01',
    ]);
  });
});

describe('a CSP subscription', () => {
  const sold = (facts: Parameters<typeof aSubscription>[0] = {}) =>
    aSubscription({ channel: 'csp', plan: 'business-basic', terms: [aTerm('2025-07-01')], ...facts });

  it('is not over while its service goes on, and over 121 days after its end once cancelled', () => {
    assert.equal(isOver(sold(), day('2027-06-30')), false);
    assert.equal(isOver(sold({ cancelled }), day('2026-10-28')), false);
    assert.equal(isOver(sold({ cancelled }), day('2026-10-29')), true);
  });

  it('stands where its last term does', () => {
    const next = aTerm('2026-07-01', { id: 'next' });
    const stand = lastStandOf(sold({ terms: [aTerm('2025-07-01', { renewedBy: next.id }), next] }), day('2026-07-10'));
    assert.deepEqual([stand?.term.id, stand?.stage], ['next', 'running']);
  });
});
