import type { Partner, PartnerUser } from '../company/records.ts';
import type { Customer, Subscription } from '../customers/records.ts';
import { mayActOnBehalf } from '../delegated-admin/acting.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { OpenServiceRequest, OpenServiceRequestRefusal, ServiceRequestOpened } from './commands.ts';
import type { ServiceRequest } from './records.ts';

/** What must be known to write down a service request; each absent one is `undefined`. */
export interface OpenServiceRequestState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  readonly relationships: readonly Relationship[];
  /** The one it is about, where the command names one. */
  readonly subscription: Subscription | undefined;
}

/** Writes it down as a draft (mission, row 11). The audit holds none of the words that somebody typed. */
export function decideOpenServiceRequest(
  { partner, user, customer, relationships, subscription }: OpenServiceRequestState,
  command: OpenServiceRequest,
  now: Date,
): Decision<ServiceRequestOpened, OpenServiceRequestRefusal> {
  if (customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  const may = mayActOnBehalf({ partner, user, customer: customer.id, relationships, task: 'service-request', today: dayOf(now) });
  if (may.kind !== 'may-act') return refuse({ kind: 'may-not-act', because: may });
  if (command.subscription !== undefined && subscription?.customer !== customer.id) return refuse({ kind: 'subscription-not-found' });

  const at = instantOf(now);
  const { id, title, description, severity, recipient } = command;
  const request: ServiceRequest = {
    ...{ id, partner: command.partner, customer: customer.id, title, description, severity, recipient, state: 'draft', notes: [] },
    ...{ createdBy: command.by, createdByName: command.byName, createdAt: at },
    ...(command.subscription === undefined ? {} : { subscription: command.subscription }),
  };
  return changes(
    { kind: 'service-request-opened', request: id },
    {
      put: [{ kind: 'service-request', id, value: request }],
      events: [happened(command, at, 'service-request-opened', `service-request:${id}`, { after: { severity, recipient }, customer: customer.id })],
    },
  );
}
