import type { Kind } from './store.port.ts';
import type { Records } from './records.ts';

/** One row of an index: which slice it belongs to, and where in it. */
export interface IndexEntry {
  readonly key: string;
  readonly sort: string;
}

/** A named index: the records of one kind, and the rows each of them has in it. A record has a row at most once per (key, sort). */
export interface Query<K extends Kind> {
  readonly kind: K;
  readonly entries: (value: Records[K]) => readonly IndexEntry[];
}

function query<K extends Kind>(kind: K, entries: (value: Records[K]) => readonly IndexEntry[]): Query<K> {
  return { kind, entries };
}

/**
 * The named queries of the book. Each is an index that every store keeps up to date within the commit,
 * so that a read costs what it returns. Sort values are compared by code unit.
 */
export const queries = {
  /** key: partner · sort: folded name */
  'customers-of-partner': query('customer', (customer) => [{ key: customer.partner, sort: folded(customer.name) }]),
  /** key: the customer's directory · sort: partner */
  'customers-of-tenant': query('customer', (customer) => (customer.tenant === undefined ? [] : [{ key: customer.tenant, sort: customer.partner }])),
  /** key: customer · sort: sign-in name */
  'users-of-customer': query('customer-user', (user) => [{ key: user.customer, sort: user.upn }]),
  /** key: subscription · sort: sign-in name; those who hold one of its licences */
  'users-of-subscription': query('customer-user', (user) => (user.licensedIn === undefined ? [] : [{ key: user.licensedIn, sort: user.upn }])),
  /** key: partner · sort: folded name */
  'users-of-partner': query('partner-user', (user) => [{ key: user.tenant, sort: folded(user.name) }]),
  /** key: customer · sort: day it came into the book */
  'subscriptions-of-customer': query('subscription', (subscription) => [{ key: subscription.customer, sort: subscription.createdOn }]),
  /** key: `partner|plan` · sort: latest end. For choosing what to renew or add users to. */
  'subscriptions-of-plan': query('subscription', (subscription) => [
    {
      key: `${subscription.partner}|${subscription.plan}`,
      sort:
        subscription.terms
          .map((term) => term.endsOn)
          .sort()
          .at(-1) ?? '',
    },
  ]),
  /** key: partner · sort: end date; one row for each term without a renewal */
  'ends-of-partner': query('subscription', (subscription) =>
    subscription.terms
      .filter((term) => term.renewedBy === undefined && !subscription.autoRenews)
      .map((term) => ({ key: subscription.partner, sort: term.endsOn })),
  ),
  /** key: `partner|plan|state` · sort: day bought */
  'keys-of-plan': query('product-key', (key) => [{ key: `${key.partner}|${key.plan}|${key.state}`, sort: key.boughtOn ?? '' }]),
  /** key: owner, only while open · sort: when it began */
  'open-hand-offs-of-owner': query('hand-off', (handOff) => (handOff.confirmed === undefined ? [{ key: handOff.owner, sort: handOff.createdAt }] : [])),
  /** key: customer · sort: when it began */
  'hand-offs-of-customer': query('hand-off', (handOff) => [{ key: handOff.customer, sort: handOff.createdAt }]),
  /** key: partner · sort: subscription */
  'checklists-of-partner': query('checklist', (checklist) =>
    Object.values(checklist.items).some((item) => item.status === 'open') ? [{ key: checklist.partner, sort: checklist.subscription }] : [],
  ),
  /** key: subscription · sort: when */
  'agreements-of-subscription': query('agreement', (agreement) => [{ key: agreement.subscription, sort: agreement.at }]),
  /** key: `all` · sort: when it is due. What `claim` takes from, and how many wait. */
  'outbox-by-due': query('outbox', (item) => [{ key: 'all', sort: item.dueAt }]),
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
/** The kind of record a query finds. */
export type QueryOf<Q extends QueryName> = Queries[Q]['kind'];

/** Lower case without diacritics: how names are compared and searched. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
