import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActForCustomers, rightNeeded } from '../company/rights.ts';
import type { MayNotAct } from '../delegated-admin/acting.ts';
import { mayActOnBehalf, rightFor } from '../delegated-admin/acting.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import { happened } from '../shared/audit.ts';
import type { Day } from '../shared/dates.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type {
  MoveServiceRequest,
  MoveServiceRequestRefusal,
  NoteServiceRequest,
  NoteServiceRequestRefusal,
  ServiceRequestMoved,
  ServiceRequestNoted,
} from './commands.ts';
import type { ServiceRequest } from './records.ts';
import { nextStates } from './records.ts';

/** What must be known to follow up a service request; each absent one is `undefined`. */
export interface FollowServiceRequestState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly request: ServiceRequest | undefined;
  /** All that the request's customer ever granted. */
  readonly relationships: readonly Relationship[];
}

/** A step on its way. The number may be entered later, too: to where it stands already, with a number that is not there yet. */
export function decideMoveServiceRequest(
  state: FollowServiceRequestState,
  command: MoveServiceRequest,
  now: Date,
): Decision<ServiceRequestMoved, MoveServiceRequestRefusal> {
  const { request } = state;
  if (request?.partner !== command.partner) return refuse({ kind: 'request-not-found' });
  const because = mayNotFollow(state, request, command.to === 'sent' && request.state === 'draft' ? 'send' : 'keep', dayOf(now));
  if (because !== undefined) return refuse({ kind: 'may-not-act', because });
  const { to, number = request.number } = command;
  const isNumbered = to === request.state && to !== 'closed' && number !== request.number;
  if (!isNumbered && !nextStates[request.state].includes(to)) return refuse({ kind: 'not-from-here', state: request.state });

  const at = instantOf(now);
  const { closedAt: _closedAt, ...rest } = request;
  const moved: ServiceRequest = { ...rest, state: to, ...(number === undefined ? {} : { number }), ...(to === 'closed' ? { closedAt: at } : {}) };
  const change = { before: { state: request.state }, after: { state: to, ...(isNumbered ? { numbered: true } : {}) }, customer: request.customer };
  return changes(
    { kind: 'service-request-moved', request: request.id, to },
    {
      put: [{ kind: 'service-request', id: request.id, value: moved }],
      events: [happened(command, at, 'service-request-moved', `service-request:${request.id}`, change)],
    },
  );
}

/** Adds a note; a closed one is opened again first. */
export function decideNoteServiceRequest(
  state: FollowServiceRequestState,
  command: NoteServiceRequest,
  now: Date,
): Decision<ServiceRequestNoted, NoteServiceRequestRefusal> {
  const { request } = state;
  if (request?.partner !== command.partner) return refuse({ kind: 'request-not-found' });
  const because = mayNotFollow(state, request, 'keep', dayOf(now));
  if (because !== undefined) return refuse({ kind: 'may-not-act', because });
  if (request.state === 'closed') return refuse({ kind: 'closed' });

  const at = instantOf(now);
  const note = { at, person: command.by, name: command.byName, text: command.text };
  return changes(
    { kind: 'service-request-noted', request: request.id },
    {
      put: [{ kind: 'service-request', id: request.id, value: { ...request, notes: [...request.notes, note] } }],
      events: [happened(command, at, 'service-request-noted', `service-request:${request.id}`, { customer: request.customer })],
    },
  );
}

/**
 * Why this person may not follow up this request; undefined when they may. What was sent is kept by whoever may write requests, also when the
 * relationship is over: it only says what somebody saw. Sending one acts for the customer, like writing it.
 */
export function mayNotFollow(
  { partner, user, relationships }: Omit<FollowServiceRequestState, 'request'>,
  { customer }: Pick<ServiceRequest, 'customer'>,
  step: 'send' | 'keep',
  today: Day,
): MayNotAct | undefined {
  if (step === 'keep') {
    if (partner === undefined) return { kind: 'company-unknown' };
    const right = rightFor['service-request'];
    return user?.tenant === partner.tenant && mayActForCustomers(user, right) ? undefined : { kind: 'person-lacks-right', needed: rightNeeded[right] };
  }
  const may = mayActOnBehalf({ partner, user, customer, relationships, task: 'service-request', today });
  return may.kind === 'may-act' ? undefined : may;
}
