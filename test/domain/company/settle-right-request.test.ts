import assert from 'node:assert/strict';
import type { RightRequest, SettleRightRequest } from '../../../domain/company/people-commands.ts';
import { customerTasks, isEnough, mayActForCustomers, rightNeeded } from '../../../domain/company/rights.ts';
import { decideSettleRightRequest } from '../../../domain/company/settle-right-request.ts';
import type { SettleRightRequestState } from '../../../domain/company/settle-right-request.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { cloudy, eva, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('answering a request for a right', () => {
  const given = deciding(decideSettleRightRequest);
  const request = (facts: Partial<RightRequest> = {}): RightRequest => ({
    partner: cloudy,
    person: eva().person,
    name: eva().name,
    task: 'product-keys',
    needed: 'limited',
    ...facts,
  });
  const state = (facts: Partial<SettleRightRequestState> = {}): SettleRightRequestState => ({ user: petr(), request: request(), asker: eva(), ...facts });
  const settle = (verdict: SettleRightRequest['verdict'], facts: Partial<SettleRightRequest> = {}): SettleRightRequest => ({
    type: 'settle-right-request',
    commandId: CommandId.parse('settle'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    person: eva().person,
    verdict,
    ...facts,
  });

  it('gives exactly the least that each task needs', () => {
    for (const task of customerTasks) {
      const decision = given(state({ request: request({ task, needed: rightNeeded[task] }) })).when(settle('grant'));
      const { supportedCompanies } = decision.record('partner-user');
      assert.equal(supportedCompanies, rightNeeded[task], task);
      assert.ok(isEnough(supportedCompanies, task), task);
    }
  });

  it('never leaves less than the person has', () => {
    const decision = given(state({ asker: { ...eva(), supportedCompanies: 'full' } })).when(settle('grant'));
    assert.equal(decision.puts('partner-user'), 0);
    decision.yields({ verdict: 'granted' });
  });

  it('leaves the role in the own company and everything else as it is', () => {
    const asker = { ...jana(), companyRole: 'billing-admin' as const, email: 'jana@cloudy.cz', language: 'cs' as const };
    const asked = request({ person: jana().person, name: jana().name, task: 'subscription-change', needed: 'full' });
    const decision = given(state({ asker, request: asked })).when(settle('grant', { person: jana().person }));
    assert.deepEqual(decision.record('partner-user'), { ...asker, supportedCompanies: 'full' });
  });

  it('enters a colleague whom the book did not know', () => {
    const user = given(state({ asker: undefined }))
      .when(settle('grant'))
      .record('partner-user');
    assert.deepEqual(user, { person: eva().person, tenant: cloudy, name: eva().name, companyRole: 'none', supportedCompanies: 'limited' });
    assert.ok(mayActForCustomers(user, 'product-keys'));
  });

  it('tells who asked, whatever the answer, and keeps who answered', () => {
    for (const [verdict, told] of [
      ['grant', 'granted'],
      ['refuse', 'refused'],
    ] as const) {
      const decision = given(state()).when(settle(verdict));
      const { recipient, facts } = decision.record('outbox');
      assert.equal(recipient, eva().person);
      assert.deepEqual(facts, { verdict: told, task: 'product-keys', by: petr().person });
      assert.deepEqual(decision.record('right-request').settled, {
        at: '2026-03-01T10:00:00.000Z',
        person: petr().person,
        name: petr().name,
        verdict: told,
      });
    }
  });

  it('counts once: the same answer again changes nothing, another one comes too late', () => {
    const settled = { at: instant('2026-02-28T10:00:00.000Z'), person: petr().person, name: petr().name, verdict: 'granted' } as const;
    const answered = state({ request: request({ settled }), asker: { ...eva(), supportedCompanies: 'limited' } });
    const first = { name: eva().name, task: 'product-keys', verdict: 'granted', has: 'limited', by: petr().name, at: settled.at } as const;
    const another = { by: jana().person, byName: jana().name };
    given(answered).when(settle('grant', another)).changesNothing();
    given(answered).when(settle('grant', another)).yields(first);
    const told = { kind: 'right-request-settled', person: eva().person, ...first } as const;
    given(answered).when(settle('refuse', another)).refuses({ kind: 'settled-otherwise', settled: told });
  });

  it('changes no right when it is refused', () => {
    const decision = given(state()).when(settle('refuse'));
    assert.equal(decision.puts('partner-user'), 0);
    assert.deepEqual(decision.event('right-refused').after, { supportedCompanies: 'none', task: 'product-keys' });
  });

  it('is a global admin’s of the same company', () => {
    for (const user of [undefined, jana(), eva(), rita(), { ...jana(), companyRole: 'user-admin' as const }])
      given(state({ user })).when(settle('grant')).refuses({ kind: 'not-a-global-admin' });
  });

  it('needs an open request of the own company', () => {
    for (const asked of [undefined, request({ partner: rival })])
      given(state({ request: asked }))
        .when(settle('grant'))
        .refuses({ kind: 'request-not-found' });
  });
});
