import assert from 'node:assert/strict';
import type { SupportedCompanies } from '../../../domain/company/records.ts';
import { decideChangeSubscription } from '../../../domain/customers/change-subscription.ts';
import { decideRequestNewPassword } from '../../../domain/customers/request-new-password.ts';
import type { RoleSlug } from '../../../domain/delegated-admin/roles.ts';
import { decideMoveServiceRequest, decideNoteServiceRequest } from '../../../domain/service-requests/move-service-request.ts';
import { decideOpenServiceRequest } from '../../../domain/service-requests/open-service-request.ts';
import { changing, aServiceRequest, granted, toChange, toMove, toNewPassword, toNote, toOpenRequest, toSeats, withAccess } from '../../support/acting.ts';
import type { Granted } from '../../support/acting.ts';
import { aPartner, contoso, karel } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const lenka = karel({ name: 'Lenka', upn: 'lenka@contoso.cz', isAdmin: false });

interface Situation {
  readonly access: SupportedCompanies;
  readonly grant: Granted;
}
const people = ({ access, grant }: Situation) => ({ partner: aPartner(), user: withAccess(access), customer: contoso(), relationships: granted(grant) });
const following = (situation: Situation) => ({ ...people(situation), request: aServiceRequest({ state: 'open' }) });
const drafted = (situation: Situation) => ({ ...people(situation), request: aServiceRequest({ state: 'draft' }) });

/** Everything done on a customer's behalf, with the own access it takes and the roles that allow it, by hand. */
const tasks = {
  'another number of licences': {
    access: 'full',
    roles: ['billing-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideChangeSubscription(changing(people(situation)), toSeats(8), now),
  },
  'automatic renewal': {
    access: 'full',
    roles: ['billing-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideChangeSubscription(changing(people(situation)), toChange({ kind: 'auto-renewal', autoRenews: true }), now),
  },
  'a cancellation': {
    access: 'full',
    roles: ['billing-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideChangeSubscription(changing(people(situation)), toChange({ kind: 'cancel' }), now),
  },
  'a password of a user': {
    access: 'limited',
    roles: ['password-administrator', 'helpdesk-administrator', 'user-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideRequestNewPassword({ ...people(situation), customerUser: lenka, handOffs: [] }, toNewPassword(), now),
  },
  'a password of an admin': {
    access: 'full',
    roles: ['global-administrator'],
    decide: (situation: Situation) => decideRequestNewPassword({ ...people(situation), customerUser: karel(), handOffs: [] }, toNewPassword('karel'), now),
  },
  'a service request': {
    access: 'limited',
    roles: ['helpdesk-administrator', 'user-administrator', 'billing-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideOpenServiceRequest({ ...people(situation), subscription: undefined }, toOpenRequest(), now),
  },
  'a service request sent': {
    access: 'limited',
    roles: ['helpdesk-administrator', 'user-administrator', 'billing-administrator', 'global-administrator'],
    decide: (situation: Situation) => decideMoveServiceRequest(drafted(situation), toMove('sent'), now),
  },
  'a step of a service request': {
    access: 'limited',
    roles: 'whatever was granted',
    decide: (situation: Situation) => decideMoveServiceRequest(following(situation), toMove('closed'), now),
  },
  'a note on a service request': {
    access: 'limited',
    roles: 'whatever was granted',
    decide: (situation: Situation) => decideNoteServiceRequest(following(situation), toNote(), now),
  },
} as const satisfies Record<
  string,
  { readonly access: SupportedCompanies; readonly roles: readonly RoleSlug[] | 'whatever was granted'; readonly decide: (situation: Situation) => unknown }
>;

const names = [
  ...(['another number of licences', 'automatic renewal', 'a cancellation', 'a password of a user'] as const),
  ...(['a password of an admin', 'a service request', 'a service request sent', 'a step of a service request', 'a note on a service request'] as const),
];
const accesses: readonly SupportedCompanies[] = ['none', 'limited', 'full'];
const grants: readonly Granted[] = [
  ...(['nothing', 'over', 'classic', 'directory-readers', 'password-administrator', 'helpdesk-administrator'] as const),
  ...(['user-administrator', 'billing-administrator', 'global-administrator'] as const),
];

function expected(task: (typeof names)[number], { access, grant }: Situation): string {
  const { access: needed, roles } = tasks[task];
  if (accesses.indexOf(access) < accesses.indexOf(needed)) return 'person-lacks-right';
  if (roles === 'whatever was granted') return 'done';
  const allowing: readonly string[] = ['classic', ...roles];
  if (grant === 'nothing') return 'no-relationship';
  if (grant === 'over') return 'relationship-over';
  return allowing.includes(grant) ? 'done' : 'role-missing';
}

function told(task: (typeof names)[number], situation: Situation): string {
  const decision = tasks[task].decide(situation);
  if (decision.decided === 'changes') return 'done';
  return decision.refusal.kind === 'may-not-act' ? decision.refusal.because.kind : decision.refusal.kind;
}

describe('what may be done on a customer’s behalf, by own access and by what was granted', () => {
  for (const task of names) {
    for (const access of accesses) {
      it(`${task}, with the access “${access}”, for every grant`, () => {
        assert.deepEqual(
          grants.map((grant) => [grant, told(task, { access, grant })]),
          grants.map((grant) => [grant, expected(task, { access, grant })]),
        );
      });
    }
  }

  it('shows a task that does not ask: planted, a request sent with another’s grant', () => {
    const decision = decideMoveServiceRequest(drafted({ access: 'full', grant: 'classic' }), toMove('sent'), now);
    assert.notEqual(decision.decided === 'changes' ? 'done' : 'refused', expected('a service request sent', { access: 'full', grant: 'nothing' }));
  });

  it('nothing is done by an advisor whom nobody authorised', () => {
    const { standing } = aPartner();
    const partner = { ...aPartner(), standing: { ...standing, authorisedForDelegation: false, authorisedServiceProvider: false } };
    deciding(decideOpenServiceRequest)({ ...people({ access: 'full', grant: 'classic' }), partner, subscription: undefined })
      .when(toOpenRequest())
      .refuses({ kind: 'may-not-act', because: { kind: 'company-not-authorised' } });
  });
});
