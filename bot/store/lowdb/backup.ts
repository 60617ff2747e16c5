import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../../domain/shared/fault.ts';
import type { BookExtent } from './book-adapter.ts';
import type { BookFiles } from './book-files.ts';
import { bytesOf, makeBookFolder, unfinished } from './book-files.ts';
import { syncFolder } from './disk.ts';

/**
 * Copies the files of a book, each up to what is on disk now, into a folder that does not exist yet.
 *
 * The copy appears under its name when it is whole and on disk, and is a book that can be opened.
 *
 * @param beside small files that belong to the book and never change; they come into the copy under their own names
 */
export async function copyBook(files: BookFiles, extent: BookExtent, target: string, beside: readonly string[] = []): Promise<void> {
  if ((await bytesOf(target)) !== undefined) throw new Fault('configuration', { detail: `${target} exists already; a backup goes into a folder of its own` });
  const copy = unfinished(resolve(target));
  await rm(copy, { recursive: true, force: true });
  await makeBookFolder(copy);
  if (extent.hasSnapshot) await copyStart(files.snapshot, copy, Infinity);
  if (extent.audit > 0) await copyStart(files.audit, copy, extent.audit);
  await copyStart(files.journal, copy, extent.journal);
  for (const file of beside) await copyStart(file, copy, Infinity);
  await syncFolder(copy);
  await rename(copy, target);
  await syncFolder(dirname(resolve(target)));
}

async function copyStart(file: string, folder: string, bytes: number): Promise<void> {
  const target = join(folder, basename(file));
  await pipeline(createReadStream(file, { end: bytes - 1 }), createWriteStream(target, { mode: 0o600 }));
  const handle = await open(target, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
