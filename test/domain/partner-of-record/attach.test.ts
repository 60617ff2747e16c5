import assert from 'node:assert/strict';
import { decideAttach } from '../../../domain/partner-of-record/attach.ts';
import type { AttachState } from '../../../domain/partner-of-record/attach.ts';
import type { AttachPartnerOfRecord } from '../../../domain/partner-of-record/commands.ts';
import type { KnownPartner } from '../../../domain/partner-of-record/records.ts';
import { CommandId, HandOffId, SubscriptionId } from '../../../domain/shared/ids.ts';
import { aPartner, aPartnerHandOff, aSubscription, cloudy, contoso, eva, fabrikam, instant, jana, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideAttach);
const own = '4711001';
const provider: KnownPartner = { partner: cloudy, partnerId: '5500111', name: 'Velký Provider a.s.', kind: 'provider', verified: true };
const reseller: KnownPartner = { ...provider, partnerId: '5500222', name: 'Malý Prodejce', kind: 'reseller' };

const state = (facts: Partial<AttachState> = {}): AttachState => ({
  partner: aPartner({ partnerId: own }),
  user: jana(),
  customer: contoso(),
  subscriptions: [aSubscription()],
  known: undefined,
  handOffs: [],
  ...facts,
});
const attach = (facts: Partial<AttachPartnerOfRecord> = {}): AttachPartnerOfRecord => ({
  type: 'attach-partner-of-record',
  commandId: CommandId.parse('attach'),
  partner: cloudy,
  by: jana().person,
  byName: jana().name,
  customer: contoso().id,
  subscriptions: [aSubscription().id],
  partnerId: own,
  handOff: HandOffId.parse('new'),
  ...facts,
});

describe('attaching the partner of record', () => {
  it('records us, under our own ID, and leaves it to be done at Microsoft', () => {
    const decision = given(state()).when(attach());
    assert.equal(decision.record('subscription').partnerOfRecord, 'true');
    assert.deepEqual(decision.record('hand-off'), { ...aPartnerHandOff({ id: 'new' }), createdAt: instant('2026-03-01T10:00:00.000Z') });
    decision.yields({
      isUs: true,
      verified: true,
      name: 'Cloudy s.r.o.',
      partnerId: own,
      subscriptions: [{ subscription: aSubscription().id, plan: 'small-business' }],
    });
    assert.deepEqual(decision.event('partner-of-record-attached').before, { partnerOfRecord: 'false' });
    assert.equal(decision.puts('known-partner'), 0);
  });

  it('replaces: who was there is removed, and stands in the audit and on the list of things to do', () => {
    const decision = given(state({ subscriptions: [aSubscription({ partnerOfRecord: '5500222' })] })).when(attach());
    decision.yields({ subscriptions: [{ subscription: aSubscription().id, plan: 'small-business', before: '5500222' }] });
    assert.deepEqual(decision.event('partner-of-record-attached').before, { partnerOfRecord: '5500222' });
    const handOff = decision.record('hand-off');
    assert.ok(handOff.what === 'attach-partner-of-record' && handOff.replaces);
  });

  it('knows the customer’s default as who was there, and a “nobody” of its own over it', () => {
    const customer = contoso({ partnerOfRecord: '5500222' });
    const before = (facts: Parameters<typeof aSubscription>[0]) =>
      given(state({ customer, subscriptions: [aSubscription(facts)] }))
        .when(attach())
        .outcome()
        .subscriptions.map((each) => each.before);
    assert.deepEqual(before({}), ['5500222']);
    assert.deepEqual(before({ partnerOfRecord: 'false' }), [undefined]);
  });

  it('of several subscriptions at once changes those that have another, once each', () => {
    const [one, two, three] = [aSubscription({ id: 'one' }), aSubscription({ id: 'two', partnerOfRecord: 'true' }), aSubscription({ id: 'three' })];
    const decision = given(state({ subscriptions: [one, two, three, one] })).when(attach());
    assert.deepEqual(
      decision.outcome().subscriptions.map(({ subscription }) => subscription),
      ['one', 'three'],
    );
    assert.equal(decision.puts('subscription'), 2);
  });

  it('is said to stand already when it does, as “us” or by our ID', () => {
    for (const partnerOfRecord of ['true', own]) {
      given(state({ subscriptions: [aSubscription({ partnerOfRecord })] }))
        .when(attach())
        .refuses({ kind: 'attached-already' });
    }
  });

  it('takes a known ID with its name', () => {
    const decision = given(state({ known: reseller })).when(attach({ partnerId: reseller.partnerId }));
    assert.equal(decision.record('subscription').partnerOfRecord, reseller.partnerId);
    decision.yields({ name: 'Malý Prodejce', verified: true, isUs: false });
    assert.equal(decision.puts('known-partner'), 0);
  });

  it('keeps an ID that nobody knows, unverified, and says so', () => {
    const decision = given(state()).when(attach({ partnerId: '987654' }));
    assert.deepEqual(decision.record('known-partner'), { partner: cloudy, partnerId: '987654', kind: 'unknown', verified: false });
    decision.yields({ verified: false });
    assert.ok(decision.events().includes('partner-id-noted'));
  });

  it('takes the place of what was still to be attached at Microsoft', () => {
    const older = aPartnerHandOff({ id: 'older', partnerId: '987654' });
    const both = aPartnerHandOff({ id: 'both', partnerId: '987654', subscriptions: [aSubscription().id, SubscriptionId.parse('elsewhere')] });
    const done = aPartnerHandOff({ id: 'done', confirmed: { person: jana().person, name: 'Jana', at: instant('2026-02-01T08:00:00.000Z') } });
    const decision = given(state({ handOffs: [older, both, done] })).when(attach());
    assert.deepEqual(decision.removes(), [{ kind: 'hand-off', id: 'older' }]);
    const left = decision.record('hand-off', 'both');
    assert.ok(left.what === 'attach-partner-of-record');
    assert.deepEqual(left.subscriptions, ['elsewhere']);
    assert.equal(decision.puts('hand-off'), 2);
  });
});

