import { adminsAmong, objectIdOf } from '../customers/admins.ts';
import type { Customer, CustomerUser } from '../customers/records.ts';
import { domainOfSignIn } from '../customers/sign-in-name.ts';
import { isNameless, isOrganisation, tenantOf } from '../shared/ids.ts';
import type { TenantId } from '../shared/ids.ts';
import type { PutOf } from '../shared/store.port.ts';
import type { AnswerOffer, AnswerOfferRefusal } from './commands.ts';
import type { Answerer, Offer } from './records.ts';

/** What the book knows of the organisation for which somebody answers. */
export interface Answering {
  readonly offer: Offer;
  readonly command: AnswerOffer;
  readonly customer: Customer | undefined;
  readonly users: readonly CustomerUser[];
  /** The record at `newIds.adminUser`: the person of this customer with the answerer's sign-in name. */
  readonly adminUser: CustomerUser | undefined;
  /** The person's directory is that of another customer of this partner. */
  readonly tenantIsAnothers: boolean;
}

/** As whom somebody may answer. */
export type MayAnswer =
  /** For the customer. `learns`: the directory, where the book did not know it; `records`: who they are, once. */
  | { readonly as: 'admin'; readonly learns?: TenantId; readonly records?: PutOf<'customer-user'> }
  /** By their own word: the partner has to confirm it. */
  | { readonly as: 'declarer' }
  | { readonly as: 'nobody'; readonly refusal: AnswerOfferRefusal };

type SignedIn = Extract<Answerer, { kind: 'signed-in' }>;

/**
 * Who may answer an offer, and as what: judged from a signed activity or token and the book, never from what a card or a form says.
 *
 * A customer is answered for by its admins. Whoever has the link of an open offer, and cannot be shown to be one of the customer named,
 * may only declare that it is accepted; so may a visitor of the page. Nobody declares delegated administration or a "no".
 */
export function mayAnswer(answering: Answering): MayAnswer {
  const { by } = answering.command;
  if (by.kind === 'visitor' || isNameless(by.person)) return declares(answering) ? { as: 'declarer' } : nobody({ kind: 'sign-in-needed' });
  switch (belonging(answering, by)) {
    case 'proven':
      return answering.customer === undefined ? asAdmin(answering, by) : judgedByBook(answering, by);
    case 'foreign':
      if (answering.offer.customer !== undefined) return nobody({ kind: 'offer-not-found' });
      return openTo(answering);
    case 'unproven':
      return openTo(answering);
  }
}

function declares({ offer, command }: Answering): boolean {
  return command.answer.kind === 'accept' && offer.content.kind !== 'delegated-admin';
}

/** Signed in, and not shown to be of this customer. The names of its admins are nobody's business then. */
function openTo(answering: Answering): MayAnswer {
  const { offer } = answering;
  return offer.customer === undefined && declares(answering) ? { as: 'declarer' } : nobody({ kind: 'unknown-person', admins: [] });
}

/**
 * Is this a person of the customer? By its directory; where the book does not know that, by a sign-in name of the customer's domain.
 * An organisation that the book does not know is proven by an admin of its directory only, and only if that is not another customer's.
 */
function belonging({ command, customer, tenantIsAnothers }: Answering, by: SignedIn): 'proven' | 'unproven' | 'foreign' {
  const tenant = tenantOf(by.person);
  if (customer?.tenant !== undefined) return customer.tenant === tenant && isOrganisation(tenant) ? 'proven' : 'foreign';
  if (!isOrganisation(tenant)) return 'unproven';
  const domain = (customer ?? command.organisation).domain.toLowerCase();
  const proven = domainOfSignIn(by.upn) === domain && (customer !== undefined || (command.isDirectoryAdmin && !tenantIsAnothers));
  return proven ? 'proven' : 'unproven';
}

function judgedByBook(answering: Answering, by: SignedIn): MayAnswer {
  const { users, adminUser, command } = answering;
  const objectId = objectIdOf(by.person);
  const same = users.filter((user) => user.objectId === objectId);
  if (same.some((user) => user.isAdmin)) return { as: 'admin', ...learning(answering, by) };
  const named = by.upn !== undefined && adminUser?.upn === by.upn && adminUser.objectId === undefined ? adminUser : undefined;
  // Known by another sign-in name already: a second record of the same person would be one too many.
  if (command.isDirectoryAdmin && same.length > 0 && named === undefined) return { as: 'admin', ...learning(answering, by) };
  if (command.isDirectoryAdmin || named?.isAdmin === true) return asAdmin(answering, by);
  const admins = adminsAmong(users).map((user) => user.name);
  return nobody(same.length > 0 || named !== undefined ? { kind: 'not-an-admin', admins } : { kind: 'unknown-person', admins });
}

/** An admin whom the book did not know by object id: from now on it does. */
function asAdmin(answering: Answering, by: SignedIn): MayAnswer {
  const { command, offer, adminUser } = answering;
  const learns = learning(answering, by);
  if (by.upn === undefined) return { as: 'admin', ...learns };
  const known = adminUser ?? { customer: command.organisation.customer, partner: offer.partner, name: by.name, upn: by.upn };
  const value: CustomerUser = { ...known, isAdmin: true, objectId: objectIdOf(by.person) };
  return { as: 'admin', ...learns, records: { kind: 'customer-user', id: command.newIds.adminUser, value } };
}

function learning({ customer }: Answering, by: SignedIn): { readonly learns?: TenantId } {
  return customer?.tenant === undefined ? { learns: tenantOf(by.person) } : {};
}

function nobody(refusal: AnswerOfferRefusal): MayAnswer {
  return { as: 'nobody', refusal };
}
