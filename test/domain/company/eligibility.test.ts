import assert from 'node:assert/strict';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { Eligibility } from '../../../domain/company/eligibility.ts';
import type { Partner, ProgrammeKind } from '../../../domain/company/records.ts';
import { aPartner, eva, jana, petr, rita } from '../../support/builders.ts';

function partnerIn(programme: ProgrammeKind, distributor: string | undefined): Partner {
  const partner = aPartner({ programme });
  return { ...partner, standing: { ...partner.standing, distributor } };
}

describe('who may redeem product keys', () => {
  const table: readonly (readonly [ProgrammeKind, string | undefined, Eligibility])[] = [
    ['unknown', 'Distri a.s.', { kind: 'company-lacks', missing: 'standing' }],
    ['unknown', undefined, { kind: 'company-lacks', missing: 'standing' }],
    ['advisor', 'Distri a.s.', { kind: 'eligible' }],
    ['advisor', undefined, { kind: 'company-lacks', missing: 'distributor' }],
    ['csp-indirect-reseller', 'Distri a.s.', { kind: 'eligible' }],
    ['csp-indirect-reseller', undefined, { kind: 'company-lacks', missing: 'distributor' }],
    ['csp-direct', 'Distri a.s.', { kind: 'eligible' }],
    ['csp-direct', undefined, { kind: 'eligible' }],
  ];
  for (const [programme, distributor, expected] of table) {
    const lacks = expected.kind === 'company-lacks' ? `lacks ${expected.missing}` : 'may';
    it(`in a company that is ${programme}, ${distributor === undefined ? 'without' : 'with'} a distributor: ${lacks}`, () =>
      assert.deepEqual(eligibility('product-keys', partnerIn(programme, distributor), jana()), expected));
  }

  it('does not ask whether the company is enrolled or certified', () => {
    const partner = aPartner();
    const standing = { ...partner.standing, enrolled: false, certifiedForDelegation: false, authorisedForDelegation: false };
    assert.deepEqual(eligibility('product-keys', { ...partner, standing }, jana()), { kind: 'eligible' });
  });

  it('needs limited or full administration, whatever the role in the own company', () => {
    const may = (supportedCompanies: 'none' | 'limited' | 'full') => eligibility('product-keys', aPartner(), { ...petr(), supportedCompanies }).kind;
    assert.deepEqual([may('none'), may('limited'), may('full')], ['person-lacks-right', 'eligible', 'eligible']);
  });

  it('is told about the person before the company: both may be missing', () => {
    assert.deepEqual(eligibility('product-keys', partnerIn('advisor', undefined), eva()), { kind: 'person-lacks-right', needed: 'limited' });
    assert.deepEqual(eligibility('product-keys', aPartner(), undefined), { kind: 'person-lacks-right', needed: 'limited' });
  });

  it('is nobody of another company', () => {
    assert.deepEqual(eligibility('product-keys', aPartner(), rita()), { kind: 'person-lacks-right', needed: 'limited' });
  });

  it('is nobody while the company is not known', () => {
    assert.deepEqual(eligibility('product-keys', undefined, jana()), { kind: 'company-unknown' });
  });
});
