import assert from 'node:assert/strict';
import { decideAskForRight } from '../../../domain/company/ask-for-right.ts';
import type { AskForRightState } from '../../../domain/company/ask-for-right.ts';
import type { AskForRight, RightRequest } from '../../../domain/company/people-commands.ts';
import type { PartnerUser } from '../../../domain/company/records.ts';
import { CommandId, ObjectId, personId } from '../../../domain/shared/ids.ts';
import { cloudy, eva, instant, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('asking for a right', () => {
  const given = deciding(decideAskForRight);
  const olga = (): PartnerUser => ({ ...petr(), person: personId(cloudy, ObjectId.parse('aaaaaaaa-0000-4000-8000-000000000005')), name: 'Olga Malá' });
  const state = (facts: Partial<AskForRightState> = {}): AskForRightState => ({
    user: eva(),
    people: [eva(), jana(), petr(), olga()],
    reachable: [petr().person],
    request: undefined,
    ...facts,
  });
  const ask = (facts: Partial<AskForRight> = {}): AskForRight => ({
    type: 'ask-for-right',
    commandId: CommandId.parse('ask'),
    partner: cloudy,
    by: eva().person,
    byName: eva().name,
    task: 'product-keys',
    ...facts,
  });
  const waiting: RightRequest = { partner: cloudy, person: eva().person, name: eva().name, task: 'product-keys', needed: 'limited' };

  it('keeps what is needed for the task, and tells each global admin who can be reached', () => {
    const decision = given(state()).when(ask());
    assert.deepEqual(decision.record('right-request'), waiting);
    decision.yields({ asked: [petr().name] });
    const { recipient, topic, facts } = decision.record('outbox');
    assert.deepEqual({ recipient, topic, facts }, { recipient: petr().person, topic: 'right-asked', facts: { person: eva().person } });
    assert.deepEqual(decision.event('right-asked').after, { task: 'product-keys', needed: 'limited' });
  });

  it('waits for every global admin when none can be reached', () => {
    const decision = given(state({ reachable: [] })).when(ask());
    assert.equal(decision.puts('outbox'), 2);
    decision.yields({ asked: [petr().name, olga().name] });
  });

  it('is open to a colleague who is not in the book', () => {
    given(state({ user: undefined }))
      .when(ask())
      .yields({ asked: [petr().name] });
  });

  it('is one request for each person: for no more than is asked for already nothing changes', () => {
    given(state({ request: waiting }))
      .when(ask())
      .changesNothing();
    given(state({ request: waiting }))
      .when(ask({ task: 'checklist' }))
      .changesNothing();
    given(state({ request: { ...waiting, task: 'subscription-change', needed: 'full' } }))
      .when(ask())
      .changesNothing();
  });

  it('takes the place of a request for less', () => {
    const decision = given(state({ request: waiting })).when(ask({ task: 'subscription-change' }));
    assert.deepEqual(decision.record('right-request'), { ...waiting, task: 'subscription-change', needed: 'full' });
    assert.equal(decision.puts('outbox'), 1);
  });

  it('may be asked again when the answer was no', () => {
    const settled = { at: instant('2026-02-28T10:00:00.000Z'), person: petr().person, name: petr().name, verdict: 'refused' } as const;
    const decision = given(state({ request: { ...waiting, settled } })).when(ask());
    assert.deepEqual(decision.record('right-request'), waiting);
    assert.equal(decision.puts('outbox'), 1);
  });

  it('is refused to who has the right', () => {
    given(state({ user: jana() }))
      .when(ask({ by: jana().person, byName: jana().name }))
      .refuses({ kind: 'has-right-already' });
  });

  it('counts no right that another company gave', () => {
    given(state({ user: rita() }))
      .when(ask())
      .yields({ asked: [petr().name] });
  });

  it('is refused where nobody can give it: no global admin, or those of another company only', () => {
    for (const people of [[], [eva(), jana(), { ...jana(), companyRole: 'user-admin' as const }], [rita()]])
      given(state({ people })).when(ask()).refuses({ kind: 'no-global-admin' });
  });

  it('is no business of somebody from another company', () => {
    given(state({ user: undefined }))
      .when(ask({ by: rita().person }))
      .refuses({ kind: 'no-global-admin' });
  });
});
