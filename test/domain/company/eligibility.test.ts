import assert from 'node:assert/strict';
import { eligibilityText } from '../../../cards/eligibility.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { Job, Need } from '../../../domain/company/eligibility.ts';
import type { Partner, ProgrammeKind, Standing } from '../../../domain/company/records.ts';
import { Language } from '../../../domain/shared/language.ts';
import { aPartner, eva, jana, petr, rita } from '../../support/builders.ts';

const jobs: readonly Job[] = ['product-keys', 'partner-of-record', 'trial-invitation', 'purchase-offer', 'delegation-in-offer', 'delegated-admin-offer'];

/** A company with nothing but its programme and what is named. */
function companyIn(programme: ProgrammeKind, has: Partial<Standing> & { readonly partnerId?: string } = {}): Partner {
  const { partnerId, ...standing } = has;
  const bare: Standing = { programme, enrolled: false, certifiedForDelegation: false, authorisedForDelegation: false, authorisedServiceProvider: false };
  const { partnerId: _own, ...partner } = aPartner();
  return { ...partner, standing: { ...bare, ...standing }, ...(partnerId === undefined ? {} : { partnerId }) };
}

const distributor = 'Distri a.s.';

describe('what a company may do', () => {
  const table: readonly (readonly [Job, ProgrammeKind, string, Parameters<typeof companyIn>[1], Need | 'may'])[] = [
    ['product-keys', 'advisor', 'a distributor', { distributor }, 'may'],
    ['product-keys', 'advisor', 'nothing else', {}, 'distributor'],
    ['product-keys', 'csp-indirect-reseller', 'a distributor', { distributor }, 'may'],
    ['product-keys', 'csp-indirect-reseller', 'nothing else', {}, 'distributor'],
    ['product-keys', 'csp-direct', 'nothing else', {}, 'may'],
    ['partner-of-record', 'advisor', 'nothing else', {}, 'may'],
    ['partner-of-record', 'csp-indirect-reseller', 'its own Partner ID', { partnerId: '4711001' }, 'may'],
    ['partner-of-record', 'csp-indirect-reseller', 'nothing else', {}, 'partner-id'],
    ['partner-of-record', 'csp-direct', 'its own Partner ID', { partnerId: '4711001' }, 'indirect-reseller'],
    ['trial-invitation', 'advisor', 'nothing else', {}, 'may'],
    ['trial-invitation', 'csp-indirect-reseller', 'nothing else', {}, 'may'],
    ['trial-invitation', 'csp-direct', 'nothing else', {}, 'may'],
    ['purchase-offer', 'advisor', 'nothing else', {}, 'may'],
    ['purchase-offer', 'csp-indirect-reseller', 'nothing else', {}, 'may'],
    ['purchase-offer', 'csp-direct', 'nothing else', {}, 'may'],
    ['delegation-in-offer', 'advisor', 'its certification', { certifiedForDelegation: true }, 'may'],
    ['delegation-in-offer', 'advisor', 'enrolment only', { enrolled: true }, 'certified'],
    ['delegation-in-offer', 'csp-indirect-reseller', 'nothing else', {}, 'may'],
    ['delegation-in-offer', 'csp-direct', 'nothing else', {}, 'may'],
    ['delegated-admin-offer', 'advisor', 'enrolment and certification', { enrolled: true, certifiedForDelegation: true }, 'may'],
    ['delegated-admin-offer', 'advisor', 'its certification only', { certifiedForDelegation: true }, 'enrolled'],
    ['delegated-admin-offer', 'advisor', 'enrolment only', { enrolled: true }, 'certified'],
    ['delegated-admin-offer', 'csp-indirect-reseller', 'nothing else', {}, 'may'],
    ['delegated-admin-offer', 'csp-direct', 'nothing else', {}, 'may'],
  ];
  for (const [job, programme, having, has, expected] of table) {
    it(`${job}: as ${programme} with ${having}, ${expected === 'may' ? 'it may' : `it lacks ${expected}`}`, () =>
      assert.deepEqual(
        eligibility(job, companyIn(programme, has), petr()),
        expected === 'may' ? { kind: 'eligible' } : { kind: 'company-lacks', missing: expected },
      ));
  }

  for (const job of jobs) {
    it(`${job}: nothing while nobody has said in which programme it is`, () =>
      assert.deepEqual(eligibility(job, companyIn('unknown', { distributor, enrolled: true, certifiedForDelegation: true, partnerId: '4711001' }), petr()), {
        kind: 'company-lacks',
        missing: 'standing',
      }));
  }
});

describe('what a person may do', () => {
  const full: readonly Job[] = ['delegation-in-offer', 'delegated-admin-offer'];
  for (const job of jobs) {
    const needed = full.includes(job) ? 'full' : 'limited';
    it(`${job}: needs ${needed} administration, whatever the role in the own company`, () => {
      const may = (supportedCompanies: 'none' | 'limited' | 'full') => eligibility(job, aPartner(), { ...petr(), supportedCompanies });
      assert.deepEqual(may('none'), { kind: 'person-lacks-right', needed });
      assert.deepEqual(may('limited'), needed === 'full' ? { kind: 'person-lacks-right', needed } : { kind: 'eligible' });
      assert.deepEqual(may('full'), { kind: 'eligible' });
    });
  }

  it('is told before what the company lacks: both may be missing', () => {
    assert.deepEqual(eligibility('product-keys', companyIn('advisor'), eva()), { kind: 'person-lacks-right', needed: 'limited' });
    assert.deepEqual(eligibility('product-keys', aPartner(), undefined), { kind: 'person-lacks-right', needed: 'limited' });
  });

  it('is nothing for somebody of another company', () => {
    for (const job of jobs) assert.equal(eligibility(job, aPartner(), rita()).kind, 'person-lacks-right', job);
  });

  it('is nothing while the company is not known', () => {
    for (const job of jobs) assert.deepEqual(eligibility(job, undefined, jana()), { kind: 'company-unknown' });
  });
});

describe('who lacks something', () => {
  it('is told what, in the language of each, and never the same for two lacks', () => {
    const lacks: readonly Need[] = ['standing', 'distributor', 'partner-id', 'indirect-reseller', 'enrolled', 'certified'];
    for (const language of Language.options) {
      const texts = lacks.map((missing) => eligibilityText(sayIn(language), { kind: 'company-lacks', missing }));
      assert.equal(new Set(texts).size, lacks.length, language);
    }
  });
});
