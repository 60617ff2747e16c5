import assert from 'node:assert/strict';
import { decideRedemption } from '../../../domain/product-keys/redeem.ts';
import { SubscriptionId } from '../../../domain/shared/ids.ts';
import {
  aBook,
  aKey,
  aPartner,
  aSubscription,
  aTerm,
  contoso,
  day,
  fabrikam,
  forNewCustomer,
  instant,
  jana,
  karel,
  keysNamed,
  petr,
  redeem,
} from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideRedemption);

describe('a new subscription', () => {
  it('runs one year from the day of the redemption, with the licences of the keys', () => {
    const keys = keysNamed(3);
    const subscription = given(aBook({}, keys)).when(redeem({ keys })).record('subscription');
    assert.deepEqual(subscription, {
      id: 'command-subscription',
      partner: aPartner().tenant,
      customer: fabrikam().id,
      plan: 'small-business',
      channel: 'key',
      autoRenews: false,
      verification: 'verified',
      terms: [
        {
          ...{ id: 'command-term', seats: 3, startsOn: '2026-03-01', endsOn: '2027-02-28', length: 'P1Y' },
          keys: keys.map((key) => key.fingerprint),
          known: { on: '2026-03-01', by: jana().name },
        },
      ],
      partnerOfRecord: 'false',
      createdOn: '2026-03-01',
    });
  });

  it('is unverified when one of its keys was taken on a person’s word', () => {
    const keys = keysNamed(2);
    const [stocked] = aBook({}, keys).keys;
    const decision = given(aBook({ keys: [stocked, undefined] })).when(redeem({ keys }));
    assert.equal(decision.record('subscription').verification, 'unverified');
    const handOff = decision.record('hand-off');
    assert.ok(handOff.what === 'redeem-keys' && handOff.unverifiedKeys === 1);
    decision.yields({ unverifiedKeys: 1, seats: 2 });
  });

  it('makes the customer, whose owner is the person and whose contact is the first admin', () => {
    assert.deepEqual(
      given(aBook())
        .when(redeem({ purpose: forNewCustomer({ domain: 'Fabrikam.SK' }) }))
        .record('customer'),
      {
        id: 'fabrikam',
        partner: aPartner().tenant,
        name: 'Fabrikam',
        domain: 'fabrikam.sk',
        country: 'SK',
        contact: { name: 'Alena Fabriková', email: 'alena@fabrikam.sk' },
        owner: jana().person,
        createdOn: '2026-03-01',
      },
    );
  });

  it('starts a checklist with five open tasks', () => {
    const { items } = given(aBook()).when(redeem()).record('checklist');
    assert.deepEqual(items, {
      'add-users': { status: 'open' },
      'move-data': { status: 'open' },
      domain: { status: 'open' },
      'partner-of-record': { status: 'open' },
      'delegated-admin': { status: 'open' },
    });
  });

  it('leaves a hand-off to the person who redeemed, open, with nothing of the keys but their endings', () => {
    assert.deepEqual(given(aBook()).when(redeem()).record('hand-off'), {
      id: 'command-hand-off',
      partner: aPartner().tenant,
      customer: fabrikam().id,
      subscription: 'command-subscription',
      owner: jana().person,
      ownerName: 'Jana Nováková',
      what: 'redeem-keys',
      purpose: 'new-subscription',
      keyEndings: ['AAAK1'],
      unverifiedKeys: 0,
      createdAt: instant('2026-03-01T10:00:00.000Z'),
    });
  });

  it('stops for a country where the service is not available', () => {
    given(aBook())
      .when(redeem({ purpose: forNewCustomer({ country: 'KP' }) }))
      .refuses({ kind: 'country-unavailable', country: 'KP' });
  });

  it('is set up for no customer who is the own company', () => {
    given(aBook({ partner: aPartner({ domain: 'cloudy.cz' }) }))
      .when(redeem({ purpose: forNewCustomer({ domain: 'Cloudy.cz' }) }))
      .refuses({ kind: 'own-company' });
  });

  it('stops for a known customer in such a country, whatever country was typed', () => {
    given(aBook({ customer: fabrikam({ country: 'IR' }) }))
      .when(redeem())
      .refuses({ kind: 'country-unavailable', country: 'IR' });
  });

  it('has at most as many licences as the plan allows: 25 in Small Business', () => {
    const keys = keysNamed(26);
    given(aBook({}, keys.slice(0, 25)))
      .when(redeem({ keys: keys.slice(0, 25) }))
      .yields({ seats: 25 });
    given(aBook({}, keys)).when(redeem({ keys })).refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seatsNow: 0, seatsAdded: 26 });
  });

  it('has at most 300 licences in Midsize and in today’s plans', () => {
    const purpose = forNewCustomer({ agreement: { kind: 'open-agreement', number: '1' } });
    given(aBook({ keys: [undefined] }))
      .when(redeem({ plan: 'midsize-business', keys: [aKey('k1', 300)], purpose }))
      .yields({ seats: 300 });
    given(aBook({ keys: [undefined] }))
      .when(redeem({ plan: 'midsize-business', keys: [aKey('k1', 301)], purpose }))
      .refuses({ kind: 'too-many-seats', plan: 'midsize-business', maxSeats: 300, seatsNow: 0, seatsAdded: 301 });
    const keys = keysNamed(301);
    given(aBook({ keys: keys.map(() => undefined) }))
      .when(redeem({ plan: 'business-basic', keys }))
      .refuses({ kind: 'too-many-seats', plan: 'business-basic', maxSeats: 300, seatsNow: 0, seatsAdded: 301 });
  });

  it('tells in the receipt what was recorded, when and by whom', () => {
    assert.deepEqual(given(aBook()).when(redeem()).outcome(), {
      kind: 'redeemed',
      commandId: 'command',
      purpose: 'new-subscription',
      customer: 'fabrikam',
      customerName: 'Fabrikam',
      customerWasKnown: false,
      subscription: 'command-subscription',
      handOff: 'command-hand-off',
      plan: 'small-business',
      seats: 1,
      people: 1,
      keyEndings: ['AAAK1'],
      unverifiedKeys: 0,
      startsOn: '2026-03-01',
      endsOn: '2027-02-28',
      admin: { name: 'Alena Fabriková', email: 'alena@fabrikam.sk' },
      recordedAt: '2026-03-01T10:00:00.000Z',
      by: 'Jana Nováková',
    });
  });

  it('is audited once as a redemption and once for each thing a person will see changed', () => {
    assert.deepEqual(given(aBook()).when(redeem()).events(), [
      'product-keys-redeemed',
      'customer-added',
      'subscription-added',
      'admin-appointed',
      'agreement-accepted',
    ]);
  });

  it('writes no key into audit, receipt or hand-off', () => {
    const decision = given(aBook()).when(redeem());
    const told = JSON.stringify([decision.outcome(), decision.event('product-keys-redeemed'), decision.record('hand-off')]);
    assert.ok(!told.includes('sealed-k1') && !told.includes('fingerprint-k1'));
  });
});

