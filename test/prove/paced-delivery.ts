import { setImmediate as aTurnOfTheLoop, setTimeout as pause } from 'node:timers/promises';
import { systemTimers } from '../../bot/platform/timers.ts';
import type { OutboxOptions } from '../../bot/sweeps/outbox.ts';
import { breathing } from '../../bot/sweeps/breathing.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import { waking } from '../../bot/sweeps/waking.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import { nextDigestAt } from '../../domain/renewals/next-digest.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Clock, Notifier } from '../../domain/shared/ports.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { silentLog } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';
import { cloudy } from '../support/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { limitedChannel } from '../support/limited-channel.ts';
import { chanceOf } from '../support/load-chance.ts';
import type { PublishedLimits } from '../support/published-limits.ts';
import { publishedLimits } from '../support/published-limits.ts';
import { digestAsText, reached } from '../sweeps/notice-world.ts';
import { handClock } from '../teams/hand-clock.ts';

export interface PacedSize {
  /** For each tenant, to how many people a digest is due this morning. */
  readonly people: readonly number[];
  readonly seed: number;
  readonly plantedFault?: 'two-processes-that-know-nothing-of-each-other' | 'one-call-at-a-time';
}

export interface PacedCount {
  readonly messages: number;
  /** Answered with 429. */
  readonly throttled: number;
  readonly twice: number;
  readonly missing: number;
  /** Of the limit of 50 a second, in the slowest of the tenants with more than a hundred people. */
  readonly leastOfLimit: number;
  readonly perSecondInAll: number;
  /** How often one and the same message was put back for want of a moment. */
  readonly mostPutBacks: number;
  /** When the last tenant with no more than a hundred people had everything, from the beginning. */
  readonly smallOnesAfterMs: number;
}

/** What is due, where it goes, and what watches both. */
interface Morning {
  readonly options: OutboxOptions;
  readonly limits: PublishedLimits;
  readonly putBacks: ReadonlyMap<string, number>;
  readonly arrivedIn: (conversation: string) => number;
  /** Lets a little time pass. */
  readonly passes: () => Promise<unknown>;
}

const eight = '2026-03-01T08:00:00.000Z';
const longestMs = 600_000;
const perSecondOfLimit = 50;

/** A morning in which many people in several tenants are due at the same moment; the clock is moved by hand, the channel keeps the published limits. */
export async function deliverByHand(size: PacedSize): Promise<PacedCount> {
  const time = handClock(eight);
  const limits = publishedLimits(() => time.clock.now().getTime());
  const chance = chanceOf(size.seed);
  const channel = limitedChannel(limits, time.timers, () => 60 + chance(200));
  const { store, putBacks } = watched(memoryStore());
  await prepare(store, size, 'http://127.0.0.1:1/', time.clock.now());
  const passes = async (): Promise<void> => {
    time.advance(5);
    await aTurnOfTheLoop();
  };
  return run(size, {
    options: optionsOf(size, { ...time, store, notifier: channel }),
    ...{ limits, putBacks, passes },
    arrivedIn: limits.takenIn,
  });
}

/** The same in real time, over HTTP to a Bot Connector that keeps the published limits. */
export async function deliverInRealTime(size: PacedSize): Promise<PacedCount> {
  // a morning, at whatever time of day it is run
  const began = performance.now();
  const clock: Clock = { now: () => new Date(Date.parse(eight) + performance.now() - began) };
  const limits = publishedLimits(() => clock.now().getTime());
  const chance = chanceOf(size.seed);
  const remote = await startFakeConnector(() => pause(60 + chance(200)), limits);
  const parts = { clock, timers: systemTimers, log: silentLog };
  const connector = createConnector({ ...parts, bearer: async () => undefined, connections: 512 });
  try {
    const { store: book, putBacks } = watched(memoryStore());
    const store = breathing(book, parts);
    await prepare(store, size, remote.serviceUrl, clock.now());
    return await run(size, {
      options: optionsOf(size, { ...parts, store, notifier: createNotifier(connector) }),
      ...{ limits, putBacks, passes: () => pause(50) },
      arrivedIn: limits.takenIn,
    });
  } finally {
    await Promise.all([connector.close(), remote.close()]);
  }
}

function optionsOf(size: PacedSize, parts: Pick<OutboxOptions, 'store' | 'notifier' | 'clock' | 'timers'>): OutboxOptions {
  let ids = 0;
  return {
    ...parts,
    notifier: size.plantedFault === 'one-call-at-a-time' ? oneByOne(parts.notifier) : parts.notifier,
    newId: () => `id-${String((ids += 1))}`,
    noticeHour: 8,
    log: silentLog,
    draw: (what) => digestAsText(parts.store, what),
    speaks: async () => 'en',
    onResult: () => undefined,
  };
}

