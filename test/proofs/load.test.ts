import assert from 'node:assert/strict';
import { redeemAtOnce } from '../prove/load.ts';
import type { LoadCount } from '../prove/load.ts';

/** What must hold however many do it at once. */
function everyKeyOnce(count: LoadCount): void {
  const { keys, keysUsed, keysLost, keysUsedTwice, redemptions, answeredOtherwise } = count;
  assert.deepEqual(
    { keysUsed, keysLost, keysUsedTwice, redemptions, answeredOtherwise },
    { keysUsed: keys, keysLost: 0, keysUsedTwice: 0, redemptions: count.people, answeredOtherwise: 0 },
  );
  const { winners, toldKindly, redemptionsOfOneKey } = count;
  assert.deepEqual({ winners, toldKindly, redemptionsOfOneKey }, { winners: 1, toldKindly: count.rivals - 1, redemptionsOfOneKey: 1 });
}

describe('many people who redeem at once', function () {
  this.timeout(60_000);

  it('32 with 20 keys each and two clicks on every button use every key once; of 20 with one key exactly one wins and the others are told', async () => {
    everyKeyOnce(await redeemAtOnce({ people: 32, keysEach: 20, rivals: 20 }));
  });

  it('planted fault: a book that forgets what a commit expects lets the proof fail', async () => {
    const count = await redeemAtOnce({ people: 2, keysEach: 2, rivals: 20, plantedFault: 'forgets-expectations' });
    assert.throws(() => everyKeyOnce(count), assert.AssertionError);
  });
});
