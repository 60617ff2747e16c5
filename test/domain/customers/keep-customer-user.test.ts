import assert from 'node:assert/strict';
import type { KeepCustomerUser } from '../../../domain/customers/acting-commands.ts';
import { decideKeepCustomerUser } from '../../../domain/customers/keep-customer-user.ts';
import type { HandOff } from '../../../domain/customers/records.ts';
import type { KeepCustomerUserState } from '../../../domain/customers/keep-customer-user.ts';
import { CommandId, CustomerId, HandOffId } from '../../../domain/shared/ids.ts';
import { aSubscription, aTerm, cloudy, contoso, eva, jana, karel, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideKeepCustomerUser);
const book = (facts: Partial<KeepCustomerUserState> = {}): KeepCustomerUserState => ({
  user: jana(),
  customer: contoso(),
  known: undefined,
  subscription: aSubscription(),
  heldByOthers: 4,
  held: undefined,
  handOffs: [],
  ...facts,
});
const keep = (facts: Partial<KeepCustomerUser> = {}): KeepCustomerUser => ({
  type: 'keep-customer-user',
  commandId: CommandId.parse('keep'),
  partner: cloudy,
  by: jana().person,
  byName: jana().name,
  customer: contoso().id,
  user: 'karel',
  name: 'Karel Contoso',
  upn: 'Karel@contoso.cz',
  isAdmin: true,
  licensedIn: aSubscription().id,
  handOff: HandOffId.parse('hand-off'),
  ...facts,
});

function facts(handOff: HandOff) {
  assert.ok(handOff.what === 'customer-user');
  const { isNew, before, after } = handOff;
  return { isNew, before, after };
}

