import type { FileHandle } from 'node:fs/promises';
import { constants, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Every way in which the book changes the disk.
 *
 * The store takes it as an argument so that a test can stop the process before or after each single step, fail it, or play a power cut.
 */
export interface Disk {
  /** Readable by its owner only. */
  readonly open: (path: string, how: OpenHow) => Promise<DiskFile>;
  /** Puts a finished file in its place, for good: also the folder's entry is on disk when it resolves. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

/** `append`: behind what is there. `anew`: an empty file in place of what is there. `journal`: behind what is there, with `appendAndSync` at its fastest. */
export type OpenHow = 'append' | 'anew' | 'journal';

export interface DiskFile {
  /** Writes all of it, or rejects. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when everything written is on disk. */
  readonly sync: () => Promise<void>;
  /** Both, for the write that everybody waits for. */
  readonly appendAndSync: (bytes: Uint8Array) => Promise<void>;
  readonly truncate: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Works on a file, then makes it last and closes it. */
export async function writeFileWith<Result>(disk: Disk, path: string, how: OpenHow, work: (file: DiskFile) => Promise<Result>): Promise<Result> {
  const file = await disk.open(path, how);
  try {
    const result = await work(file);
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

const ownerOnly = 0o600;

/** Linux syncs the data within the write itself when asked to (O_DSYNC): one way to the disk and back instead of two. */
const writesThrough = process.platform === 'linux';
const { O_APPEND, O_CREAT, O_WRONLY, O_DSYNC } = constants;
const flags = { append: 'a', anew: 'w', journal: writesThrough ? O_APPEND | O_CREAT | O_WRONLY | O_DSYNC : 'a' } as const;

export const realDisk: Disk = {
  async open(path, how) {
    const handle = await open(path, flags[how], ownerOnly);
    return {
      append: (bytes) => handle.appendFile(bytes),
      sync: () => handle.datasync(),
      async appendAndSync(bytes) {
        await handle.appendFile(bytes);
        if (how !== 'journal' || !writesThrough) await handle.datasync();
      },
      truncate: (bytes) => handle.truncate(bytes),
      close: () => handle.close(),
    };
  },
  async rename(from, to) {
    await rename(from, to);
    await syncFolder(dirname(to));
  },
  remove: (path) => rm(path, { force: true }),
};

/** Makes the entries of a folder last. Windows opens no folder as a file, and its file system keeps the order of renames by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
