import type { CardAction } from '../../cards/actions.ts';
import { endDelegationCard, offerNotFoundCard, offerProblemCard, withdrawOfferCard } from '../../cards/offer-asked.card.ts';
import { confirmAnswerCard, nameAdminCard } from '../../cards/offer-sure.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { lastDayOf, isActive } from '../../domain/delegated-admin/term.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import { objectIdOf } from '../../domain/customers/admins.ts';
import { acceptanceIdsOf } from '../../domain/offers/acceptance-ids.ts';
import { addressOf } from '../../domain/offers/accepted-subscriptions.ts';
import type { SendOfferAgainRefusal, SettleAnswerRefusal } from '../../domain/offers/commands.ts';
import { adminRequestId, offerAnswerId } from '../../domain/offers/records.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { HandOffId } from '../../domain/shared/ids.ts';
import type { OfferId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import { customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { cardParts } from '../conversation/card-parts.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Clicks, Context, Page } from '../conversation/context.ts';
import { recordsOf } from '../conversation/customers/known-users.ts';
import { partnerAnswersCard, partnerOfferCard } from '../conversation/offers/partner-cards.ts';
import type { Said } from '../conversation/offers/partner-cards.ts';
import { doubtOfAnswer, requestView } from '../conversation/offers/partner-doubt.ts';
import { partnerOffersCard } from '../conversation/offers/partner-list.ts';
import { ownOffer } from '../conversation/offers/partner-view.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
type Clicked = 'show-offer' | 'show-answers' | 'withdraw-offer' | 'send-offer-again' | 'settle-answer' | 'settle-admin-request' | 'end-delegated-admin';

/** The page of what the partner has sent. */
export const offers: Page = { show: (context, after) => partnerOffersCard(context, after) };

/** The buttons of the partner's cards about offers. What is not of the own company does not exist. */
export const partnerOfferClicks: Pick<Clicks, Clicked> = {
  'show-offer': (context, { offer }) => shown(context, offer),
  'show-answers': async (context, { offer, after }) => ({
    card: (await partnerAnswersCard(cardParts(context), offer, context.who.person, after)) ?? offerNotFoundCard(context.say),
  }),
  'withdraw-offer': withdraw,
  'send-offer-again': sendAgain,
  'settle-answer': settleAnswer,
  'settle-admin-request': settleAdminRequest,
  'end-delegated-admin': endDelegation,
};

async function shown(context: Here, offer: OfferId, said: Said = {}): Promise<Answered> {
  const card = await partnerOfferCard(cardParts(context), offer, context.who.person, said);
  return card === undefined ? { card: offerNotFoundCard(context.say) } : { card, shows: offer };
}

/** Who asks for it, and under which id: one click is one command. */
function asked(context: Here) {
  const { who } = context;
  return { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name };
}

/** The right that handling this offer needs, in words, and what to ask for. */
function lacksRight(say: Say, { content }: Pick<Offer, 'content'>): Said {
  return content.delegation === undefined
    ? { refused: say('eligibility.person-limited'), ask: 'purchase-offer' }
    : { refused: say('eligibility.person-full'), ask: 'delegation-in-offer' };
}

async function withdraw(context: Here, { offer, sure }: Click<'withdraw-offer'>): Promise<Answered> {
  const { say, book, execute, who } = context;
  const own = await ownOffer(cardParts(context), offer, who.person);
  if (own === undefined) return { card: offerNotFoundCard(say) };
  if (sure !== true) {
    const customer = own.offer.customer === undefined ? undefined : await book.read('customer', own.offer.customer);
    return { card: withdrawOfferCard(say, { offer: own.offer, ...(customer === undefined ? {} : { customer: customer.value.name }) }) };
  }
  const result = await execute({ type: 'withdraw-offer', ...asked(context), offer });
  if (result.kind === 'done') return shown(context, offer);
  switch (result.refusal.kind) {
    case 'offer-not-found':
      return { card: offerNotFoundCard(say) };
    case 'person-lacks-right':
      return shown(context, offer, lacksRight(say, own.offer));
  }
}

async function sendAgain(context: Here, { offer }: Click<'send-offer-again'>): Promise<Answered> {
  const { say, execute, who } = context;
  const own = await ownOffer(cardParts(context), offer, who.person);
  if (own === undefined) return { card: offerNotFoundCard(say) };
  const result = await execute({ type: 'send-offer-again', ...asked(context), offer });
  if (result.kind === 'done') return shown(context, offer, { done: say('offers.sent-again', result.outcome.recipients) });
  return shown(context, offer, notSentAgain(say, result.refusal, own.offer));
}

function notSentAgain(say: Say, refusal: SendOfferAgainRefusal, offer: Offer): Said {
  switch (refusal.kind) {
    case 'offer-not-found':
      return { refused: say('offers.not-found') };
    case 'person-lacks-right':
      return lacksRight(say, offer);
    case 'not-open':
      return { refused: say('offers.not-open') };
    case 'just-sent':
      return { refused: say('offers.just-sent') };
    case 'nobody-in-teams':
      return { refused: say('offers.nobody-in-teams') };
    case 'company-not-confirmed':
      return { refused: say('offer.company-not-confirmed') };
  }
}

async function settleAnswer(context: Here, { offer, customer, verdict, sure }: Click<'settle-answer'>): Promise<Answered> {
  const { say, book, execute, secrets, who } = context;
  const own = await ownOffer(cardParts(context), offer, who.person);
  const answer = await book.read('offer-answer', offerAnswerId(offer, customer));
  if (own === undefined || answer === undefined) return shown(context, offer);
  const { by } = answer.value;
  const doubt = verdict === 'confirm' && sure !== true ? await doubtOfAnswer(book, answer.value) : undefined;
  if (doubt !== undefined) return { card: confirmAnswerCard(say, { offer: own.offer, answer: { answer: answer.value, doubt } }) };
  const newIds = acceptanceIdsOf(secrets, own.offer, customer, addressOf(by) ?? by.name);
  const result = await execute({ type: 'settle-answer', ...asked(context), offer, customer, verdict, newIds });
  // The second of two clicks finds what the first has done.
  const isDone = result.kind === 'done' || answer.value.state === (verdict === 'confirm' ? 'accepted' : 'dismissed');
  return isDone ? shown(context, offer) : shown(context, offer, notSettled(say, result.refusal));
}

function notSettled(say: Say, refusal: SettleAnswerRefusal): Said {
  switch (refusal.kind) {
    case 'offer-not-found':
      return { refused: say('offers.not-found') };
    case 'person-lacks-right':
      return { refused: say('eligibility.person-limited'), ask: 'purchase-offer' };
    case 'not-declared':
      return { refused: say('offers.settled-already') };
    case 'trial-used':
      return { refused: say('offers.trial-used', plans[refusal.plan].name) };
  }
}

async function settleAdminRequest(context: Here, { customer, person, verdict, sure }: Click<'settle-admin-request'>): Promise<Answered> {
  const { say, book, execute, secrets, who } = context;
  const request = (await book.read('admin-request', adminRequestId(customer, person)))?.value;
  if (request?.partner !== who.tenant) return { card: offerProblemCard(say, say('offers.request-gone')) };
  const asksFirst = verdict === 'name' && sure !== true && request.settled === undefined && mayActForCustomers(who.user, 'trial-invitation');
  if (asksFirst) return { card: nameAdminCard(say, await requestView(book, request)) };
  const [known] = await recordsOf(book, customer, person);
  const adminUser = known?.id ?? customerUserIdOf(secrets, customer, request.upn ?? objectIdOf(person));
  const result = await execute({ type: 'settle-admin-request', ...asked(context), customer, person, verdict, adminUser });
  const before = request.settled?.verdict;
  if (result.kind === 'refused' && before !== undefined) return settledList(context, before, request.name);
  if (result.kind === 'refused')
    return {
      card:
        result.refusal.kind === 'person-lacks-right'
          ? offerProblemCard(say, say('eligibility.person-limited'), 'trial-invitation')
          : offerProblemCard(say, say('offers.request-gone')),
    };
  return settledList(context, result.outcome.verdict, result.outcome.name);
}

async function settledList(context: Here, verdict: 'named' | 'refused', name: string): Promise<Answered> {
  return { card: await partnerOffersCard(context, undefined, context.say(verdict === 'named' ? 'offers.admin-named' : 'offers.admin-refused', name)) };
}

async function endDelegation(context: Here, { relationship: id, sure }: Click<'end-delegated-admin'>): Promise<Answered> {
  const { say, book, execute, secrets, now, who } = context;
  const relationship = (await book.read('relationship', id))?.value;
  if (relationship?.partner !== who.tenant) return { card: offerNotFoundCard(say) };
  if (!isActive(relationship, dayOf(now))) return shown(context, relationship.offer);
  if (sure !== true) {
    const customer = (await book.read('customer', relationship.customer))?.value.name ?? relationship.customer;
    return { card: endDelegationCard(say, { relationship, customer, lastDay: lastDayOf(relationship, dayOf(now)) }) };
  }
  const handOff = HandOffId.parse(secrets.deriveId('end-delegated-admin', id));
  const result = await execute({
    type: 'end-delegated-admin',
    commandId: commandOfClick(context),
    relationship: id,
    by: who.person,
    byName: who.name,
    handOff,
  });
  if (result.kind === 'done') return shown(context, relationship.offer);
  switch (result.refusal.kind) {
    case 'relationship-not-found':
      return { card: offerNotFoundCard(say) };
    case 'person-lacks-right':
      return shown(context, relationship.offer, { refused: say('eligibility.person-full'), ask: 'delegated-admin-offer' });
    case 'over-already':
      return shown(context, relationship.offer, { refused: say('offers.delegation-gone') });
  }
}
