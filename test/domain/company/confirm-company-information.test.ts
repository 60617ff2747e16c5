import assert from 'node:assert/strict';
import type { ConfirmCompanyInformation } from '../../../domain/company/commands.ts';
import { decideConfirmCompanyInformation } from '../../../domain/company/confirm-company-information.ts';
import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aPartner, cloudy, day, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('confirming what customers see of the company', () => {
  const given = deciding(decideConfirmCompanyInformation);
  const seen = { name: 'Cloudy s.r.o.', phone: '+420 555 010 010', email: 'info@cloudy.cz', address: 'Vymyšlená 12, Brno' };
  const confirm = (facts: Partial<ConfirmCompanyInformation> = {}): ConfirmCompanyInformation => ({
    type: 'confirm-company-information',
    commandId: CommandId.parse('confirm'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    ...seen,
    ...facts,
  });

  it('keeps it with the day; customers may see it from then on', () => {
    const decision = given({ partner: aPartner(), user: petr() }).when(confirm());
    const partner = decision.record('partner');
    assert.deepEqual(confirmedInformation(partner, day('2026-03-01')), seen);
    decision.yields({ on: day('2026-03-01'), changed: ['phone', 'email', 'address'] });
    assert.equal(confirmedInformation(aPartner(), day('2026-03-01')), undefined);
  });

  it('holds for 365 days', () => {
    const partner = given({ partner: aPartner(), user: petr() }).when(confirm()).record('partner');
    assert.notEqual(confirmedInformation(partner, day('2027-03-01')), undefined);
    assert.equal(confirmedInformation(partner, day('2027-03-02')), undefined);
  });

  it('tells before and after of what changed, and of the day', () => {
    const before = aPartner({ ...seen, phone: '1', confirmedOn: day('2025-03-01') });
    const event = given({ partner: before, user: petr() }).when(confirm()).event('company-information-confirmed');
    assert.deepEqual(
      [event.before, event.after],
      [
        { phone: '1', confirmedOn: '2025-03-01' },
        { phone: seen.phone, confirmedOn: '2026-03-01' },
      ],
    );
  });

  it('changes nothing else of the company', () => {
    const before = aPartner({ ...seen, partnerId: '4711001', openAgreementNumber: '7' });
    assert.deepEqual(given({ partner: before, user: petr() }).when(confirm()).record('partner'), { ...before, confirmedOn: '2026-03-01' });
  });

  it('again on the same day with nothing new changes nothing', () => {
    given({ partner: aPartner({ ...seen, confirmedOn: day('2026-03-01') }), user: petr() })
      .when(confirm())
      .changesNothing();
  });

  it('is a global admin’s, of this company', () => {
    for (const user of [jana(), { ...petr(), companyRole: 'billing-admin' as const }, rita(), undefined]) {
      given({ partner: aPartner(), user }).when(confirm()).refuses({ kind: 'not-a-global-admin' });
    }
  });

  it('needs the company in the book', () => {
    given({ partner: undefined, user: petr() }).when(confirm()).refuses({ kind: 'company-unknown' });
  });
});
