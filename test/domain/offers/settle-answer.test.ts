import assert from 'node:assert/strict';
import type { SettleAnswer } from '../../../domain/offers/commands.ts';
import type { OfferAnswer } from '../../../domain/offers/records.ts';
import type { SettleAnswerState } from '../../../domain/offers/settle-answer.ts';
import { decideSettleAnswer } from '../../../domain/offers/settle-answer.ts';
import { TenantId } from '../../../domain/shared/ids.ts';
import { aPartner, contoso, eva, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import {
  aPurchase,
  aSeller,
  aTriedSubscription,
  aVisitor,
  anAnswer,
  anOffer,
  byPetr,
  classic,
  contosoInTeams,
  contosoTenant,
  fabrikamTenant,
  karelInTeams,
  karelSignedIn,
  newIds,
  personAt,
  signedIn,
} from '../../support/offers.ts';

const given = deciding(decideSettleAnswer);
const declared = anAnswer({ state: 'declared', by: aVisitor(), language: 'sk', at: instant('2026-02-25T09:00:00.000Z') });

const signed = anAnswer({ state: 'declared', by: karelSignedIn() });

function aBook(facts: Partial<SettleAnswerState> = {}): SettleAnswerState {
  return {
    partner: aSeller(),
    user: petr(),
    offer: anOffer(),
    answer: declared,
    customer: undefined,
    subscriptions: [],
    adminUser: undefined,
    tenantIsAnothers: false,
    reachable: [jana().person],
    ...facts,
  };
}
const settles = (verdict: SettleAnswer['verdict'], facts: Partial<SettleAnswer> = {}): SettleAnswer => ({
  ...byPetr(),
  type: 'settle-answer',
  customer: contoso().id,
  verdict,
  newIds: newIds('new', 1),
  ...facts,
});

describe('who settles what was declared', () => {
  it('is somebody of the partner with limited rights at least', () => {
    given(aBook({ user: jana() }))
      .when(settles('confirm', { by: jana().person }))
      .yields({ state: 'accepted' });
    for (const user of [undefined, eva(), rita()]) {
      given(aBook({ user })).when(settles('confirm')).refuses({ kind: 'person-lacks-right' });
    }
  });

  it('finds no offer of another partner', () => {
    for (const offer of [undefined, anOffer({ partner: rival })]) {
      given(aBook({ offer })).when(settles('dismiss')).refuses({ kind: 'offer-not-found' });
    }
  });

  it('finds only what was declared, once', () => {
    for (const answer of [undefined, anAnswer(), anAnswer({ state: 'declined' }), anAnswer({ state: 'dismissed' })]) {
      given(aBook({ answer })).when(settles('confirm')).refuses({ kind: 'not-declared' });
    }
  });
});

describe('confirming', () => {
  it('accepts from today what was said then: the person’s words stay theirs, the confirmation is the partner’s', () => {
    const decided = given(aBook()).when(settles('confirm'));
    const answer = decided.record('offer-answer');
    assert.deepEqual([answer.state, answer.by, answer.at], ['accepted', aVisitor(), declared.at]);
    assert.deepEqual(answer.settled, { at: '2026-03-01T10:00:00.000Z', person: petr().person, name: petr().name });
    assert.equal(decided.record('subscription').terms[0]?.startsOn, '2026-03-01');
    assert.equal(decided.record('hand-off').owner, jana().person);
  });

  it('records the agreement of the person who said so, without a directory id and with their day', () => {
    const agreement = given(aBook({ offer: aPurchase(), partner: aSeller({ programme: 'csp-direct' }) }))
      .when(settles('confirm'))
      .record('agreement');
    assert.deepEqual([agreement.by, agreement.byName, agreement.language, agreement.at], [undefined, 'Vít Host', 'sk', declared.at]);
    assert.ok(agreement.agreement.kind === 'customer-agreement');
    assert.deepEqual([agreement.agreement.contactEmail, agreement.agreement.agreedOn], ['vit@contoso.cz', '2026-02-25']);
  });

  it('brings a customer into the book whom it does not know, with that person as the first admin and no directory', () => {
    const decided = given(aBook()).when(settles('confirm'));
    const customer = decided.record('customer');
    assert.deepEqual([customer.name, customer.tenant, customer.contact?.email, customer.owner], ['Contoso', undefined, 'vit@contoso.cz', jana().person]);
    const admin = decided.record('customer-user', 'new-admin-user');
    assert.deepEqual([admin.upn, admin.isAdmin, admin.objectId, admin.licensedIn], ['vit@contoso.cz', true, undefined, undefined]);
  });

  it('makes nobody an admin of a customer whom the book knows', () => {
    const decided = given(aBook({ customer: contosoInTeams() })).when(settles('confirm'));
    assert.equal(decided.puts('customer-user'), 0);
    assert.deepEqual(decided.record('customer'), contosoInTeams({ language: 'sk' }));
  });

  it('learns directory and person from who declared it signed in with a name of the organisation’s domain', () => {
    const { objectId: _, ...byName } = karelInTeams({ isAdmin: false });
    const known = given(aBook({ customer: contoso(), answer: signed, adminUser: byName })).when(settles('confirm'));
    assert.equal(known.record('customer').tenant, contosoTenant);
    assert.deepEqual(known.record('customer-user'), karelInTeams({ isAdmin: false }));
    assert.ok(known.events().includes('customer-changed') && known.events().includes('person-recognised'));
    const fresh = given(aBook({ answer: signed })).when(settles('confirm'));
    assert.deepEqual([fresh.record('customer').tenant, fresh.record('customer-user').objectId], [contosoTenant, karelInTeams().objectId]);
  });

  it('learns no directory by another domain, from a personal account, a guest, or of another customer, and replaces none', () => {
    const of = (by: OfferAnswer['by'], facts: Partial<SettleAnswerState> = {}) =>
      given(aBook({ customer: contoso(), answer: { ...signed, by }, ...facts }))
        .when(settles('confirm'))
        .record('customer').tenant;
    const karel = personAt(contosoTenant);
    assert.equal(of(signedIn(karel, { upn: 'karel@fabrikam.sk' })), undefined);
    assert.equal(of(signedIn(karel, { upn: 'karel_x.cz#ext#@contoso.cz' })), undefined);
    assert.equal(of(signedIn(personAt(TenantId.parse('9188040d-6c67-4c5b-b112-36a304b66dad')), { upn: 'karel@contoso.cz' })), undefined);
    assert.equal(of(signed.by, { tenantIsAnothers: true }), undefined);
    assert.equal(of(signedIn(personAt(fabrikamTenant), { upn: 'karel@contoso.cz' }), { customer: contosoInTeams() }), contosoTenant);
  });

  it('keeps the counts as they were declared', () => {
    const answer = { ...declared, lines: [{ plan: 'business-standard', seats: 42 } as const] };
    const decided = given(aBook({ offer: aPurchase(), answer })).when(settles('confirm'));
    assert.equal(decided.record('subscription').terms[0]?.seats, 42);
  });

  it('never grants delegated administration', () => {
    const decided = given(aBook({ offer: aPurchase({ delegation: classic }) })).when(settles('confirm'));
    assert.deepEqual([decided.puts('relationship'), decided.record('offer-answer').delegation], [0, 'left-out']);
  });

  it('is not stopped by a withdrawal or an expiry since then', () => {
    const withdrawn = { at: instant('2026-02-26T10:00:00.000Z'), person: petr().person, name: petr().name };
    given(aBook({ offer: anOffer({ withdrawn }), partner: aPartner() }))
      .when(settles('confirm'), '2026-05-01')
      .yields({ state: 'accepted' });
  });

  it('is refused for a second trial of the plan', () => {
    given(aBook({ subscriptions: [aTriedSubscription()] }))
      .when(settles('confirm'))
      .refuses({ kind: 'trial-used', plan: 'business-standard' });
  });

  it('tells who sent the offer, unless they settled it themselves', () => {
    given(aBook()).when(settles('confirm')).record('outbox', `offer-answered|offer|contoso|accepted|${jana().person}`);
    const own = given(aBook({ user: jana() })).when(settles('confirm', { by: jana().person }));
    assert.deepEqual([own.puts('outbox'), own.record('outbox').topic], [1, 'offer-changed']);
  });
});

describe('dismissing', () => {
  it('opens the offer to that customer again, and creates nothing', () => {
    const decided = given(aBook()).when(settles('dismiss'));
    const answer = decided.record('offer-answer');
    assert.deepEqual([answer.state, answer.by, answer.settled?.name], ['dismissed', aVisitor(), petr().name]);
    assert.deepEqual(decided.events(), ['offer-answer-dismissed']);
    for (const kind of ['customer', 'subscription', 'hand-off'] as const) assert.equal(decided.puts(kind), 0);
    assert.equal(decided.record('outbox').topic, 'offer-changed');
  });
});
