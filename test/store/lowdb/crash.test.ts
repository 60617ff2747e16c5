import assert from 'node:assert/strict';
import type { DiskFile } from '../../../bot/store/lowdb/disk.ts';
import { proveKillsLoseNothing } from './proof/kill-proof.ts';
import type { Plant } from './proof/crash-proof.ts';
import { proveNoStepLosesAnything } from './proof/crash-proof.ts';

describe('a crash of the embedded book', function () {
  this.timeout(120_000);

  it('loses nothing acknowledged and keeps nothing in part, at whatever step the process is killed, and killed again while it recovers', async () => {
    const counts = await proveNoStepLosesAnything({ commits: 4, atOnce: 2, unsynced: ['kept'], alsoInRecovery: true });
    for (const place of [
      'before write journal.jsonl',
      'after write journal.jsonl',
      'after sync journal.jsonl',
      'after rename snapshot.jsonl',
      'after sync audit.jsonl',
    ])
      assert.ok(counts.places.has(place), place);
  });

  it('loses nothing acknowledged when the power fails at any step, whatever becomes of bytes that were not synced', async () => {
    const counts = await proveNoStepLosesAnything({ commits: 8, atOnce: 4, unsynced: ['lost', 'cut', 'zeroed', 'hole'], alsoInRecovery: false });
    assert.ok(counts.crashes > 100);
  });

  it('loses nothing acknowledged when a real process is killed five times in a row', async () => {
    const counts = await proveKillsLoseNothing({ kills: 5 });
    assert.ok(counts.acknowledged > 0 && counts.kept >= counts.acknowledged);
  });

  it('planted fault: a process that writes one commit behind what it acknowledges is found out when it is killed', () =>
    assert.rejects(proveKillsLoseNothing({ kills: 5, plant: 'one-behind' }), /was acknowledged and is lost/));

  it('planted fault: a book that acknowledges before its write is on disk loses commits in a power cut', async () => {
    const acknowledgesTooEarly = withFiles((file) => ({ ...file, sync: async () => undefined, appendAndSync: file.append }));
    await assert.rejects(
      proveNoStepLosesAnything({ commits: 6, atOnce: 1, unsynced: ['lost'], alsoInRecovery: false }, acknowledgesTooEarly),
      /was acknowledged and is lost/,
    );
  });

  it('planted fault: a book that skips a line of its journal is found out', async () => {
    let writes = 0;
    const skipsALine = withFiles((file) => ({
      ...file,
      async appendAndSync(bytes) {
        writes += 1;
        if (writes % 3 !== 0) await file.appendAndSync(bytes);
      },
    }));
    await assert.rejects(proveNoStepLosesAnything({ commits: 6, atOnce: 1, unsynced: ['kept'], alsoInRecovery: false }, skipsALine));
  });
});

function withFiles(change: (file: DiskFile) => DiskFile): Plant {
  return (disk) => ({ ...disk, open: async (path, how) => change(await disk.open(path, how)) });
}
