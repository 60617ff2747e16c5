import type { About } from '../../cards/actions.ts';
import { mayNotActText } from '../../cards/acting-words.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { serviceRequestCard } from '../../cards/service-request.card.ts';
import type { OpenServiceRequest, OpenServiceRequestRefusal } from '../../domain/service-requests/commands.ts';
import { ServiceRequestOpened } from '../../domain/service-requests/commands.ts';
import { ServiceRequestId } from '../../domain/shared/ids.ts';
import { permitsActing } from '../conversation/acting/may-act.ts';
import { requestView } from '../conversation/acting/request-view.ts';
import { whereAllowed } from '../conversation/acting/where-allowed.ts';
import { flowOf } from '../conversation/flow.ts';
import type { After, At, Flow, RefusalReply, Step } from '../conversation/flow.ts';
import { chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';
import { Answers, requestStep, reviewStep } from './open-service-request/request.ts';

/** A service request written down on a customer's behalf (mission, row 11). Sending it to Microsoft is a hand-off. */
export const openServiceRequest: Flow = flowOf<Answers, 'open-service-request'>({
  id: 'open-service-request',
  version: 1,
  title: 'request.title-new',
  permits: (who, today) => permitsActing('service-request', who, today),
  startsWith,
  steps: [chooseCustomerStep<Answers>({ heading: 'request.customer-heading', forgets: ['about', 'request'] }), allowed(requestStep), allowed(reviewStep)],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: ServiceRequestOpened,
  done: receipt,
  refused,
});

function allowed(step: Step<Answers>): Step<Answers> {
  return whereAllowed(() => Promise.resolve('service-request'), step);
}

async function startsWith({ customer, subscription }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const stored = subscription === undefined ? undefined : (await at.book.read('subscription', subscription))?.value;
  const id = subscription === undefined ? customer : stored?.customer;
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  return { customer: { customer: own.id, name: own.name }, ...(stored === undefined ? {} : { about: { subscription: stored.id } }) };
}

function commandOf({ who, run, secrets, answers: { customer, request } }: At<Answers>): OpenServiceRequest | undefined {
  if (customer?.customer === undefined || request === undefined) return undefined;
  const { title, description, severity, recipient, subscription } = request;
  return {
    type: 'open-service-request',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    id: ServiceRequestId.parse(secrets.deriveId('service-request', run)),
    customer: customer.customer,
    ...{ title, description, severity, recipient },
    ...(subscription === undefined ? {} : { subscription }),
  };
}

async function receipt({ request }: ServiceRequestOpened, after: After): Promise<AdaptiveCard | undefined> {
  const view = await requestView(after, request);
  return view === undefined ? undefined : serviceRequestCard(after.say, view);
}

function refused(refusal: OpenServiceRequestRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'may-not-act':
      // The review itself says it then, with the way to mend it.
      return { text: mayNotActText(say, refusal.because), goTo: 'review' };
    case 'customer-not-found':
      return { text: say('customer.not-yours'), goTo: 'customer' };
    case 'subscription-not-found':
      return { text: say('change.subscription-missing'), goTo: 'request' };
  }
}
