import { performance } from 'node:perf_hooks';
import { breathing } from '../../bot/sweeps/breathing.ts';
import { createNoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import { systemTimers } from '../../bot/platform/timers.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { addDays } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, personId } from '../../domain/shared/ids.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { silentLog } from '../store/lowdb/open-book.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, petr } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord } from '../support/offers.ts';
import { digestAsText, reached } from '../sweeps/notice-world.ts';

export interface SweepSize {
  readonly subscriptions: number;
  /** Of them, those of which somebody is to be told today. */
  readonly due: number;
  readonly plantedFault?: 'an-index-that-gives-everything';
}

export interface SweepFigures {
  readonly subscriptions: number;
  readonly due: number;
  /** Notices that were planned, and told. */
  readonly planned: number;
  readonly told: number;
  /** What was asked of the book for planning, and rows that it gave. */
  readonly reads: number;
  readonly rows: number;
  /** The same when it is looked again on the same day. */
  readonly readsWhenNothingIsDue: number;
  readonly planMs: number;
  readonly sendMs: number;
  /** The longest turn of the event loop: for so long nobody else could be answered. */
  readonly longestHoldMs: number;
}

const today = day('2026-03-01');
const owners = 20;

export interface SweepComparison {
  readonly figures: readonly SweepFigures[];
  /** Sizes at which more was asked of the book than at the smallest, although no more was due. */
  readonly growWithTheBook: number;
  /** Sizes at which not everything that was due was planned and told. */
  readonly incomplete: number;
  /** Sizes at which the event loop was held for more than ten milliseconds, in the best of three tries: what else the machine does only adds. */
  readonly heldTooLong: number;
}

const mostHeldMs = 10;
const tries = 3;

/** The same work in books that grow. */
export async function sweepAtSizes(sizes: readonly number[], { due, plantedFault }: Omit<SweepSize, 'subscriptions'>): Promise<SweepComparison> {
  // what is done for the first time is compiled first
  await sweepAtSize({ subscriptions: 500, due: 200 });
  const figures: SweepFigures[] = [];
  for (const subscriptions of sizes) {
    const runs: SweepFigures[] = [];
    for (let run = 0; run < tries && !runs.some(({ longestHoldMs }) => longestHoldMs <= mostHeldMs); run += 1) {
      runs.push(await sweepAtSize({ subscriptions, due, ...(plantedFault === undefined ? {} : { plantedFault }) }));
    }
    figures.push(...runs.toSorted((one, other) => one.longestHoldMs - other.longestHoldMs).slice(0, 1));
  }
  const [{ reads, rows } = { reads: 0, rows: 0 }] = figures;
  return {
    figures,
    growWithTheBook: figures.filter((each) => each.reads > reads || each.rows > rows).length,
    incomplete: figures.filter(({ planned, told }) => planned !== due || told !== due).length,
    heldTooLong: figures.filter(({ longestHoldMs }) => longestHoldMs > mostHeldMs).length,
  };
}

/** Plans and tells what is due on a day, in a book of a given size, and counts what that costs. */
export async function sweepAtSize(size: SweepSize): Promise<SweepFigures> {
  const book = memoryStore();
  await fillBook(book, size);
  const counts = { reads: 0, rows: 0, planned: 0, told: 0 };
  const clock = nineOClock();
  const store = breathing(counting(book, size, counts), { clock, timers: systemTimers });
  let ids = 0;
  const parts = { clock, timers: systemTimers, newId: () => `id-${String((ids += 1))}`, noticeHour: 8, log: silentLog };
  const sweep = createNoticeSweep({ ...parts, store, partners: [cloudy], onDue: () => (counts.planned += 1) });
  const outbox = createOutbox({
    ...parts,
    store,
    notifier: { send: async () => ({ kind: 'sent', activityId: 'card' }), update: async () => ({ kind: 'sent', activityId: 'card' }) },
    draw: (what) => digestAsText(book, what),
    speaks: async () => 'en',
    onResult: () => undefined,
    onTold: ({ notices }) => (counts.told += notices),
  });
  const turns = longestTurn();
  const planMs = await timed(() => sweep.planNow());
  const { reads, rows } = counts;
  await sweep.planNow();
  const readsWhenNothingIsDue = counts.reads - reads;
  const sendMs = await timed(async () => {
    while ((await book.count('outbox-by-due', { key: 'all' })) > 0) {
      outbox.wake();
      await outbox.drained();
    }
  });
  const longestHoldMs = turns.ends();
  await outbox.stop();
  const { planned, told } = counts;
  const { subscriptions, due } = size;
  return { subscriptions, due, planned, told, reads, rows, readsWhenNothingIsDue, planMs, sendMs, longestHoldMs };
}

/**
 * Measures the turns of the event loop: by the clock, or by the processor time of this process where that is less, so that neither what else the
 * machine does nor the helping threads of the engine count.
 */
function longestTurn(): { ends(): number } {
  let longest = 0;
  let cpu = process.cpuUsage();
  let began = performance.now();
  let isOver = false;
  function turn(): void {
    const { user, system } = process.cpuUsage(cpu);
    longest = Math.max(longest, Math.min((user + system) / 1000, performance.now() - began));
    cpu = process.cpuUsage();
    began = performance.now();
    if (!isOver) setImmediate(turn);
  }
  setImmediate(turn);
  return {
    ends() {
      isOver = true;
      return Math.round(longest * 10) / 10;
    },
  };
}

/** A clock that begins at nine on that day and goes on as the real one does. */
function nineOClock(): Clock {
  const began = performance.now();
  const from = Date.parse(`${today}T09:00:00.000Z`);
  return { now: () => new Date(from + performance.now() - began) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

/** Owners with a customer each; what is due ends in seven days, everything else in half a year or later. */
async function fillBook(store: Store, { subscriptions, due }: SweepSize): Promise<void> {
  const people = Array.from({ length: owners }, (_, n) => personId(cloudy, ObjectId.parse(`aaaaaaaa-2222-4000-8000-${String(n).padStart(12, '0')}`)));
  const put = people.flatMap((person, n) => [userRecord({ ...petr(), person }), customerRecord({ ...firm(n), owner: person }), reached(person)]);
  await fill(store, [partnerRecord(aPartner()), ...put]);
  const every = Math.ceil(subscriptions / due);
  for (let from = 0; from < subscriptions; from += 1000) {
    const count = Math.min(1000, subscriptions - from);
    const some = Array.from({ length: count }, (_, n) => subscriptionOf(from + n, every));
    await fill(store, some, `fill ${String(from)}`);
  }
}

function firm(n: number): Customer {
  return contoso({ id: CustomerId.parse(`firm-${String(n)}`), domain: `firm-${String(n)}.example`, partnerOfRecord: 'true' });
}

function subscriptionOf(n: number, every: number): Put {
  const isDue = n % every === 0;
  const endsOn = addDays(today, isDue ? 7 : 180 + (n % 180));
  const terms = [aTerm('2025-03-11', { id: `t${String(n)}`, endsOn })];
  return {
    kind: 'subscription',
    id: `s${String(n)}`,
    value: aSubscription({ id: `s${String(n)}`, customer: firm(Math.floor(n / (isDue ? every : 7)) % owners).id, terms }),
  };
}

function counting(store: Store, { plantedFault }: SweepSize, counts: { reads: number; rows: number }): Store {
  return {
    ...store,
    async read(kind, id) {
      counts.reads += 1;
      return store.read(kind, id);
    },
    async list(query, slice) {
      counts.reads += 1;
      const { from: _from, upTo: _upTo, ...everything } = slice;
      const page = await store.list(query, plantedFault !== undefined && query === 'ends-of-partner' ? everything : slice);
      counts.rows += page.rows.length;
      return page;
    },
  };
}
