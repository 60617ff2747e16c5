import type { QueryName, QueryOf } from '../../domain/shared/queries.ts';
import { queries } from '../../domain/shared/queries.ts';
import type { Kind, Page, Slice, Stored } from '../../domain/shared/store.port.ts';
import type { BookIndexes } from './book-indexes.ts';
import { cursorAfter } from './cursor.ts';
import type { Row } from './sorted-rows.ts';

export type ReadRecord = <K extends Kind>(kind: K, id: string) => Stored<K> | undefined;

/** The named queries, answered from the indexes. */
export interface BookQueries {
  readonly list: <Q extends QueryName>(query: Q, slice: Slice) => Page<QueryOf<Q>>;
  /** Records of a slice in order, lazily. */
  readonly walk: <Q extends QueryName>(query: Q, slice: Omit<Slice, 'limit'>) => Iterable<Stored<QueryOf<Q>>>;
  readonly count: (query: QueryName, slice: Omit<Slice, 'limit' | 'after'>) => number;
}

interface Found<K extends Kind> {
  readonly row: Row;
  readonly record: Stored<K>;
}

const maxRows = 500;

export function queriesOver(read: ReadRecord, indexes: BookIndexes): BookQueries {
  function* find<Q extends QueryName>(query: Q, slice: Omit<Slice, 'limit'>): Iterable<Found<QueryOf<Q>>> {
    const kind: QueryOf<Q> = queries[query].kind;
    for (const row of indexes.rows(query, slice)) {
      const record = read(kind, row.id);
      if (record !== undefined) yield { row, record };
    }
  }

  return {
    list: (query, slice) => firstPage(find(query, slice), Math.max(1, Math.min(maxRows, slice.limit))),
    *walk(query, slice) {
      for (const { record } of find(query, slice)) yield record;
    },
    count: indexes.count,
  };
}

function firstPage<K extends Kind>(found: Iterable<Found<K>>, limit: number): Page<K> {
  const rows: Stored<K>[] = [];
  let last: Row | undefined;
  for (const { row, record } of found) {
    if (rows.length === limit) return last === undefined ? { rows } : { rows, next: cursorAfter(last) };
    rows.push(record);
    last = row;
  }
  return { rows };
}
