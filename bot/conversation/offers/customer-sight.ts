import type { CustomerReader } from '../../../cards/customer-offer-view.ts';
import type { Partner } from '../../../domain/company/records.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { domainOfSignIn } from '../../../domain/customers/sign-in-name.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import type { OfferReader } from '../../../domain/offers/desk.port.ts';
import { mayAskAgain } from '../../../domain/offers/ask-to-be-admin.ts';
import { adminRequestId, offerAnswerId } from '../../../domain/offers/records.ts';
import type { Offer, OfferAnswer } from '../../../domain/offers/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { isNameless, isOrganisation } from '../../../domain/shared/ids.ts';
import type { CustomerId, OfferId } from '../../../domain/shared/ids.ts';
import type { Secrets } from '../../../domain/shared/ports.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import { adminsOf, nameOnlyUser, recordsOf } from '../customers/known-users.ts';

export interface SightParts {
  readonly book: Reader;
  readonly secrets: Pick<Secrets, 'deriveId'>;
  readonly now: Date;
}

/** An offer with everything the book says about it that concerns this reader, and nothing of anybody else. */
export interface Sight {
  readonly offer: Offer;
  readonly partner: Partner;
  readonly reader: CustomerReader;
  /** The customer they belong to, or the one it is addressed to. */
  readonly customer: Customer | undefined;
  /** Shown to belong to that customer: they may read its name, its answer and its admins' names. */
  readonly isOfCustomer: boolean;
  readonly answer: OfferAnswer | undefined;
  readonly relationship: Relationship | undefined;
}

/** An answer that somebody outside the book has just given, signed in: for which organisation. */
export interface JustAnswered {
  readonly customer: CustomerId;
}

type SignedIn = Extract<OfferReader, { readonly kind: 'signed-in' }>;

interface Place {
  readonly customer: Customer | undefined;
  readonly belongs: boolean;
}

/** The offer as this reader may see it, from the signed activity or token and the book; undefined when it is not theirs to see. */
export async function sightOf(parts: SightParts, id: OfferId, reader: OfferReader, just?: JustAnswered): Promise<Sight | undefined> {
  const offer = (await parts.book.read('offer', id))?.value;
  const partner = offer === undefined ? undefined : (await parts.book.read('partner', offer.partner))?.value;
  if (offer === undefined || partner === undefined) return undefined;
  if (reader.kind === 'visitor') return visitorOf(parts, { offer, partner });
  if (isNameless(reader.person)) return undefined;
  if (reader.tenant === offer.partner) return { ...outside({ offer, partner }, undefined), customer: undefined, reader: { kind: 'partner' } };
  const place = await placeOf(parts, offer, reader);
  if (place === undefined) return undefined;
  const { customer } = place;
  if (customer === undefined) return guestOf(parts, { offer, partner }, reader, just);
  const known = await readerAt(parts, customer, place.belongs, reader);
  const answer = await answerAt(parts, offer, customer.id);
  if (!place.belongs) return { ...outside({ offer, partner }, answer !== undefined && isBy(answer, reader) ? answer : undefined), customer, reader: known };
  const relationship = await relationshipOf(parts, answer);
  return { offer, partner, customer, reader: known, isOfCustomer: true, answer, relationship };
}

/** Where somebody signed in stands towards the offer; undefined when it is another customer's. */
async function placeOf({ book, secrets }: SightParts, offer: Offer, reader: SignedIn): Promise<Place | undefined> {
  // Of personal accounts the directory shows nothing.
  const here = isOrganisation(reader.tenant);
  const byDirectory = !here
    ? undefined
    : (await book.list('customers-of-tenant', { key: reader.tenant, from: offer.partner, upTo: offer.partner, limit: 1 })).rows[0]?.value;
  const domain = domainOf(reader);
  if (offer.customer !== undefined) {
    const customer = (await book.read('customer', offer.customer))?.value;
    if (customer === undefined) return undefined;
    if (customer.tenant !== undefined) return here && customer.tenant === reader.tenant ? { customer, belongs: true } : undefined;
    if (domain === customer.domain) return { customer, belongs: true };
    return byDirectory === undefined ? { customer, belongs: false } : undefined;
  }
  if (byDirectory !== undefined) return { customer: byDirectory, belongs: true };
  const byDomain = domain === undefined ? undefined : (await book.read('customer', customerIdOf(secrets, offer.partner, domain)))?.value;
  return { customer: byDomain?.tenant === undefined ? byDomain : undefined, belongs: true };
}

