import { openEnds, renewedEnds } from '../renewals/terms.ts';
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
  /**
   * key: partner · sort: every ending of every word of name and domain, and those of the directory id's groups, so that any part of a word is
   * the beginning of a row (domain/customers/search.ts)
   */
  'customers-by-part': query('customer', (customer) => partsOf(customer).map((part) => ({ key: customer.partner, sort: part }))),
  /** key: the customer's directory · sort: partner */
  'customers-of-tenant': query('customer', (customer) => (customer.tenant === undefined ? [] : [{ key: customer.tenant, sort: customer.partner }])),
  /** key: who looks after it, as the customer says · sort: folded name */
  'customers-of-owner': query('customer', (customer) => (customer.owner === undefined ? [] : [{ key: customer.owner, sort: folded(customer.name) }])),
  /** key: customer · sort: sign-in name */
  'users-of-customer': query('customer-user', (user) => [{ key: user.customer, sort: user.upn }]),
  /** key: customer · sort: sign-in name; its admins */
  'admins-of-customer': query('customer-user', (user) => (user.isAdmin ? [{ key: user.customer, sort: user.upn }] : [])),
  /** key: customer · sort: directory object id; empty for those of whom nobody knows it yet */
  'users-by-object-id': query('customer-user', (user) => [{ key: user.customer, sort: user.objectId?.toLowerCase() ?? '' }]),
  /** key: subscription · sort: sign-in name; those who hold one of its licences */
  'users-of-subscription': query('customer-user', (user) => (user.licensedIn === undefined ? [] : [{ key: user.licensedIn, sort: user.upn }])),
  /** key: partner · sort: folded name */
  'users-of-partner': query('partner-user', (user) => [{ key: user.tenant, sort: folded(user.name) }]),
  /** key: partner · sort: latest end */
  'own-subscriptions-of-partner': query('own-subscription', ({ partner, terms }) => [{ key: partner, sort: lastEndOf(terms) }]),
  /** key: partner · sort: folded name; the first is the default owner (domain/customers/owner.ts) */
  'global-admins-of-partner': query('partner-user', (user) => (user.companyRole === 'global-admin' ? [{ key: user.tenant, sort: folded(user.name) }] : [])),
  /** key: customer · sort: day it came into the book */
  'subscriptions-of-customer': query('subscription', (subscription) => [{ key: subscription.customer, sort: subscription.createdOn }]),
  /** key: `partner|plan` · sort: latest end. For choosing what to renew or add users to. */
  'subscriptions-of-plan': query('subscription', (subscription) => [
    {
      key: `${subscription.partner}|${subscription.plan}`,
      sort: lastEndOf(subscription.terms),
    },
  ]),
  /** key: partner · sort: end date; one row for each term that has a renewal ahead (domain/renewals/ladder.ts) */
  'ends-of-partner': query('subscription', (subscription) => openEnds(subscription).map((endsOn) => ({ key: subscription.partner, sort: endsOn }))),
  /** key: partner · sort: end date; one row for each end that another term follows */
  'renewed-ends-of-partner': query('subscription', (subscription) => renewedEnds(subscription).map((endsOn) => ({ key: subscription.partner, sort: endsOn }))),
  /** key: `partner|plan` · sort: end date; the same for what is renewed with keys */
  'key-ends-of-plan': query('subscription', (subscription) =>
    subscription.channel === 'key' ? openEnds(subscription).map((endsOn) => ({ key: `${subscription.partner}|${subscription.plan}`, sort: endsOn })) : [],
  ),
  /** key: partner · sort: last day; delegated administration that does not extend itself */
  'delegations-of-partner': query('relationship', (relationship) =>
    relationship.ended === undefined && relationship.terms.form === 'gdap' && !relationship.terms.autoExtends
      ? [{ key: relationship.partner, sort: relationship.endsOn }]
      : [],
  ),
  /** key: recipient · sort: end date; what waits to be told them */
  'waiting-notices-of': query('notice', (notice) => (notice.waiting === undefined ? [] : [{ key: notice.recipient, sort: notice.endsOn }])),
  /** key: subscription · sort: end date */
  'notices-of-subscription': query('notice', ({ ending, endsOn }) => (ending.kind === 'term' ? [{ key: ending.subscription, sort: endsOn }] : [])),
  /** key: recipient · sort: when; changes that wait to be told them */
  'news-of': query('news', (news) => [{ key: news.recipient, sort: news.at }]),
  /** key: partner · sort: the day until which it is silent */
  'snoozed-of-partner': query('renewal-plan', ({ partner, snoozed }) => (snoozed === undefined ? [] : [{ key: partner, sort: snoozed.until }])),
  /** key: subscription · sort: when; cards that speak of it */
  'places-of-subscription': query('notice-place', ({ subscriptions, at }) => subscriptions.map((subscription) => ({ key: subscription, sort: at }))),
  /** key: `partner|plan|state` · sort: day bought */
  'keys-of-plan': query('product-key', (key) => [{ key: `${key.partner}|${key.plan}|${key.state}`, sort: key.boughtOn ?? '' }]),
  /** key: owner, only while open · sort: when it began */
  'open-hand-offs-of-owner': query('hand-off', (handOff) => (handOff.confirmed === undefined ? [{ key: handOff.owner, sort: handOff.createdAt }] : [])),
  /** key: partner, only while open · sort: `owner|when it began`. To find whose there are: from the end of one owner's rows to the next. */
  'open-hand-offs-by-owner': query('hand-off', (handOff) =>
    handOff.confirmed === undefined ? [{ key: handOff.partner, sort: `${handOff.owner}|${handOff.createdAt}` }] : [],
  ),
  /** key: subscription, only while open · sort: when it began; what was changed in our book and not at Microsoft yet */
  'open-changes-of-subscription': query('hand-off', (handOff) =>
    handOff.what === 'change-subscription' && handOff.confirmed === undefined ? [{ key: handOff.subscription, sort: handOff.createdAt }] : [],
  ),
  /** key: customer · sort: when it began */
  'hand-offs-of-customer': query('hand-off', (handOff) => [{ key: handOff.customer, sort: handOff.createdAt }]),
  /** key: partner · sort: subscription */
  'checklists-of-partner': query('checklist', (checklist) =>
    Object.values(checklist.items).some((item) => item.status === 'open') ? [{ key: checklist.partner, sort: checklist.subscription }] : [],
  ),
  /** key: subscription · sort: when */
  'agreements-of-subscription': query('agreement', (agreement) => [{ key: agreement.subscription, sort: agreement.at }]),
  /** key: partner · newest first */
  'offers-of-partner': query('offer', (offer) => [{ key: offer.partner, sort: newestFirst(offer.sentAt) }]),
  /** key: the customer it is addressed to · newest first */
  'offers-to-customer': query('offer', (offer) => (offer.customer === undefined ? [] : [{ key: offer.customer, sort: newestFirst(offer.sentAt) }])),
  /** key: offer · newest first */
  'answers-of-offer': query('offer-answer', (answer) => [{ key: answer.offer, sort: newestFirst(answer.at) }]),
  /** key: customer · newest first */
  'answers-of-customer': query('offer-answer', (answer) => [{ key: answer.customer, sort: newestFirst(answer.at) }]),
  /** key: partner · oldest first; what somebody only says they accepted, until the partner confirms or dismisses it */
  'declared-answers-of-partner': query('offer-answer', (answer) => (answer.state === 'declared' ? [{ key: answer.partner, sort: answer.at }] : [])),
  /** key: offer · oldest first; those that wait for the partner's word */
  'declared-answers-of-offer': query('offer-answer', (answer) => (answer.state === 'declared' ? [{ key: answer.offer, sort: answer.at }] : [])),
  /** key: offer · oldest first; those of them that somebody in a plain browser gave */
  'visitors-answers-of-offer': query('offer-answer', (answer) =>
    answer.state === 'declared' && answer.by.kind === 'visitor' ? [{ key: answer.offer, sort: answer.at }] : [],
  ),
  /** key: offer · sort: person; the cards that show the offer */
  'cards-of-offer': query('offer-card', ({ offer, person, answerOf }) => (answerOf === undefined ? [{ key: offer, sort: person }] : [])),
  /** key: `offer|customer` · sort: person; the cards that tell of this customer's answer */
  'cards-of-answer': query('offer-card', ({ offer, person, answerOf }) => (answerOf === undefined ? [] : [{ key: `${offer}|${answerOf}`, sort: person }])),
  /** key: `person|activity id` · sort: offer. What stands in one place of a chat, to forget it when something else does. */
  'offer-cards-in-place': query('offer-card', (card) => card.shown.map((place) => ({ key: `${card.person}|${place}`, sort: card.offer }))),
  /** key: partner, only while open · oldest first */
  'admin-requests-of-partner': query('admin-request', (request) => (request.settled === undefined ? [{ key: request.partner, sort: request.at }] : [])),
  /** key: customer · sort: last day */
  'relationships-of-customer': query('relationship', (relationship) => [{ key: relationship.customer, sort: relationship.endsOn }]),
  /** key: partner · sort: Partner ID */
  'known-partners': query('known-partner', (known) => [{ key: known.partner, sort: known.partnerId }]),
  /** key: customer · newest first */
  'requests-of-customer': query('service-request', (request) => [{ key: request.customer, sort: newestFirst(request.createdAt) }]),
  /** key: partner, only while not closed · newest first */
  'open-requests-of-partner': query('service-request', (request) =>
    request.state === 'closed' ? [] : [{ key: request.partner, sort: newestFirst(request.createdAt) }],
  ),
  /** key: partner, only while open · sort: name; who asked for a right and waits */
  'right-requests-of-partner': query('right-request', (request) =>
    request.settled === undefined ? [{ key: request.partner, sort: folded(request.name) }] : [],
  ),
  /** key: customer · newest first */
  'history-of-customer': query('history', (line) => [{ key: line.customer, sort: newestFirst(line.at) }]),
  /** key: `all` · sort: when it is due. What `claim` takes from, and how many wait. */
  'outbox-by-due': query('outbox', (item) => [{ key: 'all', sort: item.dueAt }]),
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
/** The kind of record a query finds. */
export type QueryOf<Q extends QueryName> = Queries[Q]['kind'];

