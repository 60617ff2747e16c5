import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process of its own, to be killed. */
export interface Child {
  /** The next line it prints, or undefined when it has ended. */
  readonly nextLine: () => Promise<string | undefined>;
  /** Resolves when it has ended, to the lines not read yet. */
  readonly rest: () => Promise<readonly string[]>;
  readonly kill: () => Promise<void>;
}

/** Runs a script of this folder in a process of its own. */
export function runChild(script: string, ...argv: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, ['--import', 'tsx', path, ...argv], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function nextLine(): Promise<string | undefined> {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  }
  return {
    nextLine,
    async rest() {
      const rest: string[] = [];
      for (let line = await nextLine(); line !== undefined; line = await nextLine()) rest.push(line);
      await ended;
      return rest;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
