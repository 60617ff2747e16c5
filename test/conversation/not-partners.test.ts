import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { CommandId, ObjectId, OfferId, SubscriptionId, personId } from '../../domain/shared/ids.ts';
import { enterYourProductKey } from '../../domain/shared/guides.ts';
import { phrases } from '../../cards/messages/phrases.ts';
import type { CardAction } from '../../cards/actions.ts';
import { auditOf, fill } from '../support/book.ts';
import { cloudy } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import {
  bookedContoso,
  bookedSubscription,
  cardKey,
  cloudysBook,
  contosoTenant,
  customerRecord,
  karelInTeams,
  karelRecord,
  somebody,
  stock,
  subscriptionRecord,
} from '../support/transcript-book.ts';

const noId = ObjectId.parse('00000000-0000-0000-0000-000000000000');
const people = [
  ['a customer', karelInTeams, 'help.customer-heading'],
  ['a stranger', somebody, 'stranger.heading'],
  ['somebody in the partner’s directory whom the channel names without an id', personId(cloudy, noId), 'stranger.heading'],
  ['somebody in the customer’s directory whom the channel names without an id', personId(contosoTenant, noId), 'stranger.heading'],
] as const;

/** Every button there is, as somebody would forge it. */
const forged: readonly CardAction[] = [
  { verb: 'begin', flow: 'redeem-product-keys' },
  { verb: 'begin', flow: 'correct-admin-email', afresh: 'mark' },
  { verb: 'submit', run: CommandId.parse('run'), step: 'keys' },
  { verb: 'confirm', run: CommandId.parse('run'), step: 'review', shown: 'forged' },
  { verb: 'resume', run: CommandId.parse('run') },
  { verb: 'stop', run: CommandId.parse('run') },
  { verb: 'show', page: 'to-do' },
  { verb: 'show', page: 'home' },
  { verb: 'show-checklist', subscription: bookedSubscription().id },
  { verb: 'mark-checklist', subscription: SubscriptionId.parse('subscription'), item: 'domain', status: 'done' },
  { verb: 'begin', flow: 'send-purchase-offer' },
  { verb: 'show', page: 'offers' },
  { verb: 'show-answers', offer: OfferId.parse('offer') },
  { verb: 'withdraw-offer', offer: OfferId.parse('offer'), sure: true },
  { verb: 'send-offer-again', offer: OfferId.parse('offer') },
  { verb: 'settle-answer', offer: OfferId.parse('offer'), customer: bookedContoso().id, verdict: 'confirm' },
  { verb: 'settle-admin-request', customer: bookedContoso().id, person: karelInTeams, verdict: 'name' },
];

async function chatWith(person: typeof karelInTeams, locale = 'en') {
  const store = memoryStore();
  await fill(store, cloudysBook(stock(3), customerRecord(bookedContoso({ tenant: contosoTenant })), subscriptionRecord(bookedSubscription()), karelRecord()));
  return { store, chat: chatOf(anAssistant(store), person, { locale }) };
}

/** Nothing of the partner's book: no name, no number, no mail. */
function tellsNothing(card: CardJson): void {
  const all = JSON.stringify(card);
  for (const secret of ['Cloudy', 'Contoso', 'contoso.cz', 'Jana', 'Petr', cardKey(1), 'Small Business'])
    assert.ok(!all.includes(secret), `"${secret}" in ${all}`);
}

for (const [who, person, heading] of people) {
  describe(who, () => {
    for (const language of ['en', 'cs', 'sk'] as const) {
      const say = sayIn(language);

      it(`who wants to redeem gets Microsoft's page and nothing else (${language})`, async () => {
        const { chat } = await chatWith(person, language);
        for (const line of phrases['redeem-product-keys'][language]) {
          const card = await chat.says(line);
          assert.deepEqual(textsOf(card), [say('customers-page.heading'), say('customers-page.body')]);
          assert.deepEqual(
            buttonsOf(card).map(({ title, url }) => [title, url]),
            [[say('customers-page.link'), enterYourProductKey.link]],
          );
        }
      });

      it(`who types a key gets the page, too, and is told to delete the message (${language})`, async () => {
        const { chat } = await chatWith(person, language);
        const card = await chat.says(`hello, ${cardKey(1)}`);
        assert.deepEqual(textsOf(card), [say('customers-page.heading'), say('customers-page.body'), say('conversation.key-not-taken')]);
        tellsNothing(card);
      });

      it(`gets one kind answer to anything else, with a way to another language (${language})`, async () => {
        const { chat } = await chatWith(person, language);
        for (const line of ['hi', 'help', 'home', 'keys left', 'to do', 'correct e-mail', 'stop', 'back', 'yes', '👍', 'x'.repeat(10_000)]) {
          const card = await chat.says(line);
          assert.equal(textsOf(card)[0], say(heading), line.slice(0, 20));
          assert.deepEqual(
            buttonsOf(card).map(({ title }) => title),
            heading === 'help.customer-heading' ? [say('intent.offers'), say('intent.language')] : [say('intent.language')],
          );
          tellsNothing(card);
        }
      });
    }

    it('gets nothing out of any button of a partner, however forged, and changes nothing', async () => {
      const { chat, store } = await chatWith(person);
      for (const { verb, ...data } of forged) {
        const reply = await chat.sends({ kind: 'clicked', verb, data });
        assert.ok(reply.kind === 'card');
        tellsNothing({ ...reply.card });
      }
      assert.deepEqual(await auditOf(store), []);
      assert.equal(await store.read('progress', `${person}|chat-${person}`), undefined);
    });
  });
}
