import { morningOf, nextMorning } from '../../domain/renewals/morning.ts';
import { nextDigestAt, timeZoneOf } from '../../domain/renewals/next-digest.ts';
import type { NextDigest } from '../../domain/renewals/next-digest.ts';
import type { Digest } from '../../domain/renewals/records.ts';
import { dayOf, instantOf } from '../../domain/shared/dates.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Delivered, NotReachable } from '../../domain/shared/ports.ts';
import type { Expectation, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';
import type { Waiting } from './digest-content.ts';
import { entriesOf, isToBeTold, whatWaits, whatWasIn } from './digest-content.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { isOfNobody, passOn } from './pass-on.ts';
import type { Item } from './settle.ts';
import { drop, expected, later, leaseMs, overtakes, putBack, write } from './settle.ts';
import type { Ended } from './settle-digest.ts';
import { forgetOver, settleDigest } from './settle-digest.ts';
import { nextTry } from './tries.ts';

type DigestTopic = Extract<Outgoing, { readonly topic: 'digest' }>;

/** One digest that is due: its outbox item, the record, and where its reader is. */
interface Due {
  readonly item: Item;
  readonly digest: Stored<'digest'>;
  readonly known: Stored<'address'>;
}

const mostAttempts = 5;
/** A digest that comes so late after its morning is put off when it is night for its reader. */
const lateMs = 3_600_000;
/** Longer than from one look of the planner to the next. */
const longestPlanningMs = 900_000;
const lookAgainMs = 5000;

/**
 * Sends one person the digest of a day, at most once, and moves what it told from waiting to told.
 *
 * What it says is fixed in the commit that says that it begins to go out; what begins to wait after that comes with the next one. One that was in
 * flight when a process ended is kept as "maybe sent", with all that was in it, and never sent again.
 *
 * @returns until when the person's next messages have to wait, so that they come in order; undefined when they need not.
 */
export async function sendDigest(parts: OutboxParts, item: Item, what: DigestTopic): Promise<Date | undefined> {
  try {
    return await settled(parts, item, what);
  } catch (fault) {
    // It keeps its lease: then it is looked at again, as one that was in flight if it was.
    parts.log.error({ item: item.id, fault }, 'a digest was not settled');
    return undefined;
  }
}

async function settled(parts: OutboxParts, item: Item, what: DigestTopic): Promise<Date | undefined> {
  const { store } = parts;
  const [digest, known] = await Promise.all([store.read('digest', what.digest), store.read('address', item.value.recipient)]);
  if (digest === undefined) return dropped(parts, item);
  if (item.value.sendingSince !== undefined) return recovered(parts, item, digest);
  if (await isOfNobody(store, digest.value)) {
    await passOn(parts, digest.value);
    return dropped(parts, item, digest);
  }
  if (known === undefined || known.value.unreachable !== undefined) return waitForReturn(parts, { item, digest });
  const due = { item, digest, known };
  return (await isPutOff(parts, due)) || (await isBeingPlanned(parts, due)) ? undefined : tell(parts, due, what);
}

async function tell(parts: OutboxParts, due: Due, what: DigestTopic): Promise<Date | undefined> {
  const { store, onResult } = parts;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    // read before what waits is listed: whatever begins to wait writes it anew
    const digest = await store.read('digest', what.digest);
    if (digest === undefined) return undefined;
    const waiting = await whatWaitsFor(parts, digest);
    await forgetOver(parts, waiting.over);
    if (!isToBeTold(waiting)) {
      if ((await write(parts, withoutBoth({ ...due, digest }))) !== 'committed') continue;
      onResult({ topic: what.topic, result: 'no-longer-true' });
      return undefined;
    }
    const begun = await begin(parts, { ...due, digest }, waiting);
    if (begun !== undefined) return deliver(parts, begun, waiting, what);
    if ((await store.read('outbox', due.item.id))?.version !== due.item.version) return undefined;
  }
  return undefined;
}

