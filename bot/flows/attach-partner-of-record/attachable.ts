import type { PartnerView } from '../../../cards/partner-words.ts';
import type { Customer, Subscription } from '../../../domain/customers/records.ts';
import { partnerOfRecordOf } from '../../../domain/partner-of-record/effective.ts';
import { isOver, lastEnd, seatsOn } from '../../../domain/renewals/terms.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { partnerView } from '../../conversation/attached-partner.ts';
import { ownCustomer } from '../../conversation/steps/choose-customer.ts';
import type { At } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';

type Reads = Pick<At<unknown>, 'book' | 'who' | 'now'>;

/** A subscription that can have a partner of record attached, and who that is now. */
export interface Attachable {
  readonly subscription: Subscription;
  readonly seats: number;
  readonly endsOn: Day;
  readonly now: PartnerView;
}

/** The subscriptions of the chosen customer that are not over, in the order in which they came into the book. */
export interface OfCustomer {
  readonly customer: Customer | undefined;
  readonly rows: readonly Attachable[];
  readonly more: boolean;
}

const mostListed = 40;

export async function attachableOf(at: At<Answers>): Promise<OfCustomer> {
  const id = at.answers.customer?.customer;
  const customer = id === undefined ? undefined : await ownCustomer(at, id);
  if (customer === undefined) return { customer, rows: [], more: false };
  const page = await at.book.list('subscriptions-of-customer', { key: customer.id, limit: mostListed });
  const today = dayOf(at.now);
  const running = page.rows.map((row) => row.value).filter((subscription) => !isOver(subscription, today));
  return { customer, rows: await Promise.all(running.map((each) => attachable(at, customer, each))), more: page.next !== undefined };
}

/** Those that were chosen, as they stand now; one that has gone is left out. */
export async function chosenOf(at: At<Answers>): Promise<OfCustomer> {
  const id = at.answers.customer?.customer;
  const customer = id === undefined ? undefined : await ownCustomer(at, id);
  const ids = at.answers.subscriptions?.subscriptions ?? [];
  const stored = await Promise.all(ids.map((each) => at.book.read('subscription', each)));
  const own = stored.flatMap((each) => (customer !== undefined && each?.value.customer === customer.id ? [attachable(at, customer, each.value)] : []));
  return { customer, rows: await Promise.all(own), more: false };
}

async function attachable(reads: Reads, customer: Customer, subscription: Subscription): Promise<Attachable> {
  const today = dayOf(reads.now);
  const endsOn = lastEnd(subscription.terms) ?? today;
  return {
    subscription,
    // Of one that has ended, the licences of its last day: none run today, but that is not how many there are.
    seats: seatsOn(subscription.terms, endsOn < today ? endsOn : today),
    endsOn,
    now: await partnerView(reads, partnerOfRecordOf(subscription, customer)),
  };
}
