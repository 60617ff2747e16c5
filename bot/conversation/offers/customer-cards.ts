import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { adminSettledCard as settledCard, customerDelegationEndedCard } from '../../../cards/customer-news.card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { adminRequestId } from '../../../domain/offers/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { CustomerId, OfferId, PersonId, RelationshipId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';
import { adminsOf } from '../customers/known-users.ts';
import { sightOf } from './customer-sight.ts';
import { companyFor, drawn, standIn } from './customer-view.ts';

/**
 * The offer for somebody of a customer, drawn unasked: sent, or in place of one that stands in their chat.
 *
 * Undefined when there is nothing to say: it is not theirs, or nothing has changed for somebody whom only their own message makes known.
 */
export async function customerOfferCard(parts: CardParts, offer: OfferId, person: PersonId): Promise<AdaptiveCard | undefined> {
  const reader = { kind: 'signed-in', person, tenant: tenantOf(person), name: '', isDirectoryAdmin: false, via: 'teams', language: parts.language } as const;
  const sight = await sightOf(parts, offer, reader);
  if (sight === undefined) return undefined;
  const isMadeKnown = sight.reader.kind === 'admin' || sight.reader.kind === 'colleague' || sight.answer !== undefined;
  return !isMadeKnown && standIn(sight, dayOf(parts.now)).kind === 'open' ? undefined : drawn(parts, sight, parts.language);
}

/** The partner's answer to somebody who asked to be named as an admin; undefined while there is none. */
export async function adminSettledCard(parts: CardParts, customer: CustomerId, person: PersonId): Promise<AdaptiveCard | undefined> {
  const { book, now, language } = parts;
  const request = (await book.read('admin-request', adminRequestId(customer, person)))?.value;
  const partner = request === undefined ? undefined : (await book.read('partner', request.partner))?.value;
  const company = partner === undefined ? undefined : companyFor(partner, { kind: 'accepted' }, dayOf(now));
  if (request?.settled === undefined || company === undefined) return undefined;
  const about = { company, offer: request.offer, verdict: request.settled.verdict };
  // Whoever is in another directory, or in one that nobody has matched to the customer, may be anybody.
  const isTheirs = (await book.read('customer', customer))?.value.tenant === tenantOf(person);
  if (!isTheirs) return settledCard(sayIn(language), about);
  const admins = (await adminsOf(book, customer)).map(({ value }) => value.name);
  return settledCard(sayIn(language), { ...about, admins });
}

/** To an admin of the customer: the partner has ended delegated administration. Undefined when it has not, or it is another customer's. */
export async function delegationEndedForCustomer(parts: CardParts, id: RelationshipId, person: PersonId): Promise<AdaptiveCard | undefined> {
  const { book, now, language } = parts;
  const relationship = (await book.read('relationship', id))?.value;
  if (relationship?.ended?.side !== 'partner') return undefined;
  const [customer, partner] = await Promise.all([book.read('customer', relationship.customer), book.read('partner', relationship.partner)]);
  const company = partner === undefined ? undefined : companyFor(partner.value, { kind: 'accepted' }, dayOf(now));
  if (customer === undefined || company === undefined || customer.value.tenant !== tenantOf(person)) return undefined;
  const { terms, ended, offer } = relationship;
  const name = terms.form === 'gdap' ? { name: terms.name } : {};
  return customerDelegationEndedCard(sayIn(language), { company, offer, organisation: customer.value.name, ended, ...name });
}
