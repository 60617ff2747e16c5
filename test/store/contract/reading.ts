import type { QueryName } from '../../../domain/shared/queries.ts';
import type { CommitResult, Reader, Store } from '../../../domain/shared/store.port.ts';

export async function versionOf(store: Reader, customer: string): Promise<number> {
  return (await store.read('customer', customer))?.version ?? 0;
}

export async function versionOfKey(store: Reader, key: string): Promise<number> {
  return (await store.read('product-key', key))?.version ?? 0;
}

export async function idsOf(
  store: Reader,
  query: QueryName,
  key: string,
  range: { readonly from?: string; readonly upTo?: string } = {},
): Promise<readonly string[]> {
  return idsIn((await store.list(query, { key, limit: 500, ...range })).rows);
}

export function idsIn(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}

export async function trailOf(store: Store): Promise<readonly { readonly what: string; readonly sequence: number }[]> {
  const events = [];
  for await (const event of store.auditTrail()) events.push(event);
  return events;
}

export async function whatHappened(store: Store): Promise<readonly string[]> {
  return (await trailOf(store)).map((event) => event.what);
}

export function countOf(results: readonly CommitResult[]): Partial<Record<CommitResult['kind'], number>> {
  const counts: Partial<Record<CommitResult['kind'], number>> = {};
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
