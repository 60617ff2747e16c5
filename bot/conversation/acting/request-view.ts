import { subscriptionLine } from '../../../cards/change-subscription.card.ts';
import type { SubscriptionLine } from '../../../cards/change-subscription.card.ts';
import type { Say } from '../../../cards/messages/say.ts';
import type { ServiceRequestView } from '../../../cards/service-request.card.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { mayNotFollow } from '../../../domain/service-requests/move-service-request.ts';
import type { ServiceRequest } from '../../../domain/service-requests/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { ServiceRequestId } from '../../../domain/shared/ids.ts';
import type { At } from '../flow.ts';
import { mendOf } from '../own-company/mending.ts';
import { ownCustomer } from '../steps/choose-customer.ts';
import { lineOf, subscriptionOf } from './subscriptions.ts';

const mostRelationships = 500;
type Reads = Pick<At<unknown>, 'book' | 'who' | 'now' | 'say'>;

/** A service request as this person may see it; undefined where it is not this partner's. */
export async function requestView(at: Reads, id: ServiceRequestId): Promise<ServiceRequestView | undefined> {
  const request = (await at.book.read('service-request', id))?.value;
  if (request?.partner !== at.who.tenant) return undefined;
  const customer = await ownCustomer(at, request.customer);
  if (customer === undefined) return undefined;
  const stored = await subscriptionOf(at, customer, request.subscription);
  const subscription = stored === undefined ? undefined : lineOf(stored, dayOf(at.now));
  const { partner, user } = at.who;
  const page = await at.book.list('relationships-of-customer', { key: customer.id, limit: mostRelationships });
  const people = { partner, user, relationships: page.rows.map((row) => row.value) };
  const because = mayNotFollow(people, request, 'keep', dayOf(at.now));
  const notToBeSent = request.state === 'draft' ? mayNotFollow(people, request, 'send', dayOf(at.now)) : undefined;
  return {
    request,
    customer: customer.name,
    mend: await mendOf(at),
    ...(customer.tenant === undefined ? {} : { tenant: customer.tenant }),
    text: readyText(at.say, request, customer, subscription),
    ...(subscription === undefined ? {} : { subscription }),
    ...(because === undefined ? {} : { because }),
    ...(because !== undefined || notToBeSent === undefined ? {} : { notToBeSent }),
  };
}

/** What is pasted into Microsoft's form, or sent to a colleague. */
function readyText(
  say: Say,
  { title, description, severity }: ServiceRequest,
  { name, domain, tenant }: Customer,
  subscription: SubscriptionLine | undefined,
): string {
  const about: readonly (readonly [string, string])[] = [
    [say('acting.customer'), [name, domain, ...(tenant === undefined ? [] : [tenant])].join(' · ')],
    ...(subscription === undefined ? [] : ([[say('change.subscription'), subscriptionLine(say, subscription)]] as const)),
    [say('request.severity'), say(`request.severity-${severity}`)],
  ];
  return [title, description, about.map(([label, value]) => `${label}: ${value}`).join('\n')].join('\n\n');
}
