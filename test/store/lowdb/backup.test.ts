import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBookLock } from '../../../bot/store/lowdb/book-lock.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { storeContract } from '../store-contract.ts';
import { compactAt, openBookIn } from './open-book.ts';
import { assertKept, commitOfHistory } from './proof/history.ts';

describe('a backup of the embedded book', () => {
  it('made while commits run holds every commit acknowledged before it began, and is a book', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(join(folder, 'book'), { compactAt });
      let begun = 0;
      let acknowledged = -1;
      let isBusy = true;
      const work = async (): Promise<void> => {
        while (isBusy) {
          const index = begun;
          begun += 1;
          await store.commit(commitOfHistory(index));
          acknowledged = Math.max(acknowledged, index);
        }
      };
      const workers = Promise.all([work()]);
      for (let copy = 0; copy < 10; copy += 1) {
        for (const enough = acknowledged + 7; acknowledged < enough;) await store.commit(commitOfHistory(0));
        const before = acknowledged;
        await store.backup(join(folder, `backup-${copy}`));
        const restored = join(folder, `restored-${copy}`);
        await cp(join(folder, `backup-${copy}`), restored, { recursive: true });
        const other = await openBookIn(restored);
        await assertKept(other, [before], begun);
        await other.close();
      }
      isBusy = false;
      await workers;
      await store.close();
    }));

  it('has no lock in it: it opens beside the book it was made of', () =>
    inTempFolder(async (folder) => {
      const [book, copy] = [join(folder, 'book'), join(folder, 'copy')];
      const lock = await takeBookLock(book, async () => 0);
      const store = await openBookIn(book);
      await store.backup(copy);
      await (await takeBookLock(copy, async () => 0)).release();
      assert.deepEqual(await readdir(copy), ['journal.jsonl']);
      await store.close();
      await lock.release();
    }));

  it('goes into a folder of its own, never over anything, and may be repeated after one that was cut off', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(join(folder, 'book'));
      await mkdir(join(folder, 'taken'));
      await assert.rejects(store.backup(join(folder, 'taken')), { name: 'Fault', code: 'configuration' });
      await mkdir(join(folder, 'copy.unfinished'));
      await store.backup(join(folder, 'copy'));
      await assert.rejects(store.backup(join(folder, 'copy')), { name: 'Fault', code: 'configuration' });
      await store.close();
    }));

  it('appears only with what belongs beside the book in it', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(join(folder, 'book'));
      const [mark, copy] = [join(folder, 'mark'), join(folder, 'copy')];
      await assert.rejects(store.backup(copy, [mark]), { code: 'ENOENT' });
      assert.equal((await readdir(folder)).includes('copy'), false);
      await writeFile(mark, 'the mark');
      await store.backup(copy, [mark]);
      await store.close();
      assert.equal(await readFile(join(copy, 'mark'), 'utf8'), 'the mark');
    }));

  it('is readable by its owner only', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(join(folder, 'book'));
      await store.backup(join(folder, 'copy'));
      await store.close();
      if (process.platform === 'win32') return;
      for (const [path, mode] of [
        ['book', 0o700],
        ['book/journal.jsonl', 0o600],
        ['copy', 0o700],
        ['copy/journal.jsonl', 0o600],
      ] as const)
        assert.equal((await stat(join(folder, path))).mode & 0o777, mode, path);
    }));
});

storeContract('a restored backup', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  const original = await openBookIn(join(folder, '0'), { clock });
  await original.backup(join(folder, '1'));
  await original.close();
  let store = await openBookIn(join(folder, '1'), { clock });
  let copies = 1;
  return {
    store,
    async reopen() {
      copies += 1;
      await store.backup(join(folder, String(copies)));
      await store.close();
      store = await openBookIn(join(folder, String(copies)), { clock });
      return store;
    },
    async end() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
