import { cpus } from 'node:os';
import { deliverInRealTime } from '../prove/paced-delivery.ts';
import { benchSearch } from './search-bench.ts';
import { measureStart } from './start-bench.ts';
import { benchCommits } from './store-bench.ts';
import { measureTurns } from './turn-bench.ts';
import type { TurnKind } from './turn-bench.ts';

/** Prints the figures of the assistant, one JSON line each. Exits with 1 when one misses its target. */
interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** To what the figure's name says, measured in the same run. */
  readonly ratio?: number;
  readonly target?: string;
  readonly met?: boolean;
  readonly more?: Readonly<Record<string, number>>;
}

function report(figure: Figure): void {
  const { value, ratio, more = {}, ...rest } = figure;
  const figures = Object.fromEntries(Object.entries(more).map(([name, number]) => [name, rounded(number)]));
  const machine = { node: process.version, cores: cpus().length, date: new Date().toISOString().slice(0, 10) };
  console.log(JSON.stringify({ ...rest, value: rounded(value), ...(ratio === undefined ? {} : { ratio: rounded(ratio) }), ...figures, ...machine }));
  if (figure.met === false) process.exitCode = 1;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

async function turns(name: string, kind: TurnKind, authenticated: boolean, target: number): Promise<void> {
  const { oursPerSecond, ratio, residentAfterLoad, ...more } = await measureTurns({
    kind,
    authenticated,
    rounds: 5,
    seconds: 5,
    warmUpSeconds: 3,
  });
  const met = ratio >= target && more.failed === 0;
  report({ figure: name, value: oursPerSecond, unit: 'turns/s', ratio, target: `ratio >= ${String(target)}`, met, more });
  report({ figure: `resident memory after: ${name}`, value: residentAfterLoad, unit: 'MB' });
}

async function start(): Promise<void> {
  const { readyMs, resident } = await measureStart({ customers: 10_000, subscriptionsEach: 3, rounds: 5 });
  const book = '10,000 customers and 30,000 subscriptions';
  report({ figure: `start of the process to ready, ${book}`, value: readyMs, unit: 'ms', target: '< 1500', met: readyMs < 1500 });
  report({ figure: `resident memory after the start, ${book}`, value: resident, unit: 'MB' });
}

async function commits(records: number): Promise<void> {
  const { commitsPerSecond, bareAppendsPerSecond, ratio, commitsPerSecondOfHundredWriters, loopDelayMs } = await benchCommits({
    records,
    turns: 15,
    commitsPerTurn: 400,
    commitsOfEachOfHundred: 100,
  });
  const figure = `durable commits, one writer, ${String(records)} records, to a bare append+fsync loop`;
  const more = { bareAppendsPerSecond, commitsPerSecondOfHundredWriters, loopDelayP99Ms: loopDelayMs.p99, loopDelayMaxMs: loopDelayMs.max };
  report({ figure, value: commitsPerSecond, unit: 'commits/s', ratio, target: 'ratio >= 0.8', met: ratio >= 0.8, more });
}

async function searches(): Promise<void> {
  const [small, middle, large] = [
    await benchSearch({ customers: 1000, searches: 200 }),
    await benchSearch({ customers: 10_000, searches: 200 }),
    await benchSearch({ customers: 100_000, searches: 200 }),
  ];
  for (const [what, value] of Object.entries(large.ms)) {
    const [first = NaN, second = NaN] = [small.ms[what], middle.ms[what]];
    const [figure, ratio] = [`search of 100,000 customers by ${what}, to the same of 1,000`, value / first];
    report({ figure, value, unit: 'ms', ratio, target: '< 5 ms', met: value < 5, more: { msOf1000: first, msOf10000: second } });
  }
}

async function unasked(): Promise<void> {
  const tenants = 4;
  const { perSecondInAll, leastOfLimit, throttled, mostPutBacks } = await deliverInRealTime({ people: Array.from({ length: tenants }, () => 1000), seed: 1 });
  const figure = `digests delivered to ${String(tenants)} tenants at the same time, to the limit of 50 a second each; in the slowest of them`;
  const met = leastOfLimit >= 0.9 && throttled === 0;
  report({ figure, value: perSecondInAll / tenants, unit: '1/s', ratio: leastOfLimit, target: 'ratio >= 0.9, no 429', met, more: { throttled, mostPutBacks } });
}

await turns('full turn "help", one durable commit, to the stock echo; no tokens', 'help', false, 2.5);
await turns('full turn "help", one durable commit, to the stock echo; tokens verified on both sides', 'help', true, 2.5);
await turns('form submit, one durable commit, to a stock echo invoke; no tokens', 'form', false, 1);
await turns('form submit, one durable commit, to a stock echo invoke; tokens verified on both sides', 'form', true, 1);
for (const records of [1000, 10_000, 100_000]) await commits(records);
await searches();
await unasked();
await start();
