import type { AuditEvent } from './audit.ts';
import type { Instant } from './dates.ts';
import type { CommandId } from './ids.ts';
import type { QueryName, QueryOf } from './queries.ts';
import type { Records } from './records.ts';

export type Kind = keyof Records;

/** Names one record. */
export interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

/** A record of one kind to write, whole. */
export type PutOf<K extends Kind> = { [P in K]: { readonly kind: P; readonly id: string; readonly value: Records[P] } }[K];

/** A record to write, whole. Its value is plain JSON: what a store gives back is what JSON keeps of it. */
export type Put = PutOf<Kind>;

/**
 * A record as it was read. Values are frozen.
 *
 * `version` is 1 or more, grows with each commit of the record, and never comes back for the same id, not even after
 * a removal: what was read before a record was removed and made again can never match it.
 */
export interface Stored<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly version: number;
  readonly value: Records[K];
}

/** What must still be true for a commit to happen: the version read, or 0 for "does not exist". */
export type Expectation = Ref & { readonly version: number };

/** Names each record at most once among `put` and `remove`. */
export interface Commit {
  /** The same id gives the same answer, once and for ever (within `keepOutcomeUntil`). */
  readonly commandId: CommandId;
  readonly expect: readonly Expectation[];
  readonly put: readonly Put[];
  readonly remove: readonly Ref[];
  readonly events: readonly AuditEvent[];
  /** Plain JSON; given back to whoever repeats the command. */
  readonly outcome: unknown;
  /** After this the outcome may be forgotten. Absent: kept for ever. */
  readonly keepOutcomeUntil?: Instant;
}

export type CommitResult = { readonly kind: 'committed' } | { readonly kind: 'already-applied'; readonly outcome: unknown } | { readonly kind: 'conflict' };

/** Which part of a query's rows: those with this `key`, whose sort value lies in [from, upTo], after a cursor. */
export interface Slice {
  readonly key: string;
  /** Inclusive lower bound of the sort value. */
  readonly from?: string;
  /** Inclusive upper bound of the sort value. */
  readonly upTo?: string;
  /** The `next` of the page before. A text that is none (a forged button) reads from the start. */
  readonly after?: string;
  /** At most this many rows, 1 to 500. */
  readonly limit: number;
}

export interface Page<K extends Kind> {
  readonly rows: readonly Stored<K>[];
  /** Give it as `after` for the rows that follow; absent on the last page. */
  readonly next?: string;
}

/**
 * The reading half of the store: what flows and cards may use.
 *
 * `read`, `list` and `count` may see a commit some milliseconds before it is on disk; `outcomeOf`, `commit` and `claim` answer only what is durable.
 */
export interface Reader {
  read<K extends Kind>(kind: K, id: string): Promise<Stored<K> | undefined>;
  /** Rows of a named query in order of (sort value, id). Costs what it returns, not what the book holds. */
  list<Q extends QueryName>(query: Q, slice: Slice): Promise<Page<QueryOf<Q>>>;
  /** How many rows the slice has; `limit` and `after` do not count. */
  count(query: QueryName, slice: Omit<Slice, 'limit' | 'after'>): Promise<number>;
  /** The outcome of a command that was committed, or undefined. */
  outcomeOf(commandId: CommandId): Promise<{ readonly outcome: unknown } | undefined>;
}

/**
 * The book. One write verb: a conditional commit of everything a command changes, or of nothing.
 *
 * Every implementation passes `test/store/store-contract.ts`. A write that fails ends the process
 * (`Fault('book-write-failed')` reaches `onFailure` of the implementation): memory and disk have parted.
 */
export interface Store extends Reader {
  /** Durable when it resolves `committed`. Two commits with one `commandId`: the second is `already-applied`. */
  commit(commit: Commit): Promise<CommitResult>;
  /**
   * Takes due outbox records (`dueAt` ≤ now, not leased past now) under a lease until `leaseUntil`, oldest first.
   *
   * Settle each by a commit that expects the returned version: a worker that outlived its lease then conflicts.
   */
  claim(request: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number }): Promise<readonly Stored<'outbox'>[]>;
  /** Audit events in the order of their commits, for the operator's export. */
  auditTrail(): AsyncIterable<AuditEvent & { readonly sequence: number }>;
  /** Answers when the book can be read and written; throws a Fault otherwise. */
  check(): Promise<void>;
  /** Finishes what is under way, then lets go of the book. */
  close(): Promise<void>;
}
