import assert from 'node:assert/strict';
import { hostileInput } from '../prove/hostile.ts';
import type { HostileCount } from '../prove/hostile.ts';

/** What must hold whatever was sent. */
function unmoved(count: HostileCount): void {
  const { forgeriesLetIn, serverErrors, unanswered, faults, died, leaks, worksAfterwards, examples } = count;
  assert.deepEqual(
    { forgeriesLetIn, serverErrors, unanswered, faults, died, leaks, worksAfterwards },
    { forgeriesLetIn: 0, serverErrors: 0, unanswered: 0, faults: 0, died: false, leaks: 0, worksAfterwards: true },
    examples.join('\n'),
  );
  assert.ok(count.letIn > count.requests / 5, 'too few of them reach a turn');
  assert.ok(count.megabytesAtTheEnd < 400, `${String(count.megabytesAtTheEnd)} MB`);
}

describe('a day of hostile visitors', function () {
  this.timeout(120_000);

  it('leaves the assistant standing and silent about other partners, and a redemption works afterwards', async () => {
    unmoved(await hostileInput({ requests: 1000, seed: 20260301, mode: 'local' }));
  });

  it('gets no further with tokens, in production mode', async () => {
    unmoved(await hostileInput({ requests: 200, seed: 20260302, mode: 'production' }));
  });

  it('planted fault: a book that mixes up partners lets the proof fail', async () => {
    const count = await hostileInput({ requests: 1500, seed: 20260303, mode: 'local', plantedFault: 'mixes-up-partners' });
    assert.ok(count.leaks > 0);
    assert.throws(() => unmoved(count), assert.AssertionError);
  });

  it('planted fault: a book that breaks on what nobody expects lets the proof fail', async () => {
    const count = await hostileInput({ requests: 200, seed: 20260304, mode: 'local', plantedFault: 'stumbles' });
    assert.ok(count.faults > 0);
    assert.throws(() => unmoved(count), assert.AssertionError);
  });
});
