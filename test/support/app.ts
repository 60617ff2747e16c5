import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentForChildren } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';

const root = resolve(import.meta.dirname, '../..');
const compiled = [process.execPath, join(compiledSource(), 'bot/main.js')];
const patience = 60_000;

/** The assistant as a process of its own, started as a person starts it, with a book in a temporary folder. */
export interface RunningApp {
  readonly address: string;
  readonly pid: number | undefined;
  /** Where to open the Playgrounds; absent when it was started without. */
  readonly playgrounds: { readonly partner: string; readonly customer: string } | undefined;
  /** What it has written on standard output and standard error so far. */
  output(): { readonly out: string; readonly err: string };
  /** `terminal`: Ctrl-C, which reaches the children too. `process`: a signal to the assistant alone. Gives how it ended. */
  end(how: { readonly signal: NodeJS.Signals; readonly to: 'terminal' | 'process' }): Promise<Ended>;
  /** Resolves when it has ended, by itself or not. */
  readonly ended: Promise<Ended>;
  /** Whether a process that it started is left. Only where there are process groups (not on Windows). */
  leavesSomebody(): boolean;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface AppOptions {
  /** Data folder. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The current source, compiled as it is when a person starts it, unless told otherwise. */
  readonly command?: readonly string[];
}

/** Starts the assistant and waits until it takes messages. Rejects with what it wrote when it ends before. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const port = await freePort(options.env?.['PORT'] === undefined ? 41_000 + (process.pid % 1000) * 8 : Number(options.env['PORT']));
  const { child, output, ended } = spawnApp({ ...options, env: { PORT: String(port), ...options.env } });
  const ready = until(() => /Ctrl-C ends/.test(output().out), patience);
  const early = ended.then(({ code }) => assert.fail(`it ended with ${String(code)} before it was ready:\n${output().out}\n${output().err}`));
  await Promise.race([ready, early]);
  early.catch(() => 'it ends when it is told to');
  const [partner, customer] = [...output().out.matchAll(/http:\/\/127\.0\.0\.1:56\d{3}\b/g)].map(([address]) => address);
  return {
    address: `http://127.0.0.1:${String(port)}`,
    pid: child.pid,
    playgrounds: partner === undefined || customer === undefined ? undefined : { partner, customer },
    output,
    ended,
    end: async ({ signal, to }) => {
      signalTo(child, signal, to);
      return ended;
    },
    leavesSomebody: () => groupLives(child),
    [Symbol.asyncDispose]: async () => {
      if (groupLives(child)) signalTo(child, 'SIGKILL', 'terminal');
      await ended;
    },
  };
}

/** Runs the assistant with arguments, or with an environment that it refuses, to its end. */
export async function runApp(options: AppOptions & { readonly args?: readonly string[] }): Promise<Ended & { readonly out: string; readonly err: string }> {
  const { child, output, ended } = spawnApp(options);
  try {
    return { ...(await within(patience, ended)), ...output() };
  } finally {
    if (groupLives(child)) signalTo(child, 'SIGKILL', 'terminal');
  }
}

/** Waits for something that happens in another process. */
export async function until(happened: () => boolean | Promise<boolean>, atMost: number): Promise<void> {
  const deadline = AbortSignal.timeout(atMost);
  while (!(await happened())) await pause(20, undefined, { signal: deadline });
}

/** What it gives, or red when it takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = pause(ms, undefined, { ref: false }).then(() => assert.fail(`it took longer than ${String(ms)} ms`));
  return Promise.race([work, late]);
}

/** Beside `dist/`, which stays as it was: whether `npm start` compiles is a test of its own. Gives the folder. */
function compiledSource(): string {
  const folder = join(root, '.cache/dist');
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const args = ['-p', join(root, 'tsconfig.build.json'), '--outDir', folder, '--tsBuildInfoFile', join(folder, '.tsbuildinfo')];
  const { status } = spawnSync(process.execPath, [compiler, ...args], { cwd: root, stdio: 'inherit' });
  assert.equal(status, 0, 'the source cannot be compiled');
  return folder;
}

function spawnApp({ folder, env = {}, command = compiled, args = [] }: AppOptions & { readonly args?: readonly string[] }) {
  const [program = process.execPath, ...rest] = [...command, ...args];
  // A group of its own, as a terminal makes one for what is started in it: Ctrl-C goes to the whole group.
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...environmentForChildren(process.env), STORE_URL: `file:${folder}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const chunks: { readonly out: string[]; readonly err: string[] } = { out: [], err: [] };
  child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.err.push(text));
  const ended: Promise<Ended> = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  return { child, ended, output: () => ({ out: chunks.out.join(''), err: chunks.err.join('') }) };
}

function signalTo(child: ChildProcess, signal: NodeJS.Signals, to: 'terminal' | 'process'): void {
  assert.ok(child.pid !== undefined, 'it was never started');
  process.kill(to === 'terminal' && process.platform !== 'win32' ? -child.pid : child.pid, signal);
}

function groupLives(child: ChildProcess): boolean {
  if (child.pid === undefined || process.platform === 'win32') return false;
  try {
    return process.kill(-child.pid, 0);
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    return false;
  }
}
