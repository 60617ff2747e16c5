import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../../../domain/shared/fault.ts';
import { syncFolder } from './disk.ts';

/** Where the parts of a book lie in its folder. */
export interface BookFiles {
  readonly folder: string;
  /** The whole book as it was at one moment. */
  readonly snapshot: string;
  /** Every entry since that moment, one line each. */
  readonly journal: string;
  /** Audit events up to that moment. */
  readonly audit: string;
}

export function bookFiles(folder: string): BookFiles {
  return { folder, snapshot: join(folder, 'snapshot.jsonl'), journal: join(folder, 'journal.jsonl'), audit: join(folder, 'audit.jsonl') };
}

/** Whether a book was begun in a folder, be it whole or not. */
export async function hasBook(folder: string): Promise<boolean> {
  const { snapshot, journal, audit } = bookFiles(folder);
  const sizes = await Promise.all([snapshot, journal, audit].map(bytesOf));
  return sizes.some((bytes) => bytes !== undefined);
}

/** The name of a file that is being written and not yet in its place. */
export function unfinished(path: string): string {
  return `${path}.unfinished`;
}

/** Makes the folder of a book, for its owner only, so that it lasts like what will be written in it. */
export async function makeBookFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  const top = dirname(made);
  for (let parent = dirname(resolve(folder)); parent.length >= top.length; parent = dirname(parent)) {
    await syncFolder(parent);
    if (parent === dirname(parent)) return;
  }
}

/** How long a file is, or undefined when there is none. */
export async function bytesOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** The book is not what was once written. Says where, and what to do. */
export function damaged(file: string, where: string): Fault {
  return new Fault('book-damaged', {
    detail: `${basename(file)}, ${where}. Nothing was changed. Restore a backup: README, section "Backup and restore".`,
  });
}

/** A line that is whole, but not of the form this version writes, or with values that its indexes cannot take. */
export function ofAnotherVersion(file: string, line: number, cause?: unknown): Fault {
  return new Fault('book-of-another-version', {
    detail: `${basename(file)}, line ${line}, was not written by this version of the assistant. Start the version that wrote it, or restore a backup made with this one.`,
    cause,
  });
}

/** The code of an error of the operating system, such as ENOENT. */
export function errorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
