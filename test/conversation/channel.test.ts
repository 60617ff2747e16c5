import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import type { Reply, Said } from '../../domain/shared/turn.ts';
import { auditOf, fill } from '../support/book.ts';
import { jana } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import { anAssistant, chatOf, clickOn } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import {
  bookedContoso,
  bookedSubscription,
  cardKey,
  cloudysBook,
  contosoTenant,
  customerRecord,
  karelInTeams,
  somebody,
  stock,
  subscriptionRecord,
} from '../support/transcript-book.ts';

const say = sayIn('en');
const text = (words: string): Said => ({ kind: 'text', text: words, hasAttachments: false });
const linesOf = (card: object | undefined): readonly string[] => (card === undefined ? [] : textsOf({ ...card }));

async function aChannel(person = jana().person) {
  const store = memoryStore();
  await fill(store, cloudysBook(stock(1), customerRecord(bookedContoso({ tenant: contosoTenant })), subscriptionRecord(bookedSubscription())));
  const chat = chatOf(anAssistant(store), person, { locale: 'en' });
  return { store, chat };
}

/** What stands in the channel, and what goes to the one-to-one chat. */
function split(reply: Reply): { readonly here: readonly string[]; readonly there: readonly string[]; readonly all: string } {
  assert.ok(reply.kind === 'card');
  return { here: linesOf(reply.card), there: linesOf(reply.alsoTo?.card), all: JSON.stringify(reply.card) };
}

for (const scope of ['channel', 'group'] as const) {
  describe(`in a ${scope}`, () => {
    it('the assistant answers briefly, and the page goes to the one-to-one chat', async () => {
      const { chat } = await aChannel();
      await chat.says('hi');
      const { here, there, all } = split(await chat.sends(text('keys left'), { scope }));
      assert.deepEqual(here, [say('conversation.group-heading'), say('conversation.group-answered')]);
      assert.equal(there[0], say('keys-left.heading'));
      assert.ok(!all.includes('Contoso') && !all.includes('Cloudy'));
    });

    it('a job that cannot begin there leads home in the one-to-one chat, and nothing is begun', async () => {
      const { chat, store } = await aChannel();
      await chat.says('hi');
      assert.equal(split(await chat.sends(text('redeem'), { scope })).there[0], say('home.heading'));
      assert.equal(await store.read('progress', `${jana().person}|${scope}-1`), undefined);
      assert.equal(await store.read('progress', `${jana().person}|chat-${jana().person}`), undefined);
    });

    it('somebody without a one-to-one chat is told how to get one', async () => {
      const { chat } = await aChannel();
      const reply = await chat.sends(text('hi'), { scope });
      assert.deepEqual(split(reply).here, [say('conversation.group-heading'), say('conversation.group-install')]);
      assert.ok(reply.kind === 'card' && reply.alsoTo === undefined);
    });

    it('a key is not taken, and everybody learns how to delete it', async () => {
      const { chat } = await aChannel();
      const { here, all } = split(await chat.sends(text(`please redeem ${cardKey(1)}`), { scope }));
      assert.ok(here.includes(say('conversation.key-not-taken')));
      assert.ok(!all.includes(cardKey(1)));
    });

    it('a card from somewhere else does nothing', async () => {
      const { chat, store } = await aChannel();
      await chat.says('redeem');
      const start = buttonsOf(chat.last).find((button) => button.title === say('redeem.start-now'));
      assert.ok(start);
      const before = (await store.read('progress', `${jana().person}|chat-${jana().person}`))?.version;
      const { here } = split(await chat.sends(clickOn(chat.last, start, { understood: 'true' }), { scope }));
      assert.equal(here[0], say('conversation.group-heading'));
      assert.equal((await store.read('progress', `${jana().person}|chat-${jana().person}`))?.version, before);
    });

    it('being added is answered once, and a customer or stranger learns nothing there', async () => {
      const { chat, store } = await aChannel();
      const added = [await chat.sends({ kind: 'installed' }, { scope }), await chat.sends({ kind: 'installed' }, { scope })];
      assert.deepEqual(
        added.map((reply) => reply.kind),
        ['card', 'nothing'],
      );
      for (const person of [karelInTeams, somebody]) {
        const other = chatOf(anAssistant(store), person, { locale: 'en' });
        await other.says('hi');
        const { here, there } = split(await other.sends(text('keys left'), { scope }));
        assert.equal(here[0], say('conversation.group-heading'));
        assert.ok(there[0] === say('help.customer-heading') || there[0] === say('stranger.heading'), there[0]);
      }
      assert.deepEqual(await auditOf(store), []);
    });
  });
}
