import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { mayGiveRights } from './own-people.ts';
import type { PeopleState } from './own-people.ts';
import type { PartnerUserRemoved, RemovePartnerUser, RemovePartnerUserRefusal, RightRequest } from './people-commands.ts';

export interface RemovePartnerUserState extends PeopleState {
  readonly request: RightRequest | undefined;
}

/** Takes one of the own people out of the book, and what they asked for with them. */
export function decideRemovePartnerUser(
  state: RemovePartnerUserState,
  command: RemovePartnerUser,
  now: Date,
): Decision<PartnerUserRemoved, RemovePartnerUserRefusal> {
  const { known, request } = state;
  const own = known?.tenant === command.partner ? known : undefined;
  const may = mayGiveRights({ ...state, known: own }, command, undefined);
  if (may !== 'yes') return refuse({ kind: may });
  if (own === undefined) return refuse({ kind: 'person-not-found' });
  const { person, name, companyRole, supportedCompanies } = own;
  return changes(
    { kind: 'partner-user-removed', person, name },
    {
      put: [],
      remove: [{ kind: 'partner-user', id: person }, ...(request === undefined ? [] : [{ kind: 'right-request' as const, id: person }])],
      events: [happened(command, instantOf(now), 'partner-user-removed', `partner-user:${person}`, { before: { name, companyRole, supportedCompanies } })],
    },
  );
}
