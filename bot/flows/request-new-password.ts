import type { About } from '../../cards/actions.ts';
import { mayNotActText } from '../../cards/acting-words.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { passwordReceiptCard } from '../../cards/new-password.card.ts';
import type { RequestNewPassword, RequestNewPasswordRefusal } from '../../domain/customers/acting-commands.ts';
import { NewPasswordRequested } from '../../domain/customers/acting-commands.ts';
import { HandOffId } from '../../domain/shared/ids.ts';
import { permitsActing } from '../conversation/acting/may-act.ts';
import { whereAllowed } from '../conversation/acting/where-allowed.ts';
import { taskSubjectsOf } from '../conversation/customers/task-subjects.ts';
import { flowOf } from '../conversation/flow.ts';
import type { After, At, Flow, RefusalReply } from '../conversation/flow.ts';
import { chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';
import { Answers, reviewStep, taskOf, userOf, userStep } from './request-new-password/user.ts';

/** A new password for a customer's user, made on Microsoft's own page (mission, row 11). None is invented, shown or stored. */
export const requestNewPassword: Flow = flowOf<Answers, 'request-new-password'>({
  id: 'request-new-password',
  version: 1,
  title: 'password.title',
  permits: (who, today) => permitsActing('password-of-user', who, today),
  startsWith,
  steps: [
    chooseCustomerStep<Answers>({ heading: 'password.customer-heading', forgets: ['user'] }),
    whereAllowed(() => Promise.resolve('password-of-user'), userStep),
    whereAllowed(taskOf, reviewStep),
  ],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: NewPasswordRequested,
  done: receipt,
  refused,
});

async function startsWith({ customer, user }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const stored = user === undefined ? undefined : (await at.book.read('customer-user', user))?.value;
  const id = user === undefined ? customer : stored?.customer;
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  const known: Partial<Answers> = { customer: { customer: own.id, name: own.name } };
  const isTheirs = user !== undefined && (await userOf({ ...at, answers: known }, user)) !== undefined;
  return { ...known, ...(isTheirs ? { user: { user } } : {}) };
}

function commandOf({ who, run, secrets, answers: { customer, user } }: At<Answers>): RequestNewPassword | undefined {
  if (customer?.customer === undefined || user === undefined) return undefined;
  return {
    type: 'request-new-password',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    customer: customer.customer,
    user: user.user,
    handOff: HandOffId.parse(secrets.deriveId('hand-off', run)),
  };
}

async function receipt(requested: NewPasswordRequested, { who, say, book }: After): Promise<AdaptiveCard | undefined> {
  if ((await ownCustomer({ book, who }, requested.customer)) === undefined) return undefined;
  const handOff = (await book.read('hand-off', requested.handOff))?.value;
  return passwordReceiptCard(say, { requested, ...(handOff === undefined ? {} : { handOff, about: await taskSubjectsOf({ book }, handOff) }) });
}

function refused(refusal: RequestNewPasswordRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'may-not-act':
      // The review itself says it then, with the way to mend it.
      return { text: mayNotActText(say, refusal.because), goTo: 'review' };
    case 'customer-not-found':
      return { text: say('customer.not-yours'), goTo: 'customer' };
    case 'user-not-found':
      return { text: say('password.user-missing'), goTo: 'user' };
  }
}
