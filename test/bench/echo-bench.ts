import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromServer } from './echo-process.ts';

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

/** One server under load: what its callers saw, and what it cost. */
export interface Measured extends LoadReport {
  /** Processor time of the server's process for one turn: the same whatever else the machine does. */
  readonly cpuMicrosPerTurn: number;
}

export interface EchoRatio {
  readonly kind: EchoKind;
  readonly stockPerSecond: number;
  readonly oursPerSecond: number;
  /** Turns per second, ours to the stock echo: the median over the rounds. */
  readonly ratio: number;
  /** Turns per second of processor time, ours to the stock echo: the median over the rounds. Trust this one on a busy machine. */
  readonly cpuRatio: number;
  readonly rounds: readonly { readonly stock: Measured; readonly ours: Measured }[];
}

export interface EchoOptions {
  readonly kind: EchoKind;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly rounds: number;
  /** A file that starts our side and calls `tellParent` (echo-process.ts); the bare door when left out. */
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
export async function measureEcho({ kind, seconds, warmUpSeconds, rounds, ours = bareDoor }: EchoOptions): Promise<EchoRatio> {
  const load = await start(loadProcess, 1);
  const measured: { stock: Measured; ours: Measured }[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const order = { kind, connections: 32, seconds, warmUpSeconds };
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
    cpuRatio: median(measured.map((round) => round.stock.cpuMicrosPerTurn / round.ours.cpuMicrosPerTurn)),
    rounds: measured,
  };
}

async function measureOne(
  load: ChildProcess,
  file: string,
  { warmUpSeconds, ...order }: Omit<LoadOrder, 'port'> & { readonly warmUpSeconds: number },
): Promise<Measured> {
  const server = await start(file, 0);
  try {
    await ordered(load, { ...order, port: server.port, seconds: warmUpSeconds });
    const before = await cpuMicrosOf(server.child);
    const report = await ordered(load, { ...order, run: order.run + 0.5, port: server.port });
    return { ...report, cpuMicrosPerTurn: ((await cpuMicrosOf(server.child)) - before) / report.answered };
  } finally {
    await stop(server.child);
  }
}

function cpuMicrosOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    server.once('message', (message: FromServer) => {
      if ('cpuMicros' in message) resolve(message.cpuMicros);
    });
    server.send('cpu');
  });
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
