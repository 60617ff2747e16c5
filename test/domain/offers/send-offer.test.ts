import assert from 'node:assert/strict';
import type { SendOfferState } from '../../../domain/offers/send-offer.ts';
import { RoleId } from '../../../domain/delegated-admin/records.ts';
import { decideSendOffer } from '../../../domain/offers/send-offer.ts';
import { OfferId } from '../../../domain/shared/ids.ts';
import { PlanId, plans } from '../../../domain/shared/plans.ts';
import { aPartner, cloudy, contoso, day, eva, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aLine, aSeller, classic, contosoInTeams, contosoTenant, gdap, personAt, roleIds, sends } from '../../support/offers.ts';

const given = deciding(decideSendOffer);

function aBook(facts: Partial<SendOfferState> = {}): SendOfferState {
  return { partner: aSeller(), user: petr(), customer: contosoInTeams(), nameTaken: undefined, reachable: [], ...facts };
}

const delegating = { kind: 'delegated-admin', delegation: gdap() } as const;
const purchase = (...lines: Parameters<typeof aLine>[0][]) => ({ kind: 'purchase', lines: lines.map((line) => aLine(line)) }) as const;

describe('who may send an offer', () => {
  it('is told that the company is not known before anything else', () => {
    given(aBook({ partner: undefined }))
      .when(sends())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'company-unknown' } });
  });

  it('may not only read', () => {
    given(aBook({ user: eva() }))
      .when(sends({ by: eva().person }))
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
  });

  it('does not send for another company', () => {
    given(aBook({ user: rita() }))
      .when(sends({ by: rita().person }))
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
  });

  it('sends a trial or a purchase with limited rights', () => {
    for (const content of [undefined, purchase({})]) {
      given(aBook({ user: jana() }))
        .when(sends({ by: jana().person, ...(content === undefined ? {} : { content }) }))
        .yields({ kind: 'offer-sent' });
    }
  });

  it('needs full rights for a delegation, alone or inside another offer', () => {
    for (const content of [delegating, { ...purchase({}), delegation: classic }, { kind: 'trial', plan: 'business-basic', delegation: classic } as const]) {
      given(aBook({ user: jana() }))
        .when(sends({ content }))
        .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'full' } });
    }
  });

  it('needs a company that is certified for a delegation, as an advisor', () => {
    const partner = aSeller();
    const standing = { ...partner.standing, certifiedForDelegation: false };
    for (const content of [delegating, { ...purchase({}), delegation: classic }]) {
      given(aBook({ partner: { ...partner, standing } }))
        .when(sends({ content }))
        .refuses({ kind: 'not-eligible', eligibility: { kind: 'company-lacks', missing: 'certified' } });
    }
  });

  it('sends nothing before the company information is confirmed, and nothing when that was more than a year ago', () => {
    given(aBook({ partner: aPartner() }))
      .when(sends())
      .refuses({ kind: 'company-not-confirmed' });
    given(aBook({ partner: aSeller({ confirmedOn: day('2025-02-28') }) }))
      .when(sends())
      .refuses({ kind: 'company-not-confirmed' });
  });
});

describe('to whom an offer goes', () => {
  it('is a customer of this partner', () => {
    given(aBook({ customer: undefined }))
      .when(sends())
      .refuses({ kind: 'customer-not-found' });
    given(aBook({ customer: contoso({ partner: rival }) }))
      .when(sends())
      .refuses({ kind: 'customer-not-found' });
  });

  it('may be whoever has the link', () => {
    const offer = given(aBook({ customer: undefined }))
      .when(sends({ customer: undefined }))
      .record('offer');
    assert.equal(offer.customer, undefined);
  });

  it('is one customer for delegated administration', () => {
    given(aBook({ customer: undefined }))
      .when(sends({ customer: undefined, content: delegating }))
      .refuses({ kind: 'customer-needed' });
  });

  it('is nobody in a country where the service cannot be set up', () => {
    given(aBook())
      .when(sends({ country: 'KP' }))
      .refuses({ kind: 'country-unavailable', country: 'KP' });
  });

  it('hears of it at once in Teams: every admin to whom the assistant can write, each once', () => {
    const admins = [personAt(contosoTenant, 1), personAt(contosoTenant, 2)];
    const sent = given(aBook({ reachable: admins })).when(sends());
    for (const admin of admins) {
      const message = sent.record('outbox', `offer-sent|offer|${admin}`);
      assert.deepEqual([message.recipient, message.topic, message.facts], [admin, 'offer-sent', { offer: 'offer' }]);
    }
    assert.equal(sent.puts('outbox'), 2);
  });
});

