import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentForChildren } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, contoso, petr } from '../support/builders.ts';
import { prepareBook } from './prepared-book.ts';
import { median, residentMegabytes, stopped } from './turn-bench.ts';

export interface StartSize {
  readonly customers: number;
  readonly subscriptionsEach: number;
  readonly rounds: number;
}

export interface StartFigures {
  /** From the start of the process to the first 200 of /readyz, in ms: the median. */
  readonly readyMs: number;
  /** Resident memory right after, in MB: the median. */
  readonly resident: number;
}

const main = resolve(import.meta.dirname, '../../dist/bot/main.js');

/** How long the compiled assistant takes to open a book of this size, started as an operator starts it. */
export async function measureStart(size: StartSize): Promise<StartFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-start-'));
  try {
    await prepareBook({ STORE_URL: `file:${folder}` }, folder, recordsOf(size));
    const rounds: StartFigures[] = [];
    for (let round = 0; round < size.rounds; round++) rounds.push(await startOnce(folder));
    return { readyMs: median(rounds.map((each) => each.readyMs)), resident: median(rounds.map((each) => each.resident)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<StartFigures> {
  const port = await freePort(44_000 + (process.pid % 1000));
  const env = { ...environmentForChildren(process.env), STORE_URL: `file:${folder}`, PORT: String(port), SAMPLE_BOOK: 'off', LOCAL_PLAYGROUND: 'off' };
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
  const ended = once(child, 'exit').then(() => 'ended' as const);
  while (!(await isReady(port))) {
    if ((await Promise.race([ended, pause(2)])) === 'ended') throw new Error('the assistant ended before it was ready');
  }
  const readyMs = performance.now() - began;
  await pause(500);
  const resident = residentMegabytes(child);
  await stopped(child);
  return { readyMs, resident };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/readyz`).then(
    (answer) => answer.status === 200,
    () => false,
  );
}

function* recordsOf({ customers, subscriptionsEach }: StartSize): Generator<readonly Put[]> {
  yield [partnerRecord(aPartner()), userRecord(petr())];
  const batch = 500;
  for (let from = 0; from < customers; from += batch) {
    yield Array.from({ length: Math.min(batch, customers - from) }, (_, index) => customerAndSubscriptions(from + index, subscriptionsEach)).flat();
  }
}

function customerAndSubscriptions(n: number, each: number): readonly Put[] {
  const id = CustomerId.parse(`customer-${String(n)}`);
  const customer = contoso({ id, name: `Zákazník ${String(n)}`, domain: `zakaznik-${String(n)}.example` });
  const subscriptions = Array.from({ length: each }, (_, index): Put => {
    const own = SubscriptionId.parse(`subscription-${String(n)}-${String(index)}`);
    const start = new Date(Date.UTC(2025, 2, 1 + ((n * each + index) % 365))).toISOString().slice(0, 10);
    return { kind: 'subscription', id: own, value: { ...aSubscription({ terms: [aTerm(start)] }), id: own, customer: id } };
  });
  return [{ kind: 'customer', id, value: customer }, ...subscriptions];
}
