import type { Say } from '../../../cards/messages/say.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { isFound, partsSought } from '../../../domain/customers/search.ts';
import type { TenantId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';

/** From this many on customers are searched for and not listed (mission, row 11). */
export const searchFrom = 100;
/** The most a search gives. */
export const mostFound = 50;
const rowsPerRead = 500;
const mostReads = 20;

interface Asking {
  readonly book: Reader;
  readonly say: Pick<Say, 'compare'>;
  readonly who: { readonly tenant: TenantId };
}

export interface Found {
  /** Sorted as the reader's language does. */
  readonly customers: readonly Customer[];
  /** There are more than these. */
  readonly more: boolean;
  /** It ended before all that hold a word of it were compared: nobody knows whether there are others. */
  readonly stopped: boolean;
}

/** How many customers the partner has. */
export function customerCount({ book, who }: Asking): Promise<number> {
  return book.count('customers-of-partner', { key: who.tenant });
}

/** All of fewer than a hundred customers. */
export async function everyCustomer(asking: Asking): Promise<readonly Customer[]> {
  const page = await asking.book.list('customers-of-partner', { key: asking.who.tenant, limit: searchFrom });
  return sorted(
    asking,
    page.rows.map((row) => row.value),
  );
}

/**
 * The partner's customers with these words somewhere in name, domain or directory id. Reads the rows of the rarest word only, so that it
 * costs what it finds, not what the book holds.
 */
export async function customersFound(asking: Asking, find: string): Promise<Found> {
  const slice = await rarest(asking, find);
  const once = new Map<string, Customer>();
  let after: string | undefined;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const page = await asking.book.list('customers-by-part', { ...slice, limit: rowsPerRead, ...(after === undefined ? {} : { after }) });
    for (const { id, value } of page.rows) if (isFound(value, find)) once.set(id, value);
    after = page.next;
    if (after === undefined || once.size > mostFound) break;
  }
  const customers = sorted(asking, [...once.values()]);
  const more = customers.length > mostFound;
  return { customers: customers.slice(0, mostFound), more, stopped: after !== undefined && !more };
}

async function rarest({ book, who }: Asking, find: string): Promise<{ readonly key: string; readonly from: string; readonly upTo: string }> {
  const slices = partsSought(find).map((part) => ({ key: who.tenant, from: part, upTo: `${part}\u{ffff}` }));
  const counts = await Promise.all(slices.map((slice) => book.count('customers-by-part', slice)));
  const fewest = Math.min(...counts);
  return slices[counts.indexOf(fewest)] ?? { key: who.tenant, from: find, upTo: find };
}

function sorted({ say }: Asking, customers: readonly Customer[]): readonly Customer[] {
  return customers.toSorted((one, other) => say.compare(one.name, other.name) || say.compare(one.domain, other.domain));
}
