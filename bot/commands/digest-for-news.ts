import { addDays, instantOf } from '../../domain/shared/dates.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Expectation, Put, Reader } from '../../domain/shared/store.port.ts';
import { morningAfter, morningOf } from '../../domain/renewals/morning.ts';
import { digestItemId, isOut, sideOf, timeZoneOf } from '../../domain/renewals/next-digest.ts';
import type { NextDigest } from '../../domain/renewals/next-digest.ts';
import { digestId } from '../../domain/renewals/records.ts';

interface Asked {
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly now: Date;
  readonly noticeHour: number;
}

/** A digest that is due so soon may be going out while a command is carried out. */
const soonMs = 5 * 60_000;

/**
 * The digest that will tell a change: that of the person's next morning, made if it is not there yet, never one in the middle of their day. One that is about to go out is not waited
 * for and not touched, the one after it is made: it finds out by itself what is left to tell. So that an import of many changes for one owner
 * never waits in a row for one record, as it would if every change wrote that digest anew (domain/renewals/next-digest.ts).
 *
 * Nothing but an expectation for somebody who cannot be written to: the change waits, and is told when they come back.
 */
export async function digestForNews(book: Reader, { partner, person, now, noticeHour: hour }: Asked): Promise<NextDigest> {
  const known = await book.read('address', person);
  const address: Expectation = { kind: 'address', id: person, version: known?.version ?? 0 };
  if (known === undefined || known.value.unreachable !== undefined) return { expect: [address], put: [] };

  const timeZone = await timeZoneOf(book, person, known.value);
  const soon = new Date(now.getTime() + soonMs);
  let { day, at } = morningAfter({ now, hour, timeZone });
  let id = digestId({ partner, person, day });
  let there = await book.read('digest', id);
  while (there !== undefined && (isOut(there.value) || at <= soon)) {
    day = addDays(day, 1);
    at = morningOf(day, hour, timeZone);
    id = digestId({ partner, person, day });
    there = await book.read('digest', id);
  }
  const digest: Expectation = { kind: 'digest', id, version: there?.version ?? 0 };
  const put: readonly Put[] =
    there !== undefined
      ? []
      : [
          { kind: 'digest', id, value: { partner, person, side: sideOf(person, partner), day, entries: [], more: 0 } },
          outgoing(digestItemId(id), { partner, recipient: person, dueAt: instantOf(at) }, { topic: 'digest', digest: id }),
        ];
  return { expect: [address, digest], put };
}
