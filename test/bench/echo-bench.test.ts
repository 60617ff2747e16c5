import assert from 'node:assert/strict';
import { measureEcho } from './echo-bench.ts';

describe('the door beside the stock echo', () => {
  it('answers everybody, each with one reply, for less processor time', async () => {
    const { rounds, cpuRatio } = await measureEcho({ kind: 'text', seconds: 1, warmUpSeconds: 1, rounds: 1 });
    for (const { stock, ours } of rounds) {
      assert.deepEqual([stock.failed, ours.failed], [0, 0]);
      assert.ok(ours.answered > 0 && ours.replies >= ours.answered, `${ours.answered} answers, ${ours.replies} replies`);
    }
    // about four on a quiet machine; whatever else runs meets both sides, but not at the same moment
    assert.ok(cpuRatio > 1.2, `only ${cpuRatio.toFixed(2)} times as many turns`);
  }).timeout(60_000);
});
