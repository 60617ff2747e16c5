import { dueNotices } from '../../domain/renewals/due.ts';
import type { DueNotice } from '../../domain/renewals/due.ts';
import { nextDigest } from '../../domain/renewals/next-digest.ts';
import type { NextDigest } from '../../domain/renewals/next-digest.ts';
import type { Notice, NoticeRun, NoticeSide } from '../../domain/renewals/records.ts';
import { noticeId } from '../../domain/renewals/records.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { addDays, dayOf, instantOf } from '../../domain/shared/dates.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Clock, NewId } from '../../domain/shared/ports.ts';
import type { Commit, Expectation, Put, Store } from '../../domain/shared/store.port.ts';

/** What planning needs. */
export interface PlanParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly noticeHour: number;
  /** A step of a ladder became due for somebody, and will be told in their digest. */
  readonly onDue: (due: { readonly side: NoticeSide }) => void;
  /** Planning may end in the middle at any time: it goes on where it was when it begins again. */
  readonly isStopped: () => boolean;
}

/** So many notices are put into the book together, and so many digests. */
const atOnce = 20;
const mostAttempts = 5;

/**
 * Plans the notices of a partner that have become due since the last time: each waits from now on for the digest of its recipient's next morning.
 * The digests are made when everything waits, so that none goes out with a part of it.
 *
 * Costs one read when this day is planned already. Repeating it, a crash in the middle and another process at the same work do no harm.
 */
export async function planNotices(parts: PlanParts, partner: TenantId): Promise<void> {
  const { store, clock } = parts;
  const today = dayOf(clock.now());
  const before = await store.read('notice-run', partner);
  if (before !== undefined && before.value.through >= today) return;
  const run = before?.value ?? { partner, since: today, through: addDays(today, -1) };
  if (before === undefined) await keepRun(parts, run);
  const recipients = await collect(parts, run, today);
  if (recipients === 'stopped') return;
  await keepRun(parts, { ...run, collected: today });
  // a whole day was not planned: what is found now is late
  const isLate = run.through < addDays(today, -1);
  if ((await makeDigests({ ...parts, isLate }, partner, [...recipients])) === 'stopped') return;
  await keepRun(parts, { ...run, through: today, collected: today });
}

/** Never back: another process may have come further. */
async function keepRun(parts: PlanParts, run: NoticeRun): Promise<void> {
  const ref = { kind: 'notice-run', id: run.partner } as const;
  const now = await parts.store.read('notice-run', run.partner);
  if (now !== undefined && (now.value.through > run.through || (now.value.collected ?? '') > (run.collected ?? ''))) return;
  // on a conflict it is the other who has come as far
  await parts.store.commit(commitOf(parts, [{ ...ref, version: now?.version ?? 0 }], [{ ...ref, value: run }]));
}

/** Everything that is due waits from now on. Gives whom it is for, also of what has waited already. */
async function collect(parts: PlanParts, run: NoticeRun, today: Day): Promise<ReadonlySet<PersonId> | 'stopped'> {
  const recipients = new Set<PersonId>();
  let batch: DueNotice[] = [];
  for await (const due of dueNotices(parts.store, { partner: run.partner, run, today, customerNotices: 'as-set' })) {
    recipients.add(due.recipient);
    batch.push(due);
    if (batch.length < atOnce) continue;
    await keepWaiting(parts, run.partner, batch);
    batch = [];
    if (parts.isStopped()) return 'stopped';
  }
  await keepWaiting(parts, run.partner, batch);
  return recipients;
}

interface MakeParts extends PlanParts {
  readonly isLate: boolean;
}

async function makeDigests(parts: MakeParts, partner: TenantId, recipients: readonly PersonId[]): Promise<'made' | 'stopped'> {
  for (let from = 0; from < recipients.length; from += atOnce) {
    if (parts.isStopped()) return 'stopped';
    await makeSome(parts, partner, recipients.slice(from, from + atOnce));
  }
  return 'made';
}

async function makeSome(parts: MakeParts, partner: TenantId, people: readonly PersonId[]): Promise<void> {
  const { store, clock, noticeHour, isLate } = parts;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const digests: NextDigest[] = [];
    for (const person of people) digests.push(await nextDigest(store, { partner, person, now: clock.now(), noticeHour, isLate }));
    const put = digests.flatMap((digest) => digest.put);
    if (put.length === 0) return;
    const all = commitOf(
      parts,
      digests.flatMap(({ expect }) => expect),
      put,
    );
    if ((await store.commit(all)).kind !== 'conflict') return;
  }
  throw new Fault('still-in-conflict', { detail: 'digests' });
}

async function keepWaiting(parts: PlanParts, partner: TenantId, batch: readonly DueNotice[]): Promise<void> {
  const due = eachOnce(batch);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fresh = await notWaitingYet(parts, partner, due);
    if (fresh.length === 0) return;
    const since = instantOf(parts.clock.now());
    const put = fresh.map(({ id, notice, step }): Put => ({ kind: 'notice', id, value: { ...notice, waiting: { step, since } } }));
    const expect = fresh.map(({ id, version }): Expectation => ({ kind: 'notice', id, version }));
    if ((await parts.store.commit(commitOf(parts, expect, put))).kind === 'conflict') continue;
    for (const { notice } of fresh) parts.onDue(notice);
    return;
  }
  throw new Fault('still-in-conflict', { detail: 'notices' });
}

/** The same end may come more than once: its latest step counts. */
function eachOnce(batch: readonly DueNotice[]): ReadonlyMap<string, DueNotice> {
  const due = new Map<string, DueNotice>();
  for (const each of batch) {
    const id = noticeId(each);
    if (each.step < (due.get(id)?.step ?? Infinity)) due.set(id, each);
  }
  return due;
}

interface Fresh {
  readonly id: string;
  readonly version: number;
  readonly notice: Omit<Notice, 'waiting'>;
  readonly step: number;
}

/** Without those that were planned before a crash, by somebody else, or told. */
async function notWaitingYet({ store }: PlanParts, partner: TenantId, due: ReadonlyMap<string, DueNotice>): Promise<readonly Fresh[]> {
  const fresh: Fresh[] = [];
  for (const [id, { side, recipient, customer, ending, endsOn, step, askedAgainAt = '' }] of due) {
    const before = await store.read('notice', id);
    const { waiting, ...kept } = before?.value ?? { partner, customer: customer.id, recipient, side, ending, endsOn, told: [], waiting: undefined };
    const isKnown = [...(waiting === undefined ? [] : [waiting]), ...kept.told.filter(({ at }) => at >= askedAgainAt)].some((known) => known.step <= step);
    if (!isKnown) fresh.push({ id, version: before?.version ?? 0, notice: kept, step });
  }
  return fresh;
}

function commitOf({ clock, newId }: PlanParts, expect: readonly Expectation[], put: readonly Put[]): Commit {
  const keepOutcomeUntil = instantOf(clock.now());
  return { commandId: CommandId.parse(`notices:${newId()}`), expect, put, remove: [], events: [], outcome: null, keepOutcomeUntil };
}
