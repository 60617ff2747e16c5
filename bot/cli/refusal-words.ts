import type { RefusalOf } from '../../domain/commands.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { ImportCommand } from './files/import-file.ts';

/** Why a line was refused, for the operator. Tells nothing of another partner's book. */
export function refusalWords(refusal: RefusalOf<ImportCommand>): string {
  switch (refusal.kind) {
    case 'confirmed-in-the-future':
      return `confirmedOn ${refusal.on} lies in the future`;
    case 'advisor-no-more':
      return `programme is ${refusal.programme}, but the company has joined CSP, which ended that for good`;
    case 'last-global-admin':
      return 'this is the last global admin; make somebody else global admin first';
    case 'owner-not-found':
      return `owner ${refusal.email} is the e-mail of none of the partner's people; import users.csv first`;
    case 'contact-without-email':
      return `contactEmail is missing beside the contact ${refusal.name}`;
    case 'partner-own-directory':
      return "tenantId is the partner's own, not the customer's";
    case 'customer-not-found':
      return `no customer has the domain ${refusal.domain}; import customers.csv first`;
    case 'subscription-of-another-customer':
      return 'the book has this subscription with another customer';
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
    case 'lines-disagree':
      return `an earlier line of this subscription says something else in ${refusal.columns.join(', ')}`;
    case 'term-not-clear':
      return `the book has ${refusal.terms} terms of it, and it is not clear which one the start ${refusal.startsOn} means`;
    case 'subscription-not-found':
      return `licensed names the subscription ${refusal.reference}, which this customer does not have`;
    case 'no-free-licence':
      return 'no subscription of this customer has a free licence; write licensed=no, or add licences first';
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
