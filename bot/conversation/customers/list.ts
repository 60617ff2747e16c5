import { customersCard, customersAtOnce } from '../../../cards/customers.card.ts';
import type { CustomerRow } from '../../../cards/customers.card.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { isFound } from '../../../domain/customers/search.ts';
import { dayOf, isEnd } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';
import { customerCount, customersFound, everyCustomer, searchFrom } from './found.ts';

type Here = Context<PartnerPerson>;
const mostSubscriptions = 100;

/** Fewer than a hundred customers in a list, six at a time; more are searched for first. */
export async function customersPage(context: Here, after?: string): Promise<AdaptiveCard> {
  const count = await customerCount(context);
  if (count >= searchFrom) return customersCard(context.say, { rows: [], from: 0, total: 0, tooManyToList: count });
  return customersCard(context.say, await pageOf(context, await everyCustomer(context), after));
}

/** What a search finds: the cards of many, or the one that it can only be. */
export type Sought = { readonly kind: 'one'; readonly customer: Customer } | { readonly kind: 'card'; readonly card: AdaptiveCard };

export async function searchedFor(context: Here, typed: string, after?: string): Promise<Sought> {
  const find = typed.trim().slice(0, 100);
  if (find === '') return { kind: 'card', card: await customersPage(context) };
  const count = await customerCount(context);
  const { customers, more, stopped } =
    count >= searchFrom
      ? await customersFound(context, find)
      : { customers: (await everyCustomer(context)).filter((customer) => isFound(customer, find)), more: false, stopped: false };
  const [only, second] = customers;
  if (only !== undefined && second === undefined && !more && !stopped) return { kind: 'one', customer: only };
  const view = { ...(await pageOf(context, customers, after)), find, more, stopped, ...(count >= searchFrom ? { tooManyToList: count } : {}) };
  return { kind: 'card', card: customersCard(context.say, view) };
}

const shortestPart = 2;

/** Is this typed line a part of a customer's name or domain? */
export async function isPartOfCustomer(context: Here, typed: string): Promise<boolean> {
  const find = typed.trim();
  if (find.length < shortestPart || find.length > 100) return false;
  if ((await customerCount(context)) >= searchFrom) return (await customersFound(context, find)).customers.length > 0;
  return (await everyCustomer(context)).some((customer) => isFound(customer, find));
}

async function pageOf(
  context: Here,
  customers: readonly Customer[],
  after: string | undefined,
): Promise<{ readonly rows: readonly CustomerRow[]; readonly from: number; readonly total: number }> {
  const from = placeAfter(after, customers.length);
  const rows = await Promise.all(customers.slice(from, from + customersAtOnce).map((customer) => rowOf(context, customer)));
  return { rows, from, total: customers.length };
}

/** Where a list goes on. A text that is no place in it (a forged or old button) begins anew. */
export function placeAfter(after: string | undefined, total: number): number {
  const place = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0;
  return place < total ? place : 0;
}

async function rowOf({ book, now }: Here, customer: Customer): Promise<CustomerRow> {
  const [subscriptions, count] = await Promise.all([
    book.list('subscriptions-of-customer', { key: customer.id, limit: mostSubscriptions }),
    book.count('subscriptions-of-customer', { key: customer.id }),
  ]);
  const today = dayOf(now);
  const ends = subscriptions.rows
    .flatMap(({ value }) => value.terms.filter(({ renewedBy, endsOn }) => renewedBy === undefined && endsOn >= today && isEnd(endsOn)))
    .map(({ endsOn }): Day => endsOn)
    .toSorted();
  const [endsOn] = ends;
  return { customer, subscriptions: count, ...(endsOn === undefined ? {} : { endsOn }) };
}
