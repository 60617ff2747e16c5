import type { Store } from '../../domain/shared/store.port.ts';
import { auditOf } from './book.ts';
import { cloudy } from './builders.ts';

/** What the book says afterwards. */
export interface BookCount {
  /** Keys that are neither in stock nor used. */
  readonly keysLost: number;
  /** Keys that paid for more than one term, or are used without having paid for one. */
  readonly keysUsedTwice: number;
  readonly keysUsed: number;
  readonly redemptions: number;
  /** Customers that exist without exactly one subscription, one hand-off and one admin. */
  readonly halfMade: number;
}

/** Counts keys and redemptions of Cloudy's book, in which so many keys were bought, all Small Business. */
export async function countBook(store: Store, bought: number): Promise<BookCount> {
  const inStock = await store.count('keys-of-plan', { key: `${cloudy}|small-business|in-stock` });
  const keysUsed = await store.count('keys-of-plan', { key: `${cloudy}|small-business|used` });
  const paid = new Map<string, number>();
  for await (const { value } of rowsOf(store, 'subscriptions-of-plan', `${cloudy}|small-business`)) {
    for (const key of value.terms.flatMap((term) => term.keys)) paid.set(key, (paid.get(key) ?? 0) + 1);
  }
  const overpaid = [...paid.values()].reduce((sum, times) => sum + times - 1, 0);
  const redeemed = (await auditOf(store)).filter((event) => event.what === 'product-keys-redeemed');
  return {
    keysLost: bought - inStock - keysUsed,
    keysUsedTwice: overpaid + Math.abs(keysUsed - paid.size),
    keysUsed,
    redemptions: redeemed.length,
    halfMade: await halfMade(store),
  };
}

async function halfMade(store: Store): Promise<number> {
  let wrong = 0;
  for await (const customer of rowsOf(store, 'customers-of-partner', cloudy)) {
    const counts = await Promise.all(
      (['subscriptions-of-customer', 'hand-offs-of-customer', 'users-of-customer'] as const).map((query) => store.count(query, { key: customer.id })),
    );
    if (counts.some((count) => count !== 1)) wrong += 1;
  }
  return wrong;
}

async function* rowsOf<Q extends 'subscriptions-of-plan' | 'customers-of-partner'>(store: Store, query: Q, key: string) {
  let after: string | undefined;
  do {
    const page = await store.list(query, { key, limit: 500, ...(after === undefined ? {} : { after }) });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
