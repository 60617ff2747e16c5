import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy } from '../support/builders.ts';
import { startTestIssuer } from '../support/test-issuer.ts';
import type { TestIssuer } from '../support/test-issuer.ts';
import { benchApp } from './bench-trust.ts';
import { stockEcho } from './echo-bench.ts';
import type { FromServer } from './echo-process.ts';
import { prepareBook } from './prepared-book.ts';

/** `help`: a message, answered by a call to the Bot Connector. `form`: a form filled in and gone back to, in turn, answered in the response. */
export type TurnKind = 'help' | 'form';

export interface TurnOrder {
  readonly kind: TurnKind;
  /** Begins the ids of its activities. */
  readonly round: string;
  readonly port: number;
  readonly seconds: number;
  /** The header that belongs to a service URL. */
  readonly authorization?: Readonly<Record<string, string>>;
}

export interface TurnReport {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
  readonly failed: number;
  /** Calls that arrived at the Bot Connector. */
  readonly replies: number;
}

export interface TurnRatio {
  readonly stockPerSecond: number;
  readonly oursPerSecond: number;
  /** Ours to the stock echo: the median of the rounds' ratios. */
  readonly ratio: number;
  /** The same for the processor time of the server's process: trust this one on a busy machine. */
  readonly cpuRatio: number;
  readonly cpuMicrosPerTurn: number;
  readonly p50: number;
  readonly p99: number;
  /** Resident memory of our process at the end of its last round, in MB. */
  readonly residentAfterLoad: number;
  /** Answers other than 2xx, on either side. */
  readonly failed: number;
}

export interface TurnBenchSize {
  readonly kind: TurnKind;
  readonly authenticated: boolean;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Whole turns of the assistant, each with one durable commit, against the stock botbuilder echo behind restify: the same activities from 32 people at
 * once, the same authentication on both sides, round by round in one run, so that what else the machine does meets both.
 *
 * Each server alone in its process, load and Bot Connector in a third; where `taskset` is, servers run on core 0 and the load on core 1.
 */
export async function measureTurns(size: TurnBenchSize): Promise<TurnRatio> {
  const issuer = size.authenticated ? await startTestIssuer() : undefined;
  const load = await started(['--import', 'tsx', here('./turn-load-child.ts')], 1);
  const rounds: { readonly stock: Measured; readonly ours: Measured }[] = [];
  try {
    for (let round = 0; round < size.rounds; round++) {
      rounds.push({
        stock: await measureStock(load, { ...size, name: `s${String(round)}` }, issuer),
        ours: await measureOurs(load, { ...size, name: `o${String(round)}` }, issuer),
      });
    }
  } finally {
    await stopped(load.child);
    await issuer?.close();
  }
  const ours = rounds.map((round) => round.ours);
  return {
    stockPerSecond: median(rounds.map((round) => round.stock.perSecond)),
    oursPerSecond: median(ours.map((each) => each.perSecond)),
    ratio: median(rounds.map((round) => round.ours.perSecond / round.stock.perSecond)),
    cpuRatio: median(rounds.map((round) => round.stock.cpuMicrosPerTurn / round.ours.cpuMicrosPerTurn)),
    cpuMicrosPerTurn: median(ours.map((each) => each.cpuMicrosPerTurn)),
    p50: median(ours.map((each) => each.p50)),
    p99: median(ours.map((each) => each.p99)),
    residentAfterLoad: ours.at(-1)?.resident ?? Number.NaN,
    failed: rounds.reduce((sum, round) => sum + round.stock.failed + round.ours.failed, 0),
  };
}

type Measured = TurnReport & { readonly resident: number; readonly cpuMicrosPerTurn: number };

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
}

async function measureStock(load: Started, size: TurnBenchSize & { readonly name: string }, issuer: TestIssuer | undefined): Promise<Measured> {
  const file = issuer === undefined ? stockEcho : here('./stock-authenticated-server.ts');
  return measured(load, await started(['--import', 'tsx', file, ...(issuer === undefined ? [] : [JSON.stringify(issuer.trust)])], 0), size, issuer);
}