function lastEndOf(terms: Records['subscription']['terms']): string {
  return (
    terms
      .map((term) => term.endsOn)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** A sort value that runs backwards in time. */
function newestFirst(at: string): string {
  return String(latest - Date.parse(at)).padStart(16, '0');
}
const latest = 8_640_000_000_000_000;

/** Endings of words are kept up to this many UTF-16 units: what a longer search finds is compared whole afterwards. */
export const longestPart = 12;
/** What stands between the words of names and domains. */
export const betweenWords = /[^\p{L}\p{N}]+/u;
const beginsBetweenWords = /^[^\p{L}\p{N}]/u;

/** Endings of a directory id's groups are kept from this many characters on: fewer are in too many ids to tell one from another. */
export const shortestIdPart = 4;

/**
 * Each word of name and domain with its endings of at least two characters, and the groups of the directory id with theirs of at least four;
 * each once. Name and domain as they are only where no word begins them: a search without a letter or digit finds those.
 */
export function partsOf({ name, domain, tenant }: { readonly name: string; readonly domain: string; readonly tenant?: string | undefined }): readonly string[] {
  const texts = [folded(name), folded(domain)];
  const words = new Set(texts.flatMap((text) => text.split(betweenWords).filter((word) => word !== '')));
  const parts = new Set(texts.filter((text) => beginsBetweenWords.test(text)));
  for (const group of tenant?.split('-') ?? []) addEndings(parts, group, shortestIdPart);
  for (const word of words) addEndings(parts, word, 2);
  return [...parts];
}

function addEndings(parts: Set<string>, word: string, shortest: number): void {
  for (let start = 0; start === 0 || start <= word.length - shortest; start += 1) parts.add(word.slice(start, start + longestPart));
}

/** Lower case without diacritics: how names are compared and searched. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
