import assert from 'node:assert/strict';
import { killWhileTelling } from '../prove/digest-kills.ts';
import type { DigestKillsCount } from '../prove/digest-kills.ts';

/** What must hold after kills, wherever they struck. */
function toldOnce({ twice, missing, waiting }: DigestKillsCount): void {
  assert.deepEqual({ twice, missing, waiting }, { twice: 0, missing: 0, waiting: 0 });
}

describe('an assistant that is killed while it sends digests', function () {
  this.timeout(120_000);

  it('tells everybody everything once, or knows of which card it cannot be sure', async () => {
    const count = await killWhileTelling({ kills: 3, tenants: 50, adminsEach: 10, seed: 20260301 });
    toldOnce(count);
    assert.deepEqual([count.kills, count.people], [3, 500]);
  });

  for (const plantedFault of ['forgets-what-is-in-flight', 'is-done-before-it-has-told'] as const) {
    it(`planted fault: a book that ${plantedFault.replaceAll('-', ' ')} lets the proof fail`, async () => {
      const count = await killWhileTelling({ kills: 3, tenants: 20, adminsEach: 8, seed: 20260302, plantedFault });
      assert.throws(() => toldOnce(count), assert.AssertionError);
    });
  }
});
