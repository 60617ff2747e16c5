import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/shared/fault.ts';
import type { Secrets } from '../../domain/shared/ports.ts';

const keyFile = 'book.key';
/** Belongs to every copy of a book: from it, another key is recognised. */
export const bookKeyMark = 'book.key.mark';

/** A folder that may hold a book. Hold its lock while calling what takes one. */
export interface BookPlace {
  readonly folder: string;
  /** Whether a book was begun there. */
  readonly hasBook: boolean;
}

/**
 * Local mode: the key of the book lives in a file that only its owner can read, made at the first start.
 *
 * The key belongs to the book: who copies one must copy the other.
 *
 * @throws Fault('configuration') when the file has another form, others can read it, or it is gone while its book is there
 */
export async function localBookKey(place: BookPlace): Promise<string> {
  const path = join(place.folder, keyFile);
  const text = await textOf(path);
  if (text === undefined) return newBookKey(place, path);
  await refuseReadableByOthers(path);
  const key = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(key)) throw refusal(`${path} does not hold 64 hex characters. Put the right key back from your backup`);
  return key;
}

/**
 * Makes sure that a book is only ever opened with the key it began with: another key would take used product keys for new ones.
 *
 * Keeps a mark beside the book from which the key cannot be read; made before the book is begun, never afterwards.
 *
 * @throws Fault('configuration') when the mark says that the book was begun with another key, or is gone while its book is there
 */
export async function keepBookKey({ folder, hasBook }: BookPlace, secrets: Pick<Secrets, 'deriveId'>): Promise<void> {
  const path = join(folder, bookKeyMark);
  const mark = secrets.deriveId('the key of this book');
  const kept = await textOf(path);
  if (kept === undefined && hasBook)
    throw refusal(`${path} is missing, but its book is there. Put it back from your backup: without it, a wrong BOOK_KEY would not be noticed`);
  if (kept === undefined) return writeDurably(path, mark);
  if (kept.trim() !== mark)
    throw refusal(`the book in ${folder} was begun with another BOOK_KEY. Start it with that key: without it, nothing in the book can be opened`);
}

async function newBookKey({ folder, hasBook }: BookPlace, path: string): Promise<string> {
  if (hasBook || (await textOf(join(folder, bookKeyMark))) !== undefined)
    throw refusal(`${path} is missing, but its book is there. Put the key back from your backup, or set BOOK_KEY`);
  const key = randomBytes(32).toString('hex');
  await mkdir(folder, { recursive: true });
  await writeDurably(path, key);
  return key;
}

/** Whole or not at all: a key cut off by a crash would be a key for nothing. */
async function writeDurably(path: string, line: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw new Fault('configuration', { detail: `${path} cannot be read (${codeOf(cause) ?? 'unknown reason'})`, cause });
  }
}

/** Windows keeps its rights elsewhere: there the file inherits those of the data folder. */
async function refuseReadableByOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw refusal(`${path} can be read by others. Run: chmod 600 ${path}`);
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

function refusal(detail: string): Fault {
  return new Fault('configuration', { detail });
}
