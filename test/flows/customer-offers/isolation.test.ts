import assert from 'node:assert/strict';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import { personId, ObjectId } from '../../../domain/shared/ids.ts';
import { customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import { auditOf, partnerRecord } from '../../support/book.ts';
import { rival } from '../../support/builders.ts';
import { buttonsOf, textsOf } from '../../support/card-reading.ts';
import { testSecrets } from '../../support/chat.ts';
import { contosoHere, customerWorld, karel, lenka, sellersBook, sent } from '../../support/customer-side.ts';
import {
  aCode,
  aCustomerUser,
  aDelegationOffer,
  aPurchase,
  aSeller,
  aTrial,
  contosoTenant,
  fabrikamTenant,
  offerRecord,
  personAt,
} from '../../support/offers.ts';
import { bookedContoso, customerRecord } from '../../support/transcript-book.ts';
import { clicks, hides, offers, offersNot, plays, shows } from '../../support/transcript.ts';
import { emoji, longName, markdown, rightToLeft } from '../../cards/views/people.ts';

const fabrikam = bookedContoso({ name: 'Fabrikam', domain: 'fabrikam.sk', tenant: fabrikamTenant });
const alenaOfFabrikam = personAt(fabrikamTenant);
const fabrikamAdmin = {
  kind: 'customer-user',
  id: customerUserIdOf(testSecrets, fabrikam.id, 'alena@fabrikam.sk'),
  value: aCustomerUser(1, 'Alena Fabriková', { customer: fabrikam.id, upn: 'alena@fabrikam.sk', objectId: alenaOfFabrikam.slice(-36) }),
} as const;
const bothBooks = sellersBook(customerRecord(fabrikam), fabrikamAdmin);

describe('who clicks', () => {
  it('is the signed activity: a forged card with somebody else’s ids changes nothing for them', async () => {
    const world = await customerWorld({ book: bothBooks, as: alenaOfFabrikam, name: 'Alena Fabriková' });
    const data = {
      offer: world.offer.id,
      withDelegation: true,
      sure: true,
      person: karel,
      tenant: contosoTenant,
      customer: contosoHere.id,
      by: karel,
      seats0: '1',
    };
    for (const verb of ['accept-offer', 'decline-offer', 'ask-to-be-admin', 'show-offer']) {
      const reply = await world.chat.sends({ kind: 'clicked', verb, data });
      assert.ok(reply.kind === 'card');
      assert.equal(textsOf({ ...reply.card })[0], 'There is no such offer', verb);
    }
    assert.deepEqual(await auditOf(world.store), []);
  });

  it('answers for their own organisation only: one open offer has an answer of each', async () => {
    const world = await customerWorld({ book: bothBooks, offer: aPurchase() });
    const other = world.chatAs(alenaOfFabrikam, 'Alena Fabriková');
    await plays(world.chat, [[world.code], [clicks('Accept', { seats0: '3' }), shows('This offer has been accepted', 'Organisation: Contoso')]]);
    await plays(other, [
      [world.code, shows('A purchase offer for your organisation', 'Organisation: Fabrikam'), hides('Contoso', 'Karel')],
      [clicks('Decline')],
      [clicks('Yes, decline'), shows('This offer has been declined', 'Alena Fabriková'), hides('Contoso', 'Karel')],
    ]);
    const states = await Promise.all(
      [contosoHere, fabrikam].map(async ({ id }) => (await world.store.read('offer-answer', offerAnswerId(world.offer.id, id)))?.value.state),
    );
    assert.deepEqual(states, ['accepted', 'declined']);
  });

  it('would be found out: an answer that took its customer from the card', async () => {
    const world = await customerWorld({ book: bothBooks, offer: aPurchase() });
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    assert.throws(() => hides('Contoso')(world.chat.last), /stands in the card/);
  });

  it('ends no delegated administration of another customer, and a colleague ends none', async () => {
    const world = await customerWorld({ book: bothBooks, offer: aDelegationOffer({ customer: contosoHere.id }) });
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    const end = buttonsOf(world.chat.last).find(({ verb }) => verb === 'end-delegated-admin');
    assert.ok(end);
    const before = (await auditOf(world.store)).length;
    for (const [person, name, heading] of [
      [alenaOfFabrikam, 'Alena Fabriková', 'There is no such offer'],
      [lenka, 'Lenka Contosová', 'This offer has been accepted'],
    ] as const) {
      const reply = await world.chatAs(person, name).sends({ kind: 'clicked', verb: 'end-delegated-admin', data: { ...end.data, sure: true } });
      assert.ok(reply.kind === 'card');
      assert.equal(textsOf({ ...reply.card })[0], heading);
    }
    assert.equal((await auditOf(world.store)).length, before);
  });
});

describe('one directory that is the customer of two partners', () => {
  const ofRival = { ...bookedContoso({ tenant: contosoTenant }), id: bookedContoso({ domain: 'at-rival.cz' }).id, partner: rival, name: 'Contoso u Rivala' };
  const rivalsOffer = sent(aTrial({ partner: rival, customer: ofRival.id, message: 'Od Rivala' }), aCode('rival'));
  const book = sellersBook(
    partnerRecord(aSeller({ tenant: rival, name: 'Rival a.s.', email: 'info@rival.cz' })),
    customerRecord(ofRival),
    offerRecord(rivalsOffer),
  );

  it('reads each offer as the customer of the partner who sent it', async () => {
    const world = await customerWorld({ book });
    await plays(world.chat, [
      [world.code, shows('A purchase offer for your organisation', 'Organisation: Contoso', 'obchod@cloudy.cz'), hides('Rival'), offers('Accept')],
      // Rival has entered no admin: Karel is one at Cloudy's customer only.
      [
        aCode('rival'),
        shows('A trial invitation for your organisation', 'Organisation: Contoso u Rivala', 'info@rival.cz'),
        hides('Cloudy'),
        offersNot('Accept'),
      ],
    ]);
  });

  it('has the offers of both in its list, each with its partner', async () => {
    const world = await customerWorld({ book });
    await plays(world.chat, [['offers', shows('Offers for your organisation', 'Cloudy s.r.o.', 'Rival a.s.', 'info@rival.cz', 'obchod@cloudy.cz')]]);
  });
});

describe('hostile names and messages', () => {
  it('stay text: no Markdown, no HTML, no marks that turn a line around', async () => {
    const customer = { ...contosoHere, name: markdown };
    const book = sellersBook().map((put) =>
      put.kind === 'customer' ? customerRecord(customer) : put.kind === 'partner' ? partnerRecord(aSeller({ name: rightToLeft, address: markdown })) : put,
    );
    const world = await customerWorld({ book, offer: aPurchase({ customer: customer.id, message: `${markdown}\n${emoji}\n${longName}` }), name: markdown });
    const [shown, accepted] = [await world.chat.says(world.code), await world.chat.clicks('Accept')];
    for (const card of [shown, accepted]) {
      const { fallbackText, speak, body } = { fallbackText: String(card['fallbackText']), speak: String(card['speak']), body: JSON.stringify(card['body']) };
      assert.doesNotMatch(`${fallbackText}${speak}`, /[<>*`[\]]/);
      assert.doesNotMatch(body, /[\u202A-\u202E\u2066-\u2069]/);
      assert.ok(!blocksOf(card).some((text) => /[<*`[]/.test(text)), 'a client would obey it');
    }
  });
});

/** Texts of blocks in which a client obeys Markdown. */
function blocksOf(card: object): readonly string[] {
  const found: string[] = [];
  JSON.stringify(card, (_name, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'TextBlock' && 'text' in value) found.push(String(value.text));
    return value;
  });
  return found;
}

