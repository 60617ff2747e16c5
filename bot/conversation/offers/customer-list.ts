import type { OfferRow } from '../../../cards/customer-offers.card.ts';
import type { CompanyInformation } from '../../../domain/company/confirmed.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { lastDayOf, statusOf } from '../../../domain/delegated-admin/term.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { OfferId, TenantId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import { companyFor } from './customer-view.ts';

interface Parts {
  readonly book: Reader;
  readonly now: Date;
}

const mostPartners = 10;
const mostOffers = 25;

/** What an organisation has from its partners: one directory may be the customer of several. */
export interface OffersOf {
  /** Those that wait for an answer first, then the newest. */
  readonly rows: readonly OfferRow[];
  readonly waiting: readonly OfferRow[];
  readonly partners: readonly CompanyInformation[];
}

/** The latest offers to an organisation, and its partners as customers may see them. */
export async function offersOf(parts: Parts, tenant: TenantId): Promise<OffersOf> {
  const customers = (await parts.book.list('customers-of-tenant', { key: tenant, limit: mostPartners })).rows.map(({ value }) => value);
  const found = (await Promise.all(customers.map((customer) => rowsOf(parts, customer)))).flat();
  const newestFirst = found.toSorted((one, other) => other.sentAt.localeCompare(one.sentAt, 'en')).map(({ row }) => row);
  const waiting = newestFirst.filter(({ stand }) => stand.kind === 'open');
  return { rows: [...waiting, ...newestFirst.filter(({ stand }) => stand.kind !== 'open')], waiting, partners: await partnersOf(parts, tenant) };
}

/** The partners of an organisation with their confirmed information, to call or write to. */
export async function partnersOf({ book, now }: Parts, tenant: TenantId): Promise<readonly CompanyInformation[]> {
  const customers = await book.list('customers-of-tenant', { key: tenant, limit: mostPartners });
  const partners = await Promise.all(customers.rows.map(({ value }) => book.read('partner', value.partner)));
  return partners.flatMap((partner) => (partner === undefined ? [] : (companyFor(partner.value, { kind: 'open' }, dayOf(now)) ?? [])));
}

async function rowsOf({ book, now }: Parts, customer: Customer): Promise<readonly { readonly row: OfferRow; readonly sentAt: string }[]> {
  const partner = (await book.read('partner', customer.partner))?.value;
  if (partner === undefined) return [];
  const offers = await offersFor(book, customer);
  const today = dayOf(now);
  const rows = offers.map(async (offer) => {
    const answer = (await book.read('offer-answer', offerAnswerId(offer.id, customer.id)))?.value;
    const relationship = answer?.relationship === undefined ? undefined : (await book.read('relationship', answer.relationship))?.value;
    const stand = standOf(offer, answer, relationship, today);
    const company = companyFor(partner, stand, today);
    const { id, summaryId, content, sentAt } = offer;
    const over = relationship === undefined || statusOf(relationship, today) === 'active' ? {} : { delegationOver: lastDayOf(relationship, today) };
    return company === undefined ? [] : [{ row: { offer: { id, summaryId, kind: content.kind }, partner: company.name, stand, ...over }, sentAt }];
  });
  return (await Promise.all(rows)).flat();
}

/** Addressed to them, or answered by them. */
async function offersFor(book: Reader, customer: Customer): Promise<readonly Offer[]> {
  const [addressed, answers] = await Promise.all([
    book.list('offers-to-customer', { key: customer.id, limit: mostOffers }),
    book.list('answers-of-customer', { key: customer.id, limit: mostOffers }),
  ]);
  const ids = new Set<OfferId>([...addressed.rows.map(({ value }) => value.id), ...answers.rows.map(({ value }) => value.offer)]);
  const offers = await Promise.all([...ids].map((id) => book.read('offer', id)));
  return offers.flatMap((offer) => (offer === undefined || offer.value.partner !== customer.partner ? [] : [offer.value]));
}
