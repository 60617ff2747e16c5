import assert from 'node:assert/strict';
import type { ImportCompany } from '../../../domain/company/import-company.ts';
import { decideImportCompany } from '../../../domain/company/import-company.ts';
import type { ImportPartnerUser } from '../../../domain/company/import-partner-user.ts';
import { decideImportPartnerUser } from '../../../domain/company/import-partner-user.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aPartner, cloudy, contoso, day, jana, petr } from '../../support/builders.ts';
import { deciding, today } from '../../support/given.ts';

const company = deciding(decideImportCompany);
const person = deciding(decideImportPartnerUser);

describe('importing the company', () => {
  it('takes a company that is new, with nothing it was not told', () => {
    const decided = company({ partner: undefined }).when(companyLine({}));
    decided.yields({ kind: 'taken' });
    assert.deepEqual(decided.record('partner').standing.programme, 'unknown');
    assert.equal(decided.record('partner').standing.enrolled, false);
    assert.equal(decided.record('partner').confirmedOn, undefined);
  });

  it('keeps what the book knows where a cell is empty', () => {
    const known = aPartner({ phone: '+420 555 000 111', openAgreementNumber: '1234' });
    company({ partner: known })
      .when(companyLine({ name: known.name }))
      .changesNothing();
  });

  it('removes what a dash stands for', () => {
    const decided = company({ partner: aPartner() }).when(companyLine({ name: aPartner().name, distributor: null }));
    decided.yields({ kind: 'changed', columns: ['distributor'] });
    assert.equal(decided.record('partner').standing.distributor, undefined);
  });

  it('has the company confirmed again when customers would see something else', () => {
    const known = aPartner({ confirmedOn: day('2026-01-10') });
    const decided = company({ partner: known }).when(companyLine({ name: known.name, phone: '+420 555 999 999' }));
    assert.equal(decided.record('partner').confirmedOn, undefined);
    decided.yields({ columns: ['confirmedOn', 'phone'] });
  });

  it('keeps the confirmation when only the standing changes', () => {
    const known = aPartner({ confirmedOn: day('2026-01-10') });
    const decided = company({ partner: known }).when(companyLine({ name: known.name, enrolled: false }));
    assert.equal(decided.record('partner').confirmedOn, '2026-01-10');
  });

  it('refuses a confirmation that nobody can have given yet', () => {
    const on = day('2026-03-02');
    company({ partner: undefined })
      .when(companyLine({ confirmedOn: on }), today)
      .refuses({ kind: 'confirmed-in-the-future', on });
  });

  it('refuses to make an advisor again, or nothing, of a company that has joined CSP', () => {
    const csp = aPartner({ standing: { ...aPartner().standing, programme: 'csp-indirect-reseller' } });
    for (const programme of ['advisor', null] as const) {
      const to = programme ?? 'unknown';
      company({ partner: csp })
        .when(companyLine({ name: csp.name, programme }))
        .refuses({ kind: 'advisor-no-more', programme: to });
    }
  });

  it('lets an advisor join CSP, a CSP change its kind, and a line without a programme keep it', () => {
    const csp = aPartner({ standing: { ...aPartner().standing, programme: 'csp-direct' } });
    company({ partner: aPartner() })
      .when(companyLine({ name: csp.name, programme: 'csp-direct' }))
      .yields({ kind: 'changed', columns: ['programme'] });
    company({ partner: csp })
      .when(companyLine({ name: csp.name, programme: 'csp-indirect-reseller' }))
      .yields({ kind: 'changed', columns: ['programme'] });
    company({ partner: csp })
      .when(companyLine({ name: csp.name }))
      .changesNothing();
  });

  it('keeps the own domain, which is no customer’s', () => {
    const name = aPartner().name;
    company({ partner: aPartner() })
      .when(companyLine({ name, domain: 'cloudy.cz' }))
      .yields({ kind: 'changed', columns: ['domain'] });
    company({ partner: aPartner(), customer: contoso() })
      .when(companyLine({ name, domain: 'contoso.cz' }))
      .refuses({ kind: 'domain-of-a-customer', domain: 'contoso.cz' });
  });

  it('keeps the domain as long as own subscriptions are named by it', () => {
    const partner = aPartner({ domain: 'cloudy.cz' });
    const line = companyLine({ name: partner.name, domain: null });
    company({ partner, hasOwnSubscriptions: true }).when(line).refuses({ kind: 'domain-needed' });
    assert.equal(company({ partner }).when(line).record('partner').domain, undefined);
  });

  it('is told in the audit by the operator, with what changed before and after', () => {
    const event = company({ partner: aPartner() })
      .when(companyLine({ name: 'Cloudy a.s.' }))
      .event('company-imported');
    assert.deepEqual(event.by, { kind: 'operator' });
    assert.deepEqual([event.before, event.after], [{ name: 'Cloudy s.r.o.' }, { name: 'Cloudy a.s.' }]);
    assert.equal(event.about, `partner:${cloudy}`);
  });
});

describe('importing the own people', () => {
  it('takes a person with their rights', () => {
    const decided = person({ user: undefined, otherGlobalAdmins: 0 }).when(userLine({ supportedCompanies: 'limited', language: 'cs' }));
    decided.yields({ kind: 'taken' });
    assert.deepEqual([decided.record('partner-user').supportedCompanies, decided.record('partner-user').language], ['limited', 'cs']);
  });

  it('changes nothing when the line says what the book says', () => {
    person({ user: jana(), otherGlobalAdmins: 0 })
      .when(userLine({ supportedCompanies: 'limited' }))
      .changesNothing();
  });

  it('refuses to take the role of the last global admin away', () => {
    const line = userLine({ name: petr().name, supportedCompanies: 'full' });
    person({ user: petr(), otherGlobalAdmins: 0 }).when(line).refuses({ kind: 'last-global-admin' });
  });

  it('takes the role of a global admin away while there is another one', () => {
    const line = userLine({ name: petr().name, supportedCompanies: 'full' });
    person({ user: petr(), otherGlobalAdmins: 1 })
      .when(line)
      .yields({ kind: 'changed', columns: ['companyRole'] });
  });
});

function companyLine(facts: Partial<ImportCompany['company']>): ImportCompany {
  const empty = { phone: undefined, email: undefined, address: undefined, partnerId: undefined, programme: undefined, enrolled: undefined };
  const standing = { certifiedForDelegation: undefined, authorisedForDelegation: undefined, authorisedServiceProvider: undefined, distributor: undefined };
  const rest = { openAgreementNumber: undefined, confirmedOn: undefined, domain: undefined };
  const company = { name: 'Northwind', country: 'CZ', ...empty, ...standing, ...rest, ...facts };
  return { type: 'import-company', commandId: CommandId.parse('line'), partner: cloudy, company };
}

function userLine(facts: Partial<ImportPartnerUser['user']>): ImportPartnerUser {
  const user = {
    name: jana().name,
    email: undefined,
    companyRole: 'none',
    supportedCompanies: 'none',
    language: undefined,
    timeZone: undefined,
    ...facts,
  } as const;
  return { type: 'import-partner-user', commandId: CommandId.parse('line'), partner: cloudy, person: jana().person, user };
}
