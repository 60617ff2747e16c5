import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner } from '../company/records.ts';
import type { Subscription } from '../customers/records.ts';
import type { Actor } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import { tenantOf } from '../shared/ids.ts';
import type { Put } from '../shared/store.port.ts';
import { accept } from './accept.ts';
import { acceptedLines, usedTrial, wrongSeats } from './accepted-subscriptions.ts';
import type { AnswerOffer, AnswerOfferRefusal, OfferAnswered } from './commands.ts';
import type { Answering, MayAnswer } from './may-answer.ts';
import { mayAnswer } from './may-answer.ts';
import type { Offer, OfferAnswer } from './records.ts';
import { offerAnswerId } from './records.ts';
import { answeredMessageId, answersWaitId, recipientAtPartner, tellAnswered, tellAnswersWait, tellChangedFor } from './telling.ts';

/** What must be known to answer an offer; each absent one is `undefined`. */
export interface AnswerOfferState extends Omit<Answering, 'offer' | 'command'> {
  readonly offer: Offer | undefined;
  readonly partner: Partner | undefined;
  /** The answer of this customer so far. */
  readonly answer: OfferAnswer | undefined;
  /** All subscriptions of this customer. */
  readonly subscriptions: readonly Subscription[];
  /** How many answers to this offer wait to be confirmed: all, those given today, those of visitors. */
  readonly waiting: { readonly all: number; readonly today: number; readonly visitors: number };
  /** Those of the partner to whom the assistant can write: of who sent it and who looks after the customer. */
  readonly reachable: readonly PersonId[];
  /** Message ids that wait already. */
  readonly queued: readonly string[];
}

/** At most so many that visitors declared wait on one offer; beyond them it is somebody's game (issue: abuse). */
export const mostDeclared = 100;
/** While more wait, the partner hears once a day how many, instead of each. */
export const mostToldOneByOne = 5;

/**
 * A customer's answer to an offer: one outcome for (offer, customer), whoever is first (mission, rows 7 to 9).
 * A given answer is told before what has become of the offer, for it stays; what somebody only declared gives way to an admin.
 */
export function decideAnswerOffer(state: AnswerOfferState, command: AnswerOffer, now: Date): Decision<OfferAnswered, AnswerOfferRefusal> {
  const { offer, partner } = state;
  if (offer === undefined) return refuse({ kind: 'offer-not-found' });
  if (command.by.kind === 'signed-in' && tenantOf(command.by.person) === offer.partner) return refuse({ kind: 'own-offer' });
  if (!isFor(offer, state, command)) return refuse({ kind: 'offer-not-found' });
  const may = mayAnswer({ ...state, offer, command });
  if (may.as === 'nobody' && may.refusal.kind === 'offer-not-found') return refuse(may.refusal);
  const given = mayKnow(may, state.answer, command) ? state.answer?.state : undefined;
  if (given === 'accepted' || given === 'declined') return refuse({ kind: 'already-answered' });
  const today = dayOf(now);
  if (offer.withdrawn !== undefined) return refuse({ kind: 'withdrawn' });
  if (offer.validUntil < today) return refuse({ kind: 'expired', on: offer.validUntil });
  if (partner === undefined || confirmedInformation(partner, today) === undefined) return refuse({ kind: 'company-not-confirmed' });
  // The own company is no customer, whoever names it.
  if (state.customer === undefined && command.organisation.domain === partner.domain) return refuse({ kind: 'own-offer' });
  if (may.as === 'nobody') return refuse(may.refusal);
  return answered({ state, command, offer, partner, today, at: instantOf(now) }, may);
}

/** What came of it is the business of the customer's admins, and of who gave that answer signed in: anybody else could ask after every organisation. */
function mayKnow(may: MayAnswer, answer: OfferAnswer | undefined, { by }: AnswerOffer): boolean {
  const isOwn = by.kind === 'signed-in' && answer?.by.kind === 'signed-in' && answer.by.person === by.person;
  return may.as === 'admin' || isOwn;
}

