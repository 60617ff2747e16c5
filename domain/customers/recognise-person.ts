import type { AuditEvent } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { isNameless, isOrganisation, tenantOf } from '../shared/ids.ts';
import type { PutOf } from '../shared/store.port.ts';
import { objectIdOf } from './admins.ts';
import type { PersonRecognised, RecognisePerson, RecognisePersonRefusal } from './commands.ts';
import type { Customer, CustomerUser } from './records.ts';
import { domainOfSignIn, isGuestName } from './sign-in-name.ts';

/** What must be known to recognise somebody; each absent one is `undefined`. */
export interface RecognisePersonState {
  readonly customer: Customer | undefined;
  readonly users: readonly CustomerUser[];
  /** The records at `candidates`, where there are any, in the same order. */
  readonly found: readonly { readonly id: string; readonly user: CustomerUser }[];
  /** The person's directory is that of another customer of this partner. */
  readonly tenantIsAnothers: boolean;
}

/**
 * Somebody of a customer is here for the first time: whom the book knew by sign-in name, it knows by object id from then on, and so
 * whom to write to; and of a customer whose directory it did not know, it learns that from a sign-in name of the customer's domain.
 *
 * Never where directory or domain do not fit, and nobody is an admin by it who was none.
 */
export function decideRecognisePerson(state: RecognisePersonState, command: RecognisePerson, now: Date): Decision<PersonRecognised, RecognisePersonRefusal> {
  const { customer } = state;
  if (customer?.partner !== command.partner || !isTheirs(state, customer, command)) return refuse({ kind: 'not-recognised' });
  const at = instantOf(now);
  const tenant = tenantOf(command.by);
  const user = userOf(state, command);
  const learnt = customer.tenant === undefined;
  const event = (what: string, about: string, change: Pick<AuditEvent, 'before' | 'after'>): AuditEvent => ({
    ...{ at, by: { kind: 'assistant' } as const, partner: command.partner, what, about },
    ...change,
    commandId: command.commandId,
    customer: customer.id,
  });
  return changes(
    { kind: 'person-recognised', customer: customer.id, directory: learnt, person: user !== undefined },
    {
      put: [...(learnt ? [{ kind: 'customer' as const, id: customer.id, value: { ...customer, tenant } }] : []), ...(user === undefined ? [] : [user])],
      events: [
        ...(learnt ? [event('customer-directory-learnt', `customer:${customer.id}`, { before: {}, after: { tenant } })] : []),
        ...(user === undefined ? [] : [event('person-recognised', `customer-user:${user.id}`, { after: personFacts(customer, user.value) })]),
      ],
    },
  );
}

function personFacts({ name: customer }: Customer, { name, upn, isAdmin }: CustomerUser): Readonly<Record<string, unknown>> {
  return { customer, name, email: upn, isAdmin };
}

/** By the customer's directory; where the book does not know that, by a sign-in name of its domain. */
function isTheirs({ tenantIsAnothers }: RecognisePersonState, customer: Customer, { by, upn }: RecognisePerson): boolean {
  const tenant = tenantOf(by);
  if (isNameless(by) || !isOrganisation(tenant) || tenant === customer.partner) return false;
  if (upn !== undefined && isGuestName(upn)) return false;
  if (customer.tenant !== undefined) return customer.tenant === tenant;
  return !tenantIsAnothers && domainOfSignIn(upn) === customer.domain;
}

/** An e-mail address stands for a sign-in name only within the customer's own directory: in any other, people choose theirs themselves. */
function userOf({ customer, users, found }: RecognisePersonState, { by, upn, email }: RecognisePerson): PutOf<'customer-user'> | undefined {
  const objectId = objectIdOf(by);
  if (users.some((user) => user.objectId?.toLowerCase() === objectId)) return undefined;
  const names = [upn, ...(customer?.tenant === undefined ? [] : [email])];
  const same = found.find(({ user }) => user.customer === customer?.id && user.objectId === undefined && names.includes(user.upn));
  return same === undefined ? undefined : { kind: 'customer-user', id: same.id, value: { ...same.user, objectId } };
}
