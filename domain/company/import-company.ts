import type { Customer } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { dayOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, CustomerId, TenantId } from '../shared/ids.ts';
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
    readonly domain: Cell<string>;
  };
  /** The record that a customer with this domain would have. */
  readonly customerOfDomain?: CustomerId;
}
export type ImportCompanyRefusal =
  | { readonly kind: 'confirmed-in-the-future'; readonly on: Day }
  | { readonly kind: 'domain-of-a-customer'; readonly domain: string }
  /** Its own subscriptions are named by it in files. */
  | { readonly kind: 'domain-needed' }
  /** Joining CSP ended what an advisor may do, for good: a file undoes it as little as a person does. */
  | { readonly kind: 'advisor-no-more'; readonly programme: ProgrammeKind };

export interface ImportCompanyState {
  readonly partner: Partner | undefined;
  /** A customer of the book who has the domain of the line. */
  readonly customer?: Customer | undefined;
  /** Does the book have subscriptions of the company itself? */
  readonly hasOwnSubscriptions?: boolean;
}

/** What customers see of the company; a change of it has to be confirmed again (mission, row 12). */
const shown = ['name', 'phone', 'email', 'address'] as const;

export function companyFacts(partner: Partner): Facts {
  const { tenant: _tenant, standing, customerNotices: _notices, ...company } = partner;
  return { ...company, ...standing };
}

export function decideImportCompany(state: ImportCompanyState, command: ImportCompany, now: Date): Decision<Imported, ImportCompanyRefusal> {
  const known = state.partner;
  const { company } = command;
  if (company.confirmedOn && company.confirmedOn > dayOf(now)) return refuse({ kind: 'confirmed-in-the-future', on: company.confirmedOn });
  const standing = standingOf(company, known?.standing);
  if (!mayBecome(known?.standing.programme ?? 'unknown', standing.programme)) return refuse({ kind: 'advisor-no-more', programme: standing.programme });
  if (company.domain && state.customer?.partner === command.partner) return refuse({ kind: 'domain-of-a-customer', domain: company.domain });
  if (company.domain === null && state.hasOwnSubscriptions === true) return refuse({ kind: 'domain-needed' });
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
    domain: cellOr(company.domain, known?.domain),
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
