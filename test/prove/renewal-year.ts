import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import { createNoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import type { Outbox } from '../../bot/sweeps/outbox.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import { Day, addDays, dayOf } from '../../domain/shared/dates.ts';
import { PersonId } from '../../domain/shared/ids.ts';
import type { Notifier } from '../../domain/shared/ports.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { openBookIn, silentLog } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';
import { cloudy } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { chanceOf } from '../support/load-chance.ts';
import { digestAsText, promptTimers } from '../sweeps/notice-world.ts';
import { timeZones, yearBook } from './renewal-year-book.ts';
import type { YearBook } from './renewal-year-book.ts';
import { yearModel } from './renewal-year-model.ts';
import type { YearModel } from './renewal-year-model.ts';

export interface RenewalYearSize {
  readonly subscriptions: number;
  readonly days: number;
  readonly seed: number;
  readonly book: 'in memory' | 'on a disk';
  readonly plantedFault?: 'forgets-what-was-told' | 'forgets-the-days-it-was-down';
}

export interface RenewalYearCount {
  readonly days: number;
  readonly subscriptions: number;
  readonly renewals: number;
  readonly dateChanges: number;
  readonly cancelled: number;
  readonly arrivals: number;
  readonly outages: number;
  readonly hoursDown: number;
  readonly restarts: number;
  readonly cards: number;
  /** Notices that cards have told, by step, and those that had collapsed into a later one when the server was back. */
  readonly told: number;
  readonly bySteps: Readonly<Record<string, number>>;
  readonly collapsed: number;
  /** Told more than once. */
  readonly twice: number;
  /** Told although renewed, moved or cancelled, on the wrong day, or to the wrong one; cards without anything. */
  readonly wrong: number;
  /** Not told although the server was up in the reader's morning. */
  readonly missing: number;
  /** Second cards of a day to one person. */
  readonly secondCards: number;
}

const begins = Day.parse('2026-01-01');
const hourMs = 3_600_000;
const usualHour = 8;
const clocks = timeZones.map((timeZone) => ({ timeZone, hour: new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }) }));

/**
 * A year, hour by hour, in eight time zones: subscriptions are renewed, moved, cancelled and added; the server is restarted and down for up to ten
 * days; two of it work on one book at the same time. What the cards tell is judged by somebody who knows the rule and not the program.
 */