/** Addressed to one customer: nobody else's answer counts, whatever they name. And no partner's customer answers through another's offer. */
function isFor(offer: Offer, { customer }: AnswerOfferState, { organisation }: AnswerOffer): boolean {
  if (customer !== undefined && customer.partner !== offer.partner) return false;
  return offer.customer === undefined || (customer !== undefined && organisation.customer === offer.customer);
}

interface Step {
  readonly state: AnswerOfferState;
  readonly command: AnswerOffer;
  readonly offer: Offer;
  readonly partner: Partner;
  readonly today: Day;
  readonly at: Instant;
}

function answered(step: Step, may: Exclude<MayAnswer, { as: 'nobody' }>): Decision<OfferAnswered, AnswerOfferRefusal> {
  const { command, offer, state } = step;
  if (command.answer.kind === 'decline') return noted(step, 'declined', learnt(step, may));
  const wrong = wrongSeats(offer.content, command.answer.seats);
  if (wrong !== undefined) return refuse(wrong);
  if (may.as === 'declarer')
    return mayKnow(may, state.answer, command) && state.answer?.state === 'declared' ? refuse({ kind: 'already-declared' }) : declared(step);
  const tried = usedTrial(offer, state.subscriptions);
  return tried === undefined ? accepted(step, command.answer, may) : refuse({ kind: 'trial-used', plan: tried });
}

type AcceptAnswer = Extract<AnswerOffer['answer'], { kind: 'accept' }>;

function accepted(step: Step, answer: AcceptAnswer, may: Extract<MayAnswer, { as: 'admin' }>): Decision<OfferAnswered, never> {
  const { state, command, offer, partner, today, at } = step;
  const { customer } = state;
  const outcome = accept({
    ...{ offer, partner, customer, today, at, saidAt: at },
    organisation: customer === undefined ? named(command) : { name: customer.name, domain: customer.domain },
    customerId: command.organisation.customer,
    by: command.by,
    language: command.language,
    withDelegation: answer.withDelegation,
    ...(answer.seats === undefined ? {} : { seats: answer.seats }),
    ...(answer.phone === undefined ? {} : { phone: answer.phone }),
    ...(may.learns === undefined ? {} : { learns: may.learns }),
    ...(may.records === undefined ? {} : { records: may.records }),
    newIds: command.newIds,
    commandId: command.commandId,
    actor: actorOf(command),
    causedBy: causedBy(step),
  });
  return changes(outcomeOf(outcome.answer, 'accepted'), { put: [...outcome.put, ...toPartner(step, outcome.answer)], events: outcome.events });
}

/**
 * One and the same reply, whether the organisation is new to the offer, was declared before, has answered, or has had its trial: so it
 * tells nothing of anybody. The partner judges the trial when they settle it. Only visitors can fill an offer up, and only for visitors.
 */
function declared(step: Step): Decision<OfferAnswered, AnswerOfferRefusal> {
  const { state, offer, command } = step;
  const { visitors } = state.waiting;
  if (command.by.kind === 'visitor' && visitors >= mostDeclared) return refuse({ kind: 'too-many-declared' });
  const customer = command.organisation.customer;
  if (state.answer !== undefined && state.answer.state !== 'dismissed')
    return changes({ kind: 'offer-answered', offer: offer.id, customer, state: 'declared' }, { put: [], events: [] });
  const decision = noted(step, 'declared', []);
  if (decision.decided === 'refusal' || visitors < mostDeclared / 2) return decision;
  // The count is true only if nobody comes in between: from the half on, newcomers meet at the offer, written as it is. Before that they need not wait
  // for each other: only more than fifty within the same few milliseconds could pass the half unseen.
  const { put, events } = decision.changes;
  return changes(decision.outcome, { put: [...put, { kind: 'offer', id: offer.id, value: offer }], events });
}

