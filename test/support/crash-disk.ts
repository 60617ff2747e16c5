import type { Disk, DiskFile } from '../../bot/store/lowdb/disk.ts';
import { realDisk } from '../../bot/store/lowdb/disk.ts';

/** The moments of one commit on its way to the disk, and then to the person who waits for the answer. */
export const commitMoments = ['before-write', 'half-written', 'written', 'synced', 'before-reply'] as const;
export type CommitMoment = (typeof commitMoments)[number];

/** When the process dies: at a moment of the n-th commit since the book was opened, or at the n-th step on the disk while it is being opened. */
export type Death =
  | { readonly during: 'commit'; readonly number: number; readonly moment: CommitMoment }
  | { readonly during: 'opening'; readonly step: number; readonly half: boolean };

/** A disk whose process dies at one exact moment, as SIGKILL ends it. */
export interface DyingDisk extends Disk {
  /** The book is open: what comes now are commits. */
  readonly opened: () => void;
  /** Called with an answer in hand, before it leaves. */
  readonly beforeReply: () => void;
  /** Steps on the disk while the book was being opened. */
  readonly steps: () => number;
  readonly commits: () => number;
}

/** @param below what the steps are carried out on: the real disk, or one with a planted fault */
export function dyingDisk(death: Death | undefined, die: () => void, below: Disk = realDisk): DyingDisk {
  const so = { isOpen: false, steps: 0, commits: 0 };
  const isDue = (moment: CommitMoment) => so.isOpen && death?.during === 'commit' && death.number === so.commits && death.moment === moment;

  async function step<T>(work: () => Promise<T>, half?: () => Promise<void>): Promise<T> {
    if (so.isOpen) return work();
    so.steps += 1;
    if (death?.during === 'opening' && death.step === so.steps) {
      if (death.half) await half?.();
      die();
    }
    return work();
  }

  async function commit(file: DiskFile, bytes: Uint8Array): Promise<void> {
    so.commits += 1;
    if (isDue('before-write')) die();
    if (isDue('half-written')) {
      await file.append(firstHalf(bytes));
      die();
    }
    await file.append(bytes);
    if (isDue('written')) die();
  }

  const dying = (file: DiskFile): DiskFile => ({
    append: (bytes) =>
      step(
        () => file.append(bytes),
        () => file.append(firstHalf(bytes)),
      ),
    appendAndSync: async (bytes) => {
      await commit(file, bytes);
      await file.sync();
      if (isDue('synced')) die();
    },
    sync: () => step(() => file.sync()),
    truncate: (bytes) => step(() => file.truncate(bytes)),
    close: () => step(() => file.close()),
  });

  return {
    open: async (path, how) => dying(await step(() => below.open(path, how))),
    rename: (from, to) => step(() => below.rename(from, to)),
    remove: (path) => step(() => below.remove(path)),
    ...wordsToDisk(so, death, die),
  };
}

/** What the process tells the disk, and asks it. */
function wordsToDisk(so: { isOpen: boolean; readonly steps: number; readonly commits: number }, death: Death | undefined, die: () => void) {
  return {
    opened: (): void => {
      Object.assign(so, { isOpen: true });
    },
    // One turn may make several commits: what is answered is the last.
    beforeReply: (): void => {
      if (death?.during === 'commit' && death.moment === 'before-reply' && so.commits >= death.number) die();
    },
    steps: () => so.steps,
    commits: () => so.commits,
  };
}

function firstHalf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** Planted fault: a disk that says it has written what it still holds in memory until the next write. */
export function promisingDisk(): Disk {
  return {
    ...realDisk,
    async open(path, how) {
      const file = await realDisk.open(path, how);
      if (how !== 'journal') return file;
      let held: Uint8Array = new Uint8Array();
      return {
        ...file,
        async append(bytes) {
          await file.append(held);
          held = bytes;
        },
      };
    },
  };
}
