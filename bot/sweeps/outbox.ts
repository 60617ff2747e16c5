import { instantOf } from '../../domain/shared/dates.ts';
import { Outgoing } from '../../domain/shared/outbox.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Timers } from '../../domain/shared/ports.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { refreshCards } from './refresh-cards.ts';
import { refreshNotices } from './refresh-notices.ts';
import { sendDigest } from './send-digest.ts';
import { sendMessage, tryAgain } from './send-message.ts';
import { lanesOf } from './lanes.ts';
import { pacedNotifier } from './paced-notifier.ts';
import type { Item } from './settle.ts';
import { drop, later, leaseMs, putBack, putBackUntil } from './settle.ts';
import type { Standing, Turn } from './traffic.ts';
import { createTraffic } from './traffic.ts';

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

/** What was claimed, and its turn; what changes in place, or was in flight when a process ended, needs none. */
interface Taken {
  readonly item: Item;
  readonly turn: Turn | undefined;
}

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
  const lanes = lanesOf<Taken>((taken, last) => (isStopped ? leave(parts, taken) : settle(parts, taken, last.item, { held, wake })));
  let sweeping: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const callOff: { look: () => void; booked?: (() => void) | undefined } = { look: () => undefined };

  async function sweep(): Promise<void> {
    isWanted = false;
    while (await takeDue());
    lookForBooked();
  }

  /** False when nothing is due, or nothing is to be taken up any more. */
  async function takeDue(): Promise<boolean> {
    if (isStopped) return false;
    const limit = traffic.openFor(lanes.size());
    if (limit === 0) {
      if (lanes.size() === 0) return false;
      await lanes.anyEnds();
      return true;
    }
    const now = clock.now();
    const items = await store.claim({ now: instantOf(now), leaseUntil: later(now, leaseMs), limit });
    await putBackUntil(parts, items.flatMap(takeUp));
    return items.length > 0;
  }

  /** Gives it back when there is no moment for it now. */
  function takeUp(item: Item): readonly { readonly item: Item; readonly until: Date }[] {
    const admission = needsTurn(item) ? traffic.admit(item) : undefined;
    if (admission?.kind === 'back') return [{ item, until: admission.until }];
    lanes.add(laneOf(item), { item, turn: admission?.turn }, (fault) => log.error({ item: item.id, fault }, 'a message was not settled'));
    return [];
  }

  function lookForBooked(): void {
    if (isStopped || callOff.booked !== undefined || !traffic.isBooked()) return;
    callOff.booked = timers.after(lookForBookedMs, () => {
      callOff.booked = undefined;
      wake();
    });
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
      callOff.look = timers.every(lookEveryMs, wake);
    },
    wake,
    passed: traffic.passed,
    standing: traffic.standing,
    drained,
    async stop() {
      isStopped = true;
      callOff.look();
      callOff.booked?.();
      traffic.close();
      await atMost(timers, longestStopMs, drained());
    },
  };
}

/** For the next process, at once: but for what was in flight, which is found as such when its lease is over. */
async function leave(parts: OutboxParts, { item, turn }: Taken): Promise<void> {
  turn?.ends();
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

/** Cards that change in place in many chats, at the pace of each. */
function isChange({ value: { topic } }: Item): boolean {
  return topic === 'offer-changed' || topic === 'subscription-changed';
}

function needsTurn(item: Item): boolean {
  return !isChange(item) && item.value.sendingSince === undefined;
}

/** The messages to one person come in order. Changes of the cards of one thing too, but it is the last that counts. */
function laneOf(item: Item): string {
  const { topic, facts, recipient } = item.value;
  return isChange(item) ? `${topic} ${facts['offer'] ?? facts['subscription'] ?? ''}` : recipient;
}

/** @param last the item that waits last behind it, in the same lane. */
async function settle(parts: OutboxParts, { item, turn }: Taken, last: Item, order: Order): Promise<void> {
  const what = Outgoing.safeParse({ ...item.value.facts, topic: item.value.topic }).data;
  try {
    if (what === undefined) await unknown(parts, item);
    else if (what.topic !== 'offer-changed' && what.topic !== 'subscription-changed') await message(parts, { item, turn }, what, order);
    else if (last !== item && isOvertaken(item, last)) await drop(parts, item);
    else if (what.topic === 'subscription-changed') await refreshNotices(parts, item, what);
    else await refreshCards(parts, item, what, last !== item);
  } catch (fault) {
    parts.log.error({ item: item.id, topic: item.value.topic, fault }, 'a message could not be made');
    const still = await parts.store.read('outbox', item.id);
    // What had begun may have arrived: it is found as such when its lease is over.
    if (still?.version === item.version && what !== undefined) await tryAgain(parts, item, what, 'en');
  } finally {
    turn?.ends();
  }
}

/** Cards that are about to be changed anyway need not be changed before: every change is one of the partner's cards of the offer, too. */
function isOvertaken({ value: { facts: mine } }: Item, { value: { facts: next } }: Item): boolean {
  return mine['only'] === 'partner' || (mine['customer'] === next['customer'] && next['only'] === undefined);
}

async function message(parts: OutboxParts, { item, turn }: Taken, what: Outgoing, order: Order): Promise<void> {
  const { recipient } = item.value;
  if (await isHeld(parts, item, order)) return;
  const back = await turn?.comes();
  if (back !== undefined) return putBack(parts, item, { dueAt: instantOf(back) });
  const until = await (what.topic === 'digest' ? sendDigest(parts, item, what) : sendMessage(parts, item, what));
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
