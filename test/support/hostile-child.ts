import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBook } from '../../bot/composition.ts';
import type { Book } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import type { HostileOrder } from '../prove/hostile-server.ts';
import { silentLog } from '../store/lowdb/open-book.ts';

const bookKey = '0123456789abcdef'.repeat(4);

/** The whole assistant in a process of its own, with the book key of the tests. */
export interface Composed {
  readonly url: string;
  /** Everything it has written so far. */
  readonly log: () => string;
  readonly hasDied: () => boolean;
  readonly end: () => Promise<void>;
}

/** Begins the book that such a process is to open, with the same key. Whoever fills it closes it first. */
export async function beginComposedBook(folder: string): Promise<Book['store']> {
  const read = readConfig({ STORE_URL: `file:${folder}`, BOOK_KEY: bookKey });
  assert.ok(read.kind === 'config');
  await mkdir(folder, { recursive: true });
  return (await openBook(read.config, silentLog, (fault) => assert.fail(fault))).store;
}

export async function startComposed(what: Omit<HostileOrder, 'port' | 'bookKey'>): Promise<Composed> {
  const port = await freePort(46_000 + (process.pid % 1000));
  const order: HostileOrder = { ...what, port, bookKey };
  const file = fileURLToPath(new URL('../prove/hostile-server.ts', import.meta.url));
  const child: ChildProcess = fork(file, [JSON.stringify(order)], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended.then(() => assert.fail(`the assistant does not start: ${lines.join('')}`))]);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    log: () => lines.join(''),
    hasDied: () => child.exitCode !== null || child.signalCode !== null,
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
