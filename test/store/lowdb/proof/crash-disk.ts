import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { bytesOf } from '../../../../bot/store/lowdb/book-files.ts';
import type { Disk, DiskFile } from '../../../../bot/store/lowdb/disk.ts';

/** What a power cut leaves of bytes that were written but not synced. A killed process leaves them all. */
export type Unsynced = 'kept' | 'lost' | 'cut' | 'zeroed' | 'hole';

/** A disk on which the process dies at a chosen step: nothing that was to come after it happens. */
export interface CrashDisk {
  readonly disk: Disk;
  /** Resolves when the step was reached. */
  readonly crashed: Promise<void>;
  /** The steps gone through so far, by name. */
  readonly steps: readonly string[];
  /** Lets go of the open files, and leaves of the unsynced bytes what a power cut would. */
  readonly end: (unsynced: Unsynced) => Promise<void>;
}

interface TrackedFile {
  readonly path: string;
  readonly file: DiskFile;
  synced: number;
  written: number;
}

type Pass = (step: string) => Promise<void>;

/** A disk whose writes are real and whose syncs are not: enough for whoever looks at the files of a process that was killed. */
export const quickDisk: Disk = {
  async open(path, how) {
    const file = await open(path, how === 'anew' ? 'w' : 'a');
    const append = (bytes: Uint8Array): Promise<void> => file.appendFile(bytes);
    return { append, appendAndSync: append, sync: async () => undefined, truncate: (bytes) => file.truncate(bytes), close: () => file.close() };
  },
  rename,
  remove: (path) => rm(path, { force: true }),
};

/** `goesOn` is asked before and after each change of the disk, and in the middle of each write; the process dies where it says no. */
export function steppedDisk(goesOn: (step: string, passed: number) => boolean): CrashDisk {
  const steps: string[] = [];
  const files = new Set<TrackedFile>();
  let isDead = false;
  let die: () => void = () => undefined;
  const crashed = new Promise<void>((resolve) => (die = resolve));

  async function pass(step: string): Promise<void> {
    if (!isDead) {
      steps.push(step);
      isDead = !goesOn(step, steps.length);
      if (isDead) die();
    }
    if (isDead) await new Promise(() => undefined);
  }

  return {
    disk: {
      async open(path, how) {
        await pass(`before open ${basename(path)}`);
        const size = how === 'anew' ? 0 : ((await bytesOf(path)) ?? 0);
        const tracked: TrackedFile = { path, file: await quickDisk.open(path, how), synced: size, written: size };
        files.add(tracked);
        return { ...steppedFile(tracked, pass), close: () => closeTracked(files, tracked) };
      },
      rename: (from, to) => around(pass, `rename ${basename(to)}`, () => quickDisk.rename(from, to)),
      remove: (path) => around(pass, `remove ${basename(path)}`, () => quickDisk.remove(path)),
    },
    crashed,
    steps,
    async end(unsynced) {
      for (const { path, file, synced } of files) {
        await file.close();
        await spoil(path, synced, unsynced);
      }
    },
  };
}

function steppedFile(tracked: TrackedFile, pass: Pass): Omit<DiskFile, 'close'> {
  const name = basename(tracked.path);
  async function write(bytes: Uint8Array): Promise<void> {
    await tracked.file.append(bytes);
    tracked.written += bytes.length;
  }
  async function append(bytes: Uint8Array): Promise<void> {
    await pass(`before write ${name}`);
    await write(bytes.subarray(0, bytes.length >> 1));
    await pass(`middle of write ${name}`);
    await write(bytes.subarray(bytes.length >> 1));
    await pass(`after write ${name}`);
  }
  function sync(): Promise<void> {
    return around(pass, `sync ${name}`, async () => {
      tracked.synced = tracked.written;
    });
  }
  return {
    append,
    sync,
    async appendAndSync(bytes) {
      await append(bytes);
      await sync();
    },
    truncate: (bytes) =>
      around(pass, `truncate ${name}`, async () => {
        await tracked.file.truncate(bytes);
        tracked.written = bytes;
        tracked.synced = Math.min(tracked.synced, bytes);
      }),
  };
}

async function around(pass: Pass, name: string, work: () => Promise<void>): Promise<void> {
  await pass(`before ${name}`);
  await work();
  await pass(`after ${name}`);
}

/** Dies at the n-th step. */
export function crashDiskAt(step: number): CrashDisk {
  return steppedDisk((_, passed) => passed < step);
}

/** Does to the bytes from `synced` on what a power cut may do. */
export async function spoil(path: string, synced: number, unsynced: Unsynced): Promise<void> {
  const bytes = await readFile(path);
  const tail = bytes.length - synced;
  if (unsynced === 'kept' || tail <= 0) return;
  if (unsynced === 'zeroed') bytes.fill(0, synced + Math.floor(tail / 3));
  if (unsynced === 'hole') bytes.fill(0, synced + Math.floor(tail / 8), synced + Math.floor(tail / 4));
  const left = unsynced === 'lost' ? synced : unsynced === 'cut' ? synced + Math.floor((tail * 2) / 3) : bytes.length;
  await writeFile(path, bytes.subarray(0, left));
}

function closeTracked(files: Set<TrackedFile>, tracked: TrackedFile): Promise<void> {
  files.delete(tracked);
  return tracked.file.close();
}