describe('a new subscription for a customer who is in the book', () => {
  const known = () => aBook({ customer: fabrikam() });

  it('is added to that customer, who stays as they are', () => {
    const decision = given(known()).when(redeem({ purpose: forNewCustomer({ organisation: 'Fabrikam Bratislava', country: 'CZ' }) }));
    decision.yields({ customerWasKnown: true, customerName: 'Fabrikam' });
    assert.equal(decision.puts('customer'), 0);
    assert.equal(decision.record('subscription').customer, fabrikam().id);
  });

  it('fills a missing owner and contact, and audits it', () => {
    const decision = given(aBook({ customer: fabrikam({ owner: undefined, contact: undefined }) })).when(redeem());
    const customer = decision.record('customer');
    assert.equal(customer.owner, jana().person);
    assert.deepEqual(customer.contact, { name: 'Alena Fabriková', email: 'alena@fabrikam.sk' });
    assert.ok(decision.events().includes('customer-changed'));
  });

  it('keeps the owner when only the contact is missing', () => {
    const decision = given(aBook({ customer: fabrikam({ contact: undefined }) })).when(redeem());
    assert.equal(decision.record('customer').owner, petr().person);
  });
});

describe('the first admin', () => {
  it('becomes administrator and takes exactly one licence', () => {
    assert.deepEqual(
      given(aBook())
        .when(redeem({ purpose: forNewCustomer({ admin: { id: 'a', name: 'Alena', email: 'Alena@Fabrikam.sk' } }) }))
        .record('customer-user'),
      {
        customer: 'fabrikam',
        partner: aPartner().tenant,
        name: 'Alena',
        upn: 'alena@fabrikam.sk',
        isAdmin: true,
        licensedIn: 'command-subscription',
      },
    );
  });

  it('who is in the book without a licence stays who they are, becomes administrator and takes one', () => {
    const decision = given(aBook({ customer: contoso(), admin: karel({ isAdmin: false, objectId: 'object' }) })).when(redeem());
    const admin = decision.record('customer-user');
    assert.deepEqual(admin, { ...karel(), objectId: 'object', isAdmin: true, licensedIn: 'command-subscription' });
    decision.yields({ admin: { name: 'Karel Contoso', email: 'karel@contoso.cz' } });
    const { before, after } = decision.event('admin-appointed');
    assert.deepEqual(before, { isAdmin: false, licensedIn: undefined });
    assert.deepEqual(after, { name: 'Karel Contoso', email: 'karel@contoso.cz', isAdmin: true, licensedIn: 'command-subscription' });
  });

  it('who holds a licence elsewhere keeps it and takes no second one', () => {
    const other = aSubscription({ id: 'other' });
    const state = aBook({ customer: contoso(), admin: karel({ isAdmin: false, licensedIn: other.id }), adminLicence: other });
    assert.equal(given(state).when(redeem()).record('customer-user').licensedIn, 'other');
  });

  it('who is administrator with a licence already is not touched', () => {
    const other = aSubscription({ id: 'other' });
    const decision = given(aBook({ customer: contoso(), admin: karel({ licensedIn: other.id }), adminLicence: other })).when(redeem());
    assert.equal(decision.puts('customer-user'), 0);
    assert.ok(!decision.events().includes('admin-appointed'));
  });

  it('whose licence belongs to a subscription that is over takes one of the new', () => {
    const over = aSubscription({ id: 'over', terms: [aTerm('2020-01-01')] });
    const state = aBook({ customer: contoso(), admin: karel({ licensedIn: SubscriptionId.parse('over') }), adminLicence: over });
    assert.equal(given(state).when(redeem()).record('customer-user').licensedIn, 'command-subscription');
  });
});

