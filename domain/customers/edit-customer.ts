import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { CustomerEdited, EditCustomer, EditCustomerRefusal } from './acting-commands.ts';
import type { Customer } from './records.ts';

/** What must be known to change what the book keeps of a customer; each absent one is `undefined`. */
export interface EditCustomerState {
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  /** Who looks after the customer now, and who is to. */
  readonly ownerBefore: PartnerUser | undefined;
  readonly owner: PartnerUser | undefined;
}

/** Changes name, contact, language and owner as a person has seen them; what they left empty is gone. Nothing changes at Microsoft. */
export function decideEditCustomer(state: EditCustomerState, command: EditCustomer, now: Date): Decision<CustomerEdited, EditCustomerRefusal> {
  const { user, customer, owner } = state;
  if (user?.tenant !== command.partner || !mayActForCustomers(user, 'checklist')) return refuse({ kind: 'person-lacks-right' });
  if (customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  if (command.owner !== undefined && owner?.tenant !== command.partner) return refuse({ kind: 'owner-not-found' });
  if (command.contactName !== undefined && command.contactEmail === undefined) return refuse({ kind: 'contact-without-email' });

  const after = customerAfter(customer, command);
  const facts = [factsOf(customer, state.ownerBefore), factsOf(after, owner)] as const;
  const changed = Object.keys(facts[1]).filter((name) => valueOf(facts[0], name) !== valueOf(facts[1], name));
  const outcome: CustomerEdited = { kind: 'customer-edited', customer: customer.id, changed, on: dayOf(now) };
  // Written even when nothing is different: who clicks twice gets the answer of the first click, which has to be kept.
  const put = [{ kind: 'customer' as const, id: customer.id, value: after }];
  if (changed.length === 0) return changes(outcome, { put, events: [] });
  const change = { customer: customer.id, before: only(facts[0], changed), after: only(facts[1], changed) };
  return changes(outcome, { put, events: [happened(command, instantOf(now), 'customer-edited', `customer:${customer.id}`, change)] });
}

function customerAfter({ contact: _contact, language: _language, owner: _owner, ...kept }: Customer, command: EditCustomer): Customer {
  const { name, contactName, contactEmail, language, owner } = command;
  return {
    ...kept,
    name,
    ...(contactEmail === undefined ? {} : { contact: { name: contactName ?? contactEmail, email: contactEmail } }),
    ...(language === undefined ? {} : { language }),
    ...(owner === undefined ? {} : { owner }),
  };
}

type Facts = Readonly<Record<string, string | undefined>>;

function factsOf({ name, contact, language, owner }: Customer, person: PartnerUser | undefined): Facts {
  return { name, contactName: contact?.name, contactEmail: contact?.email, language, owner, ownerName: person?.name };
}

function valueOf(facts: Facts, name: string): string | undefined {
  return facts[name];
}

function only(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}
