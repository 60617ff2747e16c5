import type { About } from '../../cards/actions.ts';
import { mayNotActText } from '../../cards/acting-words.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { changeReceiptCard } from '../../cards/change-receipt.card.ts';
import { licencesFixedText } from '../../cards/change-subscription.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { ChangeSubscription, ChangeSubscriptionRefusal } from '../../domain/customers/acting-commands.ts';
import { SubscriptionChanged } from '../../domain/customers/acting-commands.ts';
import { taskOfChange } from '../../domain/customers/change-subscription.ts';
import { HandOffId } from '../../domain/shared/ids.ts';
import { permitsActing } from '../conversation/acting/may-act.ts';
import { whereAllowed } from '../conversation/acting/where-allowed.ts';
import { taskSubjectsOf } from '../conversation/customers/task-subjects.ts';
import { flowOf } from '../conversation/flow.ts';
import type { After, At, Flow, RefusalReply, Step } from '../conversation/flow.ts';
import { chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';
import { Answers } from './change-subscription/answers.ts';
import { reviewStep, seatsStep, subscriptionStep, whatStep } from './change-subscription/steps.ts';

/** Licences, automatic renewal or the end of a subscription, on a customer's behalf (mission, row 11). */
export const changeSubscription: Flow = flowOf<Answers, 'change-subscription'>({
  id: 'change-subscription',
  version: 1,
  title: 'change.title',
  permits: (who, today) => permitsActing('change-subscription', who, today),
  startsWith,
  steps: [
    chooseCustomerStep<Answers>({ heading: 'change.customer-heading', forgets: ['subscription', 'what', 'seats'] }),
    ...[subscriptionStep, whatStep, seatsStep, reviewStep].map(allowed),
  ],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: SubscriptionChanged,
  done: receipt,
  refused,
});

function allowed(step: Step<Answers>): Step<Answers> {
  return whereAllowed(({ answers: { what } }) => Promise.resolve(taskOfChange[what?.what ?? 'seats']), step);
}

async function startsWith({ subscription, customer }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const stored = subscription === undefined ? undefined : (await at.book.read('subscription', subscription))?.value;
  const id = subscription === undefined ? customer : stored?.customer;
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  return { customer: { customer: own.id, name: own.name }, ...(stored === undefined ? {} : { subscription: { subscription: stored.id } }) };
}

function commandOf(at: At<Answers>): ChangeSubscription | undefined {
  const { who, run, secrets, answers } = at;
  const change = changeOf(at);
  if (answers.customer?.customer === undefined || answers.subscription === undefined || change === undefined) return undefined;
  return {
    type: 'change-subscription',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    subscription: answers.subscription.subscription,
    change,
    handOff: HandOffId.parse(secrets.deriveId('hand-off', run)),
  };
}

function changeOf({ answers: { what, seats } }: At<Answers>): ChangeSubscription['change'] | undefined {
  switch (what?.what) {
    case 'seats':
      return seats === undefined ? undefined : { kind: 'seats', ...seats };
    case 'auto-renewal':
      return { kind: 'auto-renewal', autoRenews: what.autoRenews };
    case 'cancel':
      return { kind: 'cancel' };
    case undefined:
      return undefined;
  }
}

async function receipt(changed: SubscriptionChanged, { who, say, book }: After): Promise<AdaptiveCard | undefined> {
  if ((await ownCustomer({ book, who }, changed.customer)) === undefined) return undefined;
  const handOff = (await book.read('hand-off', changed.handOff))?.value;
  return changeReceiptCard(say, { changed, ...(handOff === undefined ? {} : { handOff, about: await taskSubjectsOf({ book }, handOff) }) });
}

function refused(refusal: ChangeSubscriptionRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'may-not-act':
      // The review itself says it then, with the way to mend it.
      return { text: mayNotActText(say, refusal.because), goTo: 'review' };
    case 'subscription-not-found':
      return { text: say('change.not-found'), goTo: 'subscription' };
    case 'seats-wrong':
      return { text: say('change.seats-wrong', refusal.least, refusal.most), goTo: 'seats' };
    case 'licences-fixed':
      return { text: licencesFixedText(say, refusal.because), goTo: 'what' };
    case 'over-already':
      return { text: say('change.over-already'), goTo: 'what' };
    case 'unchanged':
      return { text: say('change.unchanged'), goTo: 'what' };
  }
}
