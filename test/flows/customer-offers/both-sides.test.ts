import assert from 'node:assert/strict';
import { executor } from '../../../bot/commands/execute.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { outgoingCard } from '../../../bot/conversation/offers/outgoing.ts';
import { adminSettledCard, customerOfferCard, delegationEndedForCustomer } from '../../../bot/conversation/offers/customer-cards.ts';
import { offerAnsweredCard } from '../../../bot/conversation/offers/partner-cards.ts';
import type { CardParts } from '../../../bot/conversation/card-parts.ts';
import { adminRequestId, offerAnswerId, offerCardId } from '../../../domain/offers/records.ts';
import { CommandId, HandOffId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import { fill } from '../../support/book.ts';
import { cloudy, instant, jana, petr } from '../../support/builders.ts';
import { buttonsOf, textsOf } from '../../support/card-reading.ts';
import { testSecrets } from '../../support/chat.ts';
import { alena, contosoHere, customerWorld, karel, lenka, sellersBook, vit } from '../../support/customer-side.ts';
import type { CustomerWorld } from '../../support/customer-side.ts';
import { aVisitor, anAnswer, answerRecord, aDelegationOffer, aTrial, aPurchase, fabrikamTenant, personAt } from '../../support/offers.ts';
import { customerRecord } from '../../support/transcript-book.ts';
import { clicks, plays, shows } from '../../support/transcript.ts';

const fabrikamAdmin = personAt(fabrikamTenant);

function parts({ store, clock }: CustomerWorld): CardParts {
  return { book: store, secrets: testSecrets, links: { offer: (code) => `https://assistant.test/o/${code}` }, now: clock.now(), language: 'en' };
}

function lines(card: AdaptiveCard | undefined): readonly string[] {
  assert.ok(card, 'no card');
  return textsOf({ ...card });
}

function titles(card: AdaptiveCard | undefined): readonly string[] {
  assert.ok(card, 'no card');
  return buttonsOf({ ...card }).map(({ title }) => title);
}

const asPetr = { partner: cloudy, by: petr().person, byName: petr().name };

describe('both sides of an offer in one book', () => {
  it('what the customer accepts is what the partner is told: who, how many, when', async () => {
    const world = await customerWorld();
    await plays(world.chat, [[world.code], [clicks('Accept', { seats0: '7' })]]);
    const told = lines(await offerAnsweredCard(parts(world), world.offer.id, contosoHere.id, jana().person)).join('\n');
    for (const piece of ['Contoso', 'Karel Contoso', '7', '1 March 2026']) assert.ok(told.includes(piece), `"${piece}" in ${told}`);
  });

  it('the partner’s people who follow the customer’s link read their own card of it', async () => {
    const world = await customerWorld();
    const card = await world.chatAs(jana().person, jana().name).says(`https://assistant.test/o/${world.code}`);
    assert.ok(!buttonsOf(card).some(({ verb }) => verb === 'accept-offer' || verb === 'decline-offer'));
  });

  it('a partner’s person who forges the customer’s click answers nothing', async () => {
    const world = await customerWorld();
    await world.chatAs(jana().person, jana().name).sends({ kind: 'clicked', verb: 'accept-offer', data: { offer: world.offer.id, withDelegation: true } });
    assert.equal(await world.store.read('offer-answer', offerAnswerId(world.offer.id, contosoHere.id)), undefined);
  });

  it('an offer drawn unasked can be answered by the admin who gets it, and is a colleague’s to read', async () => {
    const world = await customerWorld();
    assert.deepEqual(titles(await customerOfferCard(parts(world), world.offer.id, karel)).slice(-2), ['Accept', 'Decline']);
    assert.ok(!titles(await customerOfferCard(parts(world), world.offer.id, lenka)).includes('Accept'));
  });

  it('everybody’s card changes when one of them has answered', async () => {
    const world = await customerWorld();
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    for (const person of [karel, alena, lenka])
      assert.equal(lines(await customerOfferCard(parts(world), world.offer.id, person))[0], 'This offer has been accepted');
  });

  it('the partner’s answer to who asked names the admins only to people of the customer’s directory', async () => {
    for (const [person, tenant, isNamed] of [
      [vit, contosoHere.tenant, true],
      [fabrikamAdmin, undefined, false],
      [fabrikamAdmin, contosoHere.tenant, false],
    ] as const) {
      const { tenant: _, ...bare } = contosoHere;
      const customer = { ...bare, ...(tenant === undefined ? {} : { tenant }) };
      const world = await customerWorld({ book: sellersBook().map((put) => (put.kind === 'customer' ? customerRecord(customer) : put)) });
      const settled = { at: instant('2026-03-01T10:00:00.000Z'), person: petr().person, name: petr().name, verdict: 'refused' } as const;
      const request = { customer: contosoHere.id, partner: cloudy, person, name: 'Somebody', offer: world.offer.id, at: settled.at, settled };
      await fill(world.store, [{ kind: 'admin-request', id: adminRequestId(contosoHere.id, person), value: request }], 'request');
      const shown = lines(await adminSettledCard(parts(world), contosoHere.id, person)).join('\n');
      assert.equal(shown.includes('Karel Contoso'), isNamed);
      assert.equal(shown.includes('It cannot be verified that you belong'), !isNamed);
      assert.ok(shown.includes('obchod@cloudy.cz'));
    }
  });

  it('many who declare are counted for the partner in one message, which says nothing any more once none waits', async () => {
    const world = await customerWorld({ offer: aTrial() });
    const { offer } = world;
    const told = (reader: PersonId) => outgoingCard(parts(world), { topic: 'answers-wait', offer: offer.id }, reader);
    assert.equal(await told(jana().person), undefined);
    const declared = [1, 2, 3, 4, 5, 6].map((n) =>
      answerRecord(anAnswer({ offer: offer.id, state: 'declared', by: aVisitor(), customer: customerIdOf(testSecrets, cloudy, `firm${String(n)}.cz`) })),
    );
    await fill(world.store, declared, 'declared');
    const card = await told(jana().person);
    assert.deepEqual([lines(card)[0], titles(card)], ['6 answers wait for you to confirm them', ['Show all answers']]);
    assert.equal(await told(fabrikamAdmin), undefined);
  });

  it('a card of somebody whom only their own message makes known stays as it is while the offer is open', async () => {
    const world = await customerWorld();
    assert.equal(await customerOfferCard(parts(world), world.offer.id, vit), undefined);
  });

  it('nothing of it is drawn for another organisation', async () => {
    const world = await customerWorld();
    assert.equal(await customerOfferCard(parts(world), world.offer.id, fabrikamAdmin), undefined);
  });

  it('what a guest declared changes on their card when the partner has confirmed it', async () => {
    const world = await customerWorld({ as: fabrikamAdmin, name: 'Alena Fabriková', offer: aTrial() });
    await plays(world.chat, [[world.code], [clicks('Accept', { organisation: 'Fabrikam', domain: 'fabrikam.sk' })]]);
    assert.equal(lines(await customerOfferCard(parts(world), world.offer.id, fabrikamAdmin))[0], 'The acceptance waits for your partner’s confirmation');
    const data = { offer: world.offer.id, customer: customerIdOf(testSecrets, cloudy, 'fabrikam.sk'), verdict: 'confirm' };
    await world.chatAs(petr().person, petr().name).sends({ kind: 'clicked', verb: 'settle-answer', data });
    const [heading, ...rest] = lines(await customerOfferCard(parts(world), world.offer.id, fabrikamAdmin));
    assert.equal(heading, 'This offer has been accepted');
    assert.ok(rest.includes('Confirmed by your partner on 1 March 2026 · Petr Svoboda'), rest.join('\n'));
  });

  it('a withdrawn open offer is told to whom it stands in the chat, and is none to a newcomer with the code', async () => {
    const world = await customerWorld({ offer: aPurchase() });
    const card = await world.chat.says(world.code);
    const id = offerCardId(world.offer.id, karel);
    const value = { offer: world.offer.id, partner: cloudy, person: karel, language: 'en', shown: ['1'], at: world.offer.sentAt } as const;
    if ((await world.store.read('offer-card', id)) === undefined) await fill(world.store, [{ kind: 'offer-card', id, value }], 'shown');
    await executor(world)({ type: 'withdraw-offer', commandId: CommandId.parse('withdraw'), ...asPetr, offer: world.offer.id });
    await plays(world.chat, [[(chat) => chat.clicksOn(card, 'Accept'), shows('This offer has been withdrawn')]]);
    await plays(world.chatAs(alena, 'Alena Malá'), [[world.code, shows('There is no such offer')]]);
  });
});

describe('news for the customer', () => {
  it('delegated administration that the partner has ended is told, with what is still to be done at Microsoft', async () => {
    const world = await customerWorld({ offer: aDelegationOffer({ customer: contosoHere.id }) });
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    const relationship = (await world.store.list('relationships-of-customer', { key: contosoHere.id, limit: 1 })).rows[0]?.value.id;
    assert.ok(relationship);
    assert.equal(await delegationEndedForCustomer(parts(world), relationship, karel), undefined);
    const command = { type: 'end-delegated-admin', commandId: CommandId.parse('end'), relationship, handOff: HandOffId.parse('end') } as const;
    await executor(world)({ ...command, by: petr().person, byName: petr().name });
    const card = lines(await delegationEndedForCustomer(parts(world), relationship, karel));
    assert.equal(card[0], 'Delegated administration has been ended');
    assert.ok(card.some((line) => line.includes('ended on 1 March 2026 · Petr Svoboda')));
    assert.ok(card.some((line) => line.includes('At Microsoft your partner has still to remove its rights.')));
    assert.equal(await delegationEndedForCustomer(parts(world), relationship, fabrikamAdmin), undefined);
  });

  for (const [verdict, heading] of [
    ['name', 'You can answer offers now'],
    ['refuse', 'Your partner has not named you as an administrator'],
  ] as const) {
    it(`who asked to be named is told the partner’s answer: ${verdict}`, async () => {
      const world = await customerWorld({ as: vit, name: 'Vít Contoso' });
      await plays(world.chat, [[world.code], [clicks('Ask to be named as administrator')]]);
      assert.equal(await adminSettledCard(parts(world), contosoHere.id, vit), undefined);
      const adminUser = customerUserIdOf(testSecrets, contosoHere.id, 'vit@contoso.cz');
      const command = {
        type: 'settle-admin-request',
        commandId: CommandId.parse('settle'),
        customer: contosoHere.id,
        person: vit,
        verdict,
        adminUser,
      } as const;
      await executor(world)({ ...command, ...asPetr });
      const card = await adminSettledCard(parts(world), contosoHere.id, vit);
      assert.equal(lines(card)[0], heading);
      assert.deepEqual(titles(card), ['Show the offer']);
      assert.ok(lines(card).includes('E-mail: obchod@cloudy.cz'));
    });
  }
});
