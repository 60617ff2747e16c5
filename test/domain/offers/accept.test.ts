import assert from 'node:assert/strict';
import { decideAnswerOffer } from '../../../domain/offers/answer-offer.ts';
import { agreementFor } from '../../../domain/shared/agreements.ts';
import type { ProgrammeKind } from '../../../domain/company/records.ts';
import { contoso, day, jana, karel, petr } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import {
  aDelegationOffer,
  aLine,
  aPurchase,
  aSeller,
  anAnswering,
  anOffer,
  answers,
  classic,
  contosoInTeams,
  contosoTenant,
  gdap,
  newIds,
  personAt,
  signedIn,
} from '../../support/offers.ts';

const given = deciding(decideAnswerOffer);
const twoLines = () => aPurchase({ lines: [aLine({ seats: 5, term: 'P1Y' }), aLine({ plan: 'business-basic', seats: 3, term: 'P1M' })] });
const withTwo = { newIds: newIds('new', 2) };
const withoutDelegation = { kind: 'accept', withDelegation: false } as const;

describe('an accepted purchase', () => {
  for (const [programme, channel] of [
    ['advisor', 'direct'],
    ['csp-direct', 'csp'],
    ['csp-indirect-reseller', 'csp'],
  ] as const satisfies readonly (readonly [ProgrammeKind, string])[]) {
    it(`is a ${channel} subscription for each line, as ${programme}`, () => {
      const decided = given(anAnswering({ offer: twoLines(), partner: aSeller({ programme }) })).when(answers(withTwo));
      assert.deepEqual(decided.record('subscription', 'new-subscription-0'), {
        id: 'new-subscription-0',
        partner: contoso().partner,
        customer: contoso().id,
        plan: 'business-standard',
        channel,
        autoRenews: false,
        verification: 'verified',
        terms: [
          { id: 'new-term-0', seats: 5, startsOn: '2026-03-01', endsOn: '2027-02-28', length: 'P1Y', keys: [], known: { on: '2026-03-01', by: karel().name } },
        ],
        partnerOfRecord: 'true',
        offer: 'offer',
        createdOn: '2026-03-01',
      });
      assert.equal(decided.record('subscription', 'new-subscription-1').terms[0]?.endsOn, '2026-03-31');
    });
  }

  it('has a checklist for each subscription, with everything still to be done', () => {
    const decided = given(anAnswering({ offer: twoLines() })).when(answers(withTwo));
    const checklist = decided.record('checklist', 'new-subscription-1');
    assert.deepEqual(Object.values(checklist.items), Array(5).fill({ status: 'open' }));
    assert.equal(decided.puts('checklist'), 2);
  });

  it('is on the list of who sent it until somebody has set it up at Microsoft', () => {
    const handOff = given(anAnswering({ offer: twoLines() }))
      .when(answers(withTwo))
      .record('hand-off');
    assert.deepEqual(handOff, {
      id: 'new-set-up',
      partner: contoso().partner,
      customer: contoso().id,
      owner: jana().person,
      ownerName: jana().name,
      createdAt: '2026-03-01T10:00:00.000Z',
      what: 'set-up-accepted-offer',
      offer: 'offer',
      of: 'purchase',
      subscriptions: ['new-subscription-0', 'new-subscription-1'],
    });
  });

  it('takes no licence for who accepted it', () => {
    const decided = given(anAnswering({ offer: twoLines() })).when(
      answers({ ...withTwo, by: signedIn(personAt(contosoTenant, 9), { upn: 'nova@contoso.cz' }), isDirectoryAdmin: true }),
    );
    assert.equal(decided.record('customer-user').licensedIn, undefined);
  });
});

describe('the agreement of what was accepted', () => {
  it('is the Online Services Agreement of an advisor’s customer, with version, language and who said so', () => {
    const agreement = given(anAnswering({ offer: aPurchase() }))
      .when(answers({ language: 'sk' }))
      .record('agreement');
    const { version } = agreementFor('business-standard', { programme: 'advisor' });
    assert.deepEqual(agreement, {
      partner: contoso().partner,
      customer: contoso().id,
      subscription: 'new-subscription-0',
      agreement: { kind: 'online-services-agreement' },
      by: personAt(contosoTenant, 1),
      byName: 'Karel Contoso',
      at: '2026-03-01T10:00:00.000Z',
      language: 'sk',
      version,
    });
  });

  it('is the Customer Agreement of a CSP’s customer, attested with name, e-mail, telephone and day', () => {
    const { agreement } = given(anAnswering({ offer: aPurchase(), partner: aSeller({ programme: 'csp-direct' }) }))
      .when(answers({ answer: { ...withoutDelegation, phone: '+420 777 888 999' } }))
      .record('agreement');
    assert.deepEqual(agreement, {
      kind: 'customer-agreement',
      template: 'MicrosoftCustomerAgreement',
      contactName: 'Karel Contoso',
      contactEmail: 'karel@contoso.cz',
      contactPhone: '+420 777 888 999',
      agreedOn: '2026-03-01',
    });
  });

  it('is recorded for each subscription, a trial among them', () => {
    assert.equal(
      given(anAnswering({ offer: twoLines() }))
        .when(answers(withTwo))
        .puts('agreement'),
      2,
    );
    assert.equal(given(anAnswering()).when(answers()).puts('agreement'), 1);
  });
});

