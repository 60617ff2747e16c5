import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import type { HostileOrder } from '../prove/hostile-server.ts';

/** The whole assistant in a process of its own, with the book key of the tests. */
export interface Composed {
  readonly url: string;
  /** Everything it has written so far. */
  readonly log: () => string;
  readonly hasDied: () => boolean;
  readonly end: () => Promise<void>;
}

export async function startComposed(what: Omit<HostileOrder, 'port' | 'bookKey'>): Promise<Composed> {
  const port = await freePort(46_000 + (process.pid % 1000));
  const order: HostileOrder = { ...what, port, bookKey: '0123456789abcdef'.repeat(4) };
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
