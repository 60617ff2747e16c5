import assert from 'node:assert/strict';
import { execute } from '../../cards/actions.ts';
import type { CardAction } from '../../cards/actions.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { outgoingCard } from '../../bot/conversation/offers/outgoing.ts';
import { TermId } from '../../domain/shared/ids.ts';
import { Language } from '../../domain/shared/language.ts';
import { aTerm, day, jana } from '../support/builders.ts';
import { textsOf } from '../support/card-reading.ts';
import { testSecrets } from '../support/chat.ts';
import { contosoHere, customerWorld, karel, sellersBook } from '../support/customer-side.ts';
import type { CustomerWorld } from '../support/customer-side.ts';
import { bookedSubscription, cardKeys, customerRecord, stock, subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, fills, plays, shows } from '../support/transcript.ts';
import type { Does } from '../support/transcript.ts';
import { unasked } from '../support/unasked.ts';

const owned = { ...contosoHere, owner: jana().person };
const subscription = bookedSubscription({ customer: contosoHere.id, terms: [aTerm('2025-03-11')] });
const end = { term: TermId.parse('term'), endsOn: day('2026-03-10') };
const scene = { book: sellersBook(customerRecord(owned), subscriptionRecord(subscription), ...stock(8)), on: '2026-03-01' };

const sends =
  (action: CardAction): Does =>
  (chat) =>
    chat.clicksOn({ type: 'AdaptiveCard', actions: [execute('go', action)] }, 'go');

/** The card of this end as it stands in somebody's chat now. */
async function standing({ store, clock }: CustomerWorld, reader: typeof karel, language: Language) {
  const parts = { book: store, secrets: testSecrets, links: { offer: () => '' }, now: clock.now(), language };
  const card = await outgoingCard(parts, { topic: 'subscription-changed', subscription: subscription.id, ...end }, reader);
  assert.ok(card);
  return textsOf({ ...card });
}

describe('a renewal from both sides', () => {
  for (const language of Language.options) {
    it(`begins with the customer’s word, goes on with a key from the owner’s card, and both see who renewed and when (${language})`, async () => {
      const world = await customerWorld(scene, language);
      const say = sayIn(language);
      await plays(world.chat, [[sends({ verb: 'wish-renewal', subscription: subscription.id, ...end, wish: 'renew' })]]);

      const told = (await unasked(world, jana().person, language)).filter(
        (card) => textsOf(card)[0] === say('renewal.wished-heading', say('renewal.wish-renew')),
      );
      const [card, second] = told;
      assert.ok(card !== undefined && second === undefined, JSON.stringify(told));
      const chat = world.chatAs(jana().person, jana().name, language);
      await plays(chat, [
        [(each) => each.clicksOn(card, say('renewal.with-key')), shows(say('redeem.acknowledge-heading'))],
        [fills({ understood: 'true' }), shows(say('redeem.keys-heading'), say('redeem.keys-of', 0, 5))],
        [fills({ keys: cardKeys(3) }), shows(say('redeem.keys-review-heading'))],
        [clicks(say('redeem.keys-done')), shows(say('redeem.review-heading-renewal'), 'Contoso', say('redeem.from-to', day('2026-03-11'), day('2027-03-10')))],
        [clicks(say('redeem.renew')), shows(say('redeem.receipt-heading-renewal'), say('redeem.seats-end', 2, day('2026-03-10')))],
        // the card that was there before
        [(each) => each.clicksOn(card, say('renewal.snooze')), shows(say('renewal.heading'), say('renewal.renewed-on', day('2026-03-01')), jana().name)],
        // the end that comes next
        [
          sends({ verb: 'show-renewal', subscription: subscription.id }),
          shows(say('renewal.heading'), say('renewal.ends', day('2027-03-10'), 374), say('renewal.renewed-on', day('2026-03-01'))),
        ],
      ]);

      for (const reader of [jana().person, karel] as const) {
        const lines = (await standing(world, reader, language)).join('\n');
        for (const piece of [say('renewal.renewed-on', day('2026-03-01')), jana().name]) assert.ok(lines.includes(piece), `"${piece}" in ${lines}`);
      }
      assert.ok((await standing(world, jana().person, language)).join('\n').includes(say('renewal.not-renewed', 2)));
    });
  }
});
