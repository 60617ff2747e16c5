import { dueNotices } from '../../domain/renewals/due.ts';
import type { DueNotice } from '../../domain/renewals/due.ts';
import { nextDigest } from '../../domain/renewals/next-digest.ts';
import type { NextDigest } from '../../domain/renewals/next-digest.ts';
import type { Notice, NoticeRun, NoticeSide } from '../../domain/renewals/records.ts';
import { noticeId } from '../../domain/renewals/records.ts';
import { dayOf, instantOf } from '../../domain/shared/dates.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Clock, NewId } from '../../domain/shared/ports.ts';
import type { Commit, Expectation, Put, Store, Stored } from '../../domain/shared/store.port.ts';

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

/** So many notices are put into the book together. */
const atOnce = 10;
const mostAttempts = 5;

/**
 * Plans the notices of a partner that have become due since the last time: each waits from now on for the digest of its recipient's next morning.
 *
 * Costs one read when this day is planned already. Repeating it, a crash in the middle and another process at the same work do no harm.
 */
export async function planNotices(parts: PlanParts, partner: TenantId): Promise<void> {
  const { store, clock } = parts;
  const run = await store.read('notice-run', partner);
  const today = dayOf(clock.now());
  if (run !== undefined && run.value.through >= today) return;
  const from: NoticeRun = run?.value ?? { partner, since: today, through: today };
  let batch: DueNotice[] = [];
  for await (const due of dueNotices(store, { partner, run: from, today, customerNotices: 'as-set' })) {
    batch.push(due);
    if (batch.length < atOnce) continue;
    await keepWaiting(parts, partner, batch);
    batch = [];
    if (parts.isStopped()) return;
  }
  await keepWaiting(parts, partner, batch);
  await planned(parts, run, { ...from, through: today });
}

/** Somebody else may have come to the end first; then it is planned as well. */
async function planned(parts: PlanParts, before: Stored<'notice-run'> | undefined, value: NoticeRun): Promise<void> {
  const ref = { kind: 'notice-run', id: value.partner } as const;
  await parts.store.commit(commitOf(parts, [{ ...ref, version: before?.version ?? 0 }], [{ ...ref, value }]));
}

async function keepWaiting(parts: PlanParts, partner: TenantId, batch: readonly DueNotice[]): Promise<void> {
  const due = eachOnce(batch);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fresh = await notWaitingYet(parts, partner, due);
    if (fresh.length === 0) return;
    const digests = await digestsOf(parts, partner, fresh);
    const since = instantOf(parts.clock.now());
    const put = fresh.map(({ id, notice, step }): Put => ({ kind: 'notice', id, value: { ...notice, waiting: { step, since } } }));
    const expect = fresh.map(({ id, version }): Expectation => ({ kind: 'notice', id, version }));
    const all = commitOf(parts, [...expect, ...digests.flatMap((digest) => digest.expect)], [...put, ...digests.flatMap((digest) => digest.put)]);
    if ((await parts.store.commit(all)).kind === 'conflict') continue;
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
  for (const [id, { side, recipient, customer, ending, endsOn, step }] of due) {
    const before = await store.read('notice', id);
    const { waiting, ...kept } = before?.value ?? { partner, customer: customer.id, recipient, side, ending, endsOn, told: [], waiting: undefined };
    const isKnown = [waiting, ...kept.told].some((known) => known !== undefined && known.step <= step);
    if (!isKnown) fresh.push({ id, version: before?.version ?? 0, notice: kept, step });
  }
  return fresh;
}

async function digestsOf({ store, clock, noticeHour }: PlanParts, partner: TenantId, fresh: readonly Fresh[]): Promise<readonly NextDigest[]> {
  const people = new Set<PersonId>(fresh.map(({ notice }) => notice.recipient));
  const digests: NextDigest[] = [];
  for (const person of people) digests.push(await nextDigest(store, { partner, person, now: clock.now(), noticeHour }));
  return digests;
}

function commitOf({ clock, newId }: PlanParts, expect: readonly Expectation[], put: readonly Put[]): Commit {
  const keepOutcomeUntil = instantOf(clock.now());
  return { commandId: CommandId.parse(`notices:${newId()}`), expect, put, remove: [], events: [], outcome: null, keepOutcomeUntil };
}
