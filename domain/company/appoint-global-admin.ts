import type { AuditEvent } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes } from '../shared/decision.ts';
import type { AppointGlobalAdmin, GlobalAdminAppointed } from './commands.ts';
import type { PartnerUser } from './records.ts';

/** Gives a person every right in the own company and in supported companies. What else the book knows of them stays. */
export function decideAppointGlobalAdmin(
  state: { readonly user: PartnerUser | undefined },
  command: AppointGlobalAdmin,
  now: Date,
): Decision<GlobalAdminAppointed, never> {
  const before = state.user;
  if (before?.companyRole === 'global-admin' && before.supportedCompanies === 'full') {
    return changes({ kind: 'already-global-admin' }, { put: [], events: [] });
  }
  const person = before ?? { person: command.person, tenant: command.partner, name: command.name };
  const user: PartnerUser = { ...person, companyRole: 'global-admin', supportedCompanies: 'full' };
  return changes({ kind: 'appointed' }, { put: [{ kind: 'partner-user', id: command.person, value: user }], events: [appointed(before, user, command, now)] });
}

// By the operator: the list of admins is theirs, and so is the choice of local mode.
function appointed(before: PartnerUser | undefined, after: PartnerUser, command: AppointGlobalAdmin, now: Date): AuditEvent {
  return {
    at: instantOf(now),
    by: { kind: 'operator' },
    partner: command.partner,
    what: 'global-admin-appointed',
    about: `partner-user:${command.person}`,
    ...(before === undefined ? {} : { before: rightsOf(before) }),
    after: { name: after.name, ...rightsOf(after) },
    commandId: command.commandId,
  };
}

function rightsOf(user: PartnerUser): Pick<PartnerUser, 'companyRole' | 'supportedCompanies'> {
  return { companyRole: user.companyRole, supportedCompanies: user.supportedCompanies };
}
