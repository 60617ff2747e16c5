import type { SubscriptionLine } from '../../../cards/change-subscription.card.ts';
import type { Customer, Subscription } from '../../../domain/customers/records.ts';
import { isOver, lastEnd, seatsOn } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { SubscriptionId } from '../../../domain/shared/ids.ts';
import type { At } from '../flow.ts';
import type { ChosenCustomer } from '../steps/choose-customer.ts';
import { ownCustomer } from '../steps/choose-customer.ts';

const mostListed = 40;
// ended ones are among them, and must not hide those that run
const mostRead = 500;
type Reads<A> = Pick<At<A>, 'book' | 'who' | 'now' | 'answers'>;
type Chosen = { readonly customer: ChosenCustomer };

export interface SubscriptionsOfCustomer {
  readonly customer: Customer | undefined;
  readonly rows: readonly Subscription[];
  readonly more: boolean;
}

/** The subscriptions of the chosen customer that are not over, in the order in which they came into the book. */
export async function subscriptionsOf<A extends Chosen>(at: Reads<A>): Promise<SubscriptionsOfCustomer> {
  const customer = await customerOf(at);
  if (customer === undefined) return { customer, rows: [], more: false };
  const page = await at.book.list('subscriptions-of-customer', { key: customer.id, limit: mostRead });
  const today = dayOf(at.now);
  const rows = page.rows.map((row) => row.value).filter((each) => !isOver(each, today));
  return { customer, rows: rows.slice(0, mostListed), more: page.next !== undefined || rows.length > mostListed };
}

/** The chosen customer, where it is this partner's. */
export async function customerOf<A extends Chosen>(at: Reads<A>): Promise<Customer | undefined> {
  const id = at.answers.customer?.customer;
  return id === undefined ? undefined : ownCustomer(at, id);
}

/** The subscription of that id, where it is this customer's. */
export async function subscriptionOf(
  { book }: Pick<At<unknown>, 'book'>,
  customer: Customer | undefined,
  id: SubscriptionId | undefined,
): Promise<Subscription | undefined> {
  const stored = id === undefined || customer === undefined ? undefined : (await book.read('subscription', id))?.value;
  return stored?.customer === customer?.id ? stored : undefined;
}

/** As a line to choose; of one that has ended the licences of its last day. */
export function lineOf({ id, plan, terms, cancelled }: Subscription, today: Day): SubscriptionLine {
  const endsOn = lastEnd(terms) ?? today;
  return { id, plan, seats: seatsOn(terms, endsOn < today ? endsOn : today), endsOn, cancelled: cancelled !== undefined };
}