describe('an indirect sale', () => {
  const sold = [aSubscription({ channel: 'csp', plan: 'business-standard' })];

  it('has the reseller as partner of record, never the provider', () => {
    given(state({ subscriptions: sold, known: provider }))
      .when(attach({ partnerId: provider.partnerId }))
      .refuses({ kind: 'provider-on-indirect-sale', name: 'Velký Provider a.s.' });
    given(state({ subscriptions: sold, known: reseller }))
      .when(attach({ partnerId: reseller.partnerId }))
      .yields({ partnerId: reseller.partnerId });
  });

  it('is one among several subscriptions already', () => {
    given(state({ subscriptions: [aSubscription({ id: 'one' }), ...sold], known: provider }))
      .when(attach({ partnerId: provider.partnerId }))
      .refuses({ kind: 'provider-on-indirect-sale', name: 'Velký Provider a.s.' });
  });

  it('is none where the customer pays Microsoft or a key was redeemed', () => {
    for (const channel of ['key', 'direct', 'trial'] as const) {
      given(state({ subscriptions: [aSubscription({ channel })], known: provider }))
        .when(attach({ partnerId: provider.partnerId }))
        .yields({ partnerId: provider.partnerId });
    }
  });
});

describe('attaching the partner of record is refused', () => {
  it('for who is not eligible', () => {
    given(state({ user: eva() }))
      .when(attach())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
    given(state({ user: rita() }))
      .when(attach())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
    given(state({ partner: aPartner({ programme: 'csp-direct' }) }))
      .when(attach())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'company-lacks', missing: 'indirect-reseller' } });
  });

  it('for a customer or a subscription that is not theirs', () => {
    given(state({ customer: undefined }))
      .when(attach())
      .refuses({ kind: 'customer-not-found' });
    given(state({ customer: contoso({ partner: rival }) }))
      .when(attach())
      .refuses({ kind: 'customer-not-found' });
    for (const other of [undefined, aSubscription({ customer: fabrikam().id }), aSubscription({ partner: rival })]) {
      given(state({ subscriptions: [aSubscription(), other] }))
        .when(attach())
        .refuses({ kind: 'subscription-not-found' });
    }
  });

  it('without a subscription, and for what is no Partner ID', () => {
    given(state({ subscriptions: [] }))
      .when(attach())
      .refuses({ kind: 'no-subscriptions' });
    for (const partnerId of ['', 'true', 'false', '12', '12345678901', '47 11', '４７１１', '4711\n']) {
      given(state()).when(attach({ partnerId })).refuses({ kind: 'not-a-partner-id' });
    }
  });
});
