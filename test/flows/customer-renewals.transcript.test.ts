import assert from 'node:assert/strict';
import { renewalPlanId } from '../../domain/renewals/records.ts';
import { TenantId, TermId } from '../../domain/shared/ids.ts';
import { aTerm, day } from '../support/builders.ts';
import { alena, contosoHere, customerTranscript, customerWorld, karel, lenka, sellersBook, vit } from '../support/customer-side.ts';
import type { CustomerWorld } from '../support/customer-side.ts';
import { bookedSubscription, subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, offers, offersNot, plays, shows } from '../support/transcript.ts';
import type { Does } from '../support/transcript.ts';
import { execute } from '../../cards/actions.ts';
import type { CardAction } from '../../cards/actions.ts';
import { personAt } from '../support/offers.ts';
import { sayIn } from '../../cards/messages/say.ts';

const subscription = bookedSubscription({ customer: contosoHere.id, terms: [aTerm('2025-03-11')] });
const endsOn = day('2026-03-10');
const about = { subscription: subscription.id, term: TermId.parse('term'), endsOn };
const book = sellersBook(subscriptionRecord(subscription));
const on = '2026-03-01';
const scene = { book, on };
const plan = 'Office 365 Small Business';

const planned = async ({ store }: CustomerWorld) => (await store.read('renewal-plan', renewalPlanId(about.term, endsOn)))?.value;
const told = async ({ store }: CustomerWorld) =>
  (await store.list('outbox-by-due', { key: 'all', limit: 50 })).rows.filter(({ value }) => value.topic === 'renewal-wished').length;

/** A button of a card that the person may have had before, or forged. */
function sends(action: CardAction): Does {
  return (chat) => chat.clicksOn({ type: 'AdaptiveCard', actions: [execute('go', action)] }, 'go');
}

describe('an admin of a customer, before a subscription ends', () => {
  const mid = aTerm('2025-05-01', { id: 'mid' });
  customerTranscript(
    'answers for the term that they opened, though another one ends sooner',
    { book: sellersBook(subscriptionRecord({ ...subscription, terms: [...subscription.terms, mid] })), on },
    (say) => [
      [sends({ verb: 'show-renewal', subscription: subscription.id, term: mid.id }), shows(say('notice.heading', 1), say('renewal.ends', mid.endsOn, 60))],
      [clicks(say('notice.ask-renew')), shows(say('notice.heading', 1), say('notice.done'), say('renewal.ends', mid.endsOn, 60))],
    ],
    async ({ store }) => assert.equal((await store.read('renewal-plan', renewalPlanId(mid.id, mid.endsOn)))?.value.wish?.wish, 'renew'),
  );

  customerTranscript(
    'sees what happens if nobody acts, asks the partner to renew, and may answer differently',
    scene,
    (say) => [
      [
        sends({ verb: 'show-renewal', subscription: subscription.id }),
        shows(say('notice.heading', 1), 'Contoso', plan, say('renewal.if-nobody-acts'), 'Cloudy s.r.o.', '+420 222 333 444'),
        offers(say('notice.ask-renew'), say('notice.pay-direct'), say('notice.will-end')),
      ],
      [
        clicks(say('notice.ask-renew')),
        shows(say('notice.heading', 1), say('notice.done'), say('notice.answer-renew'), 'Karel Contoso'),
        offersNot(say('notice.ask-renew')),
      ],
      [
        clicks(say('notice.pay-direct')),
        shows(say('notice.heading', 1), say('notice.answer-direct'), say('notice.direct-how'), say('notice.direct-early', 9, day('2026-03-03'))),
      ],
      [clicks(say('notice.will-end')), shows(say('notice.heading', 1), say('notice.answer-end'), say('notice.end-what'))],
    ],
    async (world) => {
      assert.equal((await planned(world))?.wish?.wish, 'end');
    },
  );

  it('tells the owner once for one answer, however often it is clicked', async () => {
    const world = await customerWorld(scene);
    const click = sends({ verb: 'wish-renewal', ...about, wish: 'renew' });
    await plays(world.chat, [[click], [click], [click]]);
    assert.equal((await planned(world))?.wish?.wish, 'renew');
    assert.equal(await told(world), 1);
  });

  it('of another end than the book has now is shown how it stands, and nothing is written', async () => {
    const world = await customerWorld(scene);
    const say = sayIn('en');
    await plays(world.chat, [
      [sends({ verb: 'wish-renewal', ...about, endsOn: day('2026-06-30'), wish: 'end' }), shows(say('notice.heading', 1), say('notice.changed'))],
    ]);
    assert.equal(await planned(world), undefined);
  });
});

describe('a renewal is nobody else’s to see or answer', () => {
  const strangers = [
    ['a colleague who is no admin', lenka, 'notice.only-admins'],
    ['somebody of the directory whom the book does not know', vit, 'notice.only-admins'],
    ['somebody of another organisation', personAt(TenantId.parse('33333333-3333-4333-8333-333333333333'), 1), undefined],
  ] as const;
  for (const [who, person, refusal] of strangers) {
    it(`not ${who}’s`, async () => {
      const world = await customerWorld(scene);
      const say = sayIn('en');
      const chat = world.chatAs(person, 'Somebody');
      for (const click of [sends({ verb: 'show-renewal', subscription: subscription.id }), sends({ verb: 'wish-renewal', ...about, wish: 'end' })]) {
        await plays(chat, [[click]]);
        const card = JSON.stringify(chat.last);
        assert.ok(!card.includes(plan) && !card.includes('Contoso'), card);
        if (refusal !== undefined) assert.ok(card.includes(say(refusal)), card);
      }
      assert.equal(await planned(world), undefined);
    });
  }

  it('while another admin of the same customer sees the answer of the first', async () => {
    const world = await customerWorld(scene);
    const say = sayIn('en');
    await plays(world.chat, [[sends({ verb: 'wish-renewal', ...about, wish: 'renew' })]]);
    const other = world.chatAs(alena, 'Alena Malá');
    await plays(other, [
      [sends({ verb: 'show-renewal', subscription: subscription.id }), shows(say('notice.heading', 1), say('notice.answer-renew'), 'Karel Contoso')],
    ]);
    assert.notEqual(alena, karel);
  });
});
