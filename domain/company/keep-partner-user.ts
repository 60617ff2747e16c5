import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { personId } from '../shared/ids.ts';
import type { PersonId } from '../shared/ids.ts';
import { mayGiveRights } from './own-people.ts';
import type { PeopleState } from './own-people.ts';
import type { KeepPartnerUser, KeepPartnerUserRefusal, PartnerUserKept, RightRequest } from './people-commands.ts';
import type { PartnerUser } from './records.ts';
import { mayActForCustomers } from './rights.ts';
import { settleRight } from './telling-rights.ts';

export interface KeepPartnerUserState extends PeopleState {
  /** What the person has asked for, when they have. */
  readonly request: RightRequest | undefined;
}

const kept = ['name', 'email', 'companyRole', 'supportedCompanies', 'preset', 'language', 'timeZone'] as const;

/** Enters one of the own people, or changes what the book says of them. Whoever gets the right they asked for this way is told. */
export function decideKeepPartnerUser(state: KeepPartnerUserState, command: KeepPartnerUser, now: Date): Decision<PartnerUserKept, KeepPartnerUserRefusal> {
  const { known, request } = state;
  const person = personOf(command);
  const may = mayGiveRights(state, { ...command, person }, command);
  if (may !== 'yes') return refuse({ kind: may });
  const user = userOf(command, person);
  const changed = kept.filter((part) => known?.[part] !== user[part]);
  const outcome: PartnerUserKept = { kind: 'partner-user-kept', person, name: user.name, changed: [...changed], isNew: known === undefined };
  if (changed.length === 0) return changes(outcome, { put: [], events: [] });
  const at = instantOf(now);
  const isAnswered = request?.partner === command.partner && request.settled === undefined && mayActForCustomers(user, request.task);
  return changes(outcome, {
    put: [{ kind: 'partner-user', id: person, value: user }, ...(isAnswered ? settleRight(request, 'granted', command, at) : [])],
    events: [
      happened(command, at, known === undefined ? 'partner-user-added' : 'partner-user-changed', `partner-user:${person}`, {
        ...(known === undefined ? {} : { before: factsOf(known, changed) }),
        after: factsOf(user, changed),
      }),
    ],
  });
}

/** Whom a command is about: the own directory is the only one it can name. */
export function personOf({ partner, objectId }: Pick<KeepPartnerUser, 'partner' | 'objectId'>): PersonId {
  return personId(partner, objectId);
}

function userOf({ partner, name, email, companyRole, supportedCompanies, preset, language, timeZone }: KeepPartnerUser, person: PersonId): PartnerUser {
  return {
    person,
    tenant: partner,
    name,
    companyRole,
    supportedCompanies,
    ...(email === undefined ? {} : { email }),
    ...(preset === undefined ? {} : { preset }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

function factsOf(user: PartnerUser, changed: readonly (typeof kept)[number][]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(changed.map((part) => [part, user[part]]));
}
