import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { fits } from '../../../cards/fits.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { offerAnswerNewsCard, offerAnswersCard } from '../../../cards/offer-answers.card.ts';
import { adminRequestCard, delegationOverCard } from '../../../cards/offer-asked.card.ts';
import { partnerOfferCard as drawnOffer } from '../../../cards/offer-partner.card.ts';
import type { PartnerOfferView } from '../../../cards/offer-partner.card.ts';
import { lastDayOf } from '../../../domain/delegated-admin/term.ts';
import type { OfferSent } from '../../../domain/offers/commands.ts';
import { adminRequestId, offerAnswerId } from '../../../domain/offers/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { CustomerId, OfferId, PersonId, RelationshipId } from '../../../domain/shared/ids.ts';
import { cardParts } from '../card-parts.ts';
import type { CardParts } from '../card-parts.ts';
import type { After } from '../flow.ts';
import { requestView } from './partner-doubt.ts';
import { answerView, ownOffer, partnerOfferView } from './partner-view.ts';

/** Ten on a page; fewer where names are so long that the card would be too big. */
const answersPerPage = [10, 5, 2, 1] as const;

/** What a click has just done, or why it could not, on the card that it gives. */
export type Said = Pick<PartnerOfferView, 'done' | 'refused' | 'ask'>;

/** An offer as its partner's people see it; undefined for anybody else. */
export async function partnerOfferCard(parts: CardParts, offer: OfferId, person: PersonId, said: Said = {}): Promise<AdaptiveCard | undefined> {
  const own = await ownOffer(parts, offer, person);
  return own === undefined ? undefined : drawnOffer(sayIn(parts.language), { ...(await partnerOfferView(parts, own)), ...said });
}

/** The receipt of a conversation that sent an offer. */
export function offerReceipt({ offer }: OfferSent, after: After): Promise<AdaptiveCard | undefined> {
  return partnerOfferCard(cardParts(after), offer, after.who.person);
}

/** Every answer to an offer, page by page. */
export async function partnerAnswersCard(parts: CardParts, offer: OfferId, person: PersonId, after?: string): Promise<AdaptiveCard | undefined> {
  const own = await ownOffer(parts, offer, person);
  if (own === undefined) return undefined;
  const pageOf = async (limit: number): Promise<AdaptiveCard> => {
    const page = await parts.book.list('answers-of-offer', { key: offer, limit, ...(after === undefined ? {} : { after }) });
    return offerAnswersCard(sayIn(parts.language), {
      offer: own.offer,
      answers: await Promise.all(page.rows.map(({ value }) => answerView(parts, own, value))),
      ...(page.next === undefined ? {} : { next: page.next }),
    });
  };
  const [most, ...fewer] = answersPerPage;
  return fewer.reduce(async (drawn, limit) => (fits(await drawn) ? drawn : pageOf(limit)), pageOf(most));
}

/** "A customer has answered", to the partner; undefined when there is no answer, or it is not this person's business. */
export async function offerAnsweredCard(parts: CardParts, offer: OfferId, customer: CustomerId, person: PersonId): Promise<AdaptiveCard | undefined> {
  const own = await ownOffer(parts, offer, person);
  const answer = own === undefined ? undefined : await parts.book.read('offer-answer', offerAnswerId(offer, customer));
  if (own === undefined || answer === undefined) return undefined;
  return offerAnswerNewsCard(sayIn(parts.language), {
    offer: own.offer,
    answer: await answerView(parts, own, answer.value),
  });
}

/** "Somebody asks to be entered as an admin", to the partner; once it is settled, what was said. */
export async function adminAskedCard(
  { book, language }: CardParts,
  customer: CustomerId,
  asker: PersonId,
  reader: PersonId,
): Promise<AdaptiveCard | undefined> {
  const request = await book.read('admin-request', adminRequestId(customer, asker));
  if (request?.value.partner !== tenantOf(reader)) return undefined;
  const { settled } = request.value;
  return adminRequestCard(sayIn(language), {
    ...(await requestView(book, request.value)),
    ...(settled === undefined ? {} : { settled }),
  });
}

/** "The customer has ended delegated administration", to the partner; undefined while it has not ended. */
export async function delegationEndedForPartner(
  { book, language, now }: CardParts,
  relationship: RelationshipId,
  person: PersonId,
): Promise<AdaptiveCard | undefined> {
  const stored = (await book.read('relationship', relationship))?.value;
  if (stored?.partner !== tenantOf(person) || stored.ended === undefined) return undefined;
  const customer = (await book.read('customer', stored.customer))?.value.name ?? stored.customer;
  return delegationOverCard(sayIn(language), { relationship: stored, customer, lastDay: lastDayOf(stored, dayOf(now)) });
}
