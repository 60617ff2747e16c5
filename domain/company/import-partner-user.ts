import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, PersonId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { Language } from '../shared/language.ts';
import type { CompanyRole, PartnerUser, SupportedCompanies } from './records.ts';

/** One line of users.csv: one of the partner's own people. */
export interface ImportPartnerUser {
  readonly type: 'import-partner-user';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly person: PersonId;
  readonly user: {
    readonly name: string;
    readonly email: Cell<string>;
    readonly companyRole: CompanyRole;
    readonly supportedCompanies: SupportedCompanies;
    readonly language: Cell<Language>;
    readonly timeZone: Cell<string>;
  };
}
export type ImportPartnerUserRefusal = { readonly kind: 'last-global-admin' };

export function partnerUserFacts(user: PartnerUser): Facts {
  const { person: _person, tenant: _tenant, ...facts } = user;
  return facts;
}

/** The last global admin can be changed by no file (mission, row 12); `otherGlobalAdmins` need not be counted for anybody else. */
export function decideImportPartnerUser(
  state: { readonly user: PartnerUser | undefined; readonly otherGlobalAdmins: number },
  command: ImportPartnerUser,
  now: Date,
): Decision<Imported, ImportPartnerUserRefusal> {
  const known = state.user;
  const given = command.user;
  if (demotes(known, command) && state.otherGlobalAdmins === 0) return refuse({ kind: 'last-global-admin' });
  const user: PartnerUser = {
    person: command.person,
    tenant: command.partner,
    name: given.name,
    email: cellOr(given.email, known?.email),
    companyRole: given.companyRole,
    supportedCompanies: given.supportedCompanies,
    ...(known?.preset === undefined ? {} : { preset: known.preset }),
    language: cellOr(given.language, known?.language),
    timeZone: cellOr(given.timeZone, known?.timeZone),
  };
  return decideLine({
    command,
    now,
    what: 'partner-user-imported',
    before: known && partnerUserFacts(known),
    after: partnerUserFacts(user),
    put: { kind: 'partner-user', id: user.person, value: user },
  });
}

/** Does this line take the role of global admin away from somebody? */
export function demotes(known: PartnerUser | undefined, command: ImportPartnerUser): boolean {
  return known?.companyRole === 'global-admin' && command.user.companyRole !== 'global-admin';
}
