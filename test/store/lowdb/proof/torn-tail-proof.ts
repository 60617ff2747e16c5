import assert from 'node:assert/strict';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { bookFiles } from '../../../../bot/store/lowdb/book-files.ts';
import type { Log } from '../../../../domain/shared/ports.ts';
import { inTempFolder } from '../../../support/temp-folder.ts';
import { openBookIn, silentLog } from '../open-book.ts';
import { quickDisk } from './crash-disk.ts';
import { assertKept } from './history.ts';
import { writeHistory } from './write-history.ts';

export interface TornTailProofSize {
  readonly runs: number;
  /** The same seed cuts at the same places; without one they are new each time. */
  readonly seed?: number;
}

const alone = 20;
const together = 5;
const never = { rest: Infinity, running: Infinity };

/** Cuts, or fills with zeros, the part of a journal that nobody was told is kept, at random places, and looks at what is left. */
export function proveTornTailsAreDropped({ runs, seed }: TornTailProofSize): Promise<void> {
  return inTempFolder(async (folder) => {
    const original = join(folder, 'original');
    const { acknowledged, bytes } = await writeHistory(original, alone, together);
    const place = fc.integer({ min: acknowledged, max: bytes });
    const property = fc.asyncProperty(place, place, fc.constantFrom('cut', 'zeros to the end', 'a hole'), async (one, other, how) => {
      const copy = join(folder, 'copy');
      await cp(original, copy, { recursive: true, force: true });
      await spoilJournal(copy, Math.min(one, other), how === 'a hole' ? Math.max(one, other) : bytes, how === 'cut');
      const warnings: string[] = [];
      const log: Log = { ...silentLog, warn: (_, message) => warnings.push(message) };
      const store = await openBookIn(copy, { disk: quickDisk, compactAt: never, log });
      await assertKept(store, [alone - 1], alone + together);
      await store.close();
      const wasCut = (await stat(bookFiles(copy).journal)).size < (how === 'cut' ? Math.min(one, other) : bytes);
      assert.equal(warnings.length > 0, wasCut);
    });
    await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  });
}

async function spoilJournal(folder: string, from: number, to: number, cuts: boolean): Promise<void> {
  const { journal } = bookFiles(folder);
  const bytes = await readFile(journal);
  await writeFile(journal, cuts ? bytes.subarray(0, from) : bytes.fill(0, from, to));
}
