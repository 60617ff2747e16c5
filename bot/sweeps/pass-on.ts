import { nextDigest } from '../../domain/renewals/next-digest.ts';
import type { NextDigest } from '../../domain/renewals/next-digest.ts';
import { ownerToTell } from '../../domain/renewals/recipients.ts';
import type { Digest, News, Notice } from '../../domain/renewals/records.ts';
import { noticeId } from '../../domain/renewals/records.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { CustomerId, PersonId } from '../../domain/shared/ids.ts';
import type { Expectation, Put, Reader, Stored } from '../../domain/shared/store.port.ts';
import { everyRow } from './digest-content.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { write } from './settle.ts';

type Reading = Pick<Digest, 'partner' | 'person' | 'side' | 'day'>;
type Row = Stored<'notice'> | Stored<'news'>;

/** So much is passed on together: the book is never held for long. */
const atOnce = 50;
const mostAttempts = 5;

/** Is a digest for one of the partner's people who was removed from the book? They are told nothing any more. */
export async function isOfNobody(book: Reader, { side, person, partner }: Reading): Promise<boolean> {
  return side === 'partner' && (await book.read('partner-user', person))?.value.tenant !== partner;
}

/**
 * All that waits for somebody who is gone waits for whoever is told about that customer now, and a digest tells it them. What they were told
 * before stays theirs. Repeating it does no harm: a crash in the middle leaves the rest with its old recipient, whose digest is still queued.
 */
export async function passOn(parts: OutboxParts, digest: Reading): Promise<void> {
  const { store } = parts;
  const [notices, news] = await Promise.all([everyRow(store, 'waiting-notices-of', digest.person), everyRow(store, 'news-of', digest.person)]);
  const rows: readonly Row[] = [...notices, ...news].filter(({ value }) => value.partner === digest.partner);
  for (let from = 0; from < rows.length; from += atOnce) await passSome(parts, digest, rows.slice(from, from + atOnce));
}

async function passSome(parts: OutboxParts, digest: Reading, rows: readonly Row[]): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const next = new Set<PersonId>();
    const moves: NextDigest[] = [];
    for (const row of rows) {
      const recipient = await nextOf(parts.store, row.value.customer, digest.person);
      const moved = recipient === undefined ? undefined : await movedTo(parts.store, row, digest.person, recipient);
      if (recipient === undefined || moved === undefined) continue;
      next.add(recipient);
      moves.push(moved);
    }
    for (const person of next) moves.push(await digestOf(parts, digest, person));
    const expect = moves.flatMap((move) => move.expect);
    const put = moves.flatMap((move) => move.put);
    if (put.length === 0 || (await write(parts, { expect, put })) !== 'conflict') return;
  }
  throw new Fault('still-in-conflict', { detail: 'passed on' });
}

async function nextOf(book: Reader, id: CustomerId, gone: PersonId): Promise<PersonId | undefined> {
  const customer = (await book.read('customer', id))?.value;
  const next = customer === undefined ? undefined : await ownerToTell(book, customer);
  return next === gone ? undefined : next;
}

function digestOf({ store, clock, noticeHour }: OutboxParts, { partner, day }: Reading, person: PersonId): Promise<NextDigest> {
  const now = clock.now();
  return nextDigest(store, { partner, person, now, noticeHour, isLate: day < dayOf(now) });
}

/** Undefined when it is not theirs, or does not wait, any more. */
function movedTo(book: Reader, row: Row, gone: PersonId, recipient: PersonId): Promise<NextDigest | undefined> {
  return 'about' in row.value ? movedNews(book, row.id, gone, recipient) : movedNotice(book, row.id, recipient);
}

async function movedNews(book: Reader, id: string, gone: PersonId, recipient: PersonId): Promise<NextDigest | undefined> {
  const news = await book.read('news', id);
  if (news?.value.recipient !== gone) return undefined;
  const value: News = { ...news.value, recipient };
  return { expect: [{ kind: 'news', id, version: news.version }], put: [{ kind: 'news', id, value }] };
}

async function movedNotice(book: Reader, id: string, recipient: PersonId): Promise<NextDigest | undefined> {
  const before = await book.read('notice', id);
  if (before?.value.waiting === undefined) return undefined;
  const { waiting, ...rest } = before.value;
  const theirs = noticeId({ ...rest, recipient });
  const there = await book.read('notice', theirs);
  const expect: readonly Expectation[] = [
    { kind: 'notice', id, version: before.version },
    { kind: 'notice', id: theirs, version: there?.version ?? 0 },
  ];
  const put: readonly Put[] = [{ kind: 'notice', id, value: rest }];
  if (there !== undefined && isKnown(there.value, waiting.step)) return { expect, put };
  const value: Notice = { ...(there?.value ?? { ...rest, recipient, told: [] }), waiting };
  return { expect, put: [...put, { kind: 'notice', id: theirs, value }] };
}

/** They wait for that step, or a later one, or were told it. */
function isKnown({ waiting, told }: Notice, step: number): boolean {
  return [...(waiting === undefined ? [] : [waiting]), ...told].some((known) => known.step <= step);
}
