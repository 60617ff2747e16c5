import assert from 'node:assert/strict';
import { offerCardId } from '../../../domain/offers/records.ts';
import type { Offer, OfferCard } from '../../../domain/offers/records.ts';
import { CustomerId, OfferId } from '../../../domain/shared/ids.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { fill, partnerRecord } from '../../support/book.ts';
import { cloudy, day, eva, instant, jana, petr } from '../../support/builders.ts';
import { inputsOf, textsOf } from '../../support/card-reading.ts';
import { contosoHere, sellersBook, sent } from '../../support/customer-side.ts';
import {
  aCode,
  aPurchase,
  aSeller,
  aTrial,
  aVisitor,
  addressRecord,
  anAnswer,
  answerRecord,
  contosoTenant,
  offerRecord,
  personAt,
} from '../../support/offers.ts';
import { aChat, clicks, hides, offers, offersNot, plays, shows, transcript } from '../../support/transcript.ts';

const purchase = sent(aPurchase({ customer: contosoHere.id }));
const invitation = sent(aTrial());

/** Invitation number `n`, each a day later than the one before. */
function numbered(n: number): Offer {
  return aTrial({ id: `offer-${String(n)}`, summaryId: `T-00000000${String(n)}`, sentAt: instant(`2026-02-0${String(n)}T08:00:00.000Z`) });
}

/** What became of the card that went to person `n` of Contoso. */
function cardRecord(n: number, delivery: OfferCard['delivery']): Put {
  const person = personAt(contosoTenant, n);
  const at = instant('2026-02-20T08:00:00.000Z');
  const card = { offer: purchase.id, partner: cloudy, person, language: 'cs' as const, shown: [], at, ...(delivery === undefined ? {} : { delivery }) };
  return { kind: 'offer-card', id: offerCardId(purchase.id, person), value: card };
}

const answered = (n: number, facts: Parameters<typeof anAnswer>[0] = {}): Put =>
  answerRecord(
    anAnswer({
      offer: invitation.id,
      customer: CustomerId.parse(`customer-${String(n)}`),
      organisation: { name: `Zákazník ${String(n)}`, domain: `c${String(n)}.cz` },
      at: instant(`2026-02-${String(10 + n)}T08:00:00.000Z`),
      ...facts,
    }),
  );

describe('the list of offers', () => {
  transcript('is empty at first, and has ways on', { as: jana(), book: sellersBook() }, (say) => [
    [
      'offers',
      shows(say('offers.heading'), say('offers.none')),
      offers(say('intent.send-purchase-offer'), say('intent.send-trial-invitation'), say('intent.home')),
    ],
  ]);

  transcript('has six on a card, the newest first', { as: eva(), book: sellersBook(...[1, 2, 3, 4, 5, 6, 7].map((n) => offerRecord(numbered(n)))) }, (say) => [
    ['nabídky', shows(say('offers.heading'), 'T-000000007', 'T-000000002'), hides('T-000000001')],
    [clicks(say('to-do.more')), shows(say('offers.heading'), 'T-000000001'), hides('T-000000007'), offersNot(say('to-do.more'))],
  ]);

  transcript(
    'says how each stands: the answer of one customer, the counts of many',
    {
      as: petr(),
      book: sellersBook(
        offerRecord(purchase),
        answerRecord(anAnswer({ offer: purchase.id, customer: contosoHere.id, state: 'declined' })),
        offerRecord({ ...numbered(2), withdrawn: { at: instant('2026-02-27T08:00:00.000Z'), person: petr().person, name: 'Petr Svoboda' } }),
        offerRecord({ ...numbered(3), validUntil: day('2026-02-28') }),
        answerRecord(anAnswer({ offer: OfferId.parse('offer-3'), customer: contosoHere.id })),
      ),
    },
    (say) => [
      [
        'offers',
        shows(
          say('offers.heading'),
          'Contoso',
          say('offers.declined'),
          say('offers.withdrawn', day('2026-02-27')),
          `${say('offers.expired', day('2026-02-28'))} · ${say('offers.count-accepted', 1)}`,
        ),
      ],
    ],
  );

  transcript(
    'begins with what waits for the partner’s word',
    { as: petr(), book: sellersBook(offerRecord(invitation), ...[1, 2, 3, 4].map((n) => answered(n, { state: 'declared', by: aVisitor() }))) },
    (say) => [
      ['hi', shows(say('home.heading'), say('home.answers-wait', 4)), offers(say('intent.offers'))],
      ['offers', shows(say('offers.heading'), say('offers.to-confirm', 4), 'Zákazník 1 · Vít Host', 'Zákazník 3 · Vít Host'), hides('Zákazník 4')],
      [clicks(say('offers.show-offer')), shows(say('offer.kind-trial'), 'Zákazník 4 · c4.cz')],
    ],
  );
});

