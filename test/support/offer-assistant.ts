import { outgoingCard } from '../../bot/conversation/offers/outgoing.ts';
import { languageOfPerson } from '../../bot/conversation/who.ts';
import { newId } from '../../bot/platform/ids.ts';
import { systemTimers } from '../../bot/platform/timers.ts';
import type { Outbox } from '../../bot/sweeps/outbox.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import { waking } from '../../bot/sweeps/waking.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { HandleTurn } from '../../domain/shared/turn.ts';
import { silentLog } from '../store/lowdb/open-book.ts';
import { anAssistant, testSecrets } from './chat.ts';

/** The real turn and the real outbox over one book, speaking to a Bot Connector: what a customer accepts, the partner is told. */
export interface OfferAssistant {
  readonly turn: HandleTurn;
  readonly outbox: Outbox;
  close(): Promise<void>;
}

export function offerAssistant(book: Store, clock: Clock & { setTo(day: string): void }): OfferAssistant {
  const store = waking(book, () => outbox.wake());
  const connector = createConnector({ bearer: async () => undefined, clock, timers: systemTimers, log: silentLog });
  const links = { offer: (code: string) => `https://assistant.test/o/${code}` };
  const outbox = createOutbox({
    store,
    notifier: createNotifier(connector),
    draw: (what, { person, language }) => outgoingCard({ book: store, secrets: testSecrets, links, now: clock.now(), language }, what, person),
    speaks: (person, locale) => languageOfPerson(store, person, locale),
    noticeHour: 8,
    clock,
    timers: systemTimers,
    newId,
    log: silentLog,
    onResult: () => undefined,
  });
  return {
    turn: anAssistant(store, clock).turn,
    outbox,
    async close() {
      await outbox.stop();
      await connector.close();
    },
  };
}

/** Each life of a process begins two minutes after the one before: every lease of that has run out. */
export function clockOfLife(life: number): Clock & { setTo(day: string): void } {
  const began = performance.now();
  const from = Date.parse('2026-03-01T10:00:00.000Z') + life * 120_000;
  return { now: () => new Date(from + performance.now() - began), setTo: () => undefined };
}
