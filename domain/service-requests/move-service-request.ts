import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActOnBehalf } from '../delegated-admin/acting.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import { happened } from '../shared/audit.ts';
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
  const because = mayNot(state, request, now);
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
  const because = mayNot(state, request, now);
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

function mayNot({ partner, user, relationships }: FollowServiceRequestState, { customer }: ServiceRequest, now: Date) {
  const may = mayActOnBehalf({ partner, user, customer, relationships, task: 'service-request', today: dayOf(now) });
  return may.kind === 'may-act' ? undefined : may;
}
