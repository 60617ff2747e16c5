import type { TaskSubjects } from '../../../cards/task-subjects.ts';
import type { HandOff, Subscription, Term } from '../../../domain/customers/records.ts';
import { lastEnd } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { SubscriptionId } from '../../../domain/shared/ids.ts';
import type { Context } from '../context.ts';

const mostNamed = 3;
/** What is done in the customer's own admin centre. */
const inAdminCentre: ReadonlySet<HandOff['what']> = new Set(['new-password', 'customer-user', 'move-to-direct']);

/** The subscriptions a task at Microsoft is about, with the end by which each is found there. */
export async function taskSubjectsOf({ book }: Pick<Context, 'book'>, handOff: HandOff): Promise<TaskSubjects> {
  const ids = subscriptionsOf(handOff);
  const stored = await Promise.all(ids.slice(0, mostNamed).map((id) => book.read('subscription', id)));
  const first = stored.flatMap((each) => {
    const endsOn = each === undefined ? undefined : endAtMicrosoft(each.value, handOff);
    return each === undefined || endsOn === undefined ? [] : [{ plan: each.value.plan, endsOn }];
  });
  const customer = inAdminCentre.has(handOff.what) ? await book.read('customer', handOff.customer) : undefined;
  return { first, more: Math.max(0, ids.length - mostNamed), ...(customer?.value.tenant === undefined ? {} : { tenant: customer.value.tenant }) };
}

function subscriptionsOf(handOff: HandOff): readonly SubscriptionId[] {
  switch (handOff.what) {
    case 'redeem-keys':
      // what the keys set up is not at Microsoft yet
      return handOff.purpose === 'new-subscription' ? [] : [handOff.subscription];
    case 'change-subscription':
    case 'move-to-direct':
      return [handOff.subscription];
    case 'attach-partner-of-record':
    case 'set-up-accepted-offer':
      return handOff.subscriptions;
    case 'request-delegated-admin':
    case 'end-delegated-admin':
    case 'new-password':
    case 'customer-user':
      return [];
  }
}

/** Until the keys are entered there, a subscription ends as it did before them. */
function endAtMicrosoft({ terms }: Subscription, handOff: HandOff): Day | undefined {
  switch (handOff.what) {
    case 'redeem-keys':
      return handOff.purpose === 'renewal' ? lastEnd(terms.filter(isRenewed)) : soonestEnd(terms, dayOf(new Date(handOff.createdAt)));
    case 'change-subscription':
      return terms.find(({ id }) => id === handOff.term)?.endsOn ?? lastEnd(terms);
    case 'attach-partner-of-record':
    case 'set-up-accepted-offer':
    case 'request-delegated-admin':
    case 'end-delegated-admin':
    case 'new-password':
    case 'customer-user':
    case 'move-to-direct':
      return lastEnd(terms);
  }
}

function isRenewed({ renewedBy }: Term): boolean {
  return renewedBy !== undefined;
}

function soonestEnd(terms: readonly Term[], from: Day): Day | undefined {
  return terms
    .map(({ endsOn }) => endsOn)
    .filter((endsOn) => from <= endsOn)
    .toSorted()[0];
}
