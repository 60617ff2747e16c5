import type { Expectation, Kind, PutOf, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { QueriesOfKind, RowsOfRecord } from './book-indexes.ts';
import { bookIndexes, queriesOfKind, rowsOf } from './book-indexes.ts';
import type { BookQueries, ReadRecord } from './book-queries.ts';
import { queriesOver } from './book-queries.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A stored record of some kind; `kind` tells which. */
export type AnyStored = { [K in Kind]: Stored<K> }[Kind];

/** The records of one kind, and the indexes they stand in. */
interface Table<K extends Kind> {
  readonly records: Map<string, Stored<K>>;
  readonly queries: QueriesOfKind<K>;
}

type Tables = { readonly [K in Kind]: Table<K> };

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
    return tables[kind].records.get(id);
  }

  function rowsOfRecord<K extends Kind>(record: Stored<K>): RowsOfRecord {
    return rowsOf(tables[record.kind].queries, record.value);
  }

  function place<K extends Kind>(record: Stored<K>, after: RowsOfRecord): void {
    const table = tables[record.kind];
    const before = table.records.get(record.id);
    table.records.set(record.id, deepFreeze(record));
    indexes.replace(record.id, before === undefined ? [] : rowsOf(table.queries, before.value), after);
  }

  function prepareOne<K extends Kind>(put: PutOf<K>): PreparedChange {
    const after = rowsOf(tables[put.kind].queries, put.value);
    return () => {
      const version = (read(put.kind, put.id)?.version ?? removedVersions[put.kind] ?? 0) + 1;
      place<K>({ kind: put.kind, id: put.id, version, value: put.value }, after);
    };
  }

  function remove(ref: Ref): void {
    const record = read(ref.kind, ref.id);
    if (record === undefined) return;
    indexes.replace(ref.id, rowsOfRecord(record), []);
    tables[ref.kind].records.delete(ref.id);
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
      for (const kind of kinds) yield* tables[kind].records.values();
    },
    removedVersions: () => removedVersions,
    restore: (record) => place(record, rowsOfRecord(record)),
    restoreRemovedVersions: (versions) => (removedVersions = versions),
  };
}

function emptyTables(): Tables {
  return {
    partner: tableOf('partner'),
    'partner-user': tableOf('partner-user'),
    'own-subscription': tableOf('own-subscription'),
    customer: tableOf('customer'),
    'customer-user': tableOf('customer-user'),
    subscription: tableOf('subscription'),
    checklist: tableOf('checklist'),
    'hand-off': tableOf('hand-off'),
    'product-key': tableOf('product-key'),
    agreement: tableOf('agreement'),
    offer: tableOf('offer'),
    'offer-answer': tableOf('offer-answer'),
    'offer-card': tableOf('offer-card'),
    'admin-request': tableOf('admin-request'),
    relationship: tableOf('relationship'),
    'relationship-name': tableOf('relationship-name'),
    'known-partner': tableOf('known-partner'),
    'service-request': tableOf('service-request'),
    'right-request': tableOf('right-request'),
    notice: tableOf('notice'),
    news: tableOf('news'),
    digest: tableOf('digest'),
    'renewal-plan': tableOf('renewal-plan'),
    'notice-run': tableOf('notice-run'),
    'notice-place': tableOf('notice-place'),
    history: tableOf('history'),
    preference: tableOf('preference'),
    address: tableOf('address'),
    progress: tableOf('progress'),
    outbox: tableOf('outbox'),
  };
}

function tableOf<K extends Kind>(kind: K): Table<K> {
  return { records: new Map(), queries: queriesOfKind(kind) };
}

export function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(noRecords, kind);
}

const noRecords = emptyTables();
const kinds = Object.keys(noRecords).filter(isKind);