/** Fixes what it says, and says that it begins to go out, before it does. Undefined when something has begun to wait, or somebody else has the item. */
async function begin(parts: OutboxParts, { item, digest, known }: Due, waiting: Waiting): Promise<Due | undefined> {
  const now = parts.clock.now();
  const at = instantOf(now);
  const value = { ...item.value, leasedUntil: later(now, leaseMs), sendingSince: at };
  const put = [
    { kind: 'outbox', id: item.id, value },
    { kind: 'digest', id: digest.id, value: { ...digest.value, ...entriesOf(waiting), at } },
  ] as const;
  if ((await write(parts, { expect: both({ item, digest }), put })) !== 'committed') return undefined;
  const [mine, out] = await Promise.all([parts.store.read('outbox', item.id), parts.store.read('digest', digest.id)]);
  const isMine = mine?.value.sendingSince === at && mine.value.leasedUntil === value.leasedUntil && out?.value.at === at;
  return isMine ? { item: mine, digest: out, known } : undefined;
}

async function deliver(parts: OutboxParts, due: Due, waiting: Waiting, what: DigestTopic): Promise<Date | undefined> {
  const { known, item } = due;
  const { recipient } = item.value;
  const card = await drawn(parts, due, what);
  if (card === 'fault') return again(parts, due, { kind: 'later' });
  if (card === undefined) return dropped(parts, item, due.digest);
  await overtakes(parts, recipient, known.value.address.conversation);
  const delivered = await parts.notifier.send(known.value.address, card, recipient);
  // it may be this one card, or this one day: what was in it is not lost by it
  if (delivered.kind === 'failed') return givenUp(parts, due, delivered.reason);
  if (delivered.kind === 'later') return again(parts, due, delivered);
  if (delivered.kind === 'not-reachable') return lost(parts, due, delivered.reason);
  return settleDigest(parts, due, waiting, delivered);
}

/** A card that could not be drawn was not sent: that it had begun to go out is taken back. */
async function drawn({ draw, speaks, log }: OutboxParts, { item, known }: Due, what: DigestTopic): Promise<RenderedCard | undefined | 'fault'> {
  const person = item.value.recipient;
  try {
    return await draw(what, { person, language: await speaks(person, known.value.locale) });
  } catch (fault) {
    log.error({ item: item.id, fault }, 'a digest could not be drawn');
    return 'fault';
  }
}

/** In flight when a process ended: all that was in it may have arrived. What was known of it already stays so. */
async function recovered(parts: OutboxParts, item: Item, digest: Stored<'digest'>): Promise<undefined> {
  const was = await whatWasIn(parts.store, digest.value);
  await settleDigest(parts, { item, digest }, was, endedAs(digest.value));
}

function endedAs({ delivery, reason = 'unknown' }: Digest): Ended {
  if (delivery === 'sent') return { kind: delivery, activityId: '' };
  return delivery === 'failed' ? { kind: delivery, reason } : { kind: 'maybe-sent' };
}

/** It has not arrived, and may later. After too many tries what was in it waits for the next morning. */
async function again(parts: OutboxParts, due: Due, trouble: Extract<Delivered, { readonly kind: 'later' }>): Promise<Date | undefined> {
  const { item, digest } = due;
  const next = nextTry(item.value.tries, parts.clock.now(), trouble);
  if (next === undefined) return givenUp(parts, due, 'tried-too-often');
  parts.onResult({ topic: 'digest', result: 'retried', ...(trouble.reason === undefined ? {} : { reason: trouble.reason }) });
  const { at: _at, ...value } = { ...digest.value, entries: [], more: 0 };
  const expect = both(due);
  const { leasedUntil: _lease, sendingSince: _begun, ...rest } = item.value;
  const put = [
    { kind: 'outbox', id: item.id, value: { ...rest, ...next } },
    { kind: 'digest', id: digest.id, value },
  ] as const;
  await write(parts, { expect, put });
  return new Date(next.dueAt);
}

/** This one is not sent any more; what was in it comes with the next. */
async function givenUp(parts: OutboxParts, due: Due, reason: string): Promise<undefined> {
  const { item, digest } = due;
  parts.onResult({ topic: 'digest', result: 'failed', reason });
  parts.log.error({ item: item.id, reason }, 'a digest could not be sent; what was in it comes with the next');
  const failed = { kind: 'digest', id: digest.id, value: { ...digest.value, entries: [], more: 0, delivery: 'failed', reason } } as const;
  const morning = await nextOne(parts, due);
  await write(parts, { expect: [...both(due), ...morning.expect], put: [failed, ...morning.put], remove: [{ kind: 'outbox', id: item.id }] });
}