async function run(size: PacedSize, morning: Morning): Promise<PacedCount> {
  const { options, passes } = morning;
  const { store, clock } = options;
  const began = clock.now().getTime();
  const processes = size.plantedFault === 'two-processes-that-know-nothing-of-each-other' ? 2 : 1;
  const outboxes = Array.from({ length: processes }, () => {
    const outbox = createOutbox({ ...options, store: waking(store, () => outbox.wake()) });
    outbox.start();
    return outbox;
  });
  const isOver = async (): Promise<boolean> => (await store.count('outbox-by-due', { key: 'all' })) === 0;
  while (!(await isOver()) && clock.now().getTime() - began < longestMs) await passes();
  const stopped = Promise.all(outboxes.map((outbox) => outbox.stop()));
  await passes();
  await stopped;
  return counted(size, morning, began);
}

function counted({ people }: PacedSize, { limits, putBacks, arrivedIn }: Morning, began: number): PacedCount {
  const everybody = people.flatMap((each, n) => Array.from({ length: each }, (_, m) => arrivedIn(`chat ${someone(n, m)}`)));
  const tenants = people.map((each, n) => ({ each, taken: limits.taken(tenantNumber(n)) }));
  const large = tenants.filter(({ each }) => each > 100);
  const small = tenants.filter(({ each }) => each <= 100);
  return {
    messages: everybody.reduce((sum, each) => sum + each, 0),
    throttled: limits.refused(),
    twice: everybody.filter((each) => each > 1).length,
    missing: everybody.filter((each) => each === 0).length,
    leastOfLimit: Math.min(...large.map(({ taken }) => perSecond(taken) / perSecondOfLimit)),
    perSecondInAll: large.reduce((sum, { taken }) => sum + perSecond(taken), 0),
    mostPutBacks: Math.max(0, ...putBacks.values()),
    smallOnesAfterMs: Math.max(0, ...small.map(({ taken }) => (taken.at(-1) ?? Infinity) - began)),
  };
}

function perSecond(taken: readonly number[]): number {
  const [first = 0, last = Infinity] = [taken[0], taken.at(-1)];
  return ((taken.length - 1) * 1000) / (last - first);
}

/** Counts what is put back to come again later. */
function watched(book: Store): { readonly store: Store; readonly putBacks: ReadonlyMap<string, number> } {
  const putBacks = new Map<string, number>();
  const store: Store = {
    ...book,
    commit(commit) {
      for (const { kind, id, value } of commit.put) {
        if (kind === 'outbox' && value.leasedUntil === undefined && commit.expect.length > 0) putBacks.set(id, (putBacks.get(id) ?? 0) + 1);
      }
      return book.commit(commit);
    },
  };
  return { store, putBacks };
}

function oneByOne(notifier: Notifier): Notifier {
  let before: Promise<unknown> = Promise.resolve();
  return {
    ...notifier,
    send: (...message) => {
      const mine = before.then(() => notifier.send(...message));
      before = mine;
      return mine;
    },
  };
}

const tenantNumber = (n: number): TenantId => TenantId.parse(`${String(n).padStart(8, '0')}-0000-4000-8000-000000000001`);

function someone(tenant: number, number: number): PersonId {
  return personId(tenantNumber(tenant), ObjectId.parse(`eeeeeeee-0000-4000-8000-${String(number).padStart(12, '0')}`));
}

/** Everybody waits to be told one thing, in the digest of this very moment. */
async function prepare(store: Store, { people }: PacedSize, serviceUrl: string, now: Date): Promise<void> {
  for (const [n, each] of people.entries()) {
    for (let m = 0; m < each; m += 1) await fill(store, await dueFor(store, someone(n, m), serviceUrl, now), `${String(n)} ${String(m)}`);
  }
}

async function dueFor(store: Store, person: PersonId, serviceUrl: string, now: Date): Promise<readonly Put[]> {
  const at = reached(person, 'UTC');
  if (at.kind !== 'address') return [];
  const value = { ...at.value, address: { ...at.value.address, serviceUrl } };
  const { put } = await nextDigestAt(store, value, { partner: cloudy, person, now, noticeHour: 8 });
  const news = { partner: cloudy, customer: CustomerId.parse('contoso'), recipient: person, before: '5', after: '6', at: instantOf(now) };
  return [{ ...at, value }, ...put, { kind: 'news', id: `news ${person}`, value: { ...news, about: { what: 'seats' } } }];
}
