import assert from 'node:assert/strict';
import type { Say } from '../../cards/messages/say.ts';
import { lineWords } from '../../cards/offer-words.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { OfferCode } from '../../domain/shared/ids.ts';
import { offerIdOf } from '../../domain/shared/record-ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { auditOf, fill, partnerRecord, userRecord } from '../support/book.ts';
import { cloudy, day, eva, fabrikam, jana, petr, rival } from '../support/builders.ts';
import { inputsOf } from '../support/card-reading.ts';
import { testSecrets } from '../support/chat.ts';
import { contosoHere, sellersBook, sent } from '../support/customer-side.ts';
import { aLine, aPurchase, aSeller, aTrial, anAnswer, answerRecord, offerRecord } from '../support/offers.ts';
import { customerRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, hides, holds, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';

const book = sellersBook(customerRecord(fabrikam({ partner: rival })));
const line = { plan: 'business-standard', seats: '5', term: 'P1Y', billing: 'monthly', amount: '1 234,50', currency: 'czk' };
const taken = aLine({ billing: 'monthly', price: { amount: '1 234,50', currency: 'CZK' } });
const until = day('2026-03-31');
const old = sent(aPurchase({ customer: contosoHere.id, message: 'Stará zpráva' }));

const offersIn = async (store: Store): Promise<readonly Offer[]> =>
  (await store.list('offers-of-partner', { key: cloudy, limit: 10 })).rows.map(({ value }) => value);

/** From the first word to the message, for Contoso. */
function upToMessage(say: Say): readonly Row[] {
  return [
    ['purchase offer', shows(say('offer.customer-heading-purchase'))],
    [fills({ customer: contosoHere.id }), shows(say('offer.lines-heading'))],
    [fills(line), shows(say('offer.lines-review-heading'), lineWords(say, taken))],
    [clicks(say('offer.lines-done')), shows(say('offer.terms-heading')), holds({ country: 'CZ', validUntil: until })],
    [fills(), shows(say('offer.message-heading'))],
  ];
}

describe('sending a purchase offer', () => {
  transcript(
    'goes from the customer over the lines, place and day to the message, and leaves a link, an e-mail and a summary ID',
    { as: petr(), book },
    (say) => [
      ...upToMessage(say),
      [
        fills({ message: 'Dobrý den,\nposíláme nabídku **dnes**.', language: 'cs' }),
        shows(
          say('offer.review-heading-purchase'),
          'Contoso',
          lineWords(say, taken),
          say.country('CZ'),
          say.day(until),
          'Dobrý den,',
          'posíláme nabídku **dnes**.',
          'Cloudy s.r.o. · +420 222 333 444 · obchod@cloudy.cz · Dlouhá 1, Praha',
          say('offer.review-final'),
        ),
      ],
      [
        clicks(say('offer.send')),
        shows(say('offer.kind-purchase'), 'Contoso', say('offers.open', until), say('offers.no-answers'), say('offers.nobody-in-teams')),
        offers(say('offers.send-again'), say('offers.withdraw'), say('offers.new-from-this'), say('intent.offers'), say('intent.home')),
      ],
    ],
    async ({ store, chat }) => {
      const [offer] = await offersIn(store);
      assert.ok(offer);
      assert.deepEqual(offer.content, { kind: 'purchase', lines: [taken] });
      assert.equal(offer.customer, contosoHere.id);
      assert.equal(offer.message, 'Dobrý den,\nposíláme nabídku **dnes**.');
      const [link, , body] = inputsOf(chat.last);
      const code = OfferCode.parse(String(link?.value).split('/').at(-1));
      assert.equal(offerIdOf(testSecrets, code), offer.id);
      for (const piece of [offer.message, offer.summaryId, String(link?.value), '1 234,50 CZK', 'obchod@cloudy.cz'])
        assert.ok(String(body?.value).includes(piece), piece);
    },
  );

  transcript('takes line after line, and takes them out again', { as: petr(), book }, (say) => [
    ['purchase offer'],
    [fills({ customer: contosoHere.id })],
    [fills(line), shows(say('offer.lines-review-heading'))],
    [clicks(say('offer.lines-add')), shows(say('offer.lines-heading'), lineWords(say, taken)), holds({ plan: '', seats: '', amount: '' })],
    [
      fills({ plan: 'business-basic', seats: '1', term: 'P3Y', billing: 'once' }),
      shows(
        say('offer.lines-review-heading'),
        lineWords(say, taken),
        lineWords(say, aLine({ plan: 'business-basic', seats: 1, term: 'P3Y', billing: 'once' })),
      ),
    ],
    [clicks(say('offer.lines-add'))],
    [fills({ remove: '0-business-standard-5' }), shows(say('offer.lines-review-heading')), hides(say('offer.price', '1 234,50', 'CZK'))],
    [clicks(say('offer.lines-add'))],
    [fills({ remove: '0-business-basic-1' }), shows(say('offer.lines-heading'), say('offer.plan-missing'))],
  ]);

  transcript('says beside each field what is wrong, and keeps what was typed', { as: petr(), book }, (say) => [
    ['purchase offer'],
    [fills({ customer: '' }), shows(say('offer.customer-heading-purchase'), say('customer.missing'))],
    [fills({ customer: fabrikam().id }), shows(say('offer.customer-heading-purchase'), say('customer.not-yours'))],
    [fills({ customer: contosoHere.id })],
    [
      fills({ plan: '', seats: '0', term: '', billing: '', amount: '12,345', currency: 'Kč' }),
      shows(
        say('offer.lines-heading'),
        ...(['plan-missing', 'seats-wrong', 'term-missing', 'billing-missing', 'amount-wrong', 'currency-wrong'] as const).map((key) => say(`offer.${key}`)),
      ),
      holds({ amount: '12,345', currency: 'Kč' }),
    ],
    ...['1e2', '0x10', '5.0', '+5', '1234567'].map((seats): Row => [fills({ ...line, seats }), shows(say('offer.lines-heading'), say('offer.seats-wrong'))]),
    [fills({ ...line, seats: '301' }), shows(say('offer.lines-heading'), say('offer.too-many-seats', 'Microsoft 365 Business Standard', 300))],
    [fills({ ...line, term: 'P1M', billing: 'yearly' }), shows(say('offer.lines-heading'), say('offer.billing-too-long'))],
    [fills({ ...line, amount: '' }), shows(say('offer.lines-heading'), say('offer.amount-wrong'))],
    [fills({ ...line, plan: 'small-business' }), shows(say('offer.lines-heading'), say('offer.plan-missing'))],
    [fills(line)],
    [fills(), shows(say('offer.terms-heading'))],
    [fills({ country: 'RU' }), shows(say('offer.terms-heading'), say('redeem.country-unavailable', say.country('RU')))],
    [fills({ country: 'CZ', validUntil: '2026-02-28' }), shows(say('offer.terms-heading'), say('offer.valid-until-out', day('2026-03-01'), day('2027-03-01')))],
    [fills({ country: 'XX', validUntil: 'soon' }), shows(say('offer.terms-heading'), say('redeem.country-missing'), say('offer.valid-until-wrong'))],
    [fills({ country: 'CZ', validUntil: until }), shows(say('offer.message-heading'))],
    [fills({ message: ' ' }), shows(say('offer.message-heading'), say('offer.message-missing'))],
  ]);

  transcript('goes to whoever has the link, with delegated administration in today’s form', { as: petr(), book }, (say) => [
    ['purchase offer'],
    [fills({ customer: '*' })],
    [fills(line)],
    [fills()],
    [fills({ delegation: 'gdap' }), shows(say('offer.gdap-heading'), say('offer.extend-note')), holds({ days: '365', name: 'Cloudy s.r.o.' })],
    [fills({ roles: '' }), shows(say('offer.gdap-heading'), say('offer.roles-missing'))],
    [fills({ roles: '729827e3-9c14-49f7-bb1b-9608f156bbb8' }), shows(say('offer.message-heading'))],
    [fills(), shows(say('offer.review-heading-purchase'), say('offer.anyone'), say('role.helpdesk-administrator'), say('offer.review-to-anyone'))],
    [
      clicks(say('offer.send')),
      shows(say('offer.kind-purchase'), say('offer.anyone'), say('offers.for-anyone')),
      offersNot(say('offers.send-again')),
      offers(say('offers.withdraw')),
    ],
  ]);

  transcript('proposes the text in the language that is chosen, unless it was changed', { as: petr(), book }, (say) => [
    ...upToMessage(say),
    [fills({ language: 'sk' }), shows(say('offer.review-heading-purchase'), 'Dobrý deň,', 'Petr Svoboda', 'Cloudy s.r.o.')],
    [clicks(say('offer.change-message')), holds({ language: 'sk' })],
    [fills({ message: 'Ahoj', language: 'en' }), shows(say('offer.review-heading-purchase'), 'Ahoj')],
    [clicks(say('offer.change-lines')), shows(say('offer.lines-heading'))],
    [fills(), shows(say('offer.lines-review-heading'))],
    [fills(), shows(say('offer.review-heading-purchase'), 'Ahoj')],
    [clicks(say('offer.change-terms')), shows(say('offer.terms-heading')), holds({ country: 'CZ', delegation: 'none' })],
  ]);

  transcript('asks again for place and message when it goes to somebody else', { as: petr(), book }, (say) => [
    ...upToMessage(say),
    [fills({ message: 'For Contoso' })],
    ...['form.back', 'form.back', 'form.back', 'form.back', 'form.back'].map((): Row => [clicks(say('form.back'))]),
    [fills({ customer: '*' }), shows(say('offer.lines-review-heading'))],
    [fills(), shows(say('offer.terms-heading'))],
    [fills(), shows(say('offer.message-heading')), hides('For Contoso')],
  ]);

  transcript('is not begun by who may not, with the reason', { as: eva(), book }, (say) => [
    ['purchase offer', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('intent.home'))],
  ]);

  transcript(
    'is not begun before the company information is confirmed, and shows the way there',
    { as: petr(), book: [partnerRecord(aSeller({ confirmedOn: day('2025-01-01') })), userRecord(petr())] },
    (say) => [
      ['purchase offer', shows(say('conversation.not-allowed-heading'), say('offer.company-not-confirmed')), offers(say('intent.confirm-company-information'))],
      [clicks(say('intent.confirm-company-information')), shows(say('company.heading'))],
    ],
  );

  transcript('asks nobody for delegated administration who is not entitled to, whatever a client sends', { as: jana(), book }, (say) => [
    ['purchase offer'],
    [fills({ customer: contosoHere.id })],
    [fills(line)],
    [fills(), shows(say('offer.terms-heading'), say('offer.delegation-not-for-you', say('eligibility.person-full')))],
    [fills({ delegation: 'classic' }), shows(say('offer.message-heading'))],
    [fills(), shows(say('offer.review-heading-purchase'), say('offer.delegation-none'))],
  ]);

  transcript(
    'goes on from an accepted trial with customer, plan and place filled in',
    {
      as: petr(),
      book: [
        ...book,
        offerRecord(sent(aTrial({ customer: contosoHere.id, country: 'SK' }))),
        answerRecord(anAnswer({ offer: sent(aTrial()).id, customer: contosoHere.id })),
      ],
    },
    (say) => [
      ['offers', shows(say('offers.heading'), 'Contoso', say('offers.accepted'))],
      [clicks(say('checklist.show')), shows(say('offer.kind-trial'), say('offers.accepted')), offers(say('offers.make-purchase-offer'))],
      [clicks(say('offers.make-purchase-offer')), shows(say('offer.lines-heading')), holds({ plan: 'business-standard' })],
      [fills({ seats: '5' })],
      [fills(), shows(say('offer.terms-heading')), holds({ country: 'SK' })],
      [fills()],
      [fills()],
      [clicks(say('offer.send')), shows(say('offer.kind-purchase'), 'Contoso')],
    ],
    async ({ store }) => {
      const made = (await offersIn(store)).find(({ content }) => content.kind === 'purchase');
      assert.equal(made?.madeFrom, sent(aTrial()).id);
    },
  );

  transcript(
    'is made from an old one, which stays as it was',
    { as: petr(), book: [...book, offerRecord(old)] },
    (say) => [
      ['offers'],
      [clicks(say('checklist.show')), shows(say('offer.kind-purchase'))],
      [clicks(say('offers.new-from-this')), shows(say('offer.lines-review-heading'), lineWords(say, aLine()))],
      [fills(), shows(say('offer.review-heading-purchase'), 'Contoso', 'Stará zpráva', say.day(until))],
      [clicks(say('offer.send')), shows(say('offer.kind-purchase'))],
    ],
    async ({ store }) => {
      const all = await offersIn(store);
      assert.equal(all.length, 2);
      assert.deepEqual(
        all.find(({ id }) => id === old.id),
        old,
      );
    },
  );

  it('is sent once, however often it is clicked, and never says its code anywhere but in its link', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [...upToMessage(say), [fills()]]);
    const review = chat.last;
    await chat.clicks(say('offer.send'));
    const receipt = chat.last;
    assert.deepEqual(await chat.clicksOn(review, say('offer.send')), receipt);
    const all = await offersIn(store);
    assert.equal(all.length, 1);
    const code = String(inputsOf(receipt)[0]?.value).split('/').at(-1) ?? '';
    assert.equal(JSON.stringify(all).includes(code), false);
    assert.equal(JSON.stringify(await auditOf(store)).includes(code), false);
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'offer-sent').length, 1);
  });

  it('is refused at the end for what has changed on the way, and goes back to where it is mended', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [...upToMessage(say), [fills()]]);
    await fill(store, [partnerRecord(aSeller({ confirmedOn: day('2025-01-01') }))], 'unconfirmed');
    await plays(chat, [
      [clicks(say('offer.send')), shows(say('offer.review-heading-purchase'), say('form.changed-since'))],
      [clicks(say('offer.send')), shows(say('conversation.not-allowed-heading'), say('offer.company-not-confirmed'))],
    ]);
    await fill(store, [partnerRecord(aSeller()), customerRecord({ ...contosoHere, partner: rival })], 'gone');
    await plays(chat, [
      ['go on', shows(say('offer.review-heading-purchase'))],
      [clicks(say('offer.send')), shows(say('offer.customer-heading-purchase'), say('offer.customer-gone'))],
    ]);
    assert.deepEqual(await offersIn(store), []);
  });

  it('of plans that the company sells no more goes back to the lines', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: [...book, offerRecord(sent(aPurchase({ lines: [aLine({ plan: 'midsize-business' })] })))] });
    await plays(chat, [
      ['offers'],
      [clicks(say('checklist.show'))],
      [clicks(say('offers.new-from-this'))],
      [fills()],
      [clicks(say('offer.send')), shows(say('offer.lines-heading'), say('offer.not-sold', 'Office 365 Midsize Business'))],
    ]);
    assert.equal((await offersIn(store)).length, 1);
  });
});
