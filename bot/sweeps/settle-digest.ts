import { morningOf } from '../../domain/renewals/morning.ts';
import { timeZoneOf } from '../../domain/renewals/next-digest.ts';
import type { Digest, DigestEntry, Notice, NoticePlace, ToldStep } from '../../domain/renewals/records.ts';
import { noticePlaceId } from '../../domain/renewals/records.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { SubscriptionId } from '../../domain/shared/ids.ts';
import type { Delivered } from '../../domain/shared/ports.ts';
import type { Expectation, Put, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { InDigest } from './digest-content.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Item, Settling } from './settle.ts';
import { drop, expected, write } from './settle.ts';

/** A digest on its way, and the outbox item under which it is. */
interface OnItsWay {
  readonly item: Item;
  readonly digest: Stored<'digest'>;
}

/** How a digest ended. */
export type Ended = Extract<Delivered, { readonly kind: 'sent' | 'maybe-sent' | 'failed' }>;

type ToldAs = Pick<ToldStep, 'at' | 'delivery' | 'reason'>;

/** So many notices are moved from waiting to told together: the book is never held for long. */
const atOnce = 50;
const mostAttempts = 5;

/**
 * Keeps what became of a digest: first beside itself, then with everything that was in it; its item goes last. A crash in the middle leaves
 * the item, and whoever finds it goes on with what the digest says.
 */
export async function settleDigest(parts: OutboxParts, { item, digest }: OnItsWay, { notices, news }: InDigest, ended: Ended): Promise<undefined> {
  const reason = 'reason' in ended ? { reason: ended.reason } : {};
  const at = digest.value.at ?? instantOf(parts.clock.now());
  const expect = [expected(item), { kind: 'digest', id: digest.id, version: digest.version } as const];
  const kept = { kind: 'digest', id: digest.id, value: { ...digest.value, delivery: ended.kind, ...reason } } as const;
  if ((await write(parts, { expect, put: [kept, ...placeOf(digest, ended, at)] })) !== 'committed') return;
  parts.onResult({ topic: 'digest', result: ended.kind, ...reason });
  if (ended.kind === 'failed') parts.log.error({ item: item.id, ...reason }, 'a digest could not be sent');
  if (notices.length > 0) parts.onTold?.({ notices: notices.length, delivery: ended.kind, lagMs: await lagOf(parts, digest.value, notices) });
  await keepTold(parts, notices, { at, delivery: ended.kind, ...reason });
  await forgetNews(parts, news);
  await drop(parts, item);
}

/** How long after its morning, or after something of it became due when that was later. */
async function lagOf({ store, clock, noticeHour }: OutboxParts, { person, day }: Digest, notices: InDigest['notices']): Promise<number> {
  const address = await store.read('address', person);
  const morning = morningOf(day, noticeHour, await timeZoneOf(store, person, address?.value ?? {}));
  const since = Math.max(...notices.map((notice) => Date.parse(notice.since)));
  return Math.max(0, clock.now().getTime() - Math.max(morning.getTime(), since));
}

/** Where the card stands now, to change in place with what it speaks of. */
function placeOf({ id, value: { partner, person, entries } }: Stored<'digest'>, ended: Ended, at: Instant): readonly Put[] {
  if (ended.kind !== 'sent' || ended.activityId === '') return [];
  const subscriptions = new Set(entries.flatMap((entry) => spokenOf(entry) ?? []));
  const value: NoticePlace = { partner, person, activityId: ended.activityId, shows: { kind: 'digest', digest: id }, subscriptions: [...subscriptions], at };
  return [{ kind: 'notice-place', id: noticePlaceId(person, ended.activityId), value }];
}

function spokenOf(entry: DigestEntry): SubscriptionId | undefined {
  if (entry.kind === 'news') return entry.news.about.subscription;
  return entry.ending.kind === 'term' ? entry.ending.subscription : undefined;
}

/**
 * Moves notices from waiting to told. Repeating it does no harm.
 *
 * A later step that has begun to wait meanwhile goes on waiting.
 */
async function keepTold(parts: Settling, notices: InDigest['notices'], told: ToldAs): Promise<void> {
  for (const chunk of chunksOf(notices)) await changed(parts, chunk, (notice, { step }) => withTold(notice, { step, ...told }));
}

/** What is not so any more does not wait any longer. */
export async function forgetOver(parts: Settling, notices: readonly Stored<'notice'>[]): Promise<void> {
  for (const chunk of chunksOf(notices)) {
    await changed(parts, chunk, (notice, { value }) => (notice.waiting?.step === value.waiting?.step ? withoutWaiting(notice) : undefined));
  }
}

/** News are told once, and go. */
async function forgetNews(parts: Settling, news: readonly Stored<'news'>[]): Promise<void> {
  for (const chunk of chunksOf(news)) {
    const remove = chunk.map(({ id }): Ref => ({ kind: 'news', id }));
    // nobody changes them; those that are gone were told by another process that took this one for dead
    await write(parts, { expect: [], remove });
  }
}

async function changed<T extends { readonly id: string }>(
  parts: Settling,
  chunk: readonly T[],
  change: (notice: Notice, of: T) => Notice | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const expect: Expectation[] = [];
    const put: Put[] = [];
    for (const each of chunk) {
      const ref = { kind: 'notice', id: each.id } as const;
      const now = await parts.store.read('notice', each.id);
      const value = now === undefined ? undefined : change(now.value, each);
      if (now === undefined || value === undefined) continue;
      expect.push({ ...ref, version: now.version });
      put.push({ ...ref, value });
    }
    if (put.length === 0 || (await write(parts, { expect, put })) !== 'conflict') return;
  }
  throw new Fault('still-in-conflict', { detail: 'notices' });
}

function withTold(notice: Notice, told: ToldStep): Notice | undefined {
  // told once more after a snooze, it waits; without waiting it is somebody else who has kept it
  const isTold = notice.told.some(({ step, at }) => step === told.step && (at === told.at || notice.waiting === undefined));
  const isLater = notice.waiting !== undefined && notice.waiting.step < told.step;
  if (isTold && (notice.waiting === undefined || isLater)) return undefined;
  const kept = isLater ? notice : withoutWaiting(notice);
  return isTold ? kept : { ...kept, told: [...kept.told, told] };
}

function withoutWaiting({ waiting: _, ...rest }: Notice): Notice {
  return rest;
}

function chunksOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));
}