describe('what is offered', () => {
  for (const plan of PlanId.options) {
    it(`as a trial of ${plans[plan].name}: ${plans[plan].trial === undefined ? 'there is none' : 'one trial'}`, () => {
      const sending = given(aBook()).when(sends({ content: { kind: 'trial', plan } }));
      if (plans[plan].trial === undefined) sending.refuses({ kind: 'no-trial-of-plan', plan });
      else sending.yields({ kind: 'offer-sent' });
    });

    for (const programme of ['advisor', 'csp-direct', 'csp-indirect-reseller'] as const) {
      it(`for money as ${programme}, ${plans[plan].name}: ${plans[plan].retired ? 'not any more' : 'offered'}`, () => {
        const sending = given(aBook({ partner: aSeller({ programme }) })).when(sends({ content: purchase({ plan }) }));
        if (plans[plan].retired) sending.refuses({ kind: 'plan-not-sold', plan });
        else sending.yields({ kind: 'offer-sent' });
      });
    }
  }

  it('is at least one line', () => {
    given(aBook())
      .when(sends({ content: purchase() }))
      .refuses({ kind: 'no-lines' });
  });

  it('is never more licences than the plan can have', () => {
    given(aBook())
      .when(sends({ content: purchase({ seats: 1 }, { plan: 'business-basic', seats: 301 }) }))
      .refuses({ kind: 'too-many-seats', plan: 'business-basic', maxSeats: 300 });
    given(aBook())
      .when(sends({ content: purchase({ seats: 300 }) }))
      .yields({ kind: 'offer-sent' });
  });

  it('is valid from today at the earliest, for a year at the longest', () => {
    const wrong = { kind: 'valid-until-wrong', earliest: day('2026-03-01'), latest: day('2027-03-01') } as const;
    for (const validUntil of ['2026-02-28', '2027-03-02']) {
      given(aBook())
        .when(sends({ validUntil: day(validUntil) }))
        .refuses(wrong);
    }
    for (const validUntil of ['2026-03-01', '2027-03-01']) {
      given(aBook())
        .when(sends({ validUntil: day(validUntil) }))
        .yields({ kind: 'offer-sent' });
    }
  });

  it('waits 90 days at the longest as delegated administration', () => {
    given(aBook())
      .when(sends({ content: delegating, validUntil: day('2026-05-31') }))
      .refuses({ kind: 'valid-until-wrong', earliest: day('2026-03-01'), latest: day('2026-05-30') });
  });
});

describe('delegated administration in today’s form', () => {
  it('has a name that no other relationship or offer of the partner has', () => {
    given(aBook({ nameTaken: { partner: cloudy, name: 'cloudy PRO contoso', offer: OfferId.parse('earlier') } }))
      .when(sends({ content: delegating }))
      .refuses({ kind: 'name-taken', name: 'Cloudy pro Contoso' });
  });

  it('takes its name for ever, without case and diacritics', () => {
    const name = given(aBook())
      .when(sends({ content: { kind: 'delegated-admin', delegation: gdap({ name: 'Správa Contoso' }) } }))
      .record('relationship-name', `${cloudy}|sprava contoso`);
    assert.deepEqual(name, { partner: cloudy, name: 'Správa Contoso', offer: 'offer' });
  });

  it('asks for roles of the table only', () => {
    const [known] = roleIds('global-reader');
    assert.ok(known);
    const stranger = RoleId.parse(known.replace('f2ef992c', '00000000'));
    given(aBook())
      .when(sends({ content: { kind: 'delegated-admin', delegation: gdap({ roles: [known, stranger] }) } }))
      .refuses({ kind: 'role-unknown' });
  });

  it('never extends itself with Global Administrator among the roles', () => {
    const roles = roleIds('helpdesk-administrator', 'global-administrator');
    given(aBook())
      .when(sends({ content: { kind: 'delegated-admin', delegation: gdap({ roles, autoExtends: true }) } }))
      .refuses({ kind: 'no-extension-with-global-admin' });
    given(aBook())
      .when(sends({ content: { kind: 'delegated-admin', delegation: gdap({ roles, autoExtends: false }) } }))
      .yields({ kind: 'offer-sent' });
  });
});

describe('an offer that was sent', () => {
  it('stands in the book as it was composed, with who sent it and when', () => {
    const offer = given(aBook())
      .when(sends({ content: purchase({ price: { amount: '249,90', currency: 'CZK' } }), madeFrom: OfferId.parse('trial') }))
      .record('offer');
    assert.deepEqual(offer.content, purchase({ price: { amount: '249,90', currency: 'CZK' } }));
    assert.deepEqual([offer.sentAt, offer.sentBy, offer.madeFrom], ['2026-03-01T10:00:00.000Z', petr().person, 'trial']);
  });

  it('is in the audit without its code and without the words to the customer', () => {
    const command = sends({ content: delegating });
    const event = given(aBook()).when(command).event('offer-sent');
    const text = JSON.stringify(event);
    assert.ok(!text.includes(command.code) && !text.includes('sealed') && !text.includes('Dobrý den'));
    assert.equal(event.after?.['customer'], 'Contoso');
  });

  it('creates nothing else: no customer, no subscription, no relationship', () => {
    const sent = given(aBook()).when(sends({ content: delegating }));
    for (const kind of ['customer', 'subscription', 'relationship', 'hand-off'] as const) assert.equal(sent.puts(kind), 0);
  });
});
