import type { About } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { directReceiptCard } from '../../cards/move-to-direct.card.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import type { MoveToDirect, MoveToDirectRefusal } from '../../domain/renewals/commands.ts';
import { MovedToDirect } from '../../domain/renewals/commands.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { HandOffId, TermId } from '../../domain/shared/ids.ts';
import { flowOf } from '../conversation/flow.ts';
import type { After, At, Flow, Permission, RefusalReply } from '../conversation/flow.ts';
import { chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';
import type { PartnerPerson } from '../conversation/who.ts';
import { Answers } from './move-to-direct/answers.ts';
import { movableTerms } from './move-to-direct/ends.ts';
import { endStep, reviewStep } from './move-to-direct/steps.ts';

/** Direct billing by Microsoft: the new term starts at once, so that it is advised in the last days only (mission, row 14). */
export const moveToDirect: Flow = flowOf<Answers, 'move-to-direct'>({
  id: 'move-to-direct',
  version: 1,
  title: 'intent.move-to-direct',
  permits,
  startsWith,
  steps: [chooseCustomerStep<Answers>({ heading: 'direct.customer-heading', forgets: ['end'] }), endStep, reviewStep],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: MovedToDirect,
  done: receipt,
  refused,
});

function permits({ user }: PartnerPerson): Permission {
  if (mayActForCustomers(user, 'renewals')) return { kind: 'allowed' };
  return { kind: 'not-allowed', because: (say) => say('eligibility.person-limited'), ask: 'renewals' };
}

/** From a card of a renewal: its customer, and its end where there is one only. */
async function startsWith({ subscription, customer }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const stored = subscription === undefined ? undefined : (await at.book.read('subscription', subscription))?.value;
  const id = stored?.customer ?? customer;
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  const [only, second] = stored === undefined ? [] : movableTerms(stored, dayOf(at.now));
  const end =
    stored === undefined || only === undefined || second !== undefined ? {} : { end: { subscription: stored.id, term: only.id, endsOn: only.endsOn } };
  return { customer: { customer: own.id, name: own.name }, ...end };
}

function commandOf({ who, run, secrets, answers }: At<Answers>): MoveToDirect | undefined {
  if (answers.customer?.customer === undefined || answers.end === undefined) return undefined;
  return {
    type: 'move-to-direct',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    ...answers.end,
    nextTerm: TermId.parse(secrets.deriveId('direct-term', run)),
    handOff: HandOffId.parse(secrets.deriveId('hand-off', run)),
  };
}

async function receipt(moved: MovedToDirect, { who, say, book }: After): Promise<AdaptiveCard | undefined> {
  if ((await ownCustomer({ book, who }, moved.customer)) === undefined) return undefined;
  const handOff = (await book.read('hand-off', moved.handOff))?.value;
  return directReceiptCard(say, { moved, ...(handOff === undefined ? {} : { handOff }) });
}

function refused(refusal: MoveToDirectRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'subscription-not-found':
      return { text: say('renewal.not-found'), goTo: 'end' };
    case 'end-changed':
      return { text: say('renewal.end-changed'), goTo: 'end' };
    case 'person-lacks-right':
      return { text: say('eligibility.person-limited'), ask: 'renewals' };
    case 'direct-already':
      return { text: say('direct.already'), goTo: 'end' };
    case 'one-of-several':
      return { text: say('direct.one-of-several'), goTo: 'end' };
    case 'not-sold-that-way':
      return { text: say('direct.not-sold'), goTo: 'end' };
    case 'over-already':
      return { text: say('renewal.over-already'), goTo: 'end' };
  }
}
