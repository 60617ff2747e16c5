import { customerOfferCard } from '../../../cards/customer-offer.card.ts';
import { offerPausedCard } from '../../../cards/customer-news.card.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Confirmed, CustomerOfferView, Granted } from '../../../cards/customer-offer-view.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import type { CompanyInformation } from '../../../domain/company/confirmed.ts';
import type { Partner } from '../../../domain/company/records.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import { delegationRoles } from '../../../domain/delegated-admin/roles.ts';
import { extensionDays, lastDayOf, statusOf } from '../../../domain/delegated-admin/term.ts';
import { acceptanceIdsOf } from '../../../domain/offers/acceptance-ids.ts';
import { offerCardId } from '../../../domain/offers/records.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import type { OfferReader } from '../../../domain/offers/desk.port.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import type { OfferStand } from '../../../domain/offers/stand.ts';
import { agreementFor } from '../../../domain/shared/agreements.ts';
import { addDays, dayOf, isEnd } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { HandOffId } from '../../../domain/shared/ids.ts';
import type { Language } from '../../../domain/shared/language.ts';
import type { PlanId } from '../../../domain/shared/plans.ts';
import type { Sight, SightParts } from './customer-sight.ts';

/** What a card says beside what the book says: what was typed and is wrong, what is asked once more, another reader than the book knows. */
export type Said = Partial<Pick<CustomerOfferView, 'typed' | 'problems' | 'notices' | 'asking' | 'reader'>>;

/** How the offer stands towards whom this reader belongs to. */
export function standIn({ offer, answer, relationship }: Sight, today: Day): OfferStand {
  return standOf(offer, answer, relationship, today);
}

/**
 * A withdrawn or expired offer looks like none to whoever comes with its code. In the chat, those it was addressed to, and those in
 * whose chat it stands, are told what became of it.
 */
export async function mayStillSee({ book, now }: SightParts, sight: Sight, reader: OfferReader): Promise<boolean> {
  const { offer } = sight;
  const stand = standIn(sight, dayOf(now));
  if (stand.kind !== 'withdrawn' && stand.kind !== 'expired') return true;
  if (reader.kind === 'visitor' || reader.via === 'page') return false;
  return (sight.isOfCustomer && offer.customer !== undefined) || (await book.read('offer-card', offerCardId(offer.id, reader.person))) !== undefined;
}

/** The offer drawn for its reader. */
export async function drawn(parts: SightParts, sight: Sight, language: Language, said: Said = {}): Promise<AdaptiveCard> {
  const view = await viewOf(parts, sight, said);
  // What it once confirmed is still the way to reach it.
  if (view === undefined) return offerPausedCard(sayIn(language), companyFor(sight.partner, { kind: 'accepted' }, dayOf(parts.now)));
  return customerOfferCard(sayIn(language), view);
}

/** Undefined while nothing of the offer may be shown, because nobody has confirmed what customers see of the partner. */
export async function viewOf(parts: SightParts, sight: Sight, said: Said = {}): Promise<CustomerOfferView | undefined> {
  const today = dayOf(parts.now);
  const { offer, partner, customer, relationship } = sight;
  const stand = standIn(sight, today);
  const company = companyFor(partner, stand, today);
  if (company === undefined) return undefined;
  const { delegation } = offer.content;
  const known = sight.isOfCustomer || sight.reader.kind === 'visitor' ? customer : undefined;
  const organisation = known?.name ?? sight.answer?.organisation.name;
  return {
    offer,
    company,
    ...(organisation === undefined ? {} : { organisation }),
    stand,
    isOpen: standOf(offer, undefined, undefined, today).kind === 'open',
    reader: said.reader ?? sight.reader,
    roles: delegation?.form === 'gdap' ? delegationRoles.flatMap(({ id, slug }) => (delegation.roles.includes(id) ? [slug] : [])) : [],
    ...(delegation?.form === 'gdap' ? { wouldEndOn: addDays(today, delegation.days - 1) } : {}),
    extensionDays,
    agreements: agreementsOf(offer, partner),
    ...(relationship === undefined ? {} : { granted: grantedOf(relationship, today) }),
    atMicrosoft: await doneAtMicrosoft(parts, sight, stand),
    typed: said.typed ?? {},
    problems: said.problems ?? [],
    notices: said.notices ?? [],
    ...(said.asking === undefined ? {} : { asking: said.asking }),
  };
}

/** Nothing new reaches a customer without a confirmation of this year; what they have accepted stays theirs to read, and to end. */
export function companyFor(partner: Partner, stand: Pick<OfferStand, 'kind'>, today: Day): CompanyInformation | undefined {
  const asked = stand.kind === 'open' || stand.kind === 'waiting';
  return confirmedInformation(partner, asked ? today : (partner.confirmedOn ?? today));
}

function agreementsOf({ content }: Offer, partner: Partner): CustomerOfferView['agreements'] {
  const all = plansOf(content).map((plan) => agreementFor(plan, partner.standing));
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index);
}

function plansOf(content: Offer['content']): readonly PlanId[] {
  switch (content.kind) {
    case 'trial':
      return [content.plan];
    case 'purchase':
      return content.lines.map(({ plan }) => plan);
    case 'delegated-admin':
      return [];
  }
}

function grantedOf(relationship: Relationship, today: Day): Granted {
  const lastDay = lastDayOf(relationship, today);
  if (relationship.ended !== undefined) return { status: 'ended', by: { name: relationship.ended.name, at: relationship.ended.at } };
  if (statusOf(relationship, today) === 'expired') return { status: 'expired', on: lastDay };
  return { status: 'active', relationship: relationship.id, until: isEnd(lastDay) ? lastDay : 'no-end' };
}

async function doneAtMicrosoft(parts: SightParts, { offer, answer }: Sight, stand: OfferStand): Promise<CustomerOfferView['atMicrosoft']> {
  if (answer === undefined || stand.kind !== 'accepted') return {};
  const ids = acceptanceIdsOf(parts.secrets, offer, answer.customer, '');
  const [setUp, delegation] = await Promise.all([confirmation(parts, ids.setUp), confirmation(parts, ids.delegation)]);
  return { ...(setUp === undefined ? {} : { setUp }), ...(delegation === undefined ? {} : { delegation }) };
}

async function confirmation({ book }: SightParts, handOff: HandOffId): Promise<Confirmed | undefined> {
  return (await book.read('hand-off', handOff))?.value.confirmed;
}
