import type { AdminRequestRow } from '../../../cards/offers.card.ts';
import type { Doubt } from '../../../cards/partner-doubt.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { addressOf } from '../../../domain/offers/accepted-subscriptions.ts';
import type { AdminRequest, OfferAnswer } from '../../../domain/offers/records.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { CustomerId, PersonId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import { adminsOf } from '../customers/known-users.ts';

/** A request as its card asks about it: of which customer, and what to know before somebody says yes. */
export async function requestView(book: Reader, request: AdminRequest): Promise<AdminRequestRow> {
  const [customer, doubt] = await Promise.all([book.read('customer', request.customer), doubtOfRequest(book, request)]);
  return {
    request,
    customer: customer?.value.name ?? request.customer,
    ...(doubt === undefined ? {} : { doubt }),
    learnsDirectory: customer !== undefined && customer.value.tenant === undefined,
  };
}

interface Claim {
  readonly customer: CustomerId;
  /** Sign-in name or e-mail, as far as it is known. */
  readonly address: string | undefined;
  /** Absent: not signed in. */
  readonly person?: PersonId;
  /** What they said the domain is; the book's own wins. */
  readonly domain?: string;
}

/** What speaks against an answer that waits for the partner's word; undefined: nothing that the book could know. */
export function doubtOfAnswer(book: Reader, { state, customer, by, organisation }: OfferAnswer): Promise<Doubt | undefined> {
  if (state !== 'declared') return Promise.resolve(undefined);
  const person = by.kind === 'signed-in' ? { person: by.person } : {};
  return doubtOf(book, { customer, address: addressOf(by), domain: organisation.domain, ...person });
}

function doubtOfRequest(book: Reader, { customer, person, upn }: AdminRequest): Promise<Doubt | undefined> {
  return doubtOf(book, { customer, address: upn, person });
}

async function doubtOf(book: Reader, claim: Claim): Promise<Doubt | undefined> {
  const customer = (await book.read('customer', claim.customer))?.value;
  const otherDomain = domainDoubt(claim, customer);
  const otherDirectory = claim.person !== undefined && customer?.tenant !== undefined && customer.tenant !== tenantOf(claim.person);
  if (otherDomain === undefined && !otherDirectory) return undefined;
  return {
    ...(otherDomain === undefined ? {} : { otherDomain }),
    otherDirectory,
    ...(customer === undefined ? {} : { admins: (await adminsOf(book, customer.id)).map(({ value }) => value.name) }),
  };
}

function domainDoubt({ address, domain }: Claim, customer: Customer | undefined): Doubt['otherDomain'] {
  const expected = (customer?.domain ?? domain)?.toLowerCase();
  if (address === undefined || expected === undefined || address.split('@').at(-1)?.toLowerCase() === expected) return undefined;
  return { address, domain: expected };
}
