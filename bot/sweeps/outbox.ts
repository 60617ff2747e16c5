import { instantOf } from '../../domain/shared/dates.ts';
import { Outgoing } from '../../domain/shared/outbox.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Timers } from '../../domain/shared/ports.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { refreshCards } from './refresh-cards.ts';
import { sendMessage, tryAgain } from './send-message.ts';
import { lanesOf } from './lanes.ts';
import type { Item } from './settle.ts';
import { drop, later, leaseMs, putBack } from './settle.ts';

export interface OutboxOptions extends OutboxParts {
  readonly timers: Timers;
}

/** Sends what commits have put into the outbox. */
export interface Outbox {
  /** Sends what is due now, and from then on looks every few seconds for what becomes due. */
  start(): void;
  /** Something may have been put in. Costs nothing while it is at work already. */
  wake(): void;
  /** Resolves when everything that was due is settled. */
  drained(): Promise<void>;
  /** Takes up nothing new and waits for what is under way, three seconds at most. What is cut off then is found as "maybe sent". */
  stop(): Promise<void>;
}

const mostAtOnce = 20;
const lookEveryMs = 5000;
const longestStopMs = 3000;

/**
 * The sweep of the outbox: claims what is due, sends a few messages at once, those to one person one after another.
 *
 * @see sendMessage for the promise of at most once, refreshCards for cards that change in place.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, clock, timers, log } = options;
  const lanes = lanesOf((item, last) => (isStopped ? leave(options, item) : settle(options, item, last, { held, wake })));
  const held: Order['held'] = new Map();
  let sweeping: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  let callOff = (): void => undefined;

  async function sweep(): Promise<void> {
    isWanted = false;
    while (await takeDue());
  }

  /** False when nothing is due, or nothing is to be taken up any more. */
  async function takeDue(): Promise<boolean> {
    if (isStopped) return false;
    if (lanes.size() >= mostAtOnce) {
      await lanes.anyEnds();
      return true;
    }
    const now = clock.now();
    const items = await store.claim({ now: instantOf(now), leaseUntil: later(now, leaseMs), limit: mostAtOnce - lanes.size() });
    for (const item of items) lanes.add(laneOf(item), item, (fault) => log.error({ item: item.id, fault }, 'a message was not settled'));
    return items.length > 0;
  }

  function wake(): void {
    isWanted = true;
    if (isStopped || sweeping !== undefined) return;
    sweeping = sweep()
      .catch((fault: unknown) => log.error({ fault }, 'the outbox could not be looked through'))
      .finally(() => {
        sweeping = undefined;
        if (isWanted) wake();
      });
  }

  async function drained(): Promise<void> {
    while (sweeping !== undefined || lanes.size() > 0) await Promise.all([sweeping, lanes.allEnd()]);
  }

  return {
    start() {
      wake();
      callOff = timers.every(lookEveryMs, wake);
    },
    wake,
    drained,
    async stop() {
      isStopped = true;
      callOff();
      await atMost(timers, longestStopMs, drained());
    },
  };
}

/** For the next process, at once: but for what was in flight, which is found as such when its lease is over. */
async function leave(parts: OutboxParts, item: Item): Promise<void> {
  if (item.value.sendingSince === undefined) await putBack(parts, item, { dueAt: item.value.dueAt });
}

async function atMost(timers: Timers, ms: number, work: Promise<void>): Promise<void> {
  let callOff = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    callOff = timers.after(ms, resolve);
  });
  await Promise.race([work, late]);
  callOff();
}

interface Order {
  /** The message of a person that has to be tried again, when, and how many wait for it so that they come in order. */
  readonly held: Map<PersonId, { readonly for: string; readonly until: Date; readonly waiting: number }>;
  /** Those who waited may be due. */
  readonly wake: () => void;
}

/** The messages to one person come in order. Changes of one offer's cards too, but it is the last that counts. */
function laneOf({ value: { topic, facts, recipient } }: Item): string {
  return topic === 'offer-changed' ? `${topic} ${facts['offer'] ?? ''}` : recipient;
}

/** @param last the item that waits last behind it, in the same lane. */
async function settle(parts: OutboxParts, item: Item, last: Item, order: Order): Promise<void> {
  const what = Outgoing.safeParse({ ...item.value.facts, topic: item.value.topic }).data;
  if (what === undefined) {
    await unknown(parts, item);
    return;
  }
  try {
    if (what.topic !== 'offer-changed') await message(parts, item, what, order);
    else if (last !== item && isOvertaken(item, last)) await drop(parts, item);
    else await refreshCards(parts, item, what, last !== item);
  } catch (fault) {
    parts.log.error({ item: item.id, topic: what.topic, fault }, 'a message could not be made');
    const still = await parts.store.read('outbox', item.id);
    // What had begun may have arrived: it is found as such when its lease is over.
    if (still?.version === item.version) await tryAgain(parts, item, what, 'en');
  }
}

/** Cards that are about to be changed anyway need not be changed before: every change is one of the partner's cards of the offer, too. */
function isOvertaken({ value: { facts: mine } }: Item, { value: { facts: next } }: Item): boolean {
  return mine['only'] === 'partner' || (mine['customer'] === next['customer'] && next['only'] === undefined);
}

async function message(parts: OutboxParts, item: Item, what: Outgoing, order: Order): Promise<void> {
  const { recipient } = item.value;
  if (await isHeld(parts, item, order)) return;
  const until = await sendMessage(parts, item, what);
  if (until === undefined && order.held.delete(recipient)) order.wake();
  if (until !== undefined) order.held.set(recipient, { for: item.id, until, waiting: 0 });
}

/** A message behind one that has to be tried again waits for it, and keeps its place. */
async function isHeld(parts: OutboxParts, item: Item, { held }: Order): Promise<boolean> {
  const { recipient, sendingSince } = item.value;
  const hold = held.get(recipient);
  if (hold === undefined || hold.for === item.id || sendingSince !== undefined) return false;
  // settled by somebody else
  if ((await parts.store.read('outbox', hold.for)) === undefined) return false;
  const waiting = hold.waiting + 1;
  held.set(recipient, { ...hold, waiting });
  await putBack(parts, item, { dueAt: later(hold.until, waiting) });
  return true;
}

async function unknown(parts: OutboxParts, item: Item): Promise<void> {
  parts.log.error({ item: item.id, topic: item.value.topic }, 'nobody knows how to say this');
  parts.onResult({ topic: 'unknown', result: 'failed', reason: 'unknown-topic' });
  await drop(parts, item);
}
