import assert from 'node:assert/strict';
import { deliverByHand } from '../prove/paced-delivery.ts';
import type { PacedCount } from '../prove/paced-delivery.ts';

/** What must hold of a morning: nobody missed, nobody twice, nothing throttled, at nine tenths of the limit at least, each put back once at most. */
function deliveredWell({ throttled, twice, missing, leastOfLimit, mostPutBacks }: PacedCount): void {
  assert.deepEqual({ throttled, twice, missing }, { throttled: 0, twice: 0, missing: 0 });
  assert.ok(leastOfLimit >= 0.9, `only ${String(leastOfLimit)} of the limit`);
  assert.ok(mostPutBacks <= 1, `put back ${String(mostPutBacks)} times`);
}

describe('a morning in which many are due at the same moment', function () {
  this.timeout(60_000);

  it('goes into several tenants at nine tenths of the published limit each, and nothing is throttled', async () => {
    const count = await deliverByHand({ people: [400, 400, 400], seed: 20260301 });
    deliveredWell(count);
    assert.equal(count.messages, 1200);
  });

  it('goes into small tenants at once, while a large one takes its time', async () => {
    const count = await deliverByHand({ people: [600, 5, 40], seed: 20260302 });
    deliveredWell(count);
    assert.ok(count.smallOnesAfterMs < 3000, `after ${String(count.smallOnesAfterMs)} ms`);
  });

  for (const plantedFault of ['two-processes-that-know-nothing-of-each-other', 'one-call-at-a-time'] as const) {
    it(`planted fault: ${plantedFault.replaceAll('-', ' ')} lets the proof fail`, async () => {
      const count = await deliverByHand({ people: [200, 200], seed: 20260303, plantedFault });
      assert.throws(() => deliveredWell(count), assert.AssertionError);
    });
  }
});
