import assert from 'node:assert/strict';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aTerm, day, eva, jana, petr } from '../support/builders.ts';
import { bookedContoso, bookedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import { execute } from '../../cards/actions.ts';
import type { Does, Played } from '../support/transcript.ts';

const subscription = bookedSubscription();
const endsOn = day('2026-03-10');
const people = [partnerRecord(aPartner()), ...[jana(), petr(), eva()].map(userRecord), customerRecord(bookedContoso())];
const book = [...people, subscriptionRecord(subscription)];
const stored = async ({ store }: Pick<Played, 'store'>) => (await store.read('subscription', subscription.id))?.value;

/** From the card of the renewal. */
const begins: Does = (chat) =>
  chat.clicksOn(
    {
      type: 'AdaptiveCard',
      actions: [execute('go', { verb: 'begin', flow: 'move-to-direct', about: { customer: bookedContoso().id, subscription: subscription.id } })],
    },
    'go',
  );

describe('moving a subscription to direct billing', () => {
  transcript(
    'too early is warned of the days that are lost and from when on it is advised, and goes on if it is meant',
    { as: jana(), book },
    (say) => [
      [
        begins,
        shows(
          say('direct.review-heading'),
          'Contoso',
          say('direct.lost', 9),
          say('direct.too-early', day('2026-03-03')),
          say('direct.from-to', day('2026-03-01'), day('2027-02-28')),
          say('direct.then'),
        ),
      ],
      [
        clicks(say('direct.confirm')),
        shows(say('direct.receipt-heading'), 'Contoso', say('direct.days', 9), say('hand-off.to-do', jana().name), say('hand-off.step-direct-buy', 5)),
      ],
      [clicks(say('hand-off.confirm-direct')), shows(say('direct.receipt-heading'))],
      [clicks(say('renewal.back')), shows(say('renewal.heading'), say('customers.channel-direct')), offersNot(say('renewal.direct'))],
    ],
    async (played) => {
      const moved = await stored(played);
      assert.deepEqual([moved?.channel, moved?.terms.map(({ endsOn: end }) => end)], ['direct', ['2026-02-28', '2027-02-28']]);
    },
  );

  transcript('in the last seven days names what is lost, and does not call it early', { as: jana(), book, on: '2026-03-05' }, (say) => [
    ['direct billing', shows(say('direct.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('direct.end-heading'), 'Contoso')],
    [fills(), shows(say('direct.review-heading'), say('direct.lost', 5))],
    [clicks(say('direct.change-end')), shows(say('direct.end-heading'))],
  ]);

  transcript('after the end loses nothing', { as: jana(), book, on: '2026-03-20' }, (say) => [
    [begins, shows(say('direct.review-heading'), say('renewal.ended', endsOn, 10))],
  ]);

  transcript(
    'of one of several terms is refused, and why, and the others stay what they are',
    { as: jana(), book: [...people, subscriptionRecord(bookedSubscription({ terms: [aTerm('2025-03-11'), aTerm('2025-11-01', { id: 'mid' })] }))] },
    (say) => [
      [begins, shows(say('direct.end-heading'))],
      [fills({ end: `${subscription.id}|term|${endsOn}` }), shows(say('direct.end-heading'), say('direct.one-of-several'))],
    ],
    async (played) => assert.equal((await stored(played))?.channel, 'key'),
  );

  transcript('of a customer who has nothing of the kind says so', { as: jana(), book: people }, (say) => [
    ['direct billing', shows(say('direct.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('direct.end-heading'), say('direct.none'))],
  ]);

  transcript('is not begun by who may only read', { as: eva(), book }, (say) => [
    ['direct billing', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
  ]);

  it('of an end that was renewed before the yes is not done, and says how it stands', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book });
    await plays(chat, [[begins, shows(say('direct.review-heading'))]]);
    const next = aTerm('2026-03-11', { id: 'next' });
    const renewed = bookedSubscription({ terms: [aTerm('2025-03-11', { renewedBy: next.id }), next] });
    await fill(store, [subscriptionRecord(renewed)], 'meanwhile');
    await plays(chat, [[clicks(say('direct.confirm')), shows(say('direct.end-heading'))]]);
    assert.equal((await stored({ store }))?.channel, 'key');
  });
});
