import { instantOf } from '../../domain/shared/dates.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Timers } from '../../domain/shared/ports.ts';
import { lanesOf } from './lanes.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { pacedNotifier } from './paced-notifier.ts';
import type { Item } from './settle.ts';
import { later, leaseMs, putBackUntil } from './settle.ts';
import type { Order, Taken } from './settle-taken.ts';
import { isBehind, laneOf, leave, needsTurn, settleTaken } from './settle-taken.ts';
import type { Standing } from './traffic.ts';
import { createTraffic } from './traffic.ts';
import { createWork } from './work.ts';

export type OutboxOptions = OutboxParts;

/** Sends what commits have put into the outbox. */
export interface Outbox {
  /** Sends what is due now, and from then on looks every few seconds for what becomes due. */
  start(): void;
  /** Something may have been put in. Costs nothing while it is at work already. */
  wake(): void;
  /** Something was sent into this tenant without asking, an answer in a chat: so much less is sent unasked. */
  passed(tenant: TenantId): void;
  standing(): Standing;
  /** Resolves when everything that was due is settled. */
  drained(): Promise<void>;
  /** Takes up nothing new and waits for what is under way, three seconds at most. What is cut off then is found as "maybe sent". */
  stop(): Promise<void>;
}

const lookEveryMs = 5000;
/** Half as long as whoever was put back for want of a moment is back before it. */
const lookForBookedMs = 500;
const longestStopMs = 3000;

/**
 * The sweep of the outbox: claims what is due and sends it at the pace that the channel publishes, into many tenants at the same time, to one person
 * one message after another.
 *
 * @see sendMessage for the promise of at most once, refreshCards for cards that change in place, Traffic for who goes when.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, clock, timers, log } = options;
  const traffic = createTraffic(options);
  const parts = { ...options, notifier: pacedNotifier(options, traffic) };
  const held: Order['held'] = new Map();
  const work = createWork(takeDue, (fault) => log.error({ fault }, 'the outbox could not be looked through'));
  const lanes = lanesOf<Taken>((taken, last) => (work.isStopped() ? leave(parts, taken) : settleTaken(parts, taken, last.item, { held, wake: work.wake })));
  let callOff = (): void => undefined;

  /** False when nothing is due, or nothing is to be taken up now. */
  async function takeDue(): Promise<boolean> {
    const limit = traffic.openFor(lanes.size());
    if (limit === 0) {
      if (lanes.size() === 0) return false;
      await lanes.anyEnds();
      return true;
    }
    const now = clock.now();
    const items = await store.claim({ now: instantOf(now), leaseUntil: later(now, leaseMs), limit });
    await putBackUntil(parts, items.flatMap(takeUp));
    if (items.length === 0 && traffic.isBooked()) work.wakeAfter(timers, lookForBookedMs);
    return items.length > 0;
  }

  /** Gives it back when there is no moment for it now. */
  function takeUp(item: Item): readonly { readonly item: Item; readonly until: Date }[] {
    const admission = needsTurn(item) && !isBehind(item, held) ? traffic.admit(item) : undefined;
    if (admission?.kind === 'back') return [{ item, until: admission.until }];
    lanes.add(laneOf(item), { item, turn: admission?.turn }, (fault) => log.error({ item: item.id, fault }, 'a message was not settled'));
    return [];
  }

  async function drained(): Promise<void> {
    while (work.isAtWork() || lanes.size() > 0) await Promise.all([work.ends(), lanes.allEnd()]);
  }

  return {
    start() {
      work.wake();
      callOff = timers.every(lookEveryMs, work.wake);
    },
    wake: work.wake,
    passed: (tenant) => traffic.passed(tenant),
    standing: () => traffic.standing(),
    drained,
    async stop() {
      work.stop();
      callOff();
      traffic.close();
      await atMost(timers, longestStopMs, drained());
    },
  };
}

async function atMost(timers: Timers, ms: number, work: Promise<void>): Promise<void> {
  let callOff = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    callOff = timers.after(ms, resolve);
  });
  await Promise.race([work, late]);
  callOff();
}
