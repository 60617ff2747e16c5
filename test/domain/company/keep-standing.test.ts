import assert from 'node:assert/strict';
import { decideKeepStanding, joinsCsp, mayBecome } from '../../../domain/company/keep-standing.ts';
import type { KeepStanding } from '../../../domain/company/people-commands.ts';
import { ProgrammeKind } from '../../../domain/company/records.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aPartner, cloudy, eva, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('keeping how the company stands', () => {
  const given = deciding(decideKeepStanding);
  const advisor = aPartner({ partnerId: '4711001' });
  const keep = (facts: Partial<KeepStanding> = {}): KeepStanding => ({
    type: 'keep-standing',
    commandId: CommandId.parse('stand'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    standing: advisor.standing,
    partnerId: '4711001',
    ...facts,
  });
  const as = (programme: ProgrammeKind) => ({ ...advisor.standing, programme });

  it('keeps every fact, and tells before and after of what changed', () => {
    const decision = given({ partner: advisor, user: petr() }).when(
      keep({ standing: { ...advisor.standing, certifiedForDelegation: false }, openAgreementNumber: 'OA-7' }),
    );
    const partner = decision.record('partner');
    assert.deepEqual(partner, { ...advisor, standing: { ...advisor.standing, certifiedForDelegation: false }, openAgreementNumber: 'OA-7' });
    const event = decision.event('standing-kept');
    assert.deepEqual(
      [event.before, event.after],
      [
        { certifiedForDelegation: true, openAgreementNumber: undefined },
        { certifiedForDelegation: false, openAgreementNumber: 'OA-7' },
      ],
    );
  });

  it('forgets a number that is left empty', () => {
    const { partnerId: _none, ...without } = keep();
    const partner = given({ partner: advisor, user: petr() }).when(without).record('partner');
    assert.equal('partnerId' in partner, false);
  });

  it('changes nothing when everything is as it was', () => {
    given({ partner: advisor, user: petr() }).when(keep()).changesNothing();
  });

  it('lets an advisor join CSP, and never come back', () => {
    for (const csp of ['csp-direct', 'csp-indirect-reseller'] as const) {
      const joined = given({ partner: advisor, user: petr() })
        .when(keep({ standing: as(csp) }))
        .record('partner');
      for (const gone of ['advisor', 'unknown'] as const)
        given({ partner: joined, user: petr() })
          .when(keep({ standing: as(gone) }))
          .refuses({ kind: 'advisor-no-more' });
    }
  });

  it('lets a CSP change how it sells', () => {
    given({ partner: aPartner({ programme: 'csp-direct' }), user: petr() })
      .when(keep({ standing: as('csp-indirect-reseller') }))
      .yields({ changed: ['programme', 'partnerId'] });
  });

  it('warns only where something ends for good', () => {
    const ending = ProgrammeKind.options.flatMap((from) => ProgrammeKind.options.filter((to) => joinsCsp(from, to)).map((to) => `${from} → ${to}`));
    assert.deepEqual(ending, ['unknown → csp-direct', 'unknown → csp-indirect-reseller', 'advisor → csp-direct', 'advisor → csp-indirect-reseller']);
    assert.equal(mayBecome('unknown', 'advisor'), true);
  });

  it('takes no Partner ID that is none', () => {
    for (const partnerId of ['12', 'MPN4711', '12345678901'])
      given({ partner: advisor, user: petr() }).when(keep({ partnerId })).refuses({ kind: 'not-a-partner-id' });
  });

  it('is a global admin’s, of this company, which the book knows', () => {
    for (const user of [undefined, eva(), jana(), rita(), { ...jana(), companyRole: 'user-admin' as const }])
      given({ partner: advisor, user }).when(keep()).refuses({ kind: 'not-a-global-admin' });
    given({ partner: undefined, user: petr() }).when(keep()).refuses({ kind: 'company-unknown' });
  });
});
