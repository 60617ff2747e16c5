import type { MayNotAct } from '../../../domain/delegated-admin/acting.ts';
import type { DelegationState, OpenCounts } from '../../../cards/customer.card.ts';
import type { SubscriptionRow } from '../../../cards/customer-subscriptions.card.ts';
import type { Customer, Subscription } from '../../../domain/customers/records.ts';
import { mayActOnBehalf } from '../../../domain/delegated-admin/acting.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import { delegatedTasks } from '../../../domain/delegated-admin/roles.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import { isActive, lastDayOf } from '../../../domain/delegated-admin/term.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import type { OfferStand } from '../../../domain/offers/stand.ts';
import { partnerOfRecordOf } from '../../../domain/partner-of-record/effective.ts';
import { daysLeft, lastStandOf, seatsOn, stageOf } from '../../../domain/renewals/terms.ts';
import { dayOf, isEnd } from '../../../domain/shared/dates.ts';
import { partnerView } from '../attached-partner.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';

/** What a turn and a receipt both have. */
type Here = Pick<Context<PartnerPerson>, 'book' | 'who' | 'say' | 'now'>;
const mostRead = 500;
const mostChanges = 3;

/** The subscriptions of a customer, the one that ends first at the top; those that are gone for good come last. */
export async function subscriptionsInOrder({ book, now }: Here, customer: Customer): Promise<readonly Subscription[]> {
  const page = await book.list('subscriptions-of-customer', { key: customer.id, limit: mostRead });
  const today = dayOf(now);
  const weight = (subscription: Subscription): string => {
    const last = lastStandOf(subscription, today);
    return `${last?.stage === 'deleted' ? '1' : '0'}${last?.term.endsOn ?? today}`;
  };
  return page.rows.map(({ value }) => value).toSorted((one, other) => (weight(one) < weight(other) ? -1 : 1));
}

/** One subscription as it stands today. */
export async function subscriptionRow(context: Here, customer: Customer, subscription: Subscription): Promise<SubscriptionRow> {
  const { book, now } = context;
  const today = dayOf(now);
  const last = lastStandOf(subscription, today);
  const endsOn = last?.term.endsOn ?? today;
  const first = subscription.terms.map(({ startsOn }) => startsOn).toSorted()[0] ?? today;
  const [held, partnerOfRecord, checklist, changed] = await Promise.all([
    book.count('users-of-subscription', { key: subscription.id }),
    partnerView(context, partnerOfRecordOf(subscription, customer)),
    book.read('checklist', subscription.id),
    book.list('open-changes-of-subscription', { key: subscription.id, limit: mostChanges }),
  ]);
  const openChanges = changed.rows.flatMap(({ value: { id, ...task } }) => (task.what === 'change-subscription' ? [{ id, change: task.change }] : []));
  return {
    subscription,
    seats: seatsOn(subscription.terms, endsOn < today ? endsOn : first > today ? first : today),
    held,
    endsOn,
    daysLeft: daysLeft(endsOn, today),
    stage: last === undefined ? 'deleted' : stageOf({ startsOn: first, endsOn }, today, last.after),
    usableUntil: last?.usableThrough ?? endsOn,
    deletedOn: last?.deletedOn ?? endsOn,
    partnerOfRecord,
    ...(openChanges.length === 0 ? {} : { openChanges }),
    ...(checklist === undefined ? {} : { tasksOpen: Object.values(checklist.value.items).filter(({ status }) => status === 'open').length }),
  };
}

/** What a customer has granted, and what this person may do with it today. */
export interface ActingState {
  readonly delegation: DelegationState;
  readonly active: readonly Relationship[];
  readonly may: readonly DelegatedTask[];
  readonly mayNot: readonly { readonly task: DelegatedTask; readonly because: MayNotAct }[];
}

export async function actingState({ book, now, who }: Here, customer: Customer): Promise<ActingState> {
  const page = await book.list('relationships-of-customer', { key: customer.id, limit: mostRead });
  const relationships = page.rows.map(({ value }) => value).filter(({ partner }) => partner === who.tenant);
  const today = dayOf(now);
  const judged = delegatedTasks.map((task) => ({
    task,
    verdict: mayActOnBehalf({ partner: who.partner, user: who.user, customer: customer.id, relationships, task, today }),
  }));
  return {
    delegation: delegationState(relationships, today),
    active: relationships.filter((relationship) => isActive(relationship, today)).toReversed(),
    may: judged.flatMap(({ task, verdict }) => (verdict.kind === 'may-act' ? [task] : [])),
    mayNot: judged.flatMap(({ task, verdict }) => (verdict.kind === 'may-act' ? [] : [{ task, because: verdict }])),
  };
}

function delegationState(relationships: readonly Relationship[], today: ReturnType<typeof dayOf>): DelegationState {
  const lastOf = (among: readonly Relationship[]) =>
    among
      .map((each) => lastDayOf(each, today))
      .toSorted()
      .at(-1);
  const active = lastOf(relationships.filter((relationship) => isActive(relationship, today)));
  if (active !== undefined) return { kind: 'active', until: isEnd(active) ? active : undefined };
  const on = lastOf(relationships);
  return on === undefined ? { kind: 'none' } : { kind: 'over', on };
}

export interface OpenOffer {
  readonly offer: Offer;
  readonly stand: OfferStand;
}

/** Offers to this customer that can still be accepted, or wait for our word; newest first. */
export async function openOffers({ book, now }: Here, customer: Customer): Promise<readonly OpenOffer[]> {
  const page = await book.list('offers-to-customer', { key: customer.id, limit: mostRead });
  const standing = await Promise.all(
    page.rows.map(async ({ value: offer }) => {
      const answer = (await book.read('offer-answer', offerAnswerId(offer.id, customer.id)))?.value;
      return { offer, stand: standOf(offer, answer, undefined, dayOf(now)) };
    }),
  );
  return standing.filter(({ stand }) => stand.kind === 'open' || stand.kind === 'waiting');
}

/** How much is open between us and a customer. */
export async function openCounts({ book }: Here, customer: Customer, offers: readonly OpenOffer[], tasks: number): Promise<OpenCounts> {
  const slice = { key: customer.id, limit: mostRead };
  const [requests, handOffs] = await Promise.all([book.list('requests-of-customer', slice), book.list('hand-offs-of-customer', slice)]);
  return {
    offers: offers.length,
    requests: requests.rows.filter(({ value }) => value.state !== 'closed').length,
    closedRequests: requests.rows.filter(({ value }) => value.state === 'closed').length,
    handOffs: handOffs.rows.filter(({ value }) => value.confirmed === undefined).length,
    tasks,
  };
}
