import type { AuditEvent } from '../../../domain/shared/audit.ts';
import type { Store } from '../../../domain/shared/store.port.ts';
import { emptyBook } from '../../../bot/store/book-state.ts';
import type { Change } from '../../../bot/store/entry.ts';
import { Entry, entryText } from '../../../bot/store/entry.ts';

/**
 * The book without a disk: the same core as the real one, gone when the test ends.
 *
 * Passes `test/store/store-contract.ts`. Each commit is judged and applied within one tick, so races among callers are real ones.
 */
export function memoryStore(): Store {
  const book = emptyBook();
  const audit: (AuditEvent & { readonly sequence: number })[] = [];

  function write(change: Change): void {
    const entry = Entry.parse(JSON.parse(entryText(book.facts().sequence + 1, change)));
    book.apply(entry);
    for (const event of entry.events) audit.push({ ...event, sequence: audit.length + 1 });
  }

  return {
    read: async (kind, id) => book.read(kind, id),
    list: async (query, slice) => book.list(query, slice),
    count: async (query, slice) => book.count(query, slice),
    outcomeOf: async (commandId) => book.outcomeOf(commandId),

    async commit(commit) {
      const judged = book.judge(commit);
      if (judged.kind === 'committed') write(commit);
      return judged;
    },

    async claim(request) {
      const put = book.claimable(request);
      if (put.length > 0) write({ put });
      return put.flatMap(({ id }) => book.read('outbox', id) ?? []);
    },

    async *auditTrail() {
      yield* audit;
    },
    check: async () => undefined,
    close: async () => undefined,
  };
}
