import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from '../../../../bot/store/lowdb/disk.ts';
import { compactAt, openBookIn } from '../open-book.ts';
import type { Unsynced } from './crash-disk.ts';
import { crashDiskAt, quickDisk } from './crash-disk.ts';
import { assertKept, commitOfHistory } from './history.ts';

export interface CrashProofSize {
  /** Commits in the life that is cut short. */
  readonly commits: number;
  /** How many of them are under way at once. */
  readonly atOnce: number;
  readonly unsynced: readonly Unsynced[];
  /** Crash again at each step of the recovery that follows. */
  readonly alsoInRecovery: boolean;
}

export interface CrashProofCounts {
  crashes: number;
  acknowledged: number;
  kept: number;
  /** The places where it was crashed. */
  readonly places: Set<string>;
}

/** A wrapper that plants a fault. */
export type Plant = (disk: Disk) => Disk;

const noFault: Plant = (disk) => disk;

/**
 * Lives the same life again and again, dying one step later each time, and looks each time at what is left.
 *
 * Throws when an acknowledged commit is lost, or a commit is there in part, or out of order.
 */
export async function proveNoStepLosesAnything(size: CrashProofSize, plant = noFault): Promise<CrashProofCounts> {
  const counts: CrashProofCounts = { crashes: 0, acknowledged: 0, kept: 0, places: new Set() };
  for (const unsynced of size.unsynced) {
    for (let step = 1; await dieAt(step, unsynced, size, plant, counts); step += 1);
  }
  return counts;
}

/** One life; false when it went to its end without reaching the step. */
async function dieAt(step: number, unsynced: Unsynced, size: CrashProofSize, plant: Plant, counts: CrashProofCounts): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  try {
    const acknowledged: number[] = [];
    const { hasDied, place } = await untilStep(step, unsynced, (disk) => live(folder, plant(disk), size, acknowledged));
    if (size.alsoInRecovery) for (let again = 1; await dieRecovering(folder, again, unsynced, plant); again += 1);
    counts.kept += await lookAt(folder, acknowledged, size.commits);
    counts.crashes += hasDied ? 1 : 0;
    counts.acknowledged += acknowledged.length;
    counts.places.add(place);
    return hasDied;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function dieRecovering(folder: string, step: number, unsynced: Unsynced, plant: Plant): Promise<boolean> {
  const { hasDied } = await untilStep(step, unsynced, async (disk) => (await openBookIn(folder, { disk: plant(disk), compactAt })).close());
  return hasDied;
}

async function untilStep(
  step: number,
  unsynced: Unsynced,
  life: (disk: Disk) => Promise<void>,
): Promise<{ readonly hasDied: boolean; readonly place: string }> {
  const crash = crashDiskAt(step);
  try {
    const hasDied = await Promise.race([life(crash.disk).then(() => false), crash.crashed.then(() => true)]);
    return { hasDied, place: crash.steps.at(-1) ?? '' };
  } finally {
    await crash.end(unsynced);
  }
}

async function live(folder: string, disk: Disk, { commits, atOnce }: CrashProofSize, acknowledged: number[]): Promise<void> {
  const store = await openBookIn(folder, { disk, compactAt });
  for (let index = 0; index < commits; index += atOnce) {
    const together = Array.from({ length: Math.min(atOnce, commits - index) }, (_, offset) => index + offset);
    await Promise.all(
      together.map(async (one) => {
        await store.commit(commitOfHistory(one));
        acknowledged.push(one);
      }),
    );
  }
  await store.close();
}

/** A book that was recovered holds what it must, and is a book: it takes commits. */
async function lookAt(folder: string, acknowledged: readonly number[], begun: number): Promise<number> {
  const store = await openBookIn(folder, { disk: quickDisk, compactAt });
  try {
    const kept = await assertKept(store, acknowledged, begun);
    assert.equal((await store.commit(commitOfHistory(begun + 1))).kind, 'committed');
    return kept;
  } finally {
    await store.close();
  }
}
