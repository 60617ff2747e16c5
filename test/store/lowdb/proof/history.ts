import assert from 'node:assert/strict';
import type { Commit, Store } from '../../../../domain/shared/store.port.ts';
import { memoryStore } from '../../../support/fakes/memory-store.ts';
import { aCommit, aCustomer, aProductKey, aSubscription, afterNoon, anEvent, anOutboxItem, contoso, noon } from '../../sample-records.ts';

/**
 * The same story each time, so that a book can be compared with it after any number of its commits:
 * customers come, change and go; keys are used; notices are queued and settled; outcomes are kept for a while or for ever.
 */
export function commitOfHistory(index: number): Commit {
  const id = String(index % 7);
  const base = { events: Array.from({ length: index % 3 }, (_, event) => anEvent(`event-${index}-${event}`)), outcome: { receipt: index } };
  switch (index % 5) {
    case 0:
      return aCommit(`command-${index}`, { ...base, put: [aCustomer(id, `Zákazník ${index}`), aProductKey(id, 'in-stock')] });
    case 1:
      return aCommit(`command-${index}`, { ...base, put: [aProductKey(id, 'used'), aSubscription(id, id, '2026-03-01', dayOfHistory(index))] });
    case 2:
      return aCommit(`command-${index}`, { ...base, put: [anOutboxItem(id, afterNoon(index))], keepOutcomeUntil: afterNoon(86_400_000) });
    case 3:
      return aCommit(`command-${index}`, { ...base, remove: [{ kind: 'customer', id }] });
    default:
      return aCommit(`command-${index}`, { ...base, put: [aCustomer(id, 'x'.repeat(index % 300))], remove: [{ kind: 'outbox', id }] });
  }
}

/** Everything that can be seen of a book of that story: records with their versions, lists, outcomes, the audit. */
export async function contentsOf(store: Store, commits: number): Promise<unknown> {
  const ids = Array.from({ length: 7 }, (_, id) => String(id));
  const kinds = ['customer', 'product-key', 'subscription', 'outbox'] as const;
  const records = await Promise.all(kinds.flatMap((kind) => ids.map((id) => store.read(kind, id))));
  const lists = await Promise.all([
    store.list('customers-of-partner', { key: contoso, limit: 100 }),
    store.list('ends-of-partner', { key: contoso, limit: 100 }),
    store.list('outbox-by-due', { key: 'all', limit: 100 }),
    store.count('ends-of-partner', { key: contoso, from: noon }),
  ]);
  const outcomes = await Promise.all(Array.from({ length: commits }, (_, index) => store.outcomeOf(commitOfHistory(index).commandId)));
  const audit = [];
  for await (const event of store.auditTrail()) audit.push(event);
  return { records, lists, outcomes: outcomes.map((kept) => kept?.outcome), audit };
}

/** How many commits of the story a book holds. A commit that is missing before one that is there fails. */
export async function lengthOfHistoryIn(store: Store, atMost: number): Promise<number> {
  let length = 0;
  for (let index = 0; index < atMost; index += 1) {
    const isThere = (await store.outcomeOf(commitOfHistory(index).commandId)) !== undefined;
    if (isThere) assert.equal(length, index, `commit ${length} is missing, commit ${index} is there`);
    if (isThere) length = index + 1;
  }
  return length;
}

/** The story told to a book in memory, up to some commit: what any book must hold that holds so many. */
export async function historyUpTo(length: number): Promise<Store> {
  const store = memoryStore();
  for (let index = 0; index < length; index += 1) await store.commit(commitOfHistory(index));
  return store;
}

/** Where the story goes on. */
export async function firstNotIn(store: Store): Promise<number> {
  let index = 0;
  while ((await store.outcomeOf(commitOfHistory(index).commandId)) !== undefined) index += 1;
  return index;
}

/** Fails unless the book is the story up to a point, with every commit that was acknowledged and none that was never begun. */
export async function assertKept(store: Store, acknowledged: readonly number[], begun: number): Promise<number> {
  const length = await lengthOfHistoryIn(store, begun + 1);
  const last = Math.max(-1, ...acknowledged);
  assert.ok(length > last, `commit ${last} was acknowledged and is lost; the book holds ${length}`);
  assert.ok(length <= begun, `the book holds ${length} commits of ${begun}`);
  assert.deepEqual(await contentsOf(store, length), await contentsOf(await historyUpTo(length), length));
  return length;
}

function dayOfHistory(index: number): string {
  return `2026-04-${String(1 + (index % 28)).padStart(2, '0')}`;
}