describe('keeping a person of a customer', () => {
  it('enters somebody new with the last free licence, and writes the subscription so that nobody else takes it at once', () => {
    const decision = given(book()).when(keep());
    decision.yields({ isNew: true, upn: 'karel@contoso.cz' });
    assert.deepEqual(decision.record('customer-user'), karel({ licensedIn: aSubscription().id }));
    assert.deepEqual(decision.record('subscription'), aSubscription());
    assert.equal(decision.event('customer-user-kept').customer, contoso().id);
  });

  it('leaves account, licence and role of somebody new to be done at Microsoft', () => {
    const decision = given(book()).when(keep());
    const plan = aSubscription().plan;
    assert.deepEqual(facts(decision.record('hand-off')), { isNew: true, before: { isAdmin: false }, after: { isAdmin: true, plan } });
    decision.yields({ left: { handOff: keep().handOff, commandId: keep().commandId } });
  });

  it('leaves another licence to be done at Microsoft, and the role of a new admin', () => {
    const held = aSubscription({ id: 'held', plan: 'business-basic' });
    const plan = aSubscription().plan;
    const decision = given(book({ known: karel({ licensedIn: held.id, isAdmin: false }), held })).when(keep());
    const before = { isAdmin: false, plan: 'business-basic' } as const;
    assert.deepEqual(facts(decision.record('hand-off')), { isNew: false, before, after: { isAdmin: true, plan } });
    assert.deepEqual(decision.event('customer-user-kept').before?.['plan'], 'business-basic');
  });

  it('leaves nothing to be done where only the name is another, or the licence is one of the same plan', () => {
    const renamed = given(book({ known: karel({ licensedIn: aSubscription().id }), held: aSubscription() })).when(keep({ name: 'Karel Novák' }));
    const held = aSubscription({ id: 'held' });
    const moved = given(book({ known: karel({ licensedIn: held.id }), held })).when(keep());
    for (const decision of [renamed, moved]) assert.deepEqual([decision.puts('hand-off'), decision.removes(), decision.outcome().left], [0, [], undefined]);
  });

  it('takes the place of what is open for the same person, from what stands at Microsoft', () => {
    const first = given(book()).when(keep()).record('hand-off');
    const others = { ...first, id: HandOffId.parse('others'), user: 'alena' };
    const done = { ...first, id: HandOffId.parse('done'), confirmed: { person: jana().person, name: jana().name, at: first.createdAt } };
    const known = karel({ licensedIn: aSubscription().id });
    const { licensedIn: _, ...without } = keep({ handOff: HandOffId.parse('next'), commandId: CommandId.parse('next') });
    const decision = given(book({ known, held: aSubscription(), subscription: undefined, handOffs: [others, done, first] })).when(without);
    assert.deepEqual(facts(decision.record('hand-off')), { isNew: true, before: { isAdmin: false }, after: { isAdmin: true } });
    assert.deepEqual(decision.removes(), [{ kind: 'hand-off', id: first.id }]);
    assert.deepEqual(decision.events(), ['customer-user-kept', 'hand-off-superseded']);
  });

  it('leaves nothing where the person is back as they stand at Microsoft', () => {
    const first = given(book({ known: karel() }))
      .when(keep())
      .record('hand-off');
    const { licensedIn: _, ...without } = keep({ handOff: HandOffId.parse('next') });
    const known = karel({ licensedIn: aSubscription().id });
    const decision = given(book({ known, held: aSubscription(), subscription: undefined, handOffs: [first] })).when(without);
    assert.deepEqual([decision.puts('hand-off'), decision.removes(), decision.outcome().left], [0, [{ kind: 'hand-off', id: first.id }], undefined]);
  });

  it('leaves an admin one for whoever may not set admins’ passwords', () => {
    const known = karel();
    given(book({ known }))
      .when(keep({ isAdmin: false }))
      .refuses({ kind: 'admin-stays' });
    const decision = given(book({ known, user: petr() })).when(keep({ by: petr().person, byName: petr().name, isAdmin: false }));
    assert.equal(decision.record('customer-user').isAdmin, false);
  });

  it('never assigns more licences than seats', () => {
    given(book({ heldByOthers: 5 }))
      .when(keep())
      .refuses({ kind: 'no-free-licence', seats: 5 });
  });

  it('has no licence of a subscription that can no longer be used', () => {
    given(book({ subscription: aSubscription({ terms: [aTerm('2024-01-01')] }), heldByOthers: 0 }))
      .when(keep())
      .refuses({ kind: 'no-free-licence', seats: 0 });
  });

  it('leaves a licence with who holds it, however full it is', () => {
    const known = karel({ licensedIn: aSubscription().id, isAdmin: false });
    const decision = given(book({ known, heldByOthers: 9 })).when(keep());
    assert.deepEqual([decision.record('customer-user').isAdmin, decision.puts('subscription')], [true, 0]);
  });

  it('gives a licence back', () => {
    const { licensedIn: _, ...without } = keep();
    const after = given(book({ known: karel({ licensedIn: aSubscription().id }), subscription: undefined }))
      .when(without)
      .record('customer-user');
    assert.equal(after.licensedIn, undefined);
  });

  it('keeps sign-in name and object id of somebody who is known', () => {
    const known = karel({ objectId: 'bbbbbbbb-0000-4000-8000-000000000001' });
    const after = given(book({ known }))
      .when(keep({ name: 'Karel Novák', upn: 'other@contoso.cz' }))
      .record('customer-user');
    assert.deepEqual([after.name, after.upn, after.objectId], ['Karel Novák', known.upn, known.objectId]);
  });

  it('as they stand already leaves no event; the outcome is kept for the second click', () => {
    const known = karel({ licensedIn: aSubscription().id });
    const decision = given(book({ known })).when(keep());
    assert.deepEqual([decision.record('customer-user'), decision.events(), decision.puts('subscription')], [known, [], 0]);
  });

  it('takes no licence of another customer’s subscription', () => {
    for (const subscription of [undefined, aSubscription({ customer: CustomerId.parse('fabrikam') })])
      given(book({ subscription })).when(keep()).refuses({ kind: 'subscription-not-found' });
  });

  it('is refused to who may only read, and to people of other companies', () => {
    for (const user of [eva(), rita(), undefined]) given(book({ user })).when(keep()).refuses({ kind: 'person-lacks-right' });
  });

  it('of another partner’s customer is told as if there were none', () => {
    for (const customer of [undefined, contoso({ partner: rival })]) given(book({ customer })).when(keep()).refuses({ kind: 'customer-not-found' });
  });
});