describe('the agreement', () => {
  const csp = () => aBook({ partner: aPartner({ programme: 'csp-indirect-reseller' }), keys: [undefined] });
  const attested = {
    kind: 'customer-agreement',
    template: 'MicrosoftCustomerAgreement',
    contactName: 'Alena Fabriková',
    contactEmail: 'alena@fabrikam.sk',
    contactPhone: '+421 2 123 456',
    agreedOn: day('2026-02-27'),
  } as const;

  it('is recorded with who, when, in which language and which version', () => {
    assert.deepEqual(given(aBook()).when(redeem()).record('agreement', 'command-agreement'), {
      partner: aPartner().tenant,
      customer: fabrikam().id,
      subscription: 'command-subscription',
      agreement: { kind: 'online-services-agreement' },
      by: jana().person,
      byName: 'Jana Nováková',
      at: '2026-03-01T10:00:00.000Z',
      language: 'cs',
      version: 'as of 2026-11-20',
    });
  });

  it('of a CSP for today’s plans is the Customer Agreement, with the person at the customer who agreed', () => {
    const decision = given(csp()).when(redeem({ plan: 'business-standard', purpose: forNewCustomer({ agreement: attested }) }));
    assert.deepEqual(decision.record('agreement').agreement, attested);
  });

  it('is refused when the standing asks for another one', () => {
    given(csp())
      .when(redeem({ plan: 'business-standard' }))
      .refuses({ kind: 'agreement-not-right', needed: 'customer-agreement' });
    given(aBook())
      .when(redeem({ purpose: forNewCustomer({ agreement: attested }) }))
      .refuses({ kind: 'agreement-not-right', needed: 'online-services-agreement' });
  });

  it('of Midsize is the Open Agreement, whose number is kept with the partner once', () => {
    const purpose = forNewCustomer({ agreement: { kind: 'open-agreement', number: 'V1234567' } });
    const command = redeem({ plan: 'midsize-business', keys: [aKey('k1', 10)], purpose });
    const first = given(aBook({ keys: [undefined] })).when(command);
    assert.equal(first.record('partner').openAgreementNumber, 'V1234567');
    assert.deepEqual(first.event('open-agreement-number-kept').after, { number: 'V1234567' });

    const again = given(aBook({ partner: aPartner({ openAgreementNumber: 'V1234567' }), keys: [undefined] })).when(command);
    assert.equal(again.puts('partner'), 0);
    assert.ok(!again.events().includes('open-agreement-number-kept'));
  });

  it('under a newer number replaces the kept one, both in the audit', () => {
    const purpose = forNewCustomer({ agreement: { kind: 'open-agreement', number: 'V2' } });
    const state = aBook({ partner: aPartner({ openAgreementNumber: 'V1' }), keys: [undefined] });
    const event = given(state)
      .when(redeem({ plan: 'midsize-business', keys: [aKey('k1', 10)], purpose }))
      .event('open-agreement-number-kept');
    assert.deepEqual([event.before, event.after], [{ number: 'V1' }, { number: 'V2' }]);
  });
});
