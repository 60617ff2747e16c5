import type { PartnerUser, SupportedCompanies } from '../../domain/company/records.ts';
import type { ChangeSubscription, RequestNewPassword } from '../../domain/customers/acting-commands.ts';
import type { ChangeSubscriptionState } from '../../domain/customers/change-subscription.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import type { RoleSlug } from '../../domain/delegated-admin/roles.ts';
import type { MoveServiceRequest, NoteServiceRequest, OpenServiceRequest } from '../../domain/service-requests/commands.ts';
import type { ServiceRequest } from '../../domain/service-requests/records.ts';
import { CommandId, HandOffId, ServiceRequestId, TermId } from '../../domain/shared/ids.ts';
import { aPartner, aSubscription, cloudy, contoso, day, instant, jana, petr } from './builders.ts';
import { aRelationship, classic, gdap, roleIds } from './offers.ts';

/** Acting for Contoso: what is asked, by whom, and what was granted. Each function makes a new value. */

/** Somebody with that much access to supported companies. */
export const withAccess = (supportedCompanies: SupportedCompanies): PartnerUser => ({ ...petr(), companyRole: 'none', supportedCompanies });

/** What Contoso granted: nothing, something that is over, the classic form, or today's with one role. */
export type Granted = 'nothing' | 'over' | 'classic' | RoleSlug;
export function granted(what: Granted): readonly Relationship[] {
  if (what === 'nothing') return [];
  if (what === 'over') return [aRelationship({ terms: gdap({ roles: roleIds('global-administrator') }), endsOn: day('2026-02-28') })];
  return [what === 'classic' ? aRelationship({ terms: classic, endsOn: day('9999-12-31') }) : aRelationship({ terms: gdap({ roles: roleIds(what) }) })];
}

const by = (person: PartnerUser) => ({ commandId: CommandId.parse('command'), partner: cloudy, by: person.person, byName: person.name });

/** The five licences, billed by Microsoft: no keys pay for them, so their number can be changed. */
export const aBilled = (facts: Parameters<typeof aSubscription>[0] = {}): Subscription => aSubscription({ channel: 'direct', ...facts });

export function toChange(change: ChangeSubscription['change'], person = petr()): ChangeSubscription {
  return { type: 'change-subscription', ...by(person), subscription: aSubscription().id, change, handOff: HandOffId.parse('new-hand-off') };
}
export const toSeats = (seats: number, term = 'term'): ChangeSubscription => toChange({ kind: 'seats', term: TermId.parse(term), seats });

/** Petr may do everything for Contoso, whose five licences run until 2026-03-10. */
export function changing(facts: Partial<ChangeSubscriptionState> = {}): ChangeSubscriptionState {
  const people = { partner: aPartner(), user: petr(), customer: contoso(), relationships: granted('classic') };
  return { ...people, subscription: aBilled(), assigned: 0, handOffs: [], ...facts };
}

export function toNewPassword(user = 'lenka', person = petr()): RequestNewPassword {
  return { type: 'request-new-password', ...by(person), customer: contoso().id, user, handOff: HandOffId.parse('new-hand-off') };
}

export const requestId = ServiceRequestId.parse('request');
export function toOpenRequest(facts: Partial<OpenServiceRequest> = {}): OpenServiceRequest {
  const words = { title: 'Pošta nechodí', description: 'Od rána nic.', severity: 'critical', recipient: 'microsoft' } as const;
  return { type: 'open-service-request', ...by(jana()), id: requestId, customer: contoso().id, ...words, ...facts };
}
export function toMove(to: MoveServiceRequest['to'], number?: string): MoveServiceRequest {
  return { type: 'move-service-request', ...by(jana()), request: requestId, to, ...(number === undefined ? {} : { number }) };
}
export const toNote = (text = 'Volali.'): NoteServiceRequest => ({ type: 'note-service-request', ...by(jana()), request: requestId, text });

/** Jana's request for Contoso, a draft. */
export function aServiceRequest(facts: Partial<ServiceRequest> = {}): ServiceRequest {
  const { title, description, severity, recipient } = toOpenRequest();
  return {
    ...{ id: requestId, partner: cloudy, customer: contoso().id, title, description, severity, recipient, state: 'draft', notes: [] },
    ...{ createdBy: jana().person, createdByName: jana().name, createdAt: instant('2026-02-20T08:00:00.000Z') },
    ...facts,
  };
}
