import { setImmediate as aTurnOfTheLoop } from 'node:timers/promises';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import type { Outbox } from '../../bot/sweeps/outbox.ts';
import type { OutboxOptions } from '../../bot/sweeps/outbox.ts';
import { waking } from '../../bot/sweeps/waking.ts';
import type { OutboxResult } from '../../bot/sweeps/outbox-parts.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, OfferId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';
import { memoryNotifier } from '../support/fakes/memory-notifier.ts';
import type { MemoryNotifier } from '../support/fakes/memory-notifier.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { cloudy, day } from '../support/builders.ts';
import { fill } from '../support/book.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';
import type { HandClock } from '../teams/hand-clock.ts';

export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
export const offer = OfferId.parse('offer-1');
export const firm = (number: number): CustomerId => CustomerId.parse(`firm-${String(number)}`);

/** The partner's person who sent the offer. */
export const sender = personId(cloudy, ObjectId.parse('aaaaaaaa-0000-4000-8000-000000000001'));

/** An admin of the customer. */
export function admin(number = 1): PersonId {
  return personId(contosoTenant, ObjectId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`));
}

export const anOffer: Offer = {
  id: offer,
  partner: cloudy,
  summaryId: 'T-7K2M9QPX',
  sealedCode: 'sealed',
  content: { kind: 'trial', plan: 'business-premium' },
  message: 'Try it',
  language: 'cs',
  country: 'CZ',
  validUntil: day('2026-03-31'),
  sentAt: instantOf(new Date('2026-03-01T08:00:00.000Z')),
  sentBy: sender,
  sentByName: 'Jana Nováková',
};

/** A sweep over a book in memory, a channel in memory and a clock moved by hand. */
export interface OutboxWorld {
  readonly store: Store;
  readonly notifier: MemoryNotifier;
  readonly time: HandClock;
  readonly outbox: Outbox;
  readonly results: readonly OutboxResult[];
  readonly lines: readonly LogLine[];
  /** Writes these people into the address book. */
  arrive(...people: readonly PersonId[]): Promise<void>;
  put(...records: readonly Put[]): Promise<void>;
  /** Puts it into the outbox, due after so many milliseconds, and gives its id. */
  queue(what: Outgoing, to: PersonId, afterMs?: number): Promise<string>;
  /** Sends everything that is due. */
  sweep(): Promise<void>;
  /** Another process on the same book. */
  another(changed?: Partial<OutboxOptions>): Outbox;
  waiting(): Promise<number>;
  /** What the cards in somebody's chat say now, oldest first. */
  chatOf(person: PersonId): readonly string[];
}

export async function anOutboxWorld(changed: Partial<OutboxOptions> = {}): Promise<OutboxWorld> {
  const store = memoryStore();
  const notifier = memoryNotifier();
  const time = handClock();
  const results: OutboxResult[] = [];
  const lines: LogLine[] = [];
  let count = 0;
  const newId = (): string => `id-${String((count += 1))}`;
  const usual: OutboxOptions = {
    store,
    notifier,
    ...time,
    noticeHour: 8,
    draw: async (what, reader) => cardThatSays(what, reader.language),
    speaks: async (_, locale) => (locale === 'sk-SK' ? 'sk' : 'cs'),
    newId,
    log: logInto(lines),
    onResult: (result) => results.push(result),
  };
  const another = (more: Partial<OutboxOptions> = {}): Outbox => {
    const options = { ...usual, ...changed, ...more };
    const made: Outbox = createOutbox({ ...options, store: waking(options.store, () => made.wake()) });
    return { ...made, drained: () => inTime(made.drained(), time) };
  };
  const outbox = another();
  await fill(store, [{ kind: 'offer', id: offer, value: anOffer }], 'the offer');
  return {
    store,
    notifier,
    time,
    outbox,
    results,
    lines,
    another,
    arrive: (...people) => fill(store, people.map(addressOf), newId()),
    put: (...records) => fill(store, records, newId()),
    async queue(what, recipient, afterMs = 0) {
      const id = newId();
      const dueAt = instantOf(new Date(time.clock.now().getTime() + afterMs));
      await fill(store, [outgoing(id, { partner: cloudy, recipient, dueAt }, what)], `queue ${id}`);
      return id;
    },
    async sweep() {
      outbox.wake();
      await outbox.drained();
    },
    waiting: () => store.count('outbox-by-due', { key: 'all' }),
    chatOf: (person) => notifier.spoken.filter(({ conversation }) => conversation === `chat ${person}`).map(({ cards }) => cards.at(-1)?.fallbackText ?? ''),
  };
}

/** Lets time pass for as long as something waits for nothing else. */
async function inTime(work: Promise<void>, time: HandClock): Promise<void> {
  const done = { yet: false };
  const ended = work.finally(() => {
    done.yet = true;
  });
  await aTurnOfTheLoop();
  while (!done.yet) {
    time.advance(5);
    await aTurnOfTheLoop();
  }
  await ended;
}

/** What a card says here: what it is about, and in which language. */
export function saying(what: Outgoing, language = 'cs'): string {
  return `${language} ${JSON.stringify(what)}`;
}

function cardThatSays(what: Outgoing, language: string): RenderedCard {
  return { type: 'AdaptiveCard', fallbackText: saying(what, language) };
}

function addressOf(person: PersonId): Put {
  const address = {
    channel: 'msteams',
    conversation: `chat ${person}`,
    scope: 'personal',
    serviceUrl: 'http://127.0.0.1:1/',
    bot: { id: '28:bot', name: 'Partner Assistant' },
    user: { id: `29:${person}`, name: 'Somebody' },
    tenant: TenantId.parse(person.slice(0, 36)),
  } as const;
  return { kind: 'address', id: person, value: { person, address, locale: 'cs-CZ', welcomed: true, refreshedOn: day('2026-03-01') } };
}
