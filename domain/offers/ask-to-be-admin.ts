import { adminsAmong, isAdminOf, objectIdOf } from '../customers/admins.ts';
import type { Customer, CustomerUser } from '../customers/records.ts';
import type { AuditEvent } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Day } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import { isNameless, isOrganisation, tenantOf } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { AskedToBeAdmin, AskToBeAdmin, AskToBeAdminRefusal } from './commands.ts';
import type { AdminRequest, Offer } from './records.ts';
import { adminRequestId } from './records.ts';
import { adminAskedMessageId, recipientAtPartner } from './telling.ts';

/** What must be known to ask; each absent one is `undefined`. */
export interface AskToBeAdminState {
  readonly offer: Offer | undefined;
  readonly customer: Customer | undefined;
  readonly users: readonly CustomerUser[];
  readonly request: AdminRequest | undefined;
  /** Those of the partner to whom the assistant can write: of who sent it and who looks after the customer. */
  readonly reachable: readonly PersonId[];
  /** Message ids that wait already. */
  readonly queued: readonly string[];
}

/**
 * Somebody whom the book does not know asks the partner to name them as an admin of the customer. Asked once: a second time changes
 * nothing while it is open, and whom the partner did not name is told who the admins are, and may ask again from the next day.
 */
export function decideAskToBeAdmin(state: AskToBeAdminState, command: AskToBeAdmin, now: Date): Decision<AskedToBeAdmin, AskToBeAdminRefusal> {
  const { offer, customer, users, request } = state;
  if (offer === undefined || customer === undefined || !mayAsk(offer, customer, command)) return refuse({ kind: 'offer-not-found' });
  if (isAdminOf(command.by, customer, users)) return refuse({ kind: 'already-admin' });
  const again = request?.settled !== undefined && mayAskAgain(request.settled, dayOf(now));
  if ((request?.settled !== undefined && !again) || users.some((user) => isKnown(user, command)))
    return refuse({ kind: 'known-and-no-admin', admins: namesOf(customer, users) });
  const outcome: AskedToBeAdmin = { kind: 'asked-to-be-admin', customer: customer.id };
  if (request !== undefined && !again) return changes(outcome, { put: [], events: [] });

  const at = instantOf(now);
  const id = adminRequestId(customer.id, command.by);
  const { by: person, byName: name, upn } = command;
  const value: AdminRequest = { customer: customer.id, partner: offer.partner, person, name, ...(upn === undefined ? {} : { upn }), offer: offer.id, at };
  const recipient = recipientAtPartner(offer, customer, state.reachable);
  const message = outgoing(
    adminAskedMessageId(customer.id, person, recipient),
    { partner: offer.partner, recipient, dueAt: at },
    { topic: 'admin-asked', customer: customer.id, person },
  );
  const told = state.queued.includes(message.id) ? [] : [message];
  return changes(outcome, { put: [{ kind: 'admin-request', id, value }, ...told], events: [asked(command, value, customer)] });
}

/** The partner may have decided by mistake, or something may have changed; once a day is no burden. */
export function mayAskAgain(settled: NonNullable<AdminRequest['settled']>, today: Day): boolean {
  return settled.verdict === 'refused' && dayOf(new Date(settled.at)) < today;
}

/** For the customer it is addressed to, and of its directory when the book knows that; nobody of the partner's own. */
function mayAsk(offer: Offer, customer: Customer, { by }: AskToBeAdmin): boolean {
  const tenant = tenantOf(by);
  if (isNameless(by) || !isOrganisation(tenant) || tenant === offer.partner || customer.partner !== offer.partner) return false;
  return (offer.customer === undefined || offer.customer === customer.id) && (customer.tenant ?? tenant) === tenant;
}

/** Known by object id; or by sign-in name and no admin, so that nobody has to be asked. */
function isKnown({ objectId, upn, isAdmin }: CustomerUser, command: AskToBeAdmin): boolean {
  return objectId === undefined ? upn === command.upn && !isAdmin : objectId === objectIdOf(command.by);
}

/** To people of the customer's directory only: of another they would be told to a stranger. */
function namesOf({ tenant }: Customer, users: readonly CustomerUser[]): readonly string[] {
  return tenant === undefined ? [] : adminsAmong(users).map((user) => user.name);
}

function asked({ by, byName, commandId }: AskToBeAdmin, request: AdminRequest, customer: Customer): AuditEvent {
  const { partner, at, upn } = request;
  const about = `customer:${customer.id}`;
  return {
    at,
    by: { kind: 'person', person: by, name: byName },
    partner,
    what: 'admin-asked',
    about,
    after: { customer: customer.name, upn },
    commandId,
    customer: customer.id,
  };
}
