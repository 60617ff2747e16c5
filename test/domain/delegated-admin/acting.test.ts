import assert from 'node:assert/strict';
import type { ProgrammeKind, SupportedCompanies } from '../../../domain/company/records.ts';
import { mayActOnBehalf } from '../../../domain/delegated-admin/acting.ts';
import type { MayAct } from '../../../domain/delegated-admin/acting.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import type { DelegatedTask, RoleSlug } from '../../../domain/delegated-admin/roles.ts';
import { delegationRoles } from '../../../domain/delegated-admin/roles.ts';
import { aPartner, contoso, day, fabrikam, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { aRelationship, classic, gdap, roleIds } from '../../support/offers.ts';

const today = day('2026-03-01');

/** For each task: the own access it needs, and the roles that allow it, the least first. Written out once more, by hand. */
const table: Readonly<Record<DelegatedTask, { readonly access: 'limited' | 'full'; readonly roles: readonly [RoleSlug, ...RoleSlug[]] }>> = {
  'change-subscription': { access: 'full', roles: ['billing-administrator', 'global-administrator'] },
  'change-auto-renewal': { access: 'full', roles: ['billing-administrator', 'global-administrator'] },
  'cancel-subscription': { access: 'full', roles: ['billing-administrator', 'global-administrator'] },
  'service-request': {
    access: 'limited',
    roles: [
      'service-support-administrator',
      'helpdesk-administrator',
      'user-administrator',
      'billing-administrator',
      'exchange-administrator',
      'domain-name-administrator',
      'privileged-authentication-administrator',
      'global-administrator',
    ],
  },
  'password-of-user': {
    access: 'limited',
    roles: ['password-administrator', 'helpdesk-administrator', 'user-administrator', 'privileged-authentication-administrator', 'global-administrator'],
  },
  'password-of-admin': { access: 'full', roles: ['privileged-authentication-administrator', 'global-administrator'] },
  'manage-users': { access: 'full', roles: ['user-administrator', 'global-administrator'] },
  'assign-licences': { access: 'full', roles: ['license-administrator', 'user-administrator', 'global-administrator'] },
};
const tasks = [
  ...(['change-subscription', 'change-auto-renewal', 'cancel-subscription', 'service-request'] as const),
  ...(['password-of-user', 'password-of-admin', 'manage-users', 'assign-licences'] as const),
];
const accesses: readonly SupportedCompanies[] = ['none', 'limited', 'full'];

const companies = {
  unknown: { programme: 'unknown', authorised: true, provider: true },
  'advisor, not authorised': { programme: 'advisor', authorised: false, provider: false },
  'advisor, authorised': { programme: 'advisor', authorised: true, provider: false },
  'advisor, service provider': { programme: 'advisor', authorised: false, provider: true },
  'csp-direct': { programme: 'csp-direct', authorised: false, provider: false },
  'csp-indirect-reseller': { programme: 'csp-indirect-reseller', authorised: false, provider: false },
} as const satisfies Record<string, { readonly programme: ProgrammeKind; readonly authorised: boolean; readonly provider: boolean }>;
type Company = keyof typeof companies;
const companyNames: readonly Company[] = [
  ...(['unknown', 'advisor, not authorised', 'advisor, authorised'] as const),
  ...(['advisor, service provider', 'csp-direct', 'csp-indirect-reseller'] as const),
];

function company(name: Company) {
  const { programme, authorised, provider } = companies[name];
  const partner = aPartner({ programme });
  return { ...partner, standing: { ...partner.standing, authorisedForDelegation: authorised, authorisedServiceProvider: provider } };
}

const everything = gdap({ roles: roleIds('global-administrator') });
const special = {
  nothing: (): readonly Relationship[] => [],
  classic: () => [aRelationship({ terms: classic, endsOn: day('9999-12-31') })],
  ended: () => [aRelationship({ terms: everything, ended: anEnd() })],
  expired: () => [aRelationship({ terms: everything, endsOn: day('2026-02-28') })],
  'another customer’s': () => [aRelationship({ terms: classic, customer: fabrikam().id })],
  'to another partner': () => [aRelationship({ terms: classic, partner: rival })],
};
type Granted = keyof typeof special | RoleSlug;
const isSpecial = (name: Granted): name is keyof typeof special => name in special;
const granted = (name: Granted): readonly Relationship[] => (isSpecial(name) ? special[name]() : [aRelationship({ terms: gdap({ roles: roleIds(name) }) })]);
const grants: readonly Granted[] = [
  ...(['nothing', 'classic', 'ended', 'expired', 'another customer’s', 'to another partner'] as const),
  ...delegationRoles.map(({ slug }) => slug),
];
const anEnd = () => ({ at: instant('2026-02-20T10:00:00.000Z'), side: 'customer', person: petr().person, name: 'Karel' }) as const;

/** What must come of it, said again in other words than the rule. */
function expected(name: Company, access: SupportedCompanies, grant: Granted, task: DelegatedTask): MayAct['kind'] {
  const { access: needed, roles } = table[task];
  if (access === 'none' || (needed === 'full' && access === 'limited')) return 'person-lacks-right';
  if (name === 'unknown' || name === 'advisor, not authorised') return 'company-not-authorised';
  if (grant === 'nothing' || grant === 'another customer’s' || grant === 'to another partner') return 'no-relationship';
  if (grant === 'ended' || grant === 'expired') return 'relationship-over';
  if (grant === 'classic') return name.startsWith('csp') ? 'classic-not-enough' : 'may-act';
  return roles.includes(grant) ? 'may-act' : 'role-missing';
}

const ask = (name: Company, access: SupportedCompanies, grant: Granted, task: DelegatedTask): MayAct =>
  mayActOnBehalf({
    ...{ partner: company(name), user: { ...petr(), supportedCompanies: access }, customer: contoso().id, relationships: granted(grant), task, today },
  });

describe('acting on a customer’s behalf', () => {
  for (const task of tasks) {
    const combinations = companyNames.length * accesses.length * grants.length;
    it(`${task}: every company, own access and grant, ${String(combinations)} combinations`, () => {
      for (const name of companyNames)
        for (const access of accesses)
          for (const grant of grants) assert.equal(ask(name, access, grant, task).kind, expected(name, access, grant, task), `${name}, ${access}, ${grant}`);
    });

    it(`${task}: who lacks a role hears of the least that would do`, () => {
      assert.deepEqual(ask('csp-direct', 'full', 'directory-readers', task), { kind: 'role-missing', least: table[task].roles[0] });
    });
  }

  it('is nothing that a person of another company can do, whatever their own lets them', () => {
    const question = { partner: aPartner(), customer: contoso().id, relationships: granted('classic'), task: 'service-request', today } as const;
    for (const user of [rita(), undefined]) assert.deepEqual(mayActOnBehalf({ ...question, user }), { kind: 'person-lacks-right', needed: 'limited' });
  });

  it('needs a company that the book knows', () => {
    const question = { partner: undefined, user: petr(), customer: contoso().id, relationships: granted('classic'), task: 'service-request', today } as const;
    assert.deepEqual(mayActOnBehalf(question), { kind: 'company-unknown' });
  });

  it('tells the last day of what is over, the latest of several', () => {
    const relationships = [...granted('ended'), ...granted('expired')];
    assert.deepEqual(mayActOnBehalf({ partner: aPartner(), user: petr(), customer: contoso().id, relationships, task: 'service-request', today }), {
      kind: 'relationship-over',
      on: '2026-02-28',
    });
  });

  it('takes what several relationships grant together, and names the one that does', () => {
    const helpdesk = aRelationship({ id: 'helpdesk', terms: gdap({ roles: roleIds('helpdesk-administrator') }) });
    const billing = aRelationship({ id: 'billing', terms: gdap({ roles: roleIds('billing-administrator') }) });
    const relationships = [helpdesk, ...granted('ended'), billing];
    const user = { ...jana(), supportedCompanies: 'full' } as const;
    assert.deepEqual(mayActOnBehalf({ partner: aPartner(), user, customer: contoso().id, relationships, task: 'cancel-subscription', today }), {
      kind: 'may-act',
      relationship: billing,
    });
  });
});
