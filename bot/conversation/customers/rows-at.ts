import type { QueryName, QueryOf } from '../../../domain/shared/queries.ts';
import type { Reader, Stored } from '../../../domain/shared/store.port.ts';

const perRead = 500;

/** Rows number `from` to `from + count` of a query's slice. For lists that a person turns through: it reads past what was shown before. */
export async function rowsAt<Q extends QueryName>(
  book: Reader,
  query: Q,
  slice: { readonly key: string; readonly from: number; readonly count: number },
): Promise<readonly Stored<QueryOf<Q>>[]> {
  const rows: Stored<QueryOf<Q>>[] = [];
  const upTo = slice.from + slice.count;
  let after: string | undefined;
  do {
    const limit = Math.min(perRead, upTo - rows.length);
    const page = await book.list(query, { key: slice.key, limit, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined && rows.length < upTo);
  return rows.slice(slice.from);
}