describe('the card of an offer', () => {
  transcript(
    'has the link, the e-mail in the offer’s own language, and who has it in Teams',
    {
      as: jana(),
      book: sellersBook(
        offerRecord(sent(aPurchase({ customer: contosoHere.id, language: 'sk', message: 'Dobrý deň,\n\nponúkame.' }))),
        addressRecord(personAt(contosoTenant, 1)),
        cardRecord(1, 'not-reachable'),
        cardRecord(3, undefined),
        cardRecord(4, 'maybe-sent'),
      ),
    },
    (say) => [
      ['offers'],
      [
        clicks(say('checklist.show')),
        shows(
          say('offer.kind-purchase'),
          purchase.summaryId,
          `Karel Contoso – ${say('offers.delivery-not-reachable')}`,
          `Alena Malá – ${say('offers.delivery-seen')}`,
          `${say('offers.somebody')} – ${say('offers.delivery-maybe-sent')}`,
        ),
      ],
    ],
    ({ chat }) => {
      const [link, subject, body] = inputsOf(chat.last);
      assert.equal(link?.value, `https://assistant.test/o/${aCode()}`);
      assert.equal(subject?.value, 'Ponuka na nákup · Cloudy s.r.o.');
      assert.match(
        String(body?.value),
        /^Dobrý deň,\n\nponúkame\.\n\nPonuka na nákup P-[^]*Otvorte ju tu: https:\/\/assistant\.test\/o\/[^]*Cloudy s\.r\.o\.\n\+420 222 333 444\nobchod@cloudy\.cz\nDlouhá 1, Praha$/,
      );
    },
  );

  transcript('opens by its code or link in the chat, too', { as: eva(), book: sellersBook(offerRecord(purchase)) }, (say) => [
    [aCode(), shows(say('offer.kind-purchase'), purchase.summaryId), offersNot(say('offers.withdraw'), say('offers.send-again'))],
    [`https://assistant.test/o/${aCode()}`, shows(say('offer.kind-purchase'))],
    ['https://assistant.test/o/ffffffffffffffffffffff', shows(say('offers.not-found-heading'), say('offers.not-found'))],
  ]);

  transcript('is withdrawn after one question, and says who did what when', { as: petr(), book: sellersBook(offerRecord(purchase)) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show'))],
    [clicks(say('offers.withdraw')), shows(say('offers.withdraw-heading'), purchase.summaryId, 'Contoso', say('offers.withdraw-what'))],
    [clicks(say('offers.keep')), shows(say('offer.kind-purchase'), say('offers.open', purchase.validUntil))],
    [clicks(say('offers.withdraw'))],
    [
      clicks(say('offers.withdraw-yes')),
      shows(
        say('offer.kind-purchase'),
        say('offers.withdrawn', day('2026-03-01')),
        [say.instant(purchase.sentAt), say('offers.was-sent'), 'Jana Nováková'].join(' · '),
        [say.instant(instant('2026-03-01T10:00:00.000Z')), say('offers.was-withdrawn'), 'Petr Svoboda'].join(' · '),
      ),
      offersNot(say('offers.withdraw'), say('offers.send-again')),
      offers(say('offers.new-from-this')),
    ],
  ]);

  transcript('says why it is not sent again', { as: petr(), book: sellersBook(offerRecord(purchase)) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show')), shows(say('offer.kind-purchase'), say('offers.nobody-in-teams'))],
    [clicks(say('offers.send-again')), shows(say('offer.kind-purchase'), say('offers.nobody-in-teams'))],
  ]);

  transcript(
    'is sent again once, however often it is clicked, and says who did',
    { as: petr(), book: sellersBook(offerRecord(purchase), addressRecord(personAt(contosoTenant, 1))) },
    (say) => [
      ['offers'],
      [clicks(say('checklist.show'))],
      [
        clicks(say('offers.send-again')),
        shows(
          say('offer.kind-purchase'),
          say('offers.sent-again', 1),
          [say.instant(instant('2026-03-01T10:00:00.000Z')), say('offers.was-sent-again'), 'Petr Svoboda'].join(' · '),
        ),
      ],
      [clicks(say('offers.send-again')), shows(say('offer.kind-purchase'), say('offers.just-sent'))],
    ],
    async ({ store }) => assert.equal(await store.count('outbox-by-due', { key: 'all' }), 1),
  );

  it('is not sent again when it is answered, or nobody has confirmed the company information', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: sellersBook(offerRecord(purchase), addressRecord(personAt(contosoTenant, 1))) });
    await plays(chat, [['offers'], [clicks(say('checklist.show'))]]);
    const card = chat.last;
    await fill(store, [partnerRecord(aSeller({ confirmedOn: day('2025-01-01') }))], 'unconfirmed');
    await chat.clicksOn(card, say('offers.send-again'));
    assert.ok(textsOf(chat.last).includes(say('offer.company-not-confirmed')));
    await fill(store, [partnerRecord(aSeller()), answerRecord(anAnswer({ offer: purchase.id, customer: contosoHere.id }))], 'answered');
    await chat.clicksOn(card, say('offers.send-again'));
    assert.ok(textsOf(chat.last).includes(say('offers.not-open')));
    assert.equal(await store.count('outbox-by-due', { key: 'all' }), 0);
  });

  transcript(
    'shows the newest five answers, and all of them ten by ten',
    { as: jana(), book: sellersBook(offerRecord(invitation), ...Array.from({ length: 12 }, (_, n) => answered(n + 1))) },
    (say) => [
      ['offers', shows(say('offers.heading'), say('offers.count-accepted', 12))],
      [clicks(say('checklist.show')), shows(say('offer.kind-trial'), 'Zákazník 12 · c12.cz', 'Zákazník 8 · c8.cz'), hides('Zákazník 7 ')],
      [clicks(say('offers.all-answers')), shows(say('offers.answers'), 'Zákazník 12 · c12.cz', 'Zákazník 3 · c3.cz'), hides('Zákazník 2 ')],
      [clicks(say('to-do.more')), shows(say('offers.answers'), 'Zákazník 2 · c2.cz', 'Zákazník 1 · c1.cz'), offersNot(say('to-do.more'))],
      [clicks(say('offers.show-offer')), shows(say('offer.kind-trial'))],
    ],
  );
});