/** An answer that creates nothing: a "no", or a "yes" that the partner has to confirm. */
function noted(step: Step, state: 'declined' | 'declared', learned: readonly Put[]): Decision<OfferAnswered, never> {
  const { command, offer, at } = step;
  const answer = answerWithoutEffect(step, state);
  const about = { summaryId: offer.summaryId, customer: answer.organisation.name, lines: answer.lines };
  return changes(outcomeOf(answer, state), {
    put: [
      { kind: 'offer-answer', id: offerAnswerId(answer.offer, answer.customer), value: answer },
      ...learned,
      ...toPartner(step, answer),
      tellChangedFor(answer.customer, offer, { causedBy: causedBy(step), commandId: command.commandId, at }),
    ],
    events: [
      {
        at,
        by: actorOf(command),
        partner: offer.partner,
        what: `offer-${state}`,
        about: `offer:${offer.id}`,
        after: about,
        commandId: command.commandId,
        customer: answer.customer,
      },
    ],
  });
}

function answerWithoutEffect({ command, offer, partner, today, at }: Step, state: 'declined' | 'declared'): OfferAnswer {
  const { answer, by, language } = command;
  const lines = answer.kind === 'accept' ? acceptedLines(offer.content, answer.seats, partner, today) : [];
  return {
    offer: offer.id,
    partner: offer.partner,
    customer: command.organisation.customer,
    organisation: named(command),
    ...{ state, by, at, language },
    lines: lines.map(({ plan, seats }) => ({ plan, seats })),
    delegation: offer.content.delegation === undefined ? 'not-offered' : 'left-out',
    ...(answer.kind === 'accept' && answer.phone !== undefined ? { phone: answer.phone } : {}),
    subscriptions: [],
  };
}

function named({ organisation: { name, domain } }: AnswerOffer): OfferAnswer['organisation'] {
  return { name, domain: domain.toLowerCase() };
}

function outcomeOf({ offer, customer }: OfferAnswer, state: OfferAnswered['state']): OfferAnswered {
  return { kind: 'offer-answered', offer, customer, state };
}

/** Who said "no" is known from then on, too; an organisation does not come into the book by it. */
function learnt({ state: { customer } }: Step, may: Exclude<MayAnswer, { as: 'nobody' }>): readonly Put[] {
  if (may.as === 'declarer' || customer === undefined) return [];
  const known: readonly Put[] = may.learns === undefined ? [] : [{ kind: 'customer', id: customer.id, value: { ...customer, tenant: may.learns } }];
  return may.records === undefined ? known : [...known, may.records];
}

/** A message that waits already tells of this answer, too: it is drawn from the book when it goes out. */
function toPartner(step: Step, answer: OfferAnswer): readonly Put[] {
  const { state, offer, at, today } = step;
  const recipient = recipientAtPartner(offer, state.customer, state.reachable);
  const { waiting } = state;
  if (answer.state !== 'declared' || waiting.all < mostToldOneByOne) {
    const id = answeredMessageId(offer, answer.customer, answer.state, recipient);
    return state.queued.includes(id) ? [] : [tellAnswered(offer, answer, recipient, at)];
  }
  // the newest is beyond those told one by one: if it is of today, the others were told of with it
  const isTold = (waiting.all > mostToldOneByOne && waiting.today > 0) || state.queued.includes(answersWaitId(offer, today, recipient));
  return isTold ? [] : [tellAnswersWait(offer, today, recipient, at)];
}

function actorOf({ by }: AnswerOffer): Actor {
  return by.kind === 'visitor' ? by : { kind: 'person', person: by.person, name: by.name };
}

/** A visitor has no chat: the message that cards have changed goes by who sent the offer. */
function causedBy({ command: { by }, offer }: Step): PersonId {
  return by.kind === 'visitor' ? offer.sentBy : by.person;
}