describe('a button with something else in it', () => {
  const odd: readonly (readonly [string, unknown])[] = [
    ['accept-offer', undefined],
    ['accept-offer', { offer: '__proto__', withDelegation: true }],
    ['accept-offer', { offer: '../..', withDelegation: 'yes' }],
    ['accept-offer', { offer: 'x'.repeat(500), withDelegation: true }],
    ['decline-offer', { offer: {}, sure: true }],
    ['end-delegated-admin', { relationship: 'constructor', sure: true }],
    ['ask-to-be-admin', { offer: null }],
    ['show-offer', { offer: 'toString' }],
    ['withdraw-offer', { offer: 'offer', sure: true }],
    ['settle-answer', { offer: 'offer', customer: contosoHere.id, verdict: 'confirm' }],
    ['settle-admin-request', { customer: contosoHere.id, person: lenka, verdict: 'name' }],
    ['show-answers', { offer: 'offer' }],
    ['send-offer-again', { offer: 'offer' }],
  ];

  it('changes nothing, and shows nothing of the partner’s book', async () => {
    const world = await customerWorld({ as: personId(fabrikamTenant, ObjectId.parse('dddddddd-0000-4000-8000-000000000001')), name: 'X' });
    for (const [verb, data] of odd) {
      const reply = await world.chat.sends({ kind: 'clicked', verb, data });
      assert.ok(reply.kind === 'card', verb);
      hides('Contoso', 'Karel', 'Cloudy', 'Jana')({ ...reply.card });
    }
    assert.deepEqual(await auditOf(world.store), []);
  });

  it('takes counts that are none for none: they are said beside the field', async () => {
    const world = await customerWorld();
    for (const seats0 of [-1, 0, 1e9, 1.5, '1e2', '٣', '', null, {}, [3], '999999999999999999999', 'NaN']) {
      const reply = await world.chat.sends({ kind: 'clicked', verb: 'accept-offer', data: { offer: world.offer.id, withDelegation: false, seats0 } });
      assert.ok(reply.kind === 'card');
      assert.ok(textsOf({ ...reply.card }).includes('Please enter a whole number from 1 to 300.'), JSON.stringify(seats0));
    }
    assert.equal(await world.store.read('offer-answer', offerAnswerId(world.offer.id, contosoHere.id)), undefined);
  });
});
