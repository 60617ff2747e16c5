import assert from 'node:assert/strict';
import { crashAtBoundaries } from '../prove/crash-boundaries.ts';
import type { BoundariesCount } from '../prove/crash-boundaries.ts';
import { crashAtRandom } from '../prove/crash-random.ts';
import type { RandomCount } from '../prove/crash-random.ts';

/** What must hold after crashes, wherever they struck. */
function nothingLost({ keysLost, keysUsedTwice, notExactlyOnce, setBack }: BoundariesCount | RandomCount): void {
  assert.deepEqual({ keysLost, keysUsedTwice, notExactlyOnce, setBack }, { keysLost: 0, keysUsedTwice: 0, notExactlyOnce: 0, setBack: 0 });
}

describe('an assistant that is killed in the middle of a redemption, and again while it recovers', function () {
  this.timeout(120_000);

  it('goes on where it stood, and the keys are used once', async () => {
    const count = await crashAtBoundaries({ every: 20, allOfCreating: true, atOnce: 2 });
    nothingLost(count);
    assert.equal(count.stuck, 0);
    assert.equal(count.killsInRecovery, count.kills);
    assert.ok(count.kills > 10);
  });

  it('planted fault: a disk that promises before it writes lets the proof fail', async () => {
    const count = await crashAtBoundaries({ every: 25, allOfCreating: false, atOnce: 2, plantedFault: 'promises-before-it-writes' });
    assert.throws(() => nothingLost(count), assert.AssertionError);
  });

  it('planted fault: a redemption that gets a new name with every try lets the proof fail', async () => {
    const count = await crashAtBoundaries({ every: 49, allOfCreating: false, atOnce: 2, plantedFault: 'forgets-its-commands' });
    assert.throws(() => nothingLost(count), assert.AssertionError);
  });
});

describe('an assistant that is killed at random moments', function () {
  this.timeout(120_000);

  it('loses no key and no turn that was answered', async () => {
    const count = await crashAtRandom({ kills: 20, people: 4, atOnce: 2, seed: 20260301 });
    nothingLost(count);
    assert.equal(count.kills, 20);
    assert.ok(count.conversations >= 8 && count.repeats > 0);
  });

  it('planted fault: a disk that promises before it writes lets the proof fail', async () => {
    const count = await crashAtRandom({ kills: 6, people: 4, atOnce: 1, seed: 20260302, plantedFault: 'promises-before-it-writes' });
    assert.throws(() => nothingLost(count), assert.AssertionError);
  });
});
