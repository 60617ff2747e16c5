import assert from 'node:assert/strict';
import { guessCodes } from '../prove/guessed-codes.ts';

describe('the codes of offers, guessed', function () {
  this.timeout(60_000);

  it('500 times from everywhere and from one address: none opens, all look the same, nothing is written, and one address soon has to wait', async () => {
    const { toldToWait, ...count } = await guessCodes({ guesses: 500, seed: 20_260_301 });
    assert.deepEqual(count, { guesses: 500, opened: 0, looksOtherwise: 0, wrote: 0, pastTheLimit: 0, worksAfterwards: true });
    assert.ok(toldToWait >= 400, String(toldToWait));
  });

  it('planted fault: a desk that speaks of what was withdrawn or is over lets the proof fail', async () => {
    const { opened, looksOtherwise } = await guessCodes({ guesses: 60, seed: 1, plantedFault: 'shows-the-withdrawn' });
    assert.ok(opened > 0 && looksOtherwise > 0);
  });

  it('planted fault: a server that does not count attempts lets the proof fail', async () => {
    const { pastTheLimit, toldToWait } = await guessCodes({ guesses: 100, seed: 1, plantedFault: 'does-not-count' });
    assert.ok(pastTheLimit > 0 && toldToWait === 0);
  });
});
