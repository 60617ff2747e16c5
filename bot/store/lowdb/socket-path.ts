import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A name under which the system takes a socket that lies in some folder, until `release`. */
export interface SocketPath {
  readonly path: string;
  readonly release: () => Promise<void>;
}

/** 104 on macOS and 108 on Linux, with the closing zero. */
const longestSocketPath = 100;

/**
 * Sockets take short paths only. A long one is reached through a link of its own in the system's temporary folder:
 * the socket itself stays in the data folder, so that everybody who uses the folder meets there.
 */
export async function socketPath(path: string): Promise<SocketPath> {
  if (Buffer.byteLength(path) <= longestSocketPath) return { path, release: async () => undefined };
  const detour = await mkdtemp(join(tmpdir(), 'pa-'));
  await symlink(dirname(path), join(detour, 'd'));
  return { path: join(detour, 'd', basename(path)), release: () => rm(detour, { recursive: true, force: true }) };
}

/** On Windows the door is a named pipe: there is one of each name, and it goes with its process. */
export async function pipeName(folder: string): Promise<string> {
  const name = createHash('sha256')
    .update((await realpath(folder)).toLowerCase())
    .digest('hex')
    .slice(0, 32);
  return `\\\\.\\pipe\\partner-assistant-${name}`;
}
