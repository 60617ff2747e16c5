import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeBigBook } from '../cli/a-big-book.ts';
import { inTempFolder } from '../support/temp-folder.ts';

export interface ImportSize {
  /** Each with three subscriptions. */
  readonly customers: number;
  /** The process of the first import is killed when so many lines are in the book; absent: never. */
  readonly killAfter?: number;
  /** Planted fault: whoever starts it again has another book. */
  readonly plantedFault?: 'forgets-what-was-taken';
}

export interface ImportCount {
  readonly lines: number;
  /** Found taken by the second start, after the first one ended or was killed. */
  readonly wasTaken: number;
  readonly takenBySecond: number;
  /** Of the third, which has nothing to do. */
  readonly takenByThird: number;
  readonly notTaken: number;
  readonly msFirst: number;
  readonly msThird: number;
  readonly peakMb: number;
}

const Told = z.object({ code: z.int(), ms: z.int(), peakMb: z.int(), together: z.string() });
const child = fileURLToPath(new URL('import-child.ts', import.meta.url));
const together = /^Together: (\d+) lines: (\d+) taken, (\d+) changed, (\d+) unchanged, (\d+) refused/;

/** Imports a big book on a disk, in processes of its own: once, again, and once more. */
export async function importBigBook({ customers, killAfter, plantedFault }: ImportSize): Promise<ImportCount> {
  return inTempFolder(async (folder) => {
    const files = await writeBigBook(folder, customers);
    const first = await run(folder, files, killAfter);
    const second = await run(plantedFault === undefined ? folder : join(folder, 'another'), files);
    const third = await run(folder, files);
    assert.ok(second && third);
    const counts = [second, third].map(countsIn);
    const [again, last] = counts;
    assert.ok(again && last);
    return {
      lines: last.lines,
      wasTaken: again.unchanged,
      takenBySecond: again.taken,
      takenByThird: last.taken,
      notTaken: last.lines - last.unchanged,
      msFirst: first?.ms ?? 0,
      msThird: third.ms,
      peakMb: Math.max(first?.peakMb ?? 0, second.peakMb),
    };
  });
}

function countsIn(told: z.infer<typeof Told>): { readonly lines: number; readonly taken: number; readonly unchanged: number } {
  const [, lines, taken, , unchanged] = (together.exec(told.together) ?? []).map(Number);
  assert.ok(lines !== undefined && taken !== undefined && unchanged !== undefined, told.together);
  return { lines, taken, unchanged };
}

async function run(folder: string, files: readonly string[], killAfter = 0): Promise<z.infer<typeof Told> | undefined> {
  const process_ = spawn(process.execPath, ['--import', 'tsx', child, folder, String(killAfter), ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(process_, 'close');
  let told: z.infer<typeof Told> | undefined;
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line.startsWith('{')) told = Told.parse(JSON.parse(line));
  }
  await ended;
  return told;
}
