import assert from 'node:assert/strict';
import type { Fault } from '../../../domain/shared/fault.ts';
import type { Disk, DiskFile } from '../../../bot/store/lowdb/disk.ts';
import { realDisk } from '../../../bot/store/lowdb/disk.ts';
import type { LowdbStore } from '../../../bot/store/lowdb/lowdb-store.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { aCommit, aCustomer, afterNoon, noon } from '../sample-records.ts';
import { openBookIn } from './open-book.ts';
import { assertKept, commitOfHistory } from './proof/history.ts';

const failed = { name: 'Fault', code: 'book-write-failed' };

describe('a disk that fails', () => {
  for (const how of ['no space is left for a write', 'a sync fails', 'half a line is written'] as const) {
    it(`ends the book when ${how}: every waiting commit and everything later is refused, and the failure is told once`, () =>
      inTempFolder(async (folder) => {
        const breaking = breakingDisk(how);
        const failures: Fault[] = [];
        const store = await openBookIn(folder, { disk: breaking.disk, onFailure: (fault) => failures.push(fault) });
        await store.commit(commitOfHistory(0));
        breaking.break();
        const waiting = [1, 2, 3].map((index) => store.commit(commitOfHistory(index)));
        for (const commit of waiting) await assert.rejects(commit, failed);
        for (const call of everyCallOf(store)) await assert.rejects(call, failed);
        assert.deepEqual(
          failures.map(({ code }) => code),
          ['book-write-failed'],
        );
        await assert.rejects(store.close(), failed);
        const recovered = await openBookIn(folder);
        await assertKept(recovered, [0], 4);
        await recovered.close();
      }));
  }

  it('ends the book when a new snapshot cannot be written', () =>
    inTempFolder(async (folder) => {
      const breaking = breakingDisk('no space is left for a write', 'snapshot');
      const failures: Fault[] = [];
      const compactAt = { rest: 1, running: 1 };
      const store = await openBookIn(folder, { disk: breaking.disk, compactAt, onFailure: (fault) => failures.push(fault) });
      breaking.break();
      await store.commit(commitOfHistory(0));
      await assert.rejects(store.commit(commitOfHistory(1)), failed);
      assert.equal(failures.length, 1);
      await assert.rejects(store.close(), failed);
      const recovered = await openBookIn(folder);
      await assertKept(recovered, [0], 1);
      await recovered.close();
    }));
});

describe('a book that was closed', () => {
  it('refuses everything, and closing it again changes nothing', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(folder);
      await store.close();
      for (const call of everyCallOf(store)) await assert.rejects(call, { name: 'Fault', code: 'unreachable' });
      await store.close();
    }));

  it('finishes the commits that were under way', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(folder);
      const underWay = [0, 1, 2].map((index) => store.commit(commitOfHistory(index)));
      await store.close();
      for (const commit of underWay) assert.equal((await commit).kind, 'committed');
      const later = await openBookIn(folder);
      await assertKept(later, [0, 1, 2], 3);
      await later.close();
    }));
});

function everyCallOf(store: LowdbStore): readonly Promise<unknown>[] {
  return [
    store.read('customer', 'acme'),
    store.list('customers-of-partner', { key: 'x', limit: 1 }),
    store.count('customers-of-partner', { key: 'x' }),
    store.outcomeOf(aCommit('any').commandId),
    store.commit(aCommit('any', { put: [aCustomer('acme')] })),
    store.claim({ now: noon, leaseUntil: afterNoon(1), limit: 1 }),
    store.auditTrail()[Symbol.asyncIterator]().next(),
    store.check(),
    store.backup('never-made'),
  ];
}

/** Breaks on request: the journal's file or any other whose name contains `which`. */
function breakingDisk(how: 'no space is left for a write' | 'a sync fails' | 'half a line is written', which = 'journal'): { disk: Disk; break: () => void } {
  let isBroken = false;
  const failing = (file: DiskFile): DiskFile => {
    async function append(bytes: Uint8Array): Promise<void> {
      if (!isBroken || how === 'a sync fails') return file.append(bytes);
      if (how === 'half a line is written') await file.append(bytes.subarray(0, bytes.length >> 1));
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    async function sync(): Promise<void> {
      if (isBroken && how === 'a sync fails') throw Object.assign(new Error('i/o error'), { code: 'EIO' });
      return file.sync();
    }
    return { ...file, append, sync, appendAndSync: (bytes) => append(bytes).then(sync) };
  };
  return {
    disk: { ...realDisk, open: async (path, mode) => (path.includes(which) ? failing(await realDisk.open(path, mode)) : realDisk.open(path, mode)) },
    break() {
      isBroken = true;
    },
  };
}
