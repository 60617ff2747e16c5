import { createNoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import type { NoticeSweep, NoticeSweepOptions } from '../../bot/sweeps/notice-sweep.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import type { Outbox } from '../../bot/sweeps/outbox.ts';
import type { NoticesTold, OutboxParts, OutboxResult } from '../../bot/sweeps/outbox-parts.ts';
import type { DigestEntry, Notice } from '../../domain/renewals/records.ts';
import { noticeId } from '../../domain/renewals/records.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { TenantId } from '../../domain/shared/ids.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Clock, Timers } from '../../domain/shared/ports.ts';
import type { Put, Reader, Store } from '../../domain/shared/store.port.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, petr } from '../support/builders.ts';
import { memoryNotifier } from '../support/fakes/memory-notifier.ts';
import type { MemoryNotifier } from '../support/fakes/memory-notifier.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord } from '../support/offers.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';

/** A book in memory with Petr at the partner and Contoso as his customer, a channel in memory, and a clock that is set by hand. */
export interface NoticeWorld {
  readonly store: Store;
  readonly notifier: MemoryNotifier;
  readonly results: readonly OutboxResult[];
  readonly told: readonly NoticesTold[];
  readonly due: readonly string[];
  readonly lines: readonly LogLine[];
  setTo(instant: string): void;
  put(...records: readonly Put[]): Promise<void>;
  /** What a running server does until this instant, looked at each half hour: plans, and sends what is due. */
  runUntil(instant: string): Promise<void>;
  plan(): Promise<void>;
  /** Sends everything that is due. */
  send(): Promise<void>;
  sweep(changed?: Partial<NoticeSweepOptions>): NoticeSweep;
  outbox(changed?: Partial<OutboxParts>): Outbox;
  clock: Clock;
  /** What stands in somebody's chat: for each card its digest's day and what it tells, oldest first. */
  chatOf(person: PersonId): readonly string[];
  notice(facts: Pick<Notice, 'recipient' | 'endsOn'> & Partial<Notice>): Promise<Notice | undefined>;
}

const halfHourMs = 1_800_000;

export async function aNoticeWorld(start = '2026-03-01T00:05:00.000Z', book: Store = memoryStore()): Promise<NoticeWorld> {
  const notifier = memoryNotifier();
  const results: OutboxResult[] = [];
  const told: NoticesTold[] = [];
  const due: string[] = [];
  const lines: LogLine[] = [];
  let now = Date.parse(start);
  let count = 0;
  const newId = (): string => `id-${String((count += 1))}`;
  const clock = { now: () => new Date(now) };
  const parts = { store: book, clock, timers: promptTimers, newId, noticeHour: 8, log: logInto(lines) };
  const sweep: NoticeWorld['sweep'] = (changed = {}) => createNoticeSweep({ ...parts, partners: [cloudy], onDue: ({ side }) => due.push(side), ...changed });
  const outbox: NoticeWorld['outbox'] = (changed = {}) =>
    createOutbox({
      ...parts,
      notifier,
      draw: (what) => digestAsText(book, what),
      speaks: async () => 'en',
      onResult: (result) => results.push(result),
      onTold: (what) => told.push(what),
      ...changed,
    });
  const mine = { sweep: sweep(), outbox: outbox() };
  const world: NoticeWorld = {
    ...{ store: book, notifier, results, told, due, lines, sweep, outbox, clock },
    setTo: (instant) => {
      now = Date.parse(instant);
    },
    put: (...records) => fill(book, records, newId()),
    plan: () => mine.sweep.planNow(),
    async send() {
      mine.outbox.wake();
      await mine.outbox.drained();
    },
    async runUntil(instant) {
      for (; now <= Date.parse(instant); now += halfHourMs) {
        await world.plan();
        await world.send();
      }
      now = Date.parse(instant);
    },
    chatOf: (person) => notifier.spoken.filter(({ conversation }) => conversation === `chat ${person}`).map(({ cards }) => cards.at(-1)?.fallbackText ?? ''),
    async notice(facts) {
      const { recipient, endsOn, side = 'partner', ending = { kind: 'term', subscription: aSubscription().id, term: aTerm('2025-03-11').id } } = facts;
      return (await book.read('notice', noticeId({ ending, endsOn, recipient, side })))?.value;
    },
  };
  await world.put(partnerRecord(aPartner()), userRecord(petr()), customerRecord({ ...contoso(), partnerOfRecord: 'true' }), reached(petr().person));
  return world;
}

/** Whatever waits goes on in the next turn of the event loop: nobody here waits for time. */
export const promptTimers: Timers = {
  after(_, work) {
    const handle = setImmediate(work);
    return () => clearImmediate(handle);
  },
  every: () => () => undefined,
};

/** A digest as one line: its day, then each entry. Reads what is fixed in the book when it goes out. */
export async function digestAsText(book: Reader, what: Outgoing): Promise<RenderedCard | undefined> {
  if (what.topic !== 'digest') return undefined;
  const digest = await book.read('digest', what.digest);
  if (digest === undefined) return undefined;
  const { entries, more, day: on } = digest.value;
  return { type: 'AdaptiveCard', fallbackText: [on, ...entries.map(entryAsText), ...(more === 0 ? [] : [`+${String(more)}`])].join(' ') };
}

function entryAsText(entry: DigestEntry): string {
  if (entry.kind === 'news') return `${entry.news.about.what}:${entry.news.before}>${entry.news.after}`;
  const of = entry.ending.kind === 'term' ? entry.ending.term : entry.ending.relationship;
  return `${entry.mail === undefined ? '' : 'mail:'}${of}@${entry.endsOn}:${String(entry.step)}`;
}

/** Somebody whom the assistant can write to. */
export function reached(person: PersonId, timeZone?: string): Put {
  const address = {
    channel: 'msteams',
    conversation: `chat ${person}`,
    scope: 'personal',
    serviceUrl: 'http://127.0.0.1:1/',
    bot: { id: '28:bot', name: 'Partner Assistant' },
    user: { id: `29:${person}`, name: 'Somebody' },
    tenant: TenantId.parse(person.slice(0, 36)),
  } as const;
  const value = { person, address, ...(timeZone === undefined ? {} : { timeZone }), welcomed: true, refreshedOn: day('2026-03-01') };
  return { kind: 'address', id: person, value };
}