export async function liveThroughAYear(size: RenewalYearSize): Promise<RenewalYearCount> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  try {
    return await yearIn(folder, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Year {
  readonly size: RenewalYearSize;
  readonly model: YearModel;
  readonly book: YearBook;
  readonly chance: (below: number) => number;
  readonly happened: { renewals: number; dateChanges: number; cancelled: number; arrivals: number; outages: number; hoursDown: number; restarts: number };
  readonly cards: { count: number; seconds: number; readonly onDay: Map<PersonId, Day> };
  readonly time: { now: number; plannedAt: number; downUntil: number };
}

async function yearIn(folder: string, size: RenewalYearSize): Promise<RenewalYearCount> {
  const chance = chanceOf(size.seed);
  const model = yearModel(begins);
  const year: Year = {
    size,
    model,
    chance,
    book: yearBook({ subscriptions: size.subscriptions, begins, model, chance }),
    happened: { renewals: 0, dateChanges: 0, cancelled: 0, arrivals: 0, outages: 0, hoursDown: 0, restarts: 0 },
    cards: { count: 0, seconds: 0, onDay: new Map() },
    time: { now: Date.parse(begins), plannedAt: 0, downUntil: 0 },
  };
  const open = (): Promise<Store> => (size.book === 'on a disk' ? openBookIn(folder) : Promise.resolve(memory));
  const memory = memoryStore();
  let store = await open();
  for (let from = 0; from < year.book.put.length; from += 500) await fill(store, year.book.put.slice(from, from + 500), `fill ${String(from)}`);
  let servers = serversOn(store, year);
  for (let hour = 0; hour < size.days * 24; hour += 1) {
    // a few minutes past the hour
    year.time.now = Date.parse(begins) + hour * hourMs + 5 * 60_000;
    if (isDown(year) || isQuiet(hour, year)) continue;
    await forgetDays(store, year);
    await workOf(store, servers, year);
    if (hour % 24 === 12) await changesOf(store, year);
    if (chance(200) > 0) continue;
    year.happened.restarts += 1;
    await Promise.all(servers.map(({ outbox }) => outbox.stop()));
    if (size.book === 'on a disk') {
      await store.close();
      store = await open();
    }
    servers = serversOn(store, year);
  }
  if (size.book === 'on a disk') await store.close();
  const { cards, happened } = year;
  return { days: size.days, subscriptions: year.book.size(), ...happened, cards: cards.count, ...model.counts, secondCards: cards.seconds };
}

/** From time to time the server is down for some hours, or for up to ten days. */
function isDown({ time, chance, happened }: Year): boolean {
  if (time.now < time.downUntil) {
    happened.hoursDown += 1;
    return true;
  }
  if (chance(24 * 30) > 0) return false;
  happened.outages += 1;
  time.downUntil = time.now + chance(240) * hourMs;
  return false;
}

/** Nothing can be due in most hours; every fifth of them is lived through all the same. */
function isQuiet(hour: number, { time }: Year): boolean {
  return hour % 12 > 0 && hour % 5 > 0 && !clocks.some((clock) => isMorning(clock, time.now));
}

function isMorning({ hour }: (typeof clocks)[number], now: number): boolean {
  return Number(hour.format(now)) === usualHour;
}

interface Server {
  readonly sweep: NoticeSweep;
  readonly outbox: Outbox;
}

/** Two of them, on one book. */
function serversOn(book: Store, year: Year): readonly Server[] {
  const store = faulty(book, year);
  let count = 0;
  const life = String(year.time.now);
  const parts = {
    store,
    clock: { now: () => new Date(year.time.now) },
    timers: promptTimers,
    newId: () => `${life}-${String((count += 1))}`,
    noticeHour: usualHour,
    log: silentLog,
  };
  return [1, 2].map(() => ({
    sweep: createNoticeSweep({ ...parts, partners: [cloudy], onDue: () => undefined }),
    outbox: createOutbox({
      ...parts,
      notifier: channelOf(year),
      draw: (what) => digestAsText(store, what),
      speaks: async () => 'en',
      onResult: () => undefined,
    }),
  }));
}

/** What a running server does within an hour. */
async function workOf(store: Store, servers: readonly Server[], year: Year): Promise<void> {
  const { time, model, book } = year;
  await Promise.all(servers.map(({ sweep }) => sweep.planNow()));
  time.plannedAt = dayOf(new Date(time.plannedAt)) === dayOf(new Date(time.now)) ? time.plannedAt : time.now;
  for (let isDone = false; !isDone; isDone = await passesToNext(store, time)) {
    for (const { outbox } of servers) outbox.wake();
    await Promise.all(servers.map(({ outbox }) => outbox.drained()));
  }
  const inMorning = new Set(clocks.filter((clock) => isMorning(clock, time.now)).map(({ timeZone }) => timeZone));
  for (const { person, timeZone } of book.people) if (inMorning.has(timeZone)) model.missed(person, new Date(time.now), new Date(time.plannedAt));
}

/** What waits for its moment, so that the channel is not asked too often, gets it within minutes. True when nothing does any more. */
async function passesToNext(store: Store, time: Year['time']): Promise<boolean> {
  const [next] = (await store.list('outbox-by-due', { key: 'all', limit: 1 })).rows;
  const dueAt = next === undefined ? Infinity : Date.parse(next.value.dueAt);
  if (dueAt > time.now + 600_000) return true;
  time.now = Math.max(dueAt, time.now + 1000);
  return false;
}

/** The channel takes every card, and what it says is judged. */
function channelOf({ model, cards, time }: Year): Notifier {
  return {
    async send({ conversation }, { fallbackText }) {
      const now = new Date(time.now);
      const [, ...entries] = fallbackText.split(' ');
      const reader = PersonId.parse(conversation.slice('chat '.length));
      cards.count += 1;
      if (cards.onDay.get(reader) === dayOf(now)) cards.seconds += 1;
      cards.onDay.set(reader, dayOf(now));
      model.read(reader, entries, now, new Date(time.plannedAt));
      return { kind: 'sent', activityId: `card-${String(cards.count)}` };
    },
    update: async () => ({ kind: 'sent', activityId: '' }),
  };
}

/** What people do with the subscriptions in the middle of a day, most of it near their ends. */
async function changesOf(store: Store, { size, book, chance, happened, time }: Year): Promise<void> {
  const now = new Date(time.now);
  const many = (perDay: number): number => Math.floor(perDay) + (chance(1000) < (perDay % 1) * 1000 ? 1 : 0);
  const put: Put[] = [];
  const does = (times: number, what: keyof Year['happened'], change: () => readonly Put[]): void => {
    for (let time = 0; time < times; time += 1) {
      const made = change();
      happened[what] += made.length;
      put.push(...made);
    }
  };
  does(many(size.subscriptions / 250), 'renewals', () => book.renew(chance(book.size()), now));
  does(many(size.subscriptions / 500), 'dateChanges', () => book.moveEnd(chance(book.size()), 1 + chance(80) - 40 || 1, now));
  does(many(size.subscriptions / 2000), 'cancelled', () => book.cancel(chance(book.size()), now));
  does(many(size.subscriptions / 1000), 'arrivals', () => book.add(now, chance(200)));
  const last = new Map(put.map((each) => [each.id, each]));
  if (last.size > 0) await fill(store, [...last.values()], `changes ${now.toISOString()}`);
}

/** Planted fault: a book that forgets what was told. */
function faulty(store: Store, { size: { plantedFault } }: Year): Store {
  if (plantedFault !== 'forgets-what-was-told') return store;
  const forgets = (put: Put): Put => (put.kind === 'notice' ? { ...put, value: { ...put.value, told: [] } } : put);
  return { ...store, commit: (commit) => store.commit({ ...commit, put: commit.put.map(forgets) }) };
}

/** Planted fault: after an outage the book says that the days of it were planned. */
async function forgetDays(store: Store, { size: { plantedFault }, time }: Year): Promise<void> {
  const run = await store.read('notice-run', cloudy);
  const yesterday = addDays(dayOf(new Date(time.now)), -1);
  if (plantedFault !== 'forgets-the-days-it-was-down' || run === undefined || run.value.through >= yesterday) return;
  await fill(store, [{ kind: 'notice-run', id: cloudy, value: { ...run.value, through: yesterday } }], `forgotten ${String(time.now)}`);
}