/** They took the app away, or blocked it: nothing is sent to them until they come back, and what waits goes on waiting. */
async function lost(parts: OutboxParts, due: Due, reason: NotReachable): Promise<undefined> {
  const { store, clock } = parts;
  parts.onResult({ topic: 'digest', result: 'not-reachable', reason });
  const person = due.item.value.recipient;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { expect, remove } = withoutBoth(due);
    const known = await store.read('address', person);
    const address = { kind: 'address', id: person } as const;
    const put = known === undefined ? [] : [{ ...address, value: { ...known.value, unreachable: { reason, since: instantOf(clock.now()) } } }];
    if ((await write(parts, { expect: [...expect, { ...address, version: known?.version ?? 0 }], put, remove })) === 'committed') return undefined;
  }
  return undefined;
}

/** Nobody knows where to write to them: what waits goes on waiting, and gets a digest when they are back. */
async function waitForReturn(parts: OutboxParts, { item, digest }: Pick<Due, 'item' | 'digest'>): Promise<undefined> {
  parts.onResult({ topic: 'digest', result: 'waits-for-address' });
  await write(parts, withoutBoth({ item, digest }));
  return undefined;
}

/** Nothing to say any more. */
async function dropped(parts: OutboxParts, item: Item, digest?: Stored<'digest'>): Promise<undefined> {
  parts.onResult({ topic: 'digest', result: 'no-longer-true' });
  if (digest === undefined) await drop(parts, item);
  else await write(parts, withoutBoth({ item, digest }));
  return undefined;
}

/**
 * The day's notices are only just being collected, as after an outage: the digest waits until it can tell all of them. Not for ever: when planning
 * fails, it tells what waits.
 */
async function isBeingPlanned(parts: OutboxParts, { item, digest }: Due): Promise<boolean> {
  const now = parts.clock.now();
  const run = await parts.store.read('notice-run', digest.value.partner);
  if (run === undefined || (run.value.collected ?? run.value.through) >= dayOf(now)) return false;
  const waitingSince = item.value.waitingSince ?? instantOf(now);
  if (now.getTime() - Date.parse(waitingSince) >= longestPlanningMs) return false;
  await putBack(parts, item, { dueAt: later(now, lookAgainMs), waitingSince });
  return true;
}

/**
 * A digest goes out on its own day only, by our clock or by its reader's, so that nobody gets two in a day, and not at night: what was in one that
 * comes too late, because the server was down, is told with the digest of now or of the next morning.
 */
async function isPutOff(parts: OutboxParts, due: Due): Promise<boolean> {
  const { item, digest, known } = due;
  const now = parts.clock.now();
  const hour = parts.noticeHour;
  const timeZone = await timeZoneOf(parts.store, item.value.recipient, known.value);
  const isLate = now.getTime() - morningOf(digest.value.day, hour, timeZone).getTime() >= lateMs;
  const isOfBefore = digest.value.day < dayOf(now);
  const { day, at } = nextMorning({ now, hour, timeZone, isToldToday: false, isLate: isOfBefore });
  if (isOfBefore && day === digest.value.day) return false;
  if (!isOfBefore) {
    if (!isLate || at <= now) return false;
    if (day === digest.value.day) {
      await putBack(parts, item, { dueAt: instantOf(at) });
      return true;
    }
  }
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const next = await nextOne(parts, due, isOfBefore);
    const { expect, remove } = withoutBoth(due);
    if ((await write(parts, { expect: [...expect, ...next.expect], put: next.put, remove })) === 'committed') return true;
  }
  return true;
}

function nextOne({ store, clock, noticeHour }: OutboxParts, { digest, known }: Due, isLate = false): Promise<NextDigest> {
  const { partner, person } = digest.value;
  return nextDigestAt(store, known.value, { partner, person, now: clock.now(), noticeHour, isLate });
}

function whatWaitsFor(parts: OutboxParts, { value: { partner, person } }: Stored<'digest'>): Promise<Waiting> {
  return whatWaits(parts.store, { partner, person, today: dayOf(parts.clock.now()) });
}

function both({ item, digest }: Pick<Due, 'item' | 'digest'>): readonly Expectation[] {
  return [expected(item), { kind: 'digest', id: digest.id, version: digest.version }];
}

function withoutBoth(due: Pick<Due, 'item' | 'digest'>): { readonly expect: readonly Expectation[]; readonly remove: readonly Ref[] } {
  return {
    expect: both(due),
    remove: [
      { kind: 'outbox', id: due.item.id },
      { kind: 'digest', id: due.digest.id },
    ],
  };
}
