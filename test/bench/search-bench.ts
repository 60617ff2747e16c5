import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { customersFound } from '../../bot/conversation/customers/found.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { CustomerId, TenantId } from '../../domain/shared/ids.ts';
import { fill } from '../support/book.ts';
import { cloudy, contoso } from '../support/builders.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';

export interface SearchFigures {
  readonly customers: number;
  /** Median milliseconds of one search, by what is looked for. */
  readonly ms: Readonly<Record<string, number>>;
}

const syllables = ['ka', 'ro', 'li', 'ně', 'št', 'va', 'mo', 'dří', 'pe', 'tu', 'bo', 'hra', 'ci', 'slo', 'že', 'nov'];
const kinds = ['stavby', 'účetnictví', 'autodíly', 'pekárna', 'reality', 'doprava', 'software', 'zahrady'];

/** What people look for, of customer `n` among so many. */
const sought = {
  'the beginning of a name': (n: number) => nameOf(n).slice(0, 7),
  'a part in the middle of a name, other case, no diacritics': (n: number) => nameOf(n).slice(2, 9).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  'a whole domain': (n: number) => domainOf(n),
  'the beginning of a directory id': (n: number) => tenantOf(n).slice(0, 8),
  'a word that an eighth of the customers has': (n: number) => kinds[n % kinds.length] ?? '',
  'two words, a common one and a rare one': (n: number) => `${kinds[n % kinds.length] ?? ''} ${nameOf(n).slice(2, 9)}`,
  'a word that nobody has': (n: number) => `qx${String(n)}`,
} as const;

function nameOf(n: number): string {
  const word = [7, 31, 127, 511].map((by) => syllables[Math.floor((n * 2654435761) / by) % syllables.length] ?? '').join('');
  return `${word}${n.toString(36)} ${kinds[n % kinds.length] ?? ''}`;
}
const domainOf = (n: number): string => `${n.toString(36)}-firma${String(n)}.cz`;
const tenantOf = (n: number): TenantId =>
  TenantId.parse(`${((n * 2654435761) % 4294967296).toString(16).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** Searches of the embedded book of so many customers. */
export async function benchSearch(size: { readonly customers: number; readonly searches: number }): Promise<SearchFigures> {
  return inTempFolder(async (folder) => {
    const book = await openBookIn(folder);
    const { customers } = size;
    for (let from = 0; from < customers; from += 500) {
      const put = Array.from({ length: Math.min(500, customers - from) }, (_, index) => aCustomer(from + index)).map(
        (value) => ({ kind: 'customer', id: value.id, value }) as const,
      );
      await fill(book, put, `fill-${String(from)}`);
    }
    const asking = { book, say: sayIn('cs'), who: { tenant: cloudy } };
    const ms: Record<string, number> = {};
    for (const [what, textOf] of Object.entries(sought)) {
      const times: number[] = [];
      for (let search = 0; search < size.searches; search++) {
        const n = (search * 7919) % customers;
        const began = performance.now();
        const found = await customersFound(asking, textOf(n));
        times.push(performance.now() - began);
        assert.ok(
          textOf(n).startsWith('qx') || found.more || found.stopped || found.customers.some(({ domain }) => domain === domainOf(n)),
          `${what}: ${textOf(n)}`,
        );
      }
      ms[what] = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
    }
    await book.close();
    return { customers, ms };
  });
}

function aCustomer(n: number): Customer {
  return contoso({ id: CustomerId.parse(`c${String(n)}`), partner: cloudy, name: nameOf(n), domain: domainOf(n), tenant: tenantOf(n) });
}
