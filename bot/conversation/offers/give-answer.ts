import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Say } from '../../../cards/messages/say.ts';
import type { Execute } from '../../../domain/commands.ts';
import { acceptanceIdsOf } from '../../../domain/offers/acceptance-ids.ts';
import type { AnswerOffer, AnswerOfferRefusal } from '../../../domain/offers/commands.ts';
import { acceptedLines } from '../../../domain/offers/accepted-subscriptions.ts';
import type { OfferReader } from '../../../domain/offers/desk.port.ts';
import type { OfferAnswer } from '../../../domain/offers/records.ts';
import { dayOf, instantOf } from '../../../domain/shared/dates.ts';
import type { CommandId } from '../../../domain/shared/ids.ts';
import type { Language } from '../../../domain/shared/language.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { sightOf } from './customer-sight.ts';
import type { JustAnswered, Sight, SightParts } from './customer-sight.ts';
import { drawn, mayStillSee } from './customer-view.ts';
import type { Said } from './customer-view.ts';

export interface DeskParts extends SightParts {
  readonly execute: Execute;
}

/** One click of one reader on an offer that they may see. */
export interface AtDesk {
  readonly parts: DeskParts;
  readonly sight: Sight;
  readonly reader: OfferReader;
  readonly commandId: CommandId;
  readonly say: Say;
}

type Given = Pick<AnswerOffer, 'by' | 'organisation' | 'answer'>;

/** Executes an answer; then the offer as it stands, with what a refusal says. Undefined when there is nothing for this reader any more. */
export async function giveAnswer(at: AtDesk, given: Given, typed: Said['typed'] = {}): Promise<AdaptiveCard | undefined> {
  const { parts, sight, reader, commandId } = at;
  const { by, organisation, answer } = given;
  const upnOrEmail = by.kind === 'visitor' ? by.email : (by.upn ?? by.person);
  const result = await parts.execute({
    type: 'answer-offer',
    commandId,
    offer: sight.offer.id,
    by,
    isDirectoryAdmin: reader.kind === 'signed-in' && reader.isDirectoryAdmin,
    organisation,
    answer,
    language: reader.language,
    newIds: acceptanceIdsOf(parts.secrets, sight.offer, organisation.customer, upnOrEmail),
  });
  const just = sight.isOfCustomer ? undefined : { customer: organisation.customer };
  if (result.kind === 'done') return result.outcome.state === 'declared' ? passedOn(at, given) : asItStands(at, {}, just);
  return result.refusal.kind === 'offer-not-found' ? undefined : asItStands(at, { typed, ...(await saidOf(at, result.refusal, given)) }, just);
}

/**
 * What was declared waits for the partner. The card says what this reader has just said, and nothing that the book may know beyond it:
 * it is the same for an organisation that has answered before. Their own answer, given signed in, is shown as it stands.
 */
async function passedOn({ parts, sight, reader }: AtDesk, given: Given): Promise<AdaptiveCard | undefined> {
  const now = await sightOf(parts, sight.offer.id, reader, { customer: given.organisation.customer });
  return now === undefined ? undefined : drawn(parts, { ...now, answer: now.answer ?? declaredIn(parts, now, given, reader.language) }, reader.language);
}

function declaredIn({ now }: DeskParts, { offer, partner }: Sight, { by, organisation, answer }: Given, language: Language): OfferAnswer {
  const lines = answer.kind === 'accept' ? acceptedLines(offer.content, answer.seats, partner, dayOf(now)) : [];
  return {
    offer: offer.id,
    partner: offer.partner,
    customer: organisation.customer,
    state: 'declared',
    organisation: { name: organisation.name, domain: organisation.domain.toLowerCase() },
    ...{ by, at: instantOf(now), language },
    lines: lines.map(({ plan, seats }) => ({ plan, seats })),
    delegation: offer.content.delegation === undefined ? 'not-offered' : 'left-out',
    subscriptions: [],
  };
}

/** The offer read again and drawn for the same reader. */
export async function asItStands({ parts, sight, reader }: AtDesk, said: Said = {}, just?: JustAnswered): Promise<AdaptiveCard | undefined> {
  const now = await sightOf(parts, sight.offer.id, reader, just);
  return now === undefined || !(await mayStillSee(parts, now, reader)) ? undefined : drawn(parts, now, reader.language, said);
}

/** Each refusal in words of its own, said where it belongs. */
async function saidOf(at: AtDesk, refusal: Exclude<AnswerOfferRefusal, { readonly kind: 'offer-not-found' }>, given: Given): Promise<Said> {
  const { say, sight } = at;
  switch (refusal.kind) {
    // The card tells by itself how the offer stands.
    case 'withdrawn':
    case 'expired':
    case 'own-offer':
    case 'company-not-confirmed':
      return {};
    case 'already-answered':
    case 'already-declared':
      return alreadyGiven(at, given);
    case 'too-many-declared':
      return { problems: [{ text: say('customer-offer.too-many') }] };
    case 'not-an-admin':
      return sight.isOfCustomer ? { reader: { kind: 'colleague', admins: refusal.admins } } : { problems: [{ text: say('customer-offer.only-admins') }] };
    case 'unknown-person':
      return unknown(at, refusal.admins);
    case 'sign-in-needed':
      return { problems: [{ text: say('customer-offer.sign-in-needed') }] };
    case 'seats-wrong':
      return { problems: [{ field: `seats${String(refusal.line)}`, text: say('customer-offer.seats-wrong', refusal.maxSeats) }] };
    case 'trial-used':
      return { problems: [{ text: say('customer-offer.trial-used', plans[refusal.plan].name) }] };
  }
}

/** That somebody of the customer was quicker; to who gave that answer, that it stands, where they now say another count. */
async function alreadyGiven({ parts, say, sight, reader }: AtDesk, { organisation, answer }: Given): Promise<Said> {
  const given = (await sightOf(parts, sight.offer.id, reader, { customer: organisation.customer }))?.answer;
  const isOwn = given?.by.kind === 'signed-in' && reader.kind === 'signed-in' && given.by.person === reader.person;
  if (!isOwn) return { notices: [say('customer-offer.already')] };
  const seats = answer.kind === 'accept' ? answer.seats : undefined;
  const isOther = given.lines.some((line, index) => seats !== undefined && seats[index] !== line.seats);
  return isOther ? { notices: [say('customer-offer.first-stands')] } : {};
}

function unknown({ say, sight }: AtDesk, admins: readonly string[]): Said {
  if (sight.reader.kind === 'unknown') return {};
  return sight.isOfCustomer ? { reader: { kind: 'unknown', admins } } : { problems: [{ text: say('customer-offer.only-admins') }] };
}
