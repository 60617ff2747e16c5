import type { QueryName, QueryOf } from '../shared/queries.ts';
import type { Records } from '../shared/records.ts';
import type { Reader, Slice } from '../shared/store.port.ts';

const pageSize = 100;

/** The rows of a slice, one page of at most 100 in memory at a time. */
export async function* rowsOf<Q extends QueryName>(
  book: Reader,
  query: Q,
  slice: Pick<Slice, 'key' | 'from' | 'upTo'>,
): AsyncGenerator<Records[QueryOf<Q>], void, undefined> {
  let after: string | undefined;
  do {
    const page = await book.list(query, { ...slice, limit: pageSize, ...(after === undefined ? {} : { after }) });
    for (const { value } of page.rows) yield value;
    after = page.next;
  } while (after !== undefined);
}
