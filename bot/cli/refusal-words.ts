import type { RefusalOf } from '../../domain/commands.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { ImportCommand } from './files/import-file.ts';

type Refusal = RefusalOf<ImportCommand>;

/** Why a line was refused, for the operator. Tells nothing of another partner's book. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'partner-own-directory':
    case 'partner-own-domain':
    case 'domain-of-a-customer':
    case 'directory-of-another-customer':
    case 'domain-needed':
    case 'own-domain-not-told':
    case 'advisor-no-more':
    case 'last-global-admin':
    case 'confirmed-in-the-future':
      return ownCompanyWords(refusal);
    case 'owner-not-found':
      return `owner ${refusal.email} is the e-mail of none of the partner's people; import users.csv first`;
    case 'contact-without-email':
      return `contactEmail is missing beside the contact ${refusal.name}`;
    case 'customer-not-found':
      return `no customer has the domain ${refusal.domain}; import customers.csv first`;
    case 'subscription-of-another-customer':
      return 'the book has this subscription with somebody else';
    case 'customer-of-tenant-not-found':
      return `no customer has the directory ${refusal.tenant}; import Partner Center's customers first, or tenantId in customers.csv`;
    case 'country-not-told':
      return "the file does not say this customer's country; name it with --country, for example --country CZ";
    case 'ends-before-it-starts':
      return `it ends on ${refusal.endsOn}, before it starts on ${refusal.startsOn}`;
    case 'not-sold-that-way':
      return `${plans[refusal.plan].name} is not sold through the channel ${refusal.channel}, only ${refusal.channels.join(', ')}`;
    case 'too-many-seats':
      return `${plans[refusal.plan].name} has at most ${refusal.maxSeats} seats, not ${refusal.seats}`;
    case 'paid-by-keys':
      return 'redeemed product keys paid for it; its plan and terms change in the chat only';
    case 'fewer-than-held':
      return `${refusal.held} people hold its licences, and this line would leave ${refusal.left}; take licences from people first`;
    case 'lines-disagree':
      return `an earlier line of this subscription says something else in ${refusal.columns.join(', ')}`;
    case 'term-not-clear':
      return `the book has ${refusal.terms} terms of it, and it is not clear which one the start ${refusal.startsOn} means`;
    case 'subscription-not-found':
      return `licensed names the subscription ${refusal.reference}, which this customer does not have`;
    case 'no-free-licence':
      return noFreeLicence(refusal.reference);
    case 'key-already-used':
    case 'key-not-available':
    case 'used-key-not-known':
    case 'seats-missing':
    case 'one-licence-per-key':
      return productKeyWords(refusal);
  }
}

function noFreeLicence(reference: string | undefined): string {
  if (reference === undefined) return 'no subscription of this customer has a free licence; write licensed=no, or add licences first';
  return `licensed names ${reference}, which has no free licence; name another subscription, write licensed=no, or add licences first`;
}

type OwnCompany = Extract<
  Refusal,
  {
    readonly kind:
      | 'partner-own-directory'
      | 'partner-own-domain'
      | 'domain-of-a-customer'
      | 'directory-of-another-customer'
      | 'domain-needed'
      | 'own-domain-not-told'
      | 'last-global-admin'
      | 'confirmed-in-the-future'
      | 'advisor-no-more';
  }
>;

function ownCompanyWords(refusal: OwnCompany): string {
  switch (refusal.kind) {
    case 'partner-own-directory':
      return "tenantId is the partner's own, not a customer's; its own subscriptions go into subscriptions.csv under the domain in company.csv";
    case 'partner-own-domain':
      return `domain ${refusal.domain} is the partner's own, not a customer's; its own subscriptions go into subscriptions.csv`;
    case 'domain-of-a-customer':
      return `domain ${refusal.domain} is a customer's`;
    case 'directory-of-another-customer':
      return `tenantId is the directory of another customer: ${refusal.name}, ${refusal.domain}`;
    case 'domain-needed':
      return "domain cannot be removed while the book has the company's own subscriptions, which are named by it";
    case 'own-domain-not-told':
      return "this is the company's own subscription; enter its domain in company.csv first";
    case 'last-global-admin':
      return 'this is the last global admin; make somebody else global admin first';
    case 'confirmed-in-the-future':
      return `confirmedOn ${refusal.on} lies in the future`;
    case 'advisor-no-more':
      return `programme is ${refusal.programme}, but the company has joined CSP, which ended that for good`;
  }
}

type AboutKey = Extract<Refusal, { readonly kind: 'key-already-used' | 'key-not-available' | 'used-key-not-known' | 'seats-missing' | 'one-licence-per-key' }>;

function productKeyWords(refusal: AboutKey): string {
  switch (refusal.kind) {
    case 'key-already-used':
      return refusal.on === undefined ? 'already used' : `already used on ${refusal.on}`;
    case 'key-not-available':
      return 'this key cannot be taken into stock';
    case 'used-key-not-known':
      return 'a key marked as used is not put into stock';
    case 'seats-missing':
      return `seats is empty; a key of ${plans[refusal.plan].name} is worth the licences that stand on its card`;
    case 'one-licence-per-key':
      return `seats is ${refusal.seats}, but a key of ${plans[refusal.plan].name} is worth one licence`;
  }
}
