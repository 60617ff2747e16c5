import assert from 'node:assert/strict';
import { killWhileAccepting } from '../prove/offer-kills.ts';
import type { OfferKillsCount } from '../prove/offer-kills.ts';

/** What must hold after kills, wherever they struck. */
function toldOnce({ customers, accepted, lost, twice, untold, waiting }: OfferKillsCount): void {
  assert.deepEqual({ accepted, lost, twice, untold, waiting }, { accepted: customers, lost: 0, twice: 0, untold: 0, waiting: 0 });
}

describe('an assistant that is killed between what a customer accepts and what the partner is told', function () {
  this.timeout(120_000);

  it('tells the partner of every acceptance once, or knows of which it cannot be sure', async () => {
    const count = await killWhileAccepting({ kills: 8, atOnce: 6, seed: 20260301 });
    toldOnce(count);
    assert.equal(count.kills, 8);
  });

  it('planted fault: a book that forgets what was in flight lets the proof fail', async () => {
    const count = await killWhileAccepting({ kills: 8, atOnce: 6, seed: 20260302, plantedFault: 'forgets-what-is-in-flight' });
    assert.throws(() => toldOnce(count), assert.AssertionError);
  });

  it('planted fault: a message that is put into the outbox after the acceptance lets the proof fail', async () => {
    const count = await killWhileAccepting({ kills: 8, atOnce: 6, seed: 20260303, plantedFault: 'tells-in-another-commit' });
    assert.throws(() => toldOnce(count), assert.AssertionError);
  });
});
