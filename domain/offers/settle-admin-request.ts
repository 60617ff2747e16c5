import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { objectIdOf } from '../customers/admins.ts';
import type { Customer, CustomerUser } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { isOrganisation, tenantOf } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { Put } from '../shared/store.port.ts';
import type { AdminRequestSettled, SettleAdminRequest, SettleAdminRequestRefusal } from './commands.ts';
import type { AdminRequest } from './records.ts';
import { adminRequestId } from './records.ts';
import { adminSettledMessageId } from './telling.ts';

/** What must be known to settle a request; each absent one is `undefined`. */
export interface SettleAdminRequestState {
  readonly user: PartnerUser | undefined;
  readonly request: AdminRequest | undefined;
  readonly customer: Customer | undefined;
  /** The record at `adminUser`. */
  readonly known: CustomerUser | undefined;
  /** Message ids that wait already. */
  readonly queued: readonly string[];
}

/**
 * The partner names the person as an admin, and the book knows them, and their directory, from then on; or does not. Once:
 * a request that is settled is none any more.
 */
export function decideSettleAdminRequest(
  state: SettleAdminRequestState,
  command: SettleAdminRequest,
  now: Date,
): Decision<AdminRequestSettled, SettleAdminRequestRefusal> {
  const { user, request, customer } = state;
  if (user?.tenant !== command.partner || !mayActForCustomers(user, 'trial-invitation')) return refuse({ kind: 'person-lacks-right' });
  if (request?.partner !== command.partner || request.settled !== undefined || customer === undefined) return refuse({ kind: 'request-not-found' });
  if (command.verdict === 'name' && !isStillTheirs(state, customer, request)) return refuse({ kind: 'request-not-found' });

  const at = instantOf(now);
  const verdict = command.verdict === 'name' ? 'named' : 'refused';
  const settled: AdminRequest = { ...request, settled: { at, person: command.by, name: command.byName, verdict } };
  const message = outgoing(
    adminSettledMessageId(customer.id, request.person),
    { partner: command.partner, recipient: request.person, dueAt: at },
    { topic: 'admin-settled', customer: customer.id, person: request.person },
  );
  const facts = { customer: customer.name, name: request.name, upn: request.upn };
  return changes(
    { kind: 'admin-request-settled', customer: customer.id, name: request.name, verdict },
    {
      put: [
        { kind: 'admin-request', id: adminRequestId(customer.id, request.person), value: settled },
        ...(verdict === 'named' ? named(state, customer, request, command) : []),
        ...(state.queued.includes(message.id) ? [] : [message]),
      ],
      events: [
        happened(command, at, verdict === 'named' ? 'admin-named' : 'admin-not-named', `customer:${customer.id}`, { customer: customer.id, after: facts }),
      ],
    },
  );
}

/** The customer's directory may have become known since, and be another; the record may be somebody else's. */
function isStillTheirs({ known }: SettleAdminRequestState, customer: Customer, { person }: AdminRequest): boolean {
  const tenant = tenantOf(person);
  return isOrganisation(tenant) && (customer.tenant ?? tenant) === tenant && (known === undefined || known.customer === customer.id);
}

function named({ known }: SettleAdminRequestState, customer: Customer, request: AdminRequest, command: SettleAdminRequest): readonly Put[] {
  const objectId = objectIdOf(request.person);
  const base = known ?? { customer: customer.id, partner: command.partner, name: request.name, upn: request.upn ?? objectId };
  const tenant = tenantOf(request.person);
  return [
    { kind: 'customer-user', id: command.adminUser, value: { ...base, isAdmin: true, objectId } },
    ...(customer.tenant === undefined ? [{ kind: 'customer' as const, id: customer.id, value: { ...customer, tenant } }] : []),
  ];
}
