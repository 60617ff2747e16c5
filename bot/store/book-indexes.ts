import type { IndexEntry, Query, QueryName } from '../../domain/shared/queries.ts';
import { queries } from '../../domain/shared/queries.ts';
import type { Records } from '../../domain/shared/records.ts';
import type { Kind, Slice } from '../../domain/shared/store.port.ts';
import { rowOfCursor } from './cursor.ts';
import type { IsBefore, Row, SortedRows } from './sorted-rows.ts';
import { precedes, sortedRows } from './sorted-rows.ts';

/** The rows one record has, by query. Made before anything changes, because making them may fail on a malformed value. */
export type RowsOfRecord = readonly (readonly [query: QueryName, entries: readonly IndexEntry[]])[];

/** The indexes behind the named queries, kept in step with the records. */
export interface BookIndexes {
  /** Takes away the rows a record had and gives it those it has now. */
  readonly replace: (id: string, before: RowsOfRecord, after: RowsOfRecord) => void;
  readonly count: (query: QueryName, slice: Omit<Slice, 'limit' | 'after'>) => number;
  /** Rows of a slice in order, lazily; `limit` is the caller's. */
  readonly rows: (query: QueryName, slice: Omit<Slice, 'limit'>) => Iterable<Row>;
}

const queryNames = Object.keys(queries).filter(isQueryName);

export function bookIndexes(): BookIndexes {
  const rowsByQuery = new Map<QueryName, Map<string, SortedRows>>(queryNames.map((name) => [name, new Map()]));

  function rowsAt(query: QueryName, key: string): SortedRows | undefined {
    return rowsByQuery.get(query)?.get(key);
  }

  function add(query: QueryName, key: string, row: Row): void {
    const rows = rowsAt(query, key) ?? sortedRows();
    rowsByQuery.get(query)?.set(key, rows);
    rows.add(row);
  }

  function drop(query: QueryName, key: string, row: Row): void {
    const rows = rowsAt(query, key);
    rows?.drop(row);
    if (rows?.isEmpty() === true) rowsByQuery.get(query)?.delete(key);
  }

  return {
    replace(id, before, after) {
      for (const [query, entries] of before) {
        for (const entry of entries) if (!holds(after, query, entry)) drop(query, entry.key, { sort: entry.sort, id });
      }
      for (const [query, entries] of after) {
        for (const entry of entries) if (!holds(before, query, entry)) add(query, entry.key, { sort: entry.sort, id });
      }
    },

    count(query, slice) {
      const rows = rowsAt(query, slice.key);
      return rows === undefined ? 0 : Math.max(0, rows.rank(upToEnd(slice)) - rows.rank(beforeStart(slice)));
    },

    *rows(query, slice) {
      for (const row of rowsAt(query, slice.key)?.from(beforeStart(slice)) ?? []) {
        if (slice.upTo !== undefined && row.sort > slice.upTo) return;
        yield row;
      }
    },
  };
}

function holds(rows: RowsOfRecord, query: QueryName, wanted: IndexEntry): boolean {
  return rows.some(([name, entries]) => name === query && entries.some((entry) => entry.key === wanted.key && entry.sort === wanted.sort));
}

function beforeStart(slice: Omit<Slice, 'limit'>): IsBefore {
  const { from } = slice;
  const last = slice.after === undefined ? undefined : rowOfCursor(slice.after);
  return (row) => (from !== undefined && row.sort < from) || (last !== undefined && !precedes(last, row));
}

function upToEnd(slice: Omit<Slice, 'limit'>): IsBefore {
  const { upTo } = slice;
  return (row) => upTo === undefined || row.sort <= upTo;
}

/** The queries that find records of one kind. */
export type QueriesOfKind<K extends Kind> = readonly (readonly [name: QueryName, query: Query<K>])[];

export function queriesOfKind<K extends Kind>(kind: K): QueriesOfKind<K> {
  return queryNames.flatMap((name) => {
    const query = queries[name];
    return finds(query, kind) ? [[name, query] as const] : [];
  });
}

export function rowsOf<K extends Kind>(queriesOf: QueriesOfKind<K>, value: Records[K]): RowsOfRecord {
  return queriesOf.map(([name, query]) => [name, query.entries(value)]);
}

function finds<K extends Kind>(query: { readonly kind: Kind }, kind: K): query is Query<K> {
  return query.kind === kind;
}

function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name);
}
