import assert from 'node:assert/strict';
import { copyFile, cp, mkdir, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { bookFiles } from '../../../bot/store/lowdb/book-files.ts';
import { checkedLine } from '../../../bot/store/lowdb/checked-line.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { aCommit, aCustomer } from '../sample-records.ts';
import { openBookIn } from './open-book.ts';
import { quickDisk } from './proof/crash-disk.ts';
import { assertKept, commitOfHistory } from './proof/history.ts';
import { proveTornTailsAreDropped } from './proof/torn-tail-proof.ts';
import { writeHistory } from './proof/write-history.ts';

const damaged = { name: 'Fault', code: 'book-damaged' };
const otherVersion = { name: 'Fault', code: 'book-of-another-version' };
const never = { rest: Infinity, running: Infinity };
const always = { rest: 0, running: Infinity };

describe('a journal whose end was torn', () => {
  it('loses what was not acknowledged, and nothing else, wherever it is cut or filled with zeros, and says so in the log', () =>
    proveTornTailsAreDropped({ runs: 60, seed: 2026 }));

  it('goes on from there, and is whole after the next start', () =>
    inTempFolder(async (folder) => {
      await writeHistory(folder, 5, 0);
      await writeFile(bookFiles(folder).journal, 'half a li', { flag: 'a' });
      for (const index of [5, 6]) {
        const store = await openBookIn(folder, { compactAt: never });
        await store.commit(commitOfHistory(index));
        await assertKept(store, [index], index + 1);
        await store.close();
      }
    }));
});

describe('a book that is damaged elsewhere', () => {
  it('is refused, with the file, the line and what to do, for any byte changed before the last write, and is left as it is', () =>
    inTempFolder(async (folder) => {
      const original = join(folder, 'original');
      const { lastLine } = await writeHistory(original, 12, 0);
      await fc.assert(
        fc.asyncProperty(fc.nat(lastLine - 2), fc.integer({ min: 1, max: 255 }), async (at, change) => {
          const copy = join(folder, 'copy');
          await cp(original, copy, { recursive: true, force: true });
          const { journal } = bookFiles(copy);
          const bytes = await readFile(journal);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          await writeFile(journal, bytes);
          await assert.rejects(openBookIn(copy, { disk: quickDisk }), (fault: Error) => {
            assert.equal('code' in fault ? fault.code : fault, 'book-damaged');
            assert.match(fault.message, /journal\.jsonl, line \d+.*Restore a backup: README, section "Backup and restore"/);
            return true;
          });
          assert.deepEqual(await readFile(journal), bytes);
        }),
        { numRuns: 60, seed: 2026 },
      );
    }));

  it('is refused for any byte changed in its snapshot', () =>
    inTempFolder(async (folder) => {
      const { snapshot } = await writeCompacted(folder);
      const whole = await readFile(snapshot);
      for (let at = 0; at < whole.length; at += 37) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        await writeFile(snapshot, bytes);
        await assert.rejects(openBookIn(folder, { disk: quickDisk }), damaged, `byte ${at}`);
      }
    }));

  it('is refused when a part of it is missing or cut off', () =>
    inTempFolder(async (folder) => {
      const original = join(folder, 'original');
      await writeCompacted(original);
      const files = ['snapshot', 'journal', 'audit'] as const;
      for (const file of files) {
        for (const harm of [unlink, (path: string) => truncate(path, 0), cutLastLine]) {
          const copy = join(folder, 'copy');
          await cp(original, copy, { recursive: true, force: true });
          if (file === 'journal' && harm === cutLastLine) continue;
          await harm(bookFiles(copy)[file]);
          await assert.rejects(openBookIn(copy, { disk: quickDisk }), damaged, `${file} ${harm.name}`);
          await rm(copy, { recursive: true });
        }
      }
    }));

  it('is refused when its files belong to different moments', () =>
    inTempFolder(async (folder) => {
      const [early, late] = [join(folder, 'early'), join(folder, 'late')];
      await writeCompacted(early);
      await cp(early, late, { recursive: true });
      const store = await openBookIn(late, { compactAt: always });
      await store.commit(aCommit('later', { put: [aCustomer('later')] }));
      await store.close();
      await copyFile(bookFiles(early).snapshot, bookFiles(late).snapshot);
      await assert.rejects(openBookIn(late), damaged);
    }));

  it('tells a damaged audit file when the audit is read', () =>
    inTempFolder(async (folder) => {
      const { audit } = await writeCompacted(folder);
      const bytes = await readFile(audit);
      bytes[20] = 0;
      await writeFile(audit, bytes);
      const store = await openBookIn(folder);
      await assert.rejects(async () => {
        for await (const event of store.auditTrail()) assert.ok(event.sequence > 0);
      }, damaged);
      await store.close();
    }));
});

describe('a book that another version wrote', () => {
  it('is refused, whether its snapshot or its journal tells', () =>
    inTempFolder(async (folder) => {
      const newer = join(folder, 'snapshot');
      const { snapshot } = await writeCompacted(newer);
      const lines = (await readFile(snapshot, 'utf8')).split('\n');
      lines[0] = checkedLine(JSON.stringify({ format: 2 })).trim();
      await writeFile(snapshot, lines.join('\n'));
      await assert.rejects(openBookIn(newer), otherVersion);

      const stranger = join(folder, 'journal');
      await mkdir(stranger);
      const entry = { sequence: 1, put: [{ kind: 'invoice', id: '1', value: {} }], remove: [], events: [] };
      await writeFile(bookFiles(stranger).journal, checkedLine('{"format":1,"after":0}') + checkedLine(`0,${JSON.stringify(entry)}`));
      await assert.rejects(openBookIn(stranger), otherVersion);
      const nameless = { ...entry, put: [{ kind: 'customer', id: '1', value: {} }] };
      await writeFile(bookFiles(stranger).journal, checkedLine('{"format":1,"after":0}') + checkedLine(`0,${JSON.stringify(nameless)}`));
      await assert.rejects(openBookIn(stranger), otherVersion);
    }));
});

async function writeCompacted(folder: string): Promise<ReturnType<typeof bookFiles>> {
  const store = await openBookIn(folder, { compactAt: always });
  for (let index = 0; index < 12; index += 1) await store.commit(commitOfHistory(index));
  await store.close();
  return bookFiles(folder);
}

async function cutLastLine(path: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.lastIndexOf(10, -2) + 1));
}
