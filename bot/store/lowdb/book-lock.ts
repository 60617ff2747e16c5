import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { basename, join } from 'node:path';
import { Fault } from '../../../domain/shared/fault.ts';
import { bytesOf, errorCode, makeBookFolder } from './book-files.ts';
import type { Answer, Shown } from './door.ts';
import { askThrough, serveCaller } from './door.ts';
import type { LockChain } from './lock-chain.ts';
import { lockChain } from './lock-chain.ts';
import { pipeName, socketPath } from './socket-path.ts';

/** The right to open a book, until the process ends or lets go of it. */
export interface BookLock {
  /** Call it after the book is closed: somebody else may open it at once. */
  readonly release: () => Promise<void>;
}

/** For tests: what happens between seeing the last owner dead and taking over. */
export interface LockSteps {
  readonly beforeTakingOver: () => Promise<void>;
}

const noSteps: LockSteps = { beforeTakingOver: async () => undefined };
const isWindows = process.platform === 'win32';

/**
 * Takes the one lock of the book in `folder` and answers operators' commands through it.
 *
 * The owner listens on a Unix socket in the folder (a named pipe on Windows); an owner that was killed no longer does,
 * and is followed at once. Throws `Fault('book-in-use')` while another process owns the book.
 */
export async function takeBookLock(folder: string, answer: Answer, steps = noSteps): Promise<BookLock> {
  await makeBookFolder(folder);
  return isWindows ? takePipe(folder, answer) : takeDoor(folder, answer, steps);
}

/** Has the assistant that owns the book carry out a command; shows what it says and resolves to its exit code. */
export async function askRunningAssistant(
  folder: string,
  argv: readonly string[],
  print: (line: string) => void,
  progress: Shown['progress'] = () => undefined,
): Promise<number | 'nobody-there'> {
  if ((await bytesOf(folder)) === undefined) return 'nobody-there';
  const socket = await connectToOwner(folder);
  if (socket === undefined) return 'nobody-there';
  try {
    return await askThrough(socket, argv, { print, progress });
  } finally {
    socket.destroy();
  }
}

async function takeDoor(folder: string, answer: Answer, steps: LockSteps): Promise<BookLock> {
  const chain = lockChain(folder);
  const door = basename(await mkdtemp(join(folder, 'door-')));
  const path = await socketPath(join(folder, door, 'socket'));
  let close = async (): Promise<void> => undefined;
  async function leave(): Promise<void> {
    await close();
    await path.release();
    await rm(join(folder, door), { recursive: true, force: true });
  }
  try {
    close = await listen(path.path, answer);
    await comeLast(folder, chain, door, steps);
  } catch (cause) {
    await leave();
    throw cause;
  }
  return {
    async release() {
      await chain.end(door);
      await leave();
    },
  };
}

/** Makes `door` the last of the chain, behind nobody but the dead. */
async function comeLast(folder: string, chain: LockChain, door: string, steps: LockSteps): Promise<void> {
  for (;;) {
    const { doors, nextLink } = await chain.walk();
    const last = doors.at(-1);
    if (last !== undefined && (await isAlive(folder, last))) throw inUse(folder);
    await steps.beforeTakingOver();
    if (await chain.extend(nextLink, door)) return chain.shorten(doors, door);
  }
}

async function takePipe(folder: string, answer: Answer): Promise<BookLock> {
  try {
    return { release: await listen(await pipeName(folder), answer) };
  } catch (cause) {
    throw errorCode(cause) === 'EADDRINUSE' ? inUse(folder) : cause;
  }
}

function inUse(folder: string): Fault {
  return new Fault('book-in-use', {
    detail: `an assistant is running on ${folder} already; stop it first. Its import, export and backup commands work while it runs`,
  });
}

/** Listens and resolves to what ends it. */
async function listen(path: string, answer: Answer): Promise<() => Promise<void>> {
  const callers = new Set<Socket>();
  const server = createServer((socket) => {
    callers.add(socket);
    socket.on('close', () => callers.delete(socket));
    serveCaller(socket, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return async () => {
    for (const socket of callers) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
}

/** A queue of callers that is full is an owner that is busy. */
async function isAlive(folder: string, door: string): Promise<boolean> {
  try {
    const socket = await connectToDoor(folder, door);
    socket?.destroy();
    return socket !== undefined;
  } catch (cause) {
    if (errorCode(cause) === 'EAGAIN') return true;
    throw cause;
  }
}

async function connectToOwner(folder: string): Promise<Socket | undefined> {
  if (isWindows) return connectTo(await pipeName(folder));
  const { doors } = await lockChain(folder).walk();
  const last = doors.at(-1);
  return last === undefined ? undefined : connectToDoor(folder, last);
}

async function connectToDoor(folder: string, door: string): Promise<Socket | undefined> {
  const path = await socketPath(join(folder, door, 'socket'));
  try {
    return await connectTo(path.path);
  } finally {
    await path.release();
  }
}

/** Undefined when nobody listens. Any other failure means that somebody may, and is thrown. */
function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(socket));
    // stays: a caller is told by its reading that the connection broke, but without a listener the process would end
    socket.on('error', (cause) => {
      if (['ENOENT', 'ECONNREFUSED'].includes(errorCode(cause) ?? '')) resolve(undefined);
      else reject(cause);
    });
  });
}
