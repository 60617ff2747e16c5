import assert from 'node:assert/strict';
import { liveThroughAYear } from '../prove/renewal-year.ts';
import type { RenewalYearCount } from '../prove/renewal-year.ts';

/** What must hold of a year, whatever happened in it. */
function toldRightly({ twice, wrong, missing, secondCards }: RenewalYearCount): void {
  assert.deepEqual({ twice, wrong, missing, secondCards }, { twice: 0, wrong: 0, missing: 0, secondCards: 0 });
}

describe('a year of renewals, with outages, restarts, two servers and people who change things', function () {
  this.timeout(120_000);

  it('tells each step once to whom it is for, none too late and none too many', async () => {
    const count = await liveThroughAYear({ subscriptions: 500, days: 365, seed: 20260301, book: 'in memory' });
    toldRightly(count);
    assert.deepEqual(
      Object.entries(count.bySteps)
        .map(([step, told]) => (told > 0 ? Number(step) : undefined))
        .toSorted(),
      [-110, -30, 0, 1, 30, 60, 7],
    );
    for (const happened of [count.renewals, count.dateChanges, count.outages, count.restarts, count.collapsed]) assert.ok(happened > 0);
  });

  it('does so on a disk, too', async () => {
    toldRightly(await liveThroughAYear({ subscriptions: 60, days: 60, seed: 20260302, book: 'on a disk' }));
  });

  for (const plantedFault of ['forgets-what-was-told', 'forgets-the-days-it-was-down'] as const) {
    it(`planted fault: a book that ${plantedFault.replaceAll('-', ' ')} lets the proof fail`, async () => {
      const count = await liveThroughAYear({ subscriptions: 120, days: 100, seed: 20260303, book: 'in memory', plantedFault });
      assert.throws(() => toldRightly(count), assert.AssertionError);
    });
  }
});
