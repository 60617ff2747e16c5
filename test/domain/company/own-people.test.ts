import assert from 'node:assert/strict';
import { decideKeepPartnerUser } from '../../../domain/company/keep-partner-user.ts';
import type { KeepPartnerUserState } from '../../../domain/company/keep-partner-user.ts';
import type { KeepPartnerUser, RemovePartnerUser, RightRequest } from '../../../domain/company/people-commands.ts';
import type { PartnerUser } from '../../../domain/company/records.ts';
import { decideRemovePartnerUser } from '../../../domain/company/remove-partner-user.ts';
import { CommandId, ObjectId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { cloudy, eva, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const objectId = (person: PersonId) => ObjectId.parse(person.slice(37));
const userAdmin = (): PartnerUser => ({ ...jana(), companyRole: 'user-admin' });
const asks: RightRequest = { partner: cloudy, person: eva().person, name: eva().name, task: 'product-keys', needed: 'limited' };
const state = (facts: Partial<KeepPartnerUserState> = {}): KeepPartnerUserState => ({
  user: petr(),
  known: eva(),
  otherGlobalAdmins: 1,
  request: undefined,
  ...facts,
});

describe('keeping one of the own people', () => {
  const given = deciding(decideKeepPartnerUser);
  const keep = (facts: Partial<KeepPartnerUser> = {}): KeepPartnerUser => ({
    type: 'keep-partner-user',
    commandId: CommandId.parse('keep'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    objectId: objectId(eva().person),
    name: eva().name,
    companyRole: 'none',
    supportedCompanies: 'limited',
    ...facts,
  });

  it('enters somebody new with everything that was said', () => {
    const facts = { email: 'eva@cloudy.cz', language: 'sk', timeZone: 'Europe/Bratislava' } as const;
    const decision = given(state({ known: undefined })).when(keep(facts));
    assert.deepEqual(decision.record('partner-user'), { ...eva(), supportedCompanies: 'limited', ...facts });
    decision.yields({ isNew: true });
    assert.deepEqual(decision.events(), ['partner-user-added']);
  });

  it('tells before and after of what changed', () => {
    const decision = given(state()).when(keep({ companyRole: 'billing-admin' }));
    decision.yields({ isNew: false, changed: ['companyRole', 'supportedCompanies'] });
    const event = decision.event('partner-user-changed');
    assert.deepEqual(
      [event.before, event.after],
      [
        { companyRole: 'none', supportedCompanies: 'none' },
        { companyRole: 'billing-admin', supportedCompanies: 'limited' },
      ],
    );
  });

  it('changes nothing when everything is as it was', () => {
    given(state())
      .when(keep({ supportedCompanies: 'none' }))
      .changesNothing();
  });

  it('answers a request by giving what was asked for', () => {
    const decision = given(state({ request: asks })).when(keep());
    assert.equal(decision.record('right-request').settled?.verdict, 'granted');
    assert.equal(decision.record('outbox').topic, 'right-settled');
  });

  it('leaves a request open that asks for more', () => {
    const decision = given(state({ request: { ...asks, task: 'subscription-change', needed: 'full' } })).when(keep());
    assert.equal(decision.puts('right-request'), 0);
    assert.equal(decision.puts('outbox'), 0);
  });

  it('has full administration of supported companies given by global admins only', () => {
    const full = keep({ by: jana().person, supportedCompanies: 'full' });
    given(state({ user: userAdmin() }))
      .when(full)
      .refuses({ kind: 'global-admins-only' });
    given(state({ user: userAdmin(), known: { ...eva(), supportedCompanies: 'full' } }))
      .when({ ...full, language: 'cs' })
      .yields({ isNew: false });
  });

  it('is a global or user admin’s of this company', () => {
    for (const user of [undefined, eva(), rita(), { ...jana(), companyRole: 'billing-admin' as const }])
      given(state({ user })).when(keep()).refuses({ kind: 'person-lacks-right' });
    given(state({ user: userAdmin() }))
      .when(keep({ by: jana().person }))
      .yields({ kind: 'partner-user-kept' });
  });

  it('lets a user admin neither appoint a global admin, nor change one', () => {
    given(state({ user: userAdmin() }))
      .when(keep({ by: jana().person, companyRole: 'global-admin' }))
      .refuses({ kind: 'global-admins-only' });
    given(state({ user: userAdmin(), known: petr() }))
      .when(keep({ by: jana().person, objectId: objectId(petr().person), companyRole: 'none' }))
      .refuses({ kind: 'global-admins-only' });
  });

  it('lets a user admin give no right to themselves', () => {
    given(state({ user: userAdmin(), known: userAdmin() }))
      .when(keep({ by: jana().person, objectId: objectId(jana().person), companyRole: 'user-admin', supportedCompanies: 'full' }))
      .refuses({ kind: 'global-admins-only' });
    given(state({ user: userAdmin(), known: userAdmin() }))
      .when(keep({ by: jana().person, objectId: objectId(jana().person), companyRole: 'user-admin', supportedCompanies: 'limited', language: 'cs' }))
      .yields({ changed: ['name', 'language'] });
  });

  it('does not demote the last global admin, not even by themselves', () => {
    const demote = keep({ objectId: objectId(petr().person), name: petr().name, companyRole: 'user-admin' });
    given(state({ known: petr(), otherGlobalAdmins: 0 }))
      .when(demote)
      .refuses({ kind: 'last-global-admin' });
    given(state({ known: petr() }))
      .when(demote)
      .yields({ isNew: false });
  });
});

describe('removing one of the own people', () => {
  const given = deciding(decideRemovePartnerUser);
  const remove = (facts: Partial<RemovePartnerUser> = {}): RemovePartnerUser => ({
    type: 'remove-partner-user',
    commandId: CommandId.parse('remove'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    person: eva().person,
    ...facts,
  });

  it('takes the person out of the book, and what they asked for', () => {
    const decision = given(state({ request: asks })).when(remove());
    assert.deepEqual(decision.removes(), [
      { kind: 'partner-user', id: eva().person },
      { kind: 'right-request', id: eva().person },
    ]);
    assert.deepEqual(decision.event('partner-user-removed').before, { name: eva().name, companyRole: 'none', supportedCompanies: 'none' });
  });

  it('does not remove the last global admin', () => {
    given(state({ known: petr(), otherGlobalAdmins: 0 }))
      .when(remove({ person: petr().person }))
      .refuses({ kind: 'last-global-admin' });
  });

  it('lets a user admin remove anybody but a global admin', () => {
    const by = jana().person;
    given(state({ user: userAdmin() }))
      .when(remove({ by }))
      .yields({ name: eva().name });
    given(state({ user: userAdmin(), known: petr() }))
      .when(remove({ by, person: petr().person }))
      .refuses({ kind: 'global-admins-only' });
  });

  it('is refused to everybody else', () => {
    for (const user of [undefined, eva(), jana(), rita()]) given(state({ user })).when(remove()).refuses({ kind: 'person-lacks-right' });
  });

  it('knows nobody of another company', () => {
    for (const known of [undefined, rita()])
      given(state({ known }))
        .when(remove({ person: rita().person }))
        .refuses({ kind: 'person-not-found' });
  });
});
