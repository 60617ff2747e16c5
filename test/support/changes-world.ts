import { executor } from '../../bot/commands/execute.ts';
import type { ImportSubscription } from '../../domain/customers/import-subscription.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import type { Execute } from '../../domain/commands.ts';
import type { Digest, News } from '../../domain/renewals/records.ts';
import { noticePlaceId } from '../../domain/renewals/records.ts';
import { CommandId, SubscriptionId, TermId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { OutboxItem } from '../../domain/shared/records.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { fill, partnerRecord, userRecord } from './book.ts';
import { aSubscription, aTerm, cloudy, day, instant, jana, petr } from './builders.ts';
import { memoryStore } from './fakes/memory-store.ts';
import { addressRecord, aSeller, contosoInTeams, customerRecord, customerUserRecord } from './offers.ts';
import { contosoPeople, sold } from './renewals.ts';

/** Cloudy's book: Jana looks after Contoso, which has a CSP subscription until 2026-03-10. Jana and Petr can be written to. */
export interface ChangesWorld {
  readonly store: Store;
  readonly execute: Execute;
  news(person?: PersonId): Promise<readonly News[]>;
  /** What waits to be sent, in order of its due time. */
  outbox(): Promise<readonly OutboxItem[]>;
  digest(on: string, person?: PersonId): Promise<Digest | undefined>;
  put(...records: readonly Put[]): Promise<void>;
}

export async function aChangesWorld(at = '2026-03-01T10:00:00.000Z', wrap: (store: Store) => Store = (store) => store): Promise<ChangesWorld> {
  const store = memoryStore();
  const customer = customerRecord(contosoInTeams({ owner: jana().person }));
  await fill(store, [partnerRecord(aSeller()), userRecord(jana()), userRecord(petr()), customer, ...contosoPeople().map(customerUserRecord)]);
  await fill(store, [subscriptionRecord(sold()), addressRecord(jana().person), addressRecord(petr().person)], 'more');
  let count = 0;
  return {
    store,
    execute: executor({ store: wrap(store), clock: { now: () => new Date(at) }, noticeHour: 8 }),
    news: async (person = jana().person) => (await store.list('news-of', { key: person, limit: 500 })).rows.map(({ value }) => value),
    outbox: async () => (await store.list('outbox-by-due', { key: 'all', limit: 500 })).rows.map(({ value }) => value),
    digest: async (on, person = jana().person) => (await store.read('digest', `${person}|${cloudy}|${on}`))?.value,
    put: (...records) => fill(store, records, `put-${String((count += 1))}`),
  };
}

export const subscriptionRecord = (value: Subscription): Put => ({ kind: 'subscription', id: value.id, value });

/** A line of a file about Contoso's subscription, which says that of it. */
export function aLineOf(
  facts: { readonly id?: string; readonly seats?: number; readonly subscription?: Partial<ImportSubscription['subscription']> } = {},
  command = 'line',
): ImportSubscription {
  const { id = aSubscription().id, seats = 5, subscription } = facts;
  const { startsOn, endsOn, length } = aTerm('2025-03-11');
  return {
    ...{ type: 'import-subscription', commandId: CommandId.parse(command), partner: cloudy, earlierLine: 'none' },
    customer: { id: contosoInTeams().id, domain: 'contoso.cz' },
    ...{ id: SubscriptionId.parse(id), reference: SubscriptionId.parse(id) },
    term: { id: TermId.parse('term'), seats, startsOn, endsOn, length },
    subscription: { plan: 'business-basic', channel: 'csp', autoRenews: undefined, partnerOfRecord: undefined, ...subscription },
  };
}

/** A card in somebody's chat that speaks of Contoso's subscription. */
export function placeRecord(person: PersonId, activityId = 'activity'): Put {
  const { id: subscription } = aSubscription();
  const { id: term, endsOn } = aTerm('2025-03-11');
  const value = {
    partner: cloudy,
    person,
    activityId,
    shows: { kind: 'renewal', subscription, term, endsOn },
    subscriptions: [subscription],
    at: instant('2026-02-20T08:00:00.000Z'),
  } as const;
  return { kind: 'notice-place', id: noticePlaceId(person, activityId), value };
}

/** Somebody's digest of a day, gone out already when `at` says so. */
export function digestRecord(on: string, at?: string, person = jana().person): Put {
  const value: Digest = { partner: cloudy, person, side: 'partner', day: day(on), entries: [], more: 0, ...(at === undefined ? {} : { at: instant(at) }) };
  return { kind: 'digest', id: `${person}|${cloudy}|${on}`, value };
}
