import type { Instant } from '../../domain/shared/dates.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { OutboxItem } from '../../domain/shared/records.ts';
import type { Commit, CommitResult, Put, PutOf, Stored } from '../../domain/shared/store.port.ts';
import type { AnyStored, BookTables, RemovedVersions } from './book-tables.ts';
import { bookTables } from './book-tables.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Entry } from './entry.ts';

/** The outcome of a command that was committed. */
export interface KeptOutcome {
  readonly commandId: CommandId;
  readonly outcome: unknown;
  readonly keepUntil?: Instant;
}

/** What the book knows beside its records and outcomes. */
export interface BookFacts {
  /** Sequence of the last entry applied. */
  readonly sequence: number;
  /** How many audit events the entries held so far; the events themselves are not kept in memory. */
  readonly events: number;
  readonly removedVersions: RemovedVersions;
}

/**
 * The whole book in memory, behind the lowdb store and the fake of the tests alike.
 *
 * `apply` is the only verb that changes it; the restore verbs serve a snapshot being read into an empty book.
 */
export interface BookState extends Pick<BookTables, 'read' | 'list' | 'count' | 'records'> {
  readonly facts: () => BookFacts;
  readonly outcomeOf: (commandId: CommandId) => KeptOutcome | undefined;
  readonly outcomes: () => Iterable<KeptOutcome>;
  /** What `commit` would answer now. Changes nothing. */
  readonly judge: (commit: Commit) => CommitResult;
  /** What a claim would write now: the due outbox records, leased. Changes nothing. */
  readonly claimable: (request: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number }) => readonly PutOf<'outbox'>[];
  /** Throws when `apply` could not take one of these values. Changes nothing. */
  readonly tryOut: (put: readonly Put[]) => void;
  /** Makes the entry's changes, all of them, or throws and makes none. */
  readonly apply: (entry: Entry) => void;
  /** Drops the outcomes whose time to be kept lies before `now`. */
  readonly forgetOutcomes: (now: Instant) => void;
  readonly restoreFacts: (facts: BookFacts) => void;
  readonly restoreRecord: (record: AnyStored) => void;
  readonly restoreOutcome: (kept: KeptOutcome) => void;
}

export function emptyBook(): BookState {
  const tables = bookTables();
  const outcomes = new Map<CommandId, KeptOutcome>();
  let sequence = 0;
  let events = 0;

  function keepOutcome(kept: KeptOutcome): void {
    outcomes.set(kept.commandId, deepFreeze(kept));
  }

  return {
    read: tables.read,
    list: tables.list,
    count: tables.count,
    records: tables.records,
    facts: () => ({ sequence, events, removedVersions: tables.removedVersions() }),
    outcomeOf: (commandId) => outcomes.get(commandId),
    outcomes: () => outcomes.values(),

    judge(commit) {
      const kept = outcomes.get(commit.commandId);
      if (kept !== undefined) return { kind: 'already-applied', outcome: kept.outcome };
      return { kind: commit.expect.every(tables.holds) ? 'committed' : 'conflict' };
    },

    claimable({ now, leaseUntil, limit }) {
      const due = firstFree(tables.walk('outbox-by-due', { key: 'all', upTo: now }), now, limit);
      return due.map(({ id, value }) => ({ kind: 'outbox', id, value: { ...value, leasedUntil: leaseUntil } }));
    },

    tryOut(put) {
      tables.prepare(put);
    },

    apply(entry) {
      const write = tables.prepare(entry.put);
      for (const ref of entry.remove) tables.remove(ref);
      write();
      if (entry.commandId !== undefined) keepOutcome({ commandId: entry.commandId, outcome: entry.outcome, keepUntil: entry.keepOutcomeUntil });
      sequence = entry.sequence;
      events += entry.events.length;
    },

    forgetOutcomes(now) {
      for (const { commandId, keepUntil } of outcomes.values()) if (keepUntil !== undefined && keepUntil < now) outcomes.delete(commandId);
    },

    restoreFacts(facts) {
      sequence = facts.sequence;
      events = facts.events;
      tables.restoreRemovedVersions(facts.removedVersions);
    },
    restoreRecord: tables.restore,
    restoreOutcome: keepOutcome,
  };
}

function firstFree(due: Iterable<Stored<'outbox'>>, now: Instant, limit: number): readonly Stored<'outbox'>[] {
  const free: Stored<'outbox'>[] = [];
  for (const item of due) {
    if (free.length >= limit) break;
    if (isFree(item.value, now)) free.push(item);
  }
  return free;
}

function isFree(item: OutboxItem, now: Instant): boolean {
  return item.leasedUntil === undefined || item.leasedUntil <= now;
}
