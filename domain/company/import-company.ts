import type { Day } from '../shared/dates.ts';
import { dayOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import { mayBecome } from './keep-standing.ts';
import type { Partner, ProgrammeKind, Standing } from './records.ts';

/** One line of company.csv: the partner company and its standing. */
export interface ImportCompany {
  readonly type: 'import-company';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly company: {
    readonly name: string;
    readonly country: string;
    readonly phone: Cell<string>;
    readonly email: Cell<string>;
    readonly address: Cell<string>;
    readonly partnerId: Cell<string>;
    readonly programme: Cell<ProgrammeKind>;
    readonly enrolled: Cell<boolean>;
    readonly certifiedForDelegation: Cell<boolean>;
    readonly authorisedForDelegation: Cell<boolean>;
    readonly authorisedServiceProvider: Cell<boolean>;
    readonly distributor: Cell<string>;
    readonly openAgreementNumber: Cell<string>;
    readonly confirmedOn: Cell<Day>;
  };
}
export type ImportCompanyRefusal =
  | { readonly kind: 'confirmed-in-the-future'; readonly on: Day }
  /** Joining CSP ended what an advisor may do, for good: a file undoes it as little as a person does. */
  | { readonly kind: 'advisor-no-more'; readonly programme: ProgrammeKind };

/** What customers see of the company; a change of it has to be confirmed again (mission, row 12). */
const shown = ['name', 'phone', 'email', 'address'] as const;

export function companyFacts(partner: Partner): Facts {
  const { tenant: _tenant, standing, customerNotices: _notices, ...company } = partner;
  return { ...company, ...standing };
}

export function decideImportCompany(
  state: { readonly partner: Partner | undefined },
  command: ImportCompany,
  now: Date,
): Decision<Imported, ImportCompanyRefusal> {
  const known = state.partner;
  const { company } = command;
  if (company.confirmedOn && company.confirmedOn > dayOf(now)) return refuse({ kind: 'confirmed-in-the-future', on: company.confirmedOn });
  const standing = standingOf(company, known?.standing);
  if (!mayBecome(known?.standing.programme ?? 'unknown', standing.programme)) return refuse({ kind: 'advisor-no-more', programme: standing.programme });
  const seen = {
    name: company.name,
    phone: cellOr(company.phone, known?.phone),
    email: cellOr(company.email, known?.email),
    address: cellOr(company.address, known?.address),
  };
  const stillConfirmed = known !== undefined && shown.every((column) => known[column] === seen[column]);
  const partner: Partner = {
    tenant: command.partner,
    ...seen,
    country: company.country,
    partnerId: cellOr(company.partnerId, known?.partnerId),
    standing,
    openAgreementNumber: cellOr(company.openAgreementNumber, known?.openAgreementNumber),
    confirmedOn: cellOr(company.confirmedOn, stillConfirmed ? known.confirmedOn : undefined),
  };
  return decideLine({
    command,
    now,
    what: 'company-imported',
    before: known && companyFacts(known),
    after: companyFacts(partner),
    put: { kind: 'partner', id: partner.tenant, value: partner },
  });
}

function standingOf(company: ImportCompany['company'], known: Standing | undefined): Standing {
  return {
    programme: cellOr(company.programme, known?.programme) ?? 'unknown',
    enrolled: cellOr(company.enrolled, known?.enrolled) ?? false,
    certifiedForDelegation: cellOr(company.certifiedForDelegation, known?.certifiedForDelegation) ?? false,
    authorisedForDelegation: cellOr(company.authorisedForDelegation, known?.authorisedForDelegation) ?? false,
    authorisedServiceProvider: cellOr(company.authorisedServiceProvider, known?.authorisedServiceProvider) ?? false,
    distributor: cellOr(company.distributor, known?.distributor),
  };
}
