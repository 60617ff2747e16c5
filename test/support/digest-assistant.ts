import { newId } from '../../bot/platform/ids.ts';
import { systemTimers } from '../../bot/platform/timers.ts';
import { breathing } from '../../bot/sweeps/breathing.ts';
import type { NoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import { createNoticeSweep } from '../../bot/sweeps/notice-sweep.ts';
import type { Outbox } from '../../bot/sweeps/outbox.ts';
import { createOutbox } from '../../bot/sweeps/outbox.ts';
import { waking } from '../../bot/sweeps/waking.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { silentLog } from '../store/lowdb/open-book.ts';
import { digestAsText } from '../sweeps/notice-world.ts';
import { cloudy } from './builders.ts';

/** What plans and tells over one book, speaking to a Bot Connector. */
export interface DigestAssistant {
  readonly notices: NoticeSweep;
  readonly outbox: Outbox;
  close(): Promise<void>;
}

export function digestAssistant(book: Store, clock: Clock): DigestAssistant {
  const store = breathing(
    waking(book, () => outbox.wake()),
    { clock, timers: systemTimers },
  );
  const connector = createConnector({ bearer: async () => undefined, clock, timers: systemTimers, log: silentLog });
  const parts = { store, clock, timers: systemTimers, newId, noticeHour: 8, log: silentLog };
  const outbox = createOutbox({
    ...parts,
    notifier: createNotifier(connector),
    draw: (what) => digestAsText(store, what),
    speaks: async () => 'en',
    onResult: () => undefined,
  });
  const notices = createNoticeSweep({ ...parts, partners: [cloudy], onDue: () => undefined });
  return {
    notices,
    outbox,
    async close() {
      await Promise.all([notices.stop(), outbox.stop()]);
      await connector.close();
    },
  };
}

/** Each life of a process begins at eight in the morning of the next day. */
export function morningOfLife(life: number): Clock {
  const began = performance.now();
  const from = Date.parse('2026-03-01T08:00:00.000Z') + life * 86_400_000;
  return { now: () => new Date(from + performance.now() - began) };
}