/** The domain somebody signs in with. */
function domainOf({ upn, tenant }: Pick<SignedIn, 'upn' | 'tenant'>): string | undefined {
  return isOrganisation(tenant) ? domainOfSignIn(upn) : undefined;
}

/** An admin, a colleague, or somebody of whom nobody knows: as the domain will judge it when they answer. */
async function readerAt(parts: SightParts, customer: Customer, belongs: boolean, reader: SignedIn): Promise<CustomerReader> {
  if (!belongs) return { ...(await unknownReader(parts, customer, reader, [])), isUnproven: true };
  const { book } = parts;
  const same = await recordsOf(book, customer.id, reader.person);
  if (reader.isDirectoryAdmin || same.some(({ value }) => value.isAdmin)) return { kind: 'admin' };
  const named = reader.upn === undefined ? undefined : await nameOnlyUser(book, customer.id, reader.upn);
  if (named?.isAdmin === true) return { kind: 'admin' };
  const admins = (await adminsOf(book, customer.id)).map(({ value }) => value.name);
  return same.length > 0 || named !== undefined ? { kind: 'colleague', admins } : unknownReader(parts, customer, reader, admins);
}

async function unknownReader(
  { book, now }: SightParts,
  customer: Customer,
  { person }: SignedIn,
  admins: readonly string[],
): Promise<Extract<CustomerReader, { readonly kind: 'unknown' }>> {
  const request = (await book.read('admin-request', adminRequestId(customer.id, person)))?.value;
  if (request === undefined) return { kind: 'unknown', admins };
  const { at, settled } = request;
  if (settled === undefined) return { kind: 'unknown', admins, request: { at } };
  return { kind: 'unknown', admins, request: { at, settled: { at: settled.at, verdict: settled.verdict }, mayAskAgain: mayAskAgain(settled, dayOf(now)) } };
}

/** Somebody in a plain browser is shown no answer, not even their own: an address that is typed shows nobody to be its owner. */
async function visitorOf(parts: SightParts, of: Pick<Sight, 'offer' | 'partner'>): Promise<Sight> {
  const { customer } = of.offer;
  const addressed = customer === undefined ? undefined : (await parts.book.read('customer', customer))?.value;
  return { ...outside(of, undefined), customer: addressed, reader: { kind: 'visitor', asksWhich: customer === undefined } };
}

/** Signed in, of an organisation that the book does not know. Their own answer finds them again. */
async function guestOf(parts: SightParts, of: Pick<Sight, 'offer' | 'partner'>, reader: SignedIn, just: JustAnswered | undefined): Promise<Sight> {
  const domain = domainOf(reader);
  const guest: CustomerReader = { kind: 'guest', isAdmin: reader.isDirectoryAdmin && domain !== undefined, ...(domain === undefined ? {} : { domain }) };
  const answers = await parts.book.list('answers-of-offer', { key: of.offer.id, limit: 500 });
  const own = answers.rows.map(({ value }) => value).find((answer) => isBy(answer, reader) && (just === undefined || answer.customer === just.customer));
  const relationship = await relationshipOf(parts, own);
  return { ...of, customer: undefined, reader: guest, isOfCustomer: false, answer: own, relationship };
}

/** For who cannot be shown to belong to the customer: an answer that is not their own is nobody's business but the customer's. */
function outside(of: Pick<Sight, 'offer' | 'partner'>, own: OfferAnswer | undefined): Omit<Sight, 'customer' | 'reader'> {
  return { ...of, isOfCustomer: false, answer: own, relationship: undefined };
}

function isBy(answer: OfferAnswer, { person }: SignedIn): boolean {
  return answer.by.kind === 'signed-in' && answer.by.person === person;
}

async function answerAt({ book }: SightParts, offer: Offer, customer: CustomerId | undefined): Promise<OfferAnswer | undefined> {
  return customer === undefined ? undefined : (await book.read('offer-answer', offerAnswerId(offer.id, customer)))?.value;
}

async function relationshipOf({ book }: SightParts, answer: OfferAnswer | undefined): Promise<Relationship | undefined> {
  return answer?.relationship === undefined ? undefined : (await book.read('relationship', answer.relationship))?.value;
}