async function measureOurs(load: Started, size: TurnBenchSize & { readonly name: string }, issuer: TestIssuer | undefined): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-bench-'));
  try {
    const environment = { ...(await environmentOf(issuer !== undefined)), STORE_URL: `file:${folder}` };
    await prepareBook(environment, folder, [peopleOfTheLoad]);
    const order = JSON.stringify({ environment, ...(issuer === undefined ? {} : { trust: issuer.trust }) });
    return await measured(load, await started([here('./assistant-server.js'), order], 0), size, issuer);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function environmentOf(isProduction: boolean): Promise<Environment> {
  const PORT = String(await freePort(43_000 + (process.pid % 1000)));
  if (!isProduction) return { PORT, SAMPLE_BOOK: 'off', LOCAL_PLAYGROUND: 'off' };
  const credentials = { MicrosoftAppId: benchApp, MicrosoftAppPassword: 'not-a-secret', MicrosoftAppType: 'MultiTenant' };
  const place = { PORT, HOST: '127.0.0.1', PUBLIC_URL: 'https://assistant.example.com' };
  return { ...place, ...credentials, PARTNER_TENANTS: cloudy, BOOK_KEY: '0123456789abcdef'.repeat(4) };
}

/** The partner and the 32 people of turn-load-child.ts. */
const peopleOfTheLoad: readonly Put[] = [
  partnerRecord(aPartner()),
  ...Array.from({ length: 32 }, (_, n) => {
    const person = personId(cloudy, ObjectId.parse(`00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`));
    return userRecord({ person, tenant: cloudy, name: `Person ${String(n)}`, companyRole: n === 0 ? 'global-admin' : 'none', supportedCompanies: 'limited' });
  }),
];

async function measured(
  load: Started,
  server: Started,
  { kind, name, seconds, warmUpSeconds }: TurnBenchSize & { readonly name: string },
  issuer: TestIssuer | undefined,
): Promise<Measured> {
  const order = { kind, port: server.port, ...(issuer === undefined ? {} : { authorization: await tokenFor(issuer, load.port) }) };
  try {
    await ordered(load.child, { ...order, round: `${name}w`, seconds: warmUpSeconds });
    const before = await cpuMicrosOf(server.child);
    const report = await ordered(load.child, { ...order, round: `${name}m`, seconds });
    if (kind === 'help' && report.replies < report.answered) throw new Error(`${String(report.answered - report.replies)} messages were left without a reply`);
    const cpuMicrosPerTurn = ((await cpuMicrosOf(server.child)) - before) / report.answered;
    return { ...report, cpuMicrosPerTurn, resident: residentMegabytes(server.child) };
  } finally {
    await stopped(server.child);
  }
}

async function tokenFor(issuer: TestIssuer, connectorPort: number): Promise<Readonly<Record<string, string>>> {
  const serviceUrl = `http://127.0.0.1:${String(connectorPort)}`;
  const now = Math.floor(Date.now() / 1000);
  return { [serviceUrl]: await issuer.bearer({ aud: benchApp, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 }) };
}

/** Starts node with these arguments as a child process, and waits for it to tell its port. */
function started(args: readonly string[], core: number): Promise<Started> {
  const node = [process.execPath, ...args];
  const [command = '', ...rest] = hasTaskset() ? ['taskset', '-c', String(core), ...node] : node;
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args.join(' ').slice(0, 200)} ended with ${code ?? 'a signal'}`)));
    child.once('message', (message: { port: number }) => resolve({ child, port: message.port }));
  });
}

export function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function ordered(load: ChildProcess, order: TurnOrder): Promise<TurnReport> {
  return new Promise((resolve, reject) => {
    load.once('message', (report: TurnReport | { error: string }) => ('error' in report ? reject(new Error(report.error)) : resolve(report)));
    load.send(order);
  });
}

function cpuMicrosOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    server.once('message', (message: FromServer) => {
      if ('cpuMicros' in message) resolve(message.cpuMicros);
    });
    server.send('cpu');
  });
}

/** Asked of the operating system, so that the process is not disturbed. */
export function residentMegabytes({ pid }: ChildProcess): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout.toString()) / 1024;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function hasTaskset(): boolean {
  return process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0;
}
