import assert from 'node:assert/strict';
import { TenantId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { aRedeemer, colleague, redemptionMoves } from './load-redeemer.ts';
import {
  customerRecord,
  cloudysBook,
  karelRecord,
  bookedContoso,
  bookedSubscription,
  rivalsBook,
  stock,
  cardKey,
  subscriptionRecord,
} from './transcript-book.ts';
import { fill, userRecord } from './book.ts';
import { rita, rival } from './builders.ts';
import { anAssistant } from './chat.ts';

/** Cloudy's people and book, and beside it the book of another partner, about whom nobody at Cloudy may learn anything. */
export interface HostileWorld {
  /** Words that stand nowhere but in the other partner's book. */
  readonly secrets: readonly string[];
  /** Ids out of the other partner's book, for whoever tries them. */
  readonly foreign: { readonly run: string; readonly handOff: string; readonly subscription: string; readonly term: string; readonly customer: string };
  /** Numbers of keys that are Cloudy's and wait in stock. */
  readonly keys: number;
}

const theirKey = 900;
const customer = 'hushhush';

/** Fills a book for a day of hostile visitors: two partners, customers, keys, and a finished redemption of the other partner. */
export async function fillHostileWorld(store: Store, keys: number): Promise<HostileWorld> {
  const contoso = bookedContoso({ tenant: contosoTenant });
  await fill(store, [
    ...cloudysBook(stock(keys), customerRecord(contoso), karelRecord(), subscriptionRecord(bookedSubscription())),
    ...rivalsBook(...stock(2, theirKey, { partner: rival })),
    userRecord(colleague(1)),
  ]);
  const person = aRedeemer(rita(), redemptionMoves({ customer, firstKey: theirKey, keys: 1 }));
  const { turn } = anAssistant(store);
  while (person.answered < 10) await person.goOn(turn);
  return { keys, ...(await theirs(store)) };
}

/** Contoso's directory: its people are customers of Cloudy. */
export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');

async function theirs(store: Store): Promise<Pick<HostileWorld, 'secrets' | 'foreign'>> {
  const [row] = (await store.list('customers-of-partner', { key: rival, limit: 1 })).rows;
  assert.ok(row);
  const [subscription] = (await store.list('subscriptions-of-customer', { key: row.id, limit: 1 })).rows;
  const [handOff] = (await store.list('hand-offs-of-customer', { key: row.id, limit: 1 })).rows;
  const used = (await store.list('keys-of-plan', { key: `${rival}|small-business|used`, limit: 1 })).rows[0]?.value.use;
  assert.ok(subscription && handOff && used);
  return {
    secrets: [customer, 'Rival a.s.', rita().name, 'Rivalov', ...[cardKey(theirKey), cardKey(theirKey + 1)].flatMap((key) => [key, key.replaceAll('-', '')])],
    foreign: { run: used.commandId, handOff: handOff.id, subscription: subscription.id, term: subscription.value.terms[0]?.id ?? '', customer: row.id },
  };
}
