import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { customerDigestCard, customerRenewalCard } from '../../../cards/customer-renewal.card.ts';
import type { CustomerRenewalView } from '../../../cards/customer-renewal.card.ts';
import { fits } from '../../../cards/fits.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import type { RenewalFacts } from '../../../cards/renewal-view.ts';
import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import type { CompanyInformation } from '../../../domain/company/confirmed.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import type { DigestEntry } from '../../../domain/renewals/records.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { PersonId, SubscriptionId, TenantId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import type { CardParts } from '../card-parts.ts';
import { recordsOf } from '../customers/known-users.ts';
import { renewalFactsOf } from './facts.ts';
import type { NamedEnd, NamedTerm } from './facts.ts';

/** On a phone a card is read to its end. */
const rowsPerCard = [5, 3, 2, 1] as const;

/**
 * The digest of an admin of a customer as things stand now. Undefined when it is none of theirs, or has nothing to say.
 *
 * @param after how many rows were shown before.
 */
export async function customersDigest(parts: CardParts, id: string, reader: PersonId, after = 0): Promise<AdaptiveCard | undefined> {
  const digest = (await parts.book.read('digest', id))?.value;
  if (digest?.side !== 'customer' || digest.person !== reader) return undefined;
  const company = await companyOf(parts.book, digest.partner);
  const ends = digest.entries.flatMap(endOf);
  const first = ends[0];
  const customer = first === undefined ? undefined : (await parts.book.read('customer', first.customer))?.value;
  // an admin no more sees no more of it
  if (company === undefined || customer === undefined || !(await isAdmin(parts.book, customer, reader))) return undefined;
  const from = Number.isInteger(after) && after > 0 && after < ends.length ? after : 0;
  const facts = await Promise.all(ends.slice(from, from + rowsPerCard[0]).map((end) => factsOf(parts, end)));
  const rows = facts.filter((each) => each !== undefined);
  const say = sayIn(parts.language);
  const about = { company, organisation: customer.name, digest: id, from, total: ends.length };
  const cards = rowsPerCard.map((count) => customerDigestCard(say, { ...about, rows: rows.slice(0, count) }));
  return cards.find(fits) ?? cards.at(-1);
}

/** One end for an admin of the customer. `unknown`: it is of nobody whom this person belongs to. */
export type CustomersRenewal =
  | { readonly kind: 'renewal'; readonly view: CustomerRenewalView }
  | { readonly kind: 'not-an-admin' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'unknown' };

/** The end of a subscription as one of the customer's people may see it: admins alone, of the customer's own directory. */
export async function customersRenewal(
  { book, now }: Pick<CardParts, 'book' | 'now'>,
  id: SubscriptionId,
  person: PersonId,
  end?: NamedTerm,
): Promise<CustomersRenewal> {
  const subscription = (await book.read('subscription', id))?.value;
  const customer = subscription === undefined ? undefined : (await book.read('customer', subscription.customer))?.value;
  if (subscription === undefined || customer?.tenant === undefined || customer.tenant !== tenantOf(person)) return { kind: 'unknown' };
  const company = await companyOf(book, subscription.partner);
  if (company === undefined) return { kind: 'paused' };
  if (!(await isAdmin(book, customer, person))) return { kind: 'not-an-admin' };
  return { kind: 'renewal', view: { company, renewal: await renewalFactsOf({ book, now }, subscription, end) } };
}

/** The same, drawn unasked in place of a card that stands in their chat. */
export async function customersRenewalCard(parts: CardParts, id: SubscriptionId, person: PersonId, end?: NamedEnd): Promise<AdaptiveCard | undefined> {
  const found = await customersRenewal(parts, id, person, end);
  return found.kind === 'renewal' ? customerRenewalCard(sayIn(parts.language), found.view) : undefined;
}

async function isAdmin(book: Reader, customer: Customer, person: PersonId): Promise<boolean> {
  return (await recordsOf(book, customer.id, person)).some(({ value }) => value.isAdmin);
}

/** What was confirmed last: whoever has had a notice can always reach the partner. */
async function companyOf(book: Reader, tenant: TenantId): Promise<CompanyInformation | undefined> {
  const partner = (await book.read('partner', tenant))?.value;
  return partner?.confirmedOn === undefined ? undefined : confirmedInformation(partner, partner.confirmedOn);
}

type TermEntry = NamedEnd & { readonly subscription: SubscriptionId; readonly customer: Customer['id'] };

function endOf(entry: DigestEntry): readonly TermEntry[] {
  if (entry.kind !== 'notice' || entry.ending.kind !== 'term') return [];
  const { subscription, term } = entry.ending;
  return [{ subscription, term, endsOn: entry.endsOn, customer: entry.customer }];
}

async function factsOf({ book, now }: CardParts, end: TermEntry): Promise<RenewalFacts | undefined> {
  const subscription = (await book.read('subscription', end.subscription))?.value;
  return subscription === undefined ? undefined : renewalFactsOf({ book, now }, subscription, end);
}
