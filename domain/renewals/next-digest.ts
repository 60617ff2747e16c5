import type { Day } from '../shared/dates.ts';
import { addDays, dayOf, instantOf } from '../shared/dates.ts';
import type { PersonId, TenantId } from '../shared/ids.ts';
import { tenantOf } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { KnownAddress } from '../shared/records.ts';
import type { Expectation, Put, Reader, Stored } from '../shared/store.port.ts';
import { isTimeZone } from '../shared/time-zone.ts';
import { morningOf, nextMorning } from './morning.ts';
import type { Digest } from './records.ts';
import { digestId } from './records.ts';

/** Whose digest, when it is asked for, and at which hour of their day digests go out. */
export interface DigestOf {
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly now: Date;
  readonly noticeHour: number;
  /** Not sooner than that: whoever has just written is answered first. */
  readonly notBefore?: Date;
  /** It should have been told on a UTC day before this one. */
  readonly isLate?: boolean;
}

/** To be committed together with what is to be told: then it is told, and nobody else's digest has taken it or missed it. */
export interface NextDigest {
  readonly expect: readonly Expectation[];
  readonly put: readonly Put[];
}

/**
 * The digest that tells a person what begins to wait for them now: the one of their next morning, made if it is not there yet.
 * Nothing but an expectation for somebody who cannot be written to: when they come back, they get one (bot/conversation/address.ts).
 *
 * The digest is written anew even when it is there: one that is just going out then conflicts, and looks again at what waits.
 */
export async function nextDigest(book: Reader, of: DigestOf): Promise<NextDigest> {
  const known = await book.read('address', of.person);
  const expect: Expectation = { kind: 'address', id: of.person, version: known?.version ?? 0 };
  if (known === undefined || known.value.unreachable !== undefined) return { expect: [expect], put: [] };
  const next = await nextDigestAt(book, known.value, of);
  return { expect: [expect, ...next.expect], put: next.put };
}

/** The same for somebody of whom it is known that they can be written to. */
export async function nextDigestAt(book: Reader, address: Pick<KnownAddress, 'timeZone'>, of: DigestOf): Promise<NextDigest> {
  const { partner, person } = of;
  const { day, at, there } = await whenTold(book, await timeZoneOf(book, person, address), of);
  const id = digestId({ partner, person, day });
  const value: Digest = there?.value ?? { partner, person, side: sideOf(person, partner), day, entries: [], more: 0 };
  const item = outgoing(
    digestItemId(id),
    { partner, recipient: person, dueAt: instantOf(of.notBefore !== undefined && at < of.notBefore ? of.notBefore : at) },
    { topic: 'digest', digest: id },
  );
  const isQueued = there !== undefined && (await book.read('outbox', item.id)) !== undefined;
  return {
    expect: [{ kind: 'digest', id, version: there?.version ?? 0 }],
    put: [{ kind: 'digest', id, value }, ...(isQueued ? [] : [item])],
  };
}

/** The outbox item of a digest. */
export function digestItemId(digest: string): string {
  return `digest|${digest}`;
}

/** Has it gone out, or is it on its way? */
export function isOut(digest: Pick<Digest, 'at'>): boolean {
  return digest.at !== undefined;
}

export function sideOf(person: PersonId, partner: TenantId): Digest['side'] {
  return tenantOf(person) === partner ? 'partner' : 'customer';
}

/** Where a person's morning is: as Teams said last, else as the book says of the partner's people, else UTC. */
export async function timeZoneOf(book: Reader, person: PersonId, { timeZone }: Pick<KnownAddress, 'timeZone'>): Promise<string> {
  if (timeZone !== undefined && isTimeZone(timeZone)) return timeZone;
  const ofBook = (await book.read('partner-user', person))?.value.timeZone;
  return ofBook !== undefined && isTimeZone(ofBook) ? ofBook : 'UTC';
}

interface Told {
  readonly day: Day;
  readonly at: Date;
  /** The digest of that day, when it is there already; it is not out. */
  readonly there: Stored<'digest'> | undefined;
}

async function whenTold(book: Reader, timeZone: string, { partner, person, now, noticeHour: hour, isLate = false }: DigestOf): Promise<Told> {
  const today = dayOf(now);
  const of = (day: Day) => book.read('digest', digestId({ partner, person, day }));
  const todays = await of(today);
  let { day, at } = nextMorning({ now, hour, timeZone, isToldToday: todays !== undefined && isOut(todays.value), isLate });
  let there = day === today ? todays : await of(day);
  // when what was late went out already, and when somebody's clock runs ahead of ours
  while (there !== undefined && isOut(there.value)) {
    day = addDays(day, 1);
    at = morningOf(day, hour, timeZone);
    there = await of(day);
  }
  return { day, at, there };
}
