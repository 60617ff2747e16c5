import assert from 'node:assert/strict';
import { measureEcho, stockEcho } from './echo-bench.ts';
import type { EchoOptions } from './echo-bench.ts';

/** Small enough for every run of the tests; judged by processor time, which other work on the machine changes little. */
const small: EchoOptions = { kind: 'text', seconds: 1, warmUpSeconds: 1, rounds: 1 };
const floor = 1.5;

describe('the door beside the stock echo', () => {
  it('answers everybody, each with one reply, for much less processor time', async () => {
    const { rounds, cpuRatio } = await measureEcho(small);
    for (const { stock, ours } of rounds) {
      assert.deepEqual([stock.failed, ours.failed], [0, 0]);
      assert.ok(ours.answered > 0 && ours.replies >= ours.answered, `${ours.answered} answers, ${ours.replies} replies`);
    }
    assert.ok(cpuRatio > floor, `only ${cpuRatio.toFixed(2)} times as many turns`);
  }).timeout(60_000);

  it('turns red when our side is the stock echo, too', async () => {
    const { cpuRatio } = await measureEcho({ ...small, ours: stockEcho });
    assert.ok(cpuRatio < floor, `${cpuRatio.toFixed(2)} times as many turns as itself`);
  }).timeout(60_000);
});
