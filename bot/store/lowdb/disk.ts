import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Every way in which the book changes the disk.
 *
 * The store takes it as an argument so that a test can stop the process before or after each single step, fail it, or play a power cut.
 */
export interface Disk {
  /** `append`: behind what is there. `anew`: an empty file in place of what is there. Readable by its owner only. */
  readonly open: (path: string, how: 'append' | 'anew') => Promise<DiskFile>;
  /** Puts a finished file in its place, for good: also the folder's entry is on disk when it resolves. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export interface DiskFile {
  /** Writes all of it, or rejects. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when everything written is on disk. */
  readonly sync: () => Promise<void>;
  readonly truncate: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const ownerOnly = 0o600;

export const realDisk: Disk = {
  async open(path, how) {
    const handle = await open(path, how === 'append' ? 'a' : 'w', ownerOnly);
    return {
      append: (bytes) => handle.appendFile(bytes),
      sync: () => handle.datasync(),
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
