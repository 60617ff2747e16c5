import assert from 'node:assert/strict';
import { sayIn } from '../../../cards/messages/say.ts';
import { Language } from '../../../domain/shared/language.ts';
import { fill, partnerRecord } from '../../support/book.ts';
import { aPartner, day } from '../../support/builders.ts';
import { buttonsOf, textsOf } from '../../support/card-reading.ts';
import { contosoHere, customerTranscript, customerWorld, sellersBook, sent } from '../../support/customer-side.ts';
import type { CustomerWorld } from '../../support/customer-side.ts';
import { aCode, aDelegationOffer, aPurchase, aSeller, aTrial, fabrikamTenant, offerRecord, personAt } from '../../support/offers.ts';
import { clicks, hides, offers, plays, shows } from '../../support/transcript.ts';

const toContoso = { customer: contosoHere.id };
const seven = [1, 2, 3, 4, 5, 6, 7].map((n) => offerRecord(sent(aTrial(toContoso), aCode(`trial${String(n)}`))));

async function installed({ chat }: CustomerWorld): Promise<object> {
  const reply = await chat.sends({ kind: 'installed' });
  assert.ok(reply.kind === 'card');
  return reply.card;
}

describe('the first card for a customer', () => {
  for (const language of Language.options) {
    it(`says what the chat is for, and has the offers that wait: five in one message, and how many in all (${language})`, async () => {
      const say = sayIn(language);
      const card = await installed(await customerWorld({ book: sellersBook(...seven) }, language));
      const lines = textsOf({ ...card });
      assert.deepEqual([lines[0], lines[1], lines[2]], [say('welcome.heading'), say('welcome.customer'), say('customer-offers.waiting', 8)]);
      assert.ok(lines.includes(`${say('company.email')}: obchod@cloudy.cz`));
      assert.equal(buttonsOf({ ...card }).filter(({ verb }) => verb === 'show-offer').length, 5);
    });
  }

  it('is kind to a stranger, and tells nothing', async () => {
    const card = await installed(await customerWorld({ as: personAt(fabrikamTenant) }));
    assert.equal(textsOf({ ...card })[0], 'Hello');
    hides('Cloudy', 'Contoso')({ ...card });
  });

  it('shows none whose partner has not confirmed what customers see of it', async () => {
    const book = sellersBook().map((put) => (put.kind === 'partner' ? partnerRecord(aPartner()) : put));
    const world = await customerWorld({ book });
    const card = await installed(world);
    hides('Cloudy', 'P-')({ ...card });
    await plays(world.chat, [[world.code, shows('This offer cannot be shown at the moment'), hides('Cloudy', 'Dobrý den')]]);
  });

  it('of a partner whose confirmation has run out leaves the way to reach it', async () => {
    const book = sellersBook().map((put) => (put.kind === 'partner' ? partnerRecord(aSeller({ confirmedOn: day('2024-02-01') })) : put));
    const world = await customerWorld({ book });
    await plays(world.chat, [[world.code, shows('This offer cannot be shown at the moment', 'obchod@cloudy.cz', '+420 222 333 444'), hides('Dobrý den')]]);
  });
});

describe('the list of offers', () => {
  customerTranscript('has those that wait first, opens each, and tells what became of it', {}, (say, { offer }) => [
    ['offers', shows(say('customer-offers.heading'), 'Cloudy s.r.o.', say('customer-offers.open', offer.validUntil), 'obchod@cloudy.cz')],
    [clicks(say('customer-offers.show', offer.summaryId)), shows(say('customer-offer.heading-purchase')), offers(say('customer-offer.accept'))],
    [clicks(say('customer-offer.accept'))],
    ['nabídky', shows(say('customer-offers.heading'), say('offers.accepted'))],
  ]);

  for (const [how, on] of [
    ['ended', undefined],
    ['over', '2027-03-02'],
  ] as const) {
    customerTranscript(
      `says that delegated administration that was accepted is ${how}`,
      { offer: aDelegationOffer(toContoso) },
      (say, { code }) => [
        [code],
        [clicks(say('customer-offer.accept')), hides(say('customer-offers.delegation-over', day('2026-03-01')))],
        ...(on === undefined ? ([[clicks(say('customer-offer.end-delegation'))], [clicks(say('customer-offer.end-yes'))]] as const) : []),
      ],
      async ({ chat, clock, say }) => {
        if (on !== undefined) clock.setTo(on);
        const last = day(on === undefined ? '2026-03-01' : '2027-02-28');
        await plays(chat, [['offers', shows(say('customer-offers.heading'), say('offers.accepted'), say('customer-offers.delegation-over', last))]]);
      },
    );
  }

  it('has ten at most, and says that there are more', async () => {
    const world = await customerWorld({
      book: sellersBook(...seven, ...[8, 9, 10, 11].map((n) => offerRecord(sent(aPurchase(toContoso), aCode(`p${String(n)}`))))),
    });
    await plays(world.chat, [['offers', shows('Offers for your organisation', 'Only the latest 10 are listed here.')]]);
    assert.equal(buttonsOf(world.chat.last).filter(({ verb }) => verb === 'show-offer').length, 10);
  });

  it('has an open offer once the organisation has answered it', async () => {
    const world = await customerWorld({ offer: aPurchase() });
    await plays(world.chat, [['offers', shows('Offers for your organisation', 'There are no offers for your organisation at the moment.')]]);
    await plays(world.chat, [[world.code], [clicks('Accept')], ['offers', shows('Offers for your organisation', 'accepted')]]);
  });
});

describe('the languages for a customer', () => {
  customerTranscript('end with the partner to call or write to', {}, (say) => [
    ['language', shows(say('language.heading'), '+420 222 333 444', 'obchod@cloudy.cz')],
    [clicks('English'), shows('Which language shall I speak?', 'obchod@cloudy.cz')],
  ]);
});

describe('help for a customer', () => {
  customerTranscript('names the offers, and the partner to call or write to', {}, (say) => [
    [
      'help',
      shows(say('help.customer-heading'), say('customer-offers.type'), '+420 222 333 444', 'obchod@cloudy.cz', 'Dlouhá 1, Praha'),
      offers(say('intent.offers')),
    ],
    [clicks(say('intent.offers')), shows(say('customer-offers.heading'))],
  ]);
});

describe('a confirmation of a year ago', () => {
  it('keeps new offers back, but not what was granted: it can still be ended', async () => {
    const world = await customerWorld({ offer: aDelegationOffer(toContoso) });
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    world.clock.setTo('2027-02-15');
    await fill(world.store, [offerRecord(sent(aPurchase({ ...toContoso, validUntil: day('2027-03-31') }), aCode('later')))], 'later');
    await plays(world.chat, [
      [aCode('later'), shows('This offer cannot be shown at the moment')],
      [world.code, shows('This offer has been accepted', 'obchod@cloudy.cz'), offers('End delegated administration')],
      [clicks('End delegated administration')],
      [clicks('Yes, end it'), shows('This offer has been accepted', 'ended on 15 February 2027 · Karel Contoso')],
    ]);
  });
});
