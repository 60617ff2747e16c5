import type { MovableEnd } from '../../../cards/move-to-direct.card.ts';
import type { Subscription, Term } from '../../../domain/customers/records.ts';
import { lifecycleOf } from '../../../domain/renewals/lifecycle.ts';
import { advisedDays, hasSeveralTerms, lostDays } from '../../../domain/renewals/move-to-direct.ts';
import { daysLeft, openTerms, renewalStart } from '../../../domain/renewals/terms.ts';
import { addDays, dayOf, termEnd } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { plans } from '../../../domain/shared/plans.ts';
import type { At } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';

const mostSubscriptions = 200;
const mostListed = 30;

/** What can be moved of this subscription today: the ends ahead that nobody has renewed, of what Microsoft sells directly. */
export function movableTerms(subscription: Subscription, today: Day): readonly Term[] {
  const { channel, plan, cancelled } = subscription;
  if (cancelled !== undefined || (channel !== 'key' && channel !== 'csp') || !plans[plan].channels.includes('direct')) return [];
  return openTerms(subscription).filter((term) => renewalStart(term.endsOn, today, lifecycleOf(subscription, term)) !== undefined);
}

/** The ends of the chosen customer that can be moved, the soonest first. */
export async function movableEnds({ book, who, now, answers }: At<Answers>): Promise<readonly MovableEnd[]> {
  const customer = answers.customer?.customer;
  if (customer === undefined) return [];
  const today = dayOf(now);
  const { rows } = await book.list('subscriptions-of-customer', { key: customer, limit: mostSubscriptions });
  const own = rows.map(({ value }) => value).filter(({ partner }) => partner === who.tenant);
  return own
    .flatMap((subscription) => movableTerms(subscription, today).map((term) => endOf(subscription, term, today)))
    .toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : 1))
    .slice(0, mostListed);
}

function endOf(of: Subscription, { id: term, seats, endsOn, length }: Term, today: Day): MovableEnd {
  return {
    subscription: of.id,
    term,
    plan: of.plan,
    seats,
    endsOn,
    daysLeft: daysLeft(endsOn, today),
    lostDays: lostDays(endsOn, today),
    advisedFrom: addDays(endsOn, -advisedDays),
    isOneOfSeveral: hasSeveralTerms(of, today),
    next: { startsOn: today, endsOn: termEnd(today, length) },
  };
}
