import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A message of text, answered by a call to the Bot Connector, or a clicked card, answered in the response. */
export type EchoKind = 'text' | 'invoke';

export interface LoadOrder {
  readonly run: number;
  readonly kind: EchoKind;
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadReport {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
  readonly failed: number;
  /** Calls that arrived at the Bot Connector. */
  readonly replies: number;
}

export interface EchoRatio {
  readonly kind: EchoKind;
  readonly stockPerSecond: number;
  readonly oursPerSecond: number;
  /** Ours to the stock echo, the median over the rounds. */
  readonly ratio: number;
  readonly rounds: readonly { readonly stock: LoadReport; readonly ours: LoadReport }[];
}

export interface EchoOptions {
  readonly kind: EchoKind;
  readonly seconds: number;
  readonly rounds: number;
  /** A file that starts our side as a child process and sends `{ port }`; the bare door when left out. */
  readonly ours?: string;
}

export const stockEcho = fileURLToPath(new URL('./echo-stock-server.ts', import.meta.url));
export const bareDoor = fileURLToPath(new URL('./echo-door-server.ts', import.meta.url));
const loadProcess = fileURLToPath(new URL('./echo-load.ts', import.meta.url));

/**
 * Our turns per second against those of the stock botbuilder echo behind restify, in one run, round by round, so that what else the machine does
 * meets both: no tokens on either side, 32 at once, each server alone in its process, the load and the Bot Connector in a third.
 *
 * Where `taskset` is, servers run on core 0 and the load on core 1.
 */
export async function measureEcho({ kind, seconds, rounds, ours = bareDoor }: EchoOptions): Promise<EchoRatio> {
  const load = await start(loadProcess, 1);
  const measured: { stock: LoadReport; ours: LoadReport }[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const order = { kind, connections: 32, seconds };
      measured.push({
        stock: await measureOne(load.child, stockEcho, { ...order, run: round * 2 }),
        ours: await measureOne(load.child, ours, { ...order, run: round * 2 + 1 }),
      });
    }
  } finally {
    await stop(load.child);
  }
  return {
    kind,
    stockPerSecond: median(measured.map((round) => round.stock.perSecond)),
    oursPerSecond: median(measured.map((round) => round.ours.perSecond)),
    ratio: median(measured.map((round) => round.ours.perSecond / round.stock.perSecond)),
    rounds: measured,
  };
}

async function measureOne(load: ChildProcess, file: string, order: Omit<LoadOrder, 'port'>): Promise<LoadReport> {
  const server = await start(file, 0);
  try {
    await ordered(load, { ...order, port: server.port, seconds: 1 });
    return await ordered(load, { ...order, port: server.port });
  } finally {
    await stop(server.child);
  }
}

/** Starts a file of TypeScript as a child process, and waits for it to tell its port. */
function start(file: string, core: number): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const node = [process.execPath, '--import', 'tsx', file];
  const [command = '', ...args] = hasTaskset() ? ['taskset', '-c', String(core), ...node] : node;
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code ?? 'a signal'}`)));
    child.once('message', (message: { port: number }) => resolve({ child, port: message.port }));
  });
}

function ordered(load: ChildProcess, order: LoadOrder): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    load.once('message', (report: LoadReport | { error: string }) => ('error' in report ? reject(new Error(report.error)) : resolve(report)));
    load.send(order);
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function hasTaskset(): boolean {
  return process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
