import assert from 'node:assert/strict';
import { customersFound } from '../../bot/conversation/customers/found.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import { fill } from '../support/book.ts';
import { cloudy, contoso } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord } from '../support/transcript-book.ts';

const cooperative = (id: string, name: string) => customerRecord(contoso({ id: CustomerId.parse(id), name, domain: `${id}.cz` }));

/** So many cooperatives, and one more under this id; `rows`: how many a single read gives. */
async function search(find: string, { many, id, rows = 500 }: { readonly many: number; readonly id: string; readonly rows?: number }) {
  const store = memoryStore();
  const others = Array.from({ length: many - 1 }, (_, n) => cooperative(`m${String(n).padStart(3, '0')}`, `Družstvo ${String(n)}`));
  await fill(store, [...others, cooperative(id, 'Družstvo q')]);
  const book: Reader = {
    read: (kind, of) => store.read(kind, of),
    count: (query, slice) => store.count(query, slice),
    outcomeOf: (command) => store.outcomeOf(command),
    list: (query, slice) => store.list(query, { ...slice, limit: Math.min(slice.limit, rows) }),
  };
  const { customers, more, stopped } = await customersFound({ book, say: sayIn('cs'), who: { tenant: cloudy } }, find);
  return { found: customers.length, more, stopped };
}

describe('a search among many customers', () => {
  it('that ends before its end says so, also where nobody was found yet', async () => {
    assert.deepEqual(await search('družstvo q', { many: 30, id: 'z', rows: 1 }), { found: 0, more: false, stopped: true });
  });

  it('that ends before its end knows of no others: it does not say that there are more', async () => {
    assert.deepEqual(await search('družstvo q', { many: 30, id: 'a', rows: 1 }), { found: 1, more: false, stopped: true });
  });

  it('that read everything says nothing of the kind', async () => {
    assert.deepEqual(await search('družstvo q', { many: 30, id: 'z' }), { found: 1, more: false, stopped: false });
    assert.deepEqual(await search('družstvo x', { many: 30, id: 'z' }), { found: 0, more: false, stopped: false });
  });

  it('has more only where there are more than fifty', async () => {
    assert.deepEqual(await search('družstvo', { many: 50, id: 'z' }), { found: 50, more: false, stopped: false });
    assert.deepEqual(await search('družstvo', { many: 51, id: 'z' }), { found: 50, more: true, stopped: false });
  });
});
