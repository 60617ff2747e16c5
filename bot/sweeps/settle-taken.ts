import { instantOf } from '../../domain/shared/dates.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { Outgoing } from '../../domain/shared/outbox.ts';
import type { Turn } from './admission.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { refreshCards } from './refresh-cards.ts';
import { refreshNotices } from './refresh-notices.ts';
import { sendDigest } from './send-digest.ts';
import { sendMessage, tryAgain } from './send-message.ts';
import type { Item } from './settle.ts';
import { drop, later, putBack } from './settle.ts';

/** What was claimed, and its turn; what changes in place, or was in flight when a process ended, needs none. */
export interface Taken {
  readonly item: Item;
  readonly turn: Turn | undefined;
}

/** For the next process, at once: but for what was in flight, which is found as such when its lease is over. */
export async function leave(parts: OutboxParts, { item, turn }: Taken): Promise<void> {
  turn?.ends();
  if (item.value.sendingSince === undefined) await putBack(parts, item, { dueAt: item.value.dueAt });
}

/** Who waits behind whom. */
export interface Order {
  /** The message of a person that has to be tried again, when, and how many wait for it so that they come in order. */
  readonly held: Map<PersonId, { readonly for: string; readonly until: Date; readonly waiting: number }>;
  /** Those who waited may be due. */
  readonly wake: () => void;
}

/** Cards that change in place in many chats, at the pace of each. */
function isChange({ value: { topic } }: Item): boolean {
  return topic === 'offer-changed' || topic === 'subscription-changed';
}

export function needsTurn(item: Item): boolean {
  return !isChange(item) && item.value.sendingSince === undefined;
}

/** The messages to one person come in order. Changes of the cards of one thing too, but it is the last that counts. */
export function laneOf(item: Item): string {
  const { topic, facts, recipient } = item.value;
  return isChange(item) ? `${topic} ${facts['offer'] ?? facts['subscription'] ?? ''}` : recipient;
}

/** Makes and sends what was taken up. @param last the item that waits last behind it, in the same lane. */
export async function settleTaken(parts: OutboxParts, { item, turn }: Taken, last: Item, order: Order): Promise<void> {
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
  const { recipient, dueAt } = item.value;
  if (await isHeld(parts, item, order)) return;
  // it stood behind one that is settled by now
  if (turn === undefined && needsTurn(item)) return putBack(parts, item, { dueAt });
  const back = await turn?.comes();
  if (back !== undefined) return putBack(parts, item, { dueAt: instantOf(back) });
  const until = await (what.topic === 'digest' ? sendDigest(parts, item, what) : sendMessage(parts, item, what));
  if (until === undefined && order.held.delete(recipient)) order.wake();
  if (until !== undefined) order.held.set(recipient, { for: item.id, until, waiting: 0 });
}

export function isBehind({ id, value: { recipient, sendingSince } }: Item, held: Order['held']): boolean {
  const hold = held.get(recipient);
  return hold !== undefined && hold.for !== id && sendingSince === undefined;
}

/** A message behind one that has to be tried again waits for it, and keeps its place. */
async function isHeld(parts: OutboxParts, item: Item, { held, wake }: Order): Promise<boolean> {
  const { recipient } = item.value;
  const hold = held.get(recipient);
  if (hold === undefined || !isBehind(item, held)) return false;
  if ((await parts.store.read('outbox', hold.for)) === undefined) {
    // settled by somebody else
    held.delete(recipient);
    wake();
    return false;
  }
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
