import type { Expectation, Kind, PutOf, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { RowsOfRecord } from './book-indexes.ts';
import { bookIndexes } from './book-indexes.ts';
import type { BookQueries, ReadRecord } from './book-queries.ts';
import { queriesOver } from './book-queries.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A stored record of some kind; `kind` tells which. */
export type AnyStored = { [K in Kind]: Stored<K> }[Kind];

type Tables = { readonly [K in Kind]: Map<string, Stored<K>> };

/** For each kind, the highest version a removed record had: a record made anew goes on from there. */
export type RemovedVersions = Readonly<Partial<Record<Kind, number>>>;

/** A change that is worked out but not made yet. Calling it cannot fail. */
export type PreparedChange = () => void;

/** The records and their indexes: one map for each kind. */
export interface BookTables extends BookQueries {
  readonly read: ReadRecord;
  readonly holds: (expectation: Expectation) => boolean;
  /** Works out what writing these records would change. Throws, and changes nothing, when an index cannot take a value. */
  readonly prepare: (puts: readonly PutOf<Kind>[]) => PreparedChange;
  readonly remove: (ref: Ref) => void;
  readonly records: () => Iterable<AnyStored>;
  readonly removedVersions: () => RemovedVersions;
  /** Puts back a record with the version it had. */
  readonly restore: (record: AnyStored) => void;
  readonly restoreRemovedVersions: (versions: RemovedVersions) => void;
}

export function bookTables(): BookTables {
  const tables = emptyTables();
  const indexes = bookIndexes();
  let removedVersions: RemovedVersions = {};

  function read<K extends Kind>(kind: K, id: string): Stored<K> | undefined {
    return tables[kind].get(id);
  }

  function place<K extends Kind>(record: Stored<K>, after: RowsOfRecord): void {
    const table = tables[record.kind];
    const before = table.get(record.id);
    table.set(record.id, deepFreeze(record));
    indexes.replace(record.id, before === undefined ? [] : indexes.rowsOf(record.kind, before.value), after);
  }

  function prepareOne<K extends Kind>(put: PutOf<K>): PreparedChange {
    const after = indexes.rowsOf(put.kind, put.value);
    return () => {
      const version = (read(put.kind, put.id)?.version ?? removedVersions[put.kind] ?? 0) + 1;
      place<K>({ kind: put.kind, id: put.id, version, value: put.value }, after);
    };
  }

  function remove(ref: Ref): void {
    const record = read(ref.kind, ref.id);
    if (record === undefined) return;
    tables[ref.kind].delete(ref.id);
    indexes.replace(ref.id, indexes.rowsOf(record.kind, record.value), []);
    removedVersions = { ...removedVersions, [ref.kind]: Math.max(removedVersions[ref.kind] ?? 0, record.version) };
  }

  return {
    read,
    ...queriesOver(read, indexes),
    holds: (expectation) => (read(expectation.kind, expectation.id)?.version ?? 0) === expectation.version,
    prepare(puts) {
      const changes = puts.map((put) => prepareOne(put));
      return () => {
        for (const change of changes) change();
      };
    },
    remove,
    *records() {
      for (const kind of kinds) yield* tables[kind].values();
    },
    removedVersions: () => removedVersions,
    restore: (record) => place(record, indexes.rowsOf(record.kind, record.value)),
    restoreRemovedVersions: (versions) => (removedVersions = versions),
  };
}

function emptyTables(): Tables {
  return {
    partner: new Map(),
    'partner-user': new Map(),
    customer: new Map(),
    'customer-user': new Map(),
    subscription: new Map(),
    checklist: new Map(),
    'hand-off': new Map(),
    'product-key': new Map(),
    agreement: new Map(),
    preference: new Map(),
    address: new Map(),
    progress: new Map(),
    outbox: new Map(),
  };
}

export function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(noRecords, kind);
}

const noRecords = emptyTables();
const kinds = Object.keys(noRecords).filter(isKind);