describe('an accepted trial', () => {
  it('is the plan’s own: 25 licences for 30 days from today', () => {
    const subscription = given(anAnswering()).when(answers()).record('subscription');
    assert.equal(subscription.channel, 'trial');
    assert.deepEqual(subscription.terms, [
      { id: 'new-term-0', seats: 25, startsOn: '2026-03-01', endsOn: '2026-03-30', length: 'P1M', keys: [], known: { on: '2026-03-01', by: karel().name } },
    ]);
    assert.equal(subscription.partnerOfRecord, 'true');
  });
});

describe('the customer', () => {
  it('whom the book does not know comes into it with the acceptance: owner, country, language, contact and directory', () => {
    const by = signedIn(personAt(contosoTenant, 9), { name: 'Nová Osoba', upn: 'nova@contoso.cz' });
    const decided = given(anAnswering({ customer: undefined, users: [] })).when(answers({ by, isDirectoryAdmin: true, language: 'sk' }));
    assert.deepEqual(decided.record('customer'), {
      id: contoso().id,
      partner: contoso().partner,
      name: 'Contoso',
      domain: 'contoso.cz',
      country: 'CZ',
      tenant: contosoTenant,
      language: 'sk',
      contact: { name: 'Nová Osoba', email: 'nova@contoso.cz' },
      owner: jana().person,
      createdOn: '2026-03-01',
    });
    assert.deepEqual(decided.events(), ['offer-accepted', 'customer-added', 'subscription-added', 'agreement-accepted', 'admin-recognised']);
  });

  it('whom the book knows keeps what it says; only gaps are filled', () => {
    const known = contosoInTeams({ language: 'en' });
    const decided = given(anAnswering({ customer: known, offer: anOffer({ country: 'SK' }) })).when(answers());
    assert.deepEqual(decided.record('customer'), known);
    assert.ok(!decided.events().includes('customer-changed'));
  });

  it('without an owner is looked after by who sent the offer', () => {
    const decided = given(anAnswering({ customer: contosoInTeams({ owner: undefined }) })).when(answers());
    assert.equal(decided.record('customer').owner, jana().person);
    assert.deepEqual(decided.event('customer-changed').after, { tenant: contosoTenant, owner: jana().person });
  });

  it('is written by every acceptance, so that two of them meet', () => {
    for (const offer of [anOffer(), aPurchase(), aDelegationOffer()]) assert.equal(given(anAnswering({ offer })).when(answers()).puts('customer'), 1);
  });
});

describe('accepted delegated administration', () => {
  it('in today’s form runs from today for the days that were asked for, the first one counted', () => {
    const offer = aDelegationOffer({ delegation: gdap({ days: 30 }) });
    const decided = given(anAnswering({ offer })).when(answers());
    const relationship = decided.record('relationship');
    assert.deepEqual([relationship.id, relationship.startsOn, relationship.endsOn], ['new-relationship', '2026-03-01', '2026-03-30']);
    assert.deepEqual(relationship.terms, gdap({ days: 30 }));
    assert.equal(decided.record('offer-answer').relationship, 'new-relationship');
  });

  it('in the classic form has no end', () => {
    const relationship = given(anAnswering({ offer: aDelegationOffer({ delegation: classic }) }))
      .when(answers())
      .record('relationship');
    assert.equal(relationship.endsOn, day('9999-12-31'));
  });

  it('is what the answer to such an offer means, whatever a card says', () => {
    const decided = given(anAnswering({ offer: aDelegationOffer() })).when(answers({ answer: withoutDelegation }));
    assert.equal(decided.record('offer-answer').delegation, 'accepted');
    assert.equal(decided.puts('subscription'), 0);
  });

  it('has still to be requested at Microsoft, by who sent it', () => {
    const handOff = given(anAnswering({ offer: aDelegationOffer({ sentBy: petr().person, sentByName: petr().name }) }))
      .when(answers())
      .record('hand-off');
    assert.deepEqual([handOff.id, handOff.what, handOff.owner], ['new-delegation', 'request-delegated-admin', petr().person]);
  });

  it('inside another offer may be accepted with it, or left out', () => {
    const offer = aPurchase({ delegation: gdap() });
    const withIt = given(anAnswering({ offer })).when(answers());
    assert.deepEqual([withIt.puts('relationship'), withIt.puts('hand-off'), withIt.record('offer-answer').delegation], [1, 2, 'accepted']);
    const without = given(anAnswering({ offer })).when(answers({ answer: withoutDelegation }));
    assert.deepEqual([without.puts('relationship'), without.puts('hand-off'), without.record('offer-answer').delegation], [0, 1, 'left-out']);
  });

  it('is never had where it was not offered', () => {
    const decided = given(anAnswering({ offer: aPurchase() })).when(answers());
    assert.deepEqual([decided.puts('relationship'), decided.record('offer-answer').delegation], [0, 'not-offered']);
  });
});
