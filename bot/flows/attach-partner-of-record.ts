import type { About } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { attachReceiptCard } from '../../cards/attach-receipt.card.ts';
import { eligibilityText } from '../../cards/eligibility.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { AttachPartnerOfRecord, AttachPartnerOfRecordRefusal } from '../../domain/partner-of-record/commands.ts';
import { PartnerOfRecordAttached } from '../../domain/partner-of-record/commands.ts';
import { HandOffId } from '../../domain/shared/ids.ts';
import { taskSubjectsOf } from '../conversation/customers/task-subjects.ts';
import { flowOf } from '../conversation/flow.ts';
import { askFor, permissionFor } from '../conversation/permission.ts';
import type { After, At, Flow, RefusalReply } from '../conversation/flow.ts';
import { chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';
import { Answers } from './attach-partner-of-record/answers.ts';
import { partnerView } from '../conversation/attached-partner.ts';
import { partnerIdStep } from './attach-partner-of-record/partner-id.ts';
import { reviewStep } from './attach-partner-of-record/review.ts';
import { subscriptionsStep } from './attach-partner-of-record/subscriptions.ts';

/** Attaching the partner of record to subscriptions of one customer (mission, row 6). */
export const attachPartnerOfRecord: Flow = flowOf<Answers, 'attach-partner-of-record'>({
  id: 'attach-partner-of-record',
  version: 1,
  title: 'por.title',
  permits: (who) => permissionFor('partner-of-record', who),
  startsWith,
  steps: [chooseCustomerStep<Answers>({ heading: 'por.customer-heading', forgets: ['subscriptions'] }), subscriptionsStep, partnerIdStep, reviewStep],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: PartnerOfRecordAttached,
  done: receipt,
  refused,
});

async function startsWith({ subscription, customer }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const stored = subscription === undefined ? undefined : await at.book.read('subscription', subscription);
  const id = stored?.value.customer ?? (subscription === undefined ? customer : undefined);
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  return {
    customer: { customer: own.id, name: own.name },
    ...(stored === undefined ? {} : { subscriptions: { subscriptions: [stored.value.id] } }),
  };
}

function commandOf({ who, run, secrets, answers: { customer, subscriptions, partner } }: At<Answers>): AttachPartnerOfRecord | undefined {
  if (customer?.customer === undefined || subscriptions === undefined || partner === undefined) return undefined;
  return {
    type: 'attach-partner-of-record',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    customer: customer.customer,
    subscriptions: subscriptions.subscriptions,
    partnerId: partner.partnerId,
    handOff: HandOffId.parse(secrets.deriveId('hand-off', run)),
  };
}

async function receipt(attached: PartnerOfRecordAttached, { who, say, book }: After): Promise<AdaptiveCard | undefined> {
  if ((await ownCustomer({ book, who }, attached.customer)) === undefined) return undefined;
  const handOff = (await book.read('hand-off', attached.handOff))?.value;
  const before = await Promise.all(attached.subscriptions.map((each) => partnerView({ book, who }, each.before ?? 'false')));
  return attachReceiptCard(say, { attached, before, ...(handOff === undefined ? {} : { handOff, about: await taskSubjectsOf({ book }, handOff) }) });
}

function refused(refusal: AttachPartnerOfRecordRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'not-eligible':
      return { text: eligibilityText(say, refusal.eligibility), ...askFor('partner-of-record', refusal.eligibility) };
    case 'customer-not-found':
      return { text: say('customer.not-yours'), goTo: 'customer' };
    case 'subscription-not-found':
      return { text: say('por.subscription-not-found'), goTo: 'subscriptions' };
    case 'no-subscriptions':
      return { text: say('por.subscriptions-missing'), goTo: 'subscriptions' };
    case 'not-a-partner-id':
      return { text: say('por.id-wrong'), goTo: 'partner' };
    case 'provider-on-indirect-sale':
      return { text: say('por.provider-refused', refusal.name), goTo: 'partner' };
    case 'attached-already':
      return { text: say('por.attached-already'), goTo: 'partner' };
  }
}
