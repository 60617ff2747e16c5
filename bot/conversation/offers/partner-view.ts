import type { AnswerView } from '../../../cards/offer-answer.ts';
import type { Delivery, PartnerOfferView, Tally } from '../../../cards/offer-partner.card.ts';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { Partner, PartnerUser } from '../../../domain/company/records.ts';
import { mayActForCustomers } from '../../../domain/company/rights.ts';
import { adminPersons } from '../../../domain/customers/admins.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { mayActOnBehalf } from '../../../domain/delegated-admin/acting.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import { delegatedTasks } from '../../../domain/delegated-admin/roles.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import { isActive, lastDayOf, statusOf } from '../../../domain/delegated-admin/term.ts';
import { acceptanceIdsOf } from '../../../domain/offers/acceptance-ids.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import type { Offer, OfferAnswer } from '../../../domain/offers/records.ts';
import { mayHandle } from '../../../domain/offers/sending-jobs.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { OfferCode, tenantOf } from '../../../domain/shared/ids.ts';
import type { CustomerId, OfferId, PersonId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';
import { doubtOfAnswer } from './partner-doubt.ts';
import { readyMail } from './ready-mail.ts';

const answersShown = 5;
const mostCounted = 500;

/** What a card about an offer of the own company rests on. */
export interface Own {
  readonly offer: Offer;
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
}

/** The offer, where it is of this person's company: another company's does not exist for them. */
export async function ownOffer({ book }: CardParts, offer: OfferId, person: PersonId): Promise<Own | undefined> {
  const tenant = tenantOf(person);
  const [stored, partner, user] = await Promise.all([book.read('offer', offer), book.read('partner', tenant), book.read('partner-user', person)]);
  return stored?.value.partner === tenant ? { offer: stored.value, partner: partner?.value, user: user?.value } : undefined;
}

/** Everything that the partner's card of an offer says. */
export async function partnerOfferView(parts: CardParts, own: Own): Promise<PartnerOfferView> {
  const { book, secrets, links } = parts;
  const { offer, partner, user } = own;
  const customer = offer.customer === undefined ? undefined : (await book.read('customer', offer.customer))?.value;
  const page = await book.list('answers-of-offer', { key: offer.id, limit: answersShown });
  const link = links.offer(OfferCode.parse(secrets.open(offer.sealedCode, offer.id)));
  return {
    offer,
    ...(await standing(parts, offer, customer)),
    deliveries: customer === undefined ? [] : await deliveries(parts, offer, customer),
    link,
    mail: readyMail(offer, partner, link),
    answers: await Promise.all(page.rows.map(({ value }) => answerView(parts, own, value))),
    moreAnswers: page.next !== undefined,
    answerCount: page.next === undefined ? page.rows.length : await book.count('answers-of-offer', { key: offer.id }),
    mayHandle: mayHandle(offer.content, offer.partner, user),
  };
}

/** Whom it is for and how it stands: one customer's answer, or the counts of many. */
export async function standing(
  { book, now }: CardParts,
  offer: Offer,
  customer: Pick<Customer, 'id' | 'name'> | undefined,
): Promise<Pick<PartnerOfferView, 'customer' | 'stand' | 'tally' | 'delegation' | 'withdrawnOn'>> {
  const today = dayOf(now);
  if (offer.customer === undefined) return { stand: standOf(offer, undefined, undefined, today), tally: await tallyOf(book, offer.id) };
  const answer = (await book.read('offer-answer', offerAnswerId(offer.id, offer.customer)))?.value;
  const relationship = answer?.relationship === undefined ? undefined : (await book.read('relationship', answer.relationship))?.value;
  const stand = standOf(offer, answer, relationship, today);
  return {
    customer: customer?.name ?? offer.customer,
    stand,
    ...(relationship === undefined ? {} : { delegation: { status: statusOf(relationship, today), lastDay: lastDayOf(relationship, today) } }),
    ...(stand.kind === 'waiting' && offer.withdrawn !== undefined ? { withdrawnOn: dayOf(new Date(offer.withdrawn.at)) } : {}),
  };
}

async function tallyOf(book: CardParts['book'], offer: OfferId): Promise<Tally> {
  const { rows, next } = await book.list('answers-of-offer', { key: offer, limit: mostCounted });
  if (next !== undefined) return { all: await book.count('answers-of-offer', { key: offer }) };
  const count = (state: OfferAnswer['state']): number => rows.filter(({ value }) => value.state === state).length;
  return { accepted: count('accepted'), declined: count('declined'), declared: count('declared') };
}

/** One answer with what came of it, and what the reader may do about it. */
export async function answerView(parts: CardParts, { offer, partner, user }: Own, answer: OfferAnswer): Promise<AnswerView> {
  const { book, now } = parts;
  const today = dayOf(now);
  const relationship = answer.relationship === undefined ? undefined : (await book.read('relationship', answer.relationship))?.value;
  const doubt = await doubtOfAnswer(book, answer);
  return {
    answer,
    ...(relationship === undefined ? {} : { granted: { relationship, status: statusOf(relationship, today), lastDay: lastDayOf(relationship, today) } }),
    tasks: relationship === undefined ? [] : await tasksFor(parts, { offer, partner, user }, answer.customer),
    handOffs: await handOffsOf(parts, offer, answer),
    ...(doubt === undefined ? {} : { doubt }),
    maySettle: user?.tenant === offer.partner && mayActForCustomers(user, offer.content.kind === 'trial' ? 'trial-invitation' : 'purchase-offer'),
    mayOfferPurchase: eligibility('purchase-offer', partner, user).kind === 'eligible',
    mayOfferDelegation: await mayOfferDelegation(parts, { offer, partner, user }, answer),
    mayEnd: user?.tenant === offer.partner && mayActForCustomers(user, 'delegated-admin-offer'),
  };
}

/** To a customer who has accepted, as long as nothing that they granted is active. */
async function mayOfferDelegation({ book, now }: CardParts, { offer, partner, user }: Own, { state, customer }: OfferAnswer): Promise<boolean> {
  if (state !== 'accepted' || eligibility('delegated-admin-offer', partner, user).kind !== 'eligible') return false;
  const relationships = await relationshipsOf(book, customer);
  return !relationships.some((each) => each.partner === offer.partner && isActive(each, dayOf(now)));
}

async function relationshipsOf(book: CardParts['book'], customer: CustomerId): Promise<readonly Relationship[]> {
  const { rows } = await book.list('relationships-of-customer', { key: customer, limit: mostCounted });
  return rows.map(({ value }) => value);
}

async function tasksFor({ book, now }: CardParts, { partner, user }: Own, customer: CustomerId): Promise<readonly DelegatedTask[]> {
  const relationships = await relationshipsOf(book, customer);
  return delegatedTasks.filter((task) => mayActOnBehalf({ partner, user, customer, relationships, task, today: dayOf(now) }).kind === 'may-act');
}

async function handOffsOf({ book, secrets }: CardParts, offer: Offer, { customer, state }: OfferAnswer): Promise<AnswerView['handOffs']> {
  if (state !== 'accepted') return [];
  const { setUp, delegation } = acceptanceIdsOf(secrets, offer, customer, '');
  const stored = await Promise.all([book.read('hand-off', setUp), book.read('hand-off', delegation)]);
  return stored.flatMap((each) => (each === undefined ? [] : [each.value]));
}

/** Each admin of the customer who has the assistant, and whoever else opened it there. */
async function deliveries({ book }: CardParts, offer: Offer, customer: Customer): Promise<readonly Delivery[]> {
  const [users, cards] = await Promise.all([
    book.list('users-of-customer', { key: customer.id, limit: mostCounted }),
    book.list('cards-of-offer', { key: offer.id, limit: mostCounted }),
  ]);
  const records = users.rows.map(({ value }) => value);
  const shown = cards.rows.map(({ value }) => value).filter(({ person }) => tenantOf(person) !== offer.partner);
  const people = [...new Set([...adminPersons(customer, records), ...shown.map(({ person }) => person)])];
  const found = await Promise.all(people.map(async (person) => ({ person, hasAddress: (await book.read('address', person)) !== undefined })));
  return found.flatMap(({ person, hasAddress }) => {
    const card = shown.find((each) => each.person === person);
    const name = records.find((user) => user.objectId !== undefined && person.endsWith(`/${user.objectId.toLowerCase()}`))?.name;
    if (card === undefined && !hasAddress) return [];
    return [{ ...(name === undefined ? {} : { name }), state: card === undefined ? ('queued' as const) : (card.delivery ?? ('seen' as const)) }];
  });
}
