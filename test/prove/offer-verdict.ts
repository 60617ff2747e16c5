import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../domain/commands.ts';
import type { AnswerOffer, WithdrawOffer } from '../../domain/offers/commands.ts';
import type { AuditEvent } from '../../domain/shared/audit.ts';
import type { Customer } from '../../domain/customers/records.ts';
import type { Offer, OfferAnswer } from '../../domain/offers/records.ts';
import { offerAnswerId } from '../../domain/offers/records.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { auditOf } from '../support/book.ts';

export type Click = AnswerOffer | WithdrawOffer;
/** What a click was told; `fault` when it broke. */
export type Told = Result<'answer-offer'> | Result<'withdraw-offer'> | 'fault';

/** What became of the clicks of one or more rounds. The wrongs are all nought, or the proof has failed. */
export interface RaceCount {
  readonly rounds: number;
  readonly clicks: number;
  readonly accepted: number;
  readonly declined: number;
  readonly withdrawn: number;
  /** Outcomes of a customer beyond the first, in the audit or told to somebody. */
  readonly secondOutcomes: number;
  /** Subscriptions, agreements, hand-offs and relationships beyond those of one acceptance, in the book or in the audit; and missing ones. */
  readonly createdTwice: number;
  /** Customers about whom the partner is told never, or more than once. */
  readonly messagesWrong: number;
  readonly acceptedAfterWithdrawal: number;
  /** Second clicks with one command that was done, and that were not answered as the first. */
  readonly answeredOtherwise: number;
  /** Refusals for another reason than that somebody, or the withdrawal, was quicker. */
  readonly toldWrong: number;
  readonly faults: number;
}

/** Judges a round by the book and its audit, not by what the clicks were told alone. */
export async function judgeRound(
  store: Store,
  offer: Offer,
  customers: readonly Customer[],
  clicks: readonly Click[],
  told: readonly Told[],
): Promise<RaceCount> {
  const audit = await auditOf(store);
  const judged = await Promise.all(customers.map((customer) => judgeCustomer(store, offer, customer, audit, told)));
  const sum = (of: (one: JudgedCustomer) => number): number => judged.reduce((total, one) => total + of(one), 0);
  const withdrawal = audit.findIndex((event) => event.what === 'offer-withdrawn');
  return {
    rounds: 1,
    clicks: clicks.length,
    accepted: judged.filter(({ state }) => state === 'accepted').length,
    declined: judged.filter(({ state }) => state === 'declined').length,
    withdrawn: withdrawal < 0 ? 0 : 1,
    secondOutcomes: sum((one) => one.secondOutcomes),
    createdTwice: sum((one) => one.createdTwice),
    messagesWrong: sum((one) => one.messagesWrong),
    acceptedAfterWithdrawal: withdrawal < 0 ? 0 : audit.slice(withdrawal).filter((event) => isOutcome(event)).length,
    answeredOtherwise: clicks.filter((click, index) => isOtherwise(told[index], told[clicks.indexOf(click)])).length,
    toldWrong: told.filter((one) => one !== 'fault' && one.kind === 'refused' && !slower.includes(one.refusal.kind)).length,
    faults: told.filter((answer) => answer === 'fault').length,
  };
}

const slower: readonly string[] = ['already-answered', 'already-declared', 'withdrawn'];

/** A refusal is not kept: who repeats it may hear what has happened since. */
function isOtherwise(one: Told | undefined, first: Told | undefined): boolean {
  const wasDone = [one, first].some((told) => told !== undefined && told !== 'fault' && told.kind === 'done');
  return wasDone && !isDeepStrictEqual(one, first);
}

interface JudgedCustomer extends Pick<RaceCount, 'secondOutcomes' | 'createdTwice' | 'messagesWrong'> {
  readonly state: OfferAnswer['state'] | undefined;
}

async function judgeCustomer(store: Store, offer: Offer, { id, name }: Customer, audit: readonly AuditEvent[], told: readonly Told[]): Promise<JudgedCustomer> {
  const answer = (await store.read('offer-answer', offerAnswerId(offer.id, id)))?.value;
  const outcomes = audit.filter((event) => isOutcome(event) && event.after?.['customer'] === name).length;
  const winners = new Set(told.flatMap((one) => winnerOf(one, id))).size;
  const state = answer?.state;
  const final = state === 'accepted' || state === 'declined' ? 1 : 0;
  return {
    state,
    secondOutcomes: Math.abs(outcomes - final) + Math.abs(winners - final),
    createdTwice: await createdTwice(store, offer, { id, name }, answer, audit),
    messagesWrong: Math.abs((await finalMessages(store, offer, id)) - final),
  };
}

function isOutcome({ what }: AuditEvent): boolean {
  return what === 'offer-accepted' || what === 'offer-declined';
}

/** Which outcome somebody was told for this customer. Told twice of one is right; told of two is not. */
function winnerOf(told: Told, customer: Customer['id']): readonly string[] {
  if (told === 'fault' || told.kind === 'refused' || told.outcome.kind !== 'offer-answered') return [];
  const { customer: of, state } = told.outcome;
  return of === customer && state !== 'declared' ? [state] : [];
}

/** By how much the book and the audit differ from what one acceptance creates, or none. */
async function createdTwice(
  store: Store,
  offer: Offer,
  { id, name }: Pick<Customer, 'id' | 'name'>,
  answer: OfferAnswer | undefined,
  audit: readonly AuditEvent[],
): Promise<number> {
  const accepted = answer?.state === 'accepted';
  const lines = accepted ? (offer.content.kind === 'purchase' ? offer.content.lines.length : 1) : 0;
  const delegations = answer?.delegation === 'accepted' ? 1 : 0;
  const added = (what: string): number => audit.filter((event) => event.what === what && event.after?.['customer'] === name).length;
  const found: readonly (readonly [number, number])[] = [
    [await store.count('subscriptions-of-customer', { key: id }), lines],
    [await store.count('relationships-of-customer', { key: id }), delegations],
    [await store.count('hand-offs-of-customer', { key: id }), (accepted ? 1 : 0) + delegations],
    [added('subscription-added'), lines],
    [added('agreement-accepted'), lines],
    [added('delegated-admin-granted'), delegations],
  ];
  return found.reduce((total, [count, right]) => total + Math.abs(count - right), 0);
}

/** Messages to the partner that tell of an outcome of this customer. */
async function finalMessages(store: Store, offer: Offer, customer: Customer['id']): Promise<number> {
  const { rows } = await store.list('outbox-by-due', { key: 'all', limit: 500 });
  const prefixes = (['accepted', 'declined'] as const).map((state) => `offer-answered|${offer.id}|${customer}|${state}|`);
  return rows.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix))).length;
}
