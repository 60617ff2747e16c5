import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import type { Reader } from '../shared/store.port.ts';
import { decidedOf, knownSince, ladderKindOf, later, nextToldOn } from './ladder.ts';
import { partnerIsTold } from './recipients.ts';
import { renewalPlanId } from './records.ts';
import { openTerms } from './terms.ts';

const mostNotices = 200;

/** The next day after today on which the partner is told of this end, as the book stands; undefined when nothing more comes. */
export async function nextNoticeOn(book: Reader, subscription: Subscription, term: Term, today: Day): Promise<Day | undefined> {
  const { id, partner: tenant, cancelled } = subscription;
  const { endsOn } = term;
  if (cancelled !== undefined || !openTerms(subscription).some((each) => each.id === term.id)) return undefined;
  const [partner, customer, run, plan, notices] = await Promise.all([
    book.read('partner', tenant),
    book.read('customer', subscription.customer),
    book.read('notice-run', tenant),
    book.read('renewal-plan', renewalPlanId(term.id, endsOn)),
    book.list('notices-of-subscription', { key: id, from: endsOn, upTo: endsOn, limit: mostNotices }),
  ]);
  if (customer === undefined || !partnerIsTold(subscription, customer.value, partner?.value)) return undefined;
  const known = knownSince(subscription, term);
  const told = notices.rows
    .filter(({ value: { side, ending } }) => side === 'partner' && ending.kind === 'term' && ending.term === term.id)
    .flatMap(({ value }) => value.told);
  const since = later(known, run?.value.since ?? known);
  return nextToldOn({ kind: ladderKindOf(subscription), endsOn, since, told, ...decidedOf(plan?.value), today });
}
