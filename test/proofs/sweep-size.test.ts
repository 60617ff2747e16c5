import assert from 'node:assert/strict';
import { sweepAtSizes } from '../prove/sweep-size.ts';
import type { SweepComparison } from '../prove/sweep-size.ts';

/** How long it takes depends on the machine, and is judged by `npm run prove`; what is asked of the book does not. */
function costsWhatIsDue({ growWithTheBook, incomplete, figures }: SweepComparison): void {
  assert.deepEqual({ growWithTheBook, incomplete }, { growWithTheBook: 0, incomplete: 0 });
  for (const { readsWhenNothingIsDue } of figures) assert.equal(readsWhenNothingIsDue, 1);
}

describe('the sweep of a book that grows', function () {
  this.timeout(60_000);

  it('asks as much of it as is due, and once when nothing is', async () => costsWhatIsDue(await sweepAtSizes([1000, 10_000], { due: 50 })));

  it('planted fault: an index that gives everything lets the proof fail', async () => {
    const found = await sweepAtSizes([500, 5000], { due: 50, plantedFault: 'an-index-that-gives-everything' });
    assert.throws(() => costsWhatIsDue(found), assert.AssertionError);
  });
});
