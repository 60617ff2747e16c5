import assert from 'node:assert/strict';
import { importBigBook } from '../prove/big-import.ts';
import type { ImportCount } from '../prove/big-import.ts';

/** Whatever was taken before it broke off is not taken again, and nothing is left out. */
function goesOn({ lines, wasTaken, takenBySecond, takenByThird, notTaken }: ImportCount): void {
  assert.deepEqual({ takenByThird, notTaken, together: wasTaken + takenBySecond }, { takenByThird: 0, notTaken: 0, together: lines });
  assert.ok(wasTaken > 0, 'the second import began at the beginning');
}

describe('a long import', function () {
  this.timeout(60_000);

  it('that was killed goes on where it was when it is started again, and a third time has nothing to do', async () => {
    goesOn(await importBigBook({ customers: 500, killAfter: 700 }));
  });

  it('planted fault: a book that forgets what was taken lets the proof fail', async () => {
    const count = await importBigBook({ customers: 100, plantedFault: 'forgets-what-was-taken' });
    assert.throws(() => goesOn(count), assert.AssertionError);
  });
});
