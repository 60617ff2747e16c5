import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntervalHistogram } from 'node:perf_hooks';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { bookFiles } from '../../bot/store/lowdb/book-files.ts';
import type { CompactAt } from '../../bot/store/lowdb/compaction.ts';
import type { LowdbStore } from '../../bot/store/lowdb/lowdb-store.ts';
import { openLowdbStore } from '../../bot/store/lowdb/lowdb-store.ts';
import type { Commit } from '../../domain/shared/store.port.ts';
import { aCommit, aCustomer, anEvent, aProductKey, aSubscription } from '../store/sample-records.ts';
import { runChild } from '../store/lowdb/child.ts';

export interface CommitFigures {
  readonly records: number;
  readonly lineBytes: number;
  /** One writer, each commit waits for the one before; by the median time of a commit. */
  readonly commitsPerSecond: number;
  /** A bare append + fdatasync of the same line size, one after each commit, so that both meet the same disk; by the median time. */
  readonly bareAppendsPerSecond: number;
  /** Median over the turns of (median time of an append / median time of a commit), and the quartiles beside it. */
  readonly ratio: number;
  readonly ratioQuartiles: readonly [number, number];
  readonly commitsPerSecondOfHundredWriters: number;
  readonly loopDelayMs: { readonly p99: number; readonly max: number };
  /** Closing folds the journal: how long, and how long the process was held. */
  readonly fold: { readonly ms: number; readonly loopDelayMaxMs: number };
}

type TurnFigures = Pick<CommitFigures, 'commitsPerSecond' | 'bareAppendsPerSecond' | 'ratio' | 'ratioQuartiles'>;
type HundredFigures = Pick<CommitFigures, 'commitsPerSecondOfHundredWriters' | 'loopDelayMs'>;

export interface OpenFigures {
  readonly customers: number;
  readonly records: number;
  readonly snapshotMegabytes: number;
  readonly openMs: number;
  readonly residentMegabytes: number;
}

export interface CommitBenchSize {
  readonly records: number;
  /** Turns of one writer, each of this many commits and as many bare appends. */
  readonly turns: number;
  readonly commitsPerTurn: number;
  readonly commitsOfEachOfHundred: number;
}

const neverWhileRunning: CompactAt = { rest: 0, running: Infinity };

