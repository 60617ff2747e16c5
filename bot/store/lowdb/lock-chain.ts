import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../../domain/shared/fault.ts';
import { errorCode } from './book-files.ts';

/**
 * Who owns a book, as a chain of doors (folders with a socket) that is only ever lengthened.
 *
 * `book.lock` leads to a door; a door whose owner died leads, by a link `next` in it, to the door of whoever took over.
 * The last door is the owner's. Making a link is atomic and fails when it exists, so of all who saw the same owner dead
 * exactly one becomes the next. Deleting a dead socket and listening in its place, the usual way, has a gap:
 * the slower of two starters deletes the socket of the faster one.
 */
export interface LockChain {
  /** The doors from the first to the last, and the link that would follow. */
  readonly walk: () => Promise<{ readonly doors: readonly string[]; readonly nextLink: string }>;
  /** Makes `door` the one behind the walked ones; false when somebody else was faster, or the chain has changed. */
  readonly extend: (nextLink: string, door: string) => Promise<boolean>;
  /** Makes the chain begin at the owner's own door and takes the dead ones away. */
  readonly shorten: (deadDoors: readonly string[], door: string) => Promise<void>;
  /** Takes away the owner's door, while it still listens: nobody can find it dead. */
  readonly end: (door: string) => Promise<void>;
}

export function lockChain(folder: string): LockChain {
  const firstLink = join(folder, 'book.lock');
  const linkBehind = (door: string): string => join(folder, door, 'next');

  async function walk(): Promise<{ readonly doors: readonly string[]; readonly nextLink: string }> {
    const doors: string[] = [];
    for (let nextLink = firstLink; ;) {
      const door = await targetOf(nextLink);
      if (door === undefined) return { doors, nextLink };
      doors.push(door);
      nextLink = linkBehind(door);
    }
  }

  /** Renamed before it is emptied: nobody can still put a link into a door that is being taken away. */
  async function takeAway(door: string): Promise<void> {
    try {
      await rename(join(folder, door), join(folder, `${door}.gone`));
    } catch (cause) {
      if (errorCode(cause) !== 'ENOENT') throw cause;
    }
    await rm(join(folder, `${door}.gone`), { recursive: true, force: true });
  }

  return {
    walk,

    async extend(nextLink, door) {
      try {
        await symlink(door, nextLink);
        return true;
      } catch (cause) {
        if (errorCode(cause) === 'ENOENT') await mendIfBroken(folder, walk, nextLink);
        else if (errorCode(cause) !== 'EEXIST') throw cause;
        return false;
      }
    },

    async shorten(deadDoors, door) {
      if (deadDoors.length === 0) return;
      const link = join(folder, door, 'first');
      await symlink(door, link);
      await rename(link, firstLink);
      for (const dead of deadDoors) await takeAway(dead);
    },

    async end(door) {
      await rm(firstLink, { force: true });
      await takeAway(door);
    },
  };
}

/** A link to a door that is not there, and still the end of the chain, is no race: somebody copied or tidied the folder by hand. */
async function mendIfBroken(folder: string, walk: LockChain['walk'], nextLink: string): Promise<void> {
  const { doors, nextLink: now } = await walk();
  const last = doors.at(-1);
  if (now === nextLink && last !== undefined) await mkdir(join(folder, last), { recursive: true, mode: 0o700 });
}

async function targetOf(link: string): Promise<string | undefined> {
  try {
    return await readlink(link);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    if (errorCode(cause) === 'EINVAL') throw new Fault('configuration', { detail: `${link} is no link any more; delete it while no assistant runs`, cause });
    throw cause;
  }
}