/** Durable commits of the embedded book beside what the disk alone can do. A commit uses a key, renews a subscription, and records an event. */
export async function benchCommits(size: CommitBenchSize): Promise<CommitFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  try {
    const customers = Math.max(1, Math.round(size.records / 3));
    await makeBook(folder, customers);
    const store = await openBook(folder);
    const next = keyUsesOf(customers);
    const lineBytes = await bytesPerCommit(folder, store, next);
    const turns = await takeTurns(join(folder, 'bare'), lineBytes, store, next, size);
    const hundred = await hundredWriters(store, next, size.commitsOfEachOfHundred);
    const fold = await timed(() => store.close());
    return { records: customers * 3, lineBytes, ...turns, ...hundred, fold: { ms: fold.ms, loopDelayMaxMs: fold.loop.max / 1e6 } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How long a fresh process takes from nothing to an open book. */
export async function benchOpen(customers: number): Promise<OpenFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  try {
    await makeBook(folder, customers);
    const child = runChild('../../bench/open-child.ts', folder);
    const [openMs = NaN, residentMegabytes = NaN] = ((await child.rest())[0] ?? '').split(' ').map(Number);
    const snapshotMegabytes = (await stat(bookFiles(folder).snapshot)).size / 1e6;
    return { customers, records: customers * 3, snapshotMegabytes, openMs, residentMegabytes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Work = () => Promise<void>;

/** Makes commits, ready to be sent: what it takes to think of them is nobody's figure. */
type NextCommits = (count: number) => readonly Commit[];

function openBook(folder: string): Promise<LowdbStore> {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const clock = { now: () => new Date() };
  return openLowdbStore({ folder, clock, log, compactAt: neverWhileRunning, onFailure: (fault) => console.error(fault) });
}

async function makeBook(folder: string, customers: number): Promise<void> {
  const store = await openBook(folder);
  for (let start = 0; start < customers; start += 100) {
    const ids = Array.from({ length: Math.min(100, customers - start) }, (_, index) => String(start + index));
    const put = ids.flatMap((id) => [aCustomer(id, `Zákazník ${(Number(id) * 7919) % customers}`), aSubscription(id, id, endOf(Number(id))), aProductKey(id)]);
    await store.commit(aCommit(`import-${start}`, { put }));
  }
  await store.close();
}

function keyUsesOf(customers: number): NextCommits {
  let made = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      made += 1;
      return useOfKey(made, customers);
    });
}

function useOfKey(count: number, customers: number): Commit {
  const id = String(count % customers);
  const version = 1 + Math.floor(count / customers) - (id === '0' ? 1 : 0);
  return aCommit(`use-${count}`, {
    expect: [{ kind: 'product-key', id, version }],
    put: [aProductKey(id, 'used'), aSubscription(id, id, endOf(count))],
    events: [anEvent('redeemed', `use-${count}`)],
    outcome: { receipt: count },
  });
}

async function commitAll(store: LowdbStore, commits: Iterable<Commit>): Promise<void> {
  for (const commit of commits) {
    const { kind } = await store.commit(commit);
    if (kind !== 'committed') throw new TypeError(kind);
  }
}

async function bytesPerCommit(folder: string, store: LowdbStore, next: NextCommits): Promise<number> {
  const { journal } = bookFiles(folder);
  await commitAll(store, next(200));
  const before = (await stat(journal)).size;
  await commitAll(store, next(100));
  return Math.round(((await stat(journal)).size - before) / 100);
}

async function takeTurns(
  path: string,
  lineBytes: number,
  store: LowdbStore,
  next: NextCommits,
  { turns, commitsPerTurn }: CommitBenchSize,
): Promise<TurnFigures> {
  const file = await open(path, 'a');
  const line = Buffer.alloc(lineBytes, 'x');
  async function bareAppend(): Promise<void> {
    await file.appendFile(line);
    await file.datasync();
  }
  const ofTurns: { readonly bare: number; readonly book: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const times: { readonly bare: number; readonly book: number }[] = [];
    for (const commit of next(commitsPerTurn)) times.push({ bare: await msOf(bareAppend), book: await msOf(() => commitAll(store, [commit])) });
    ofTurns.push({ bare: median(times.map(({ bare }) => bare)), book: median(times.map(({ book }) => book)) });
  }
  await file.close();
  const [bareMs, bookMs] = [median(ofTurns.map(({ bare }) => bare)), median(ofTurns.map(({ book }) => book))];
  const ratios = ofTurns.map(({ bare, book }) => bare / book);
  return {
    commitsPerSecond: 1000 / bookMs,
    bareAppendsPerSecond: 1000 / bareMs,
    ratio: median(ratios),
    ratioQuartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}

async function hundredWriters(store: LowdbStore, next: NextCommits, commitsOfEach: number): Promise<HundredFigures> {
  const queue = next(100 * commitsOfEach).values();
  const { ms, loop } = await timed(async () => {
    await Promise.all(Array.from({ length: 100 }, () => commitAll(store, queue)));
  });
  return { commitsPerSecondOfHundredWriters: (100 * commitsOfEach * 1000) / ms, loopDelayMs: { p99: loop.percentile(99) / 1e6, max: loop.max / 1e6 } };
}

async function msOf(work: Work): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function timed(work: Work): Promise<{ readonly ms: number; readonly loop: IntervalHistogram }> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  loop.disable();
  return { ms, loop };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? NaN;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function endOf(index: number): string {
  return `202${6 + (index % 2)}-0${1 + (index % 9)}-0${1 + (index % 7)}`;
}
