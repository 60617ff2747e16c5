import assert from 'node:assert/strict';
import type { Say } from '../../cards/messages/say.ts';
import type { HandleTurn, Reply, Said } from '../../domain/shared/turn.ts';
import { auditOf, fill } from '../support/book.ts';
import { jana } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { anAssistant, chatOf, clickOn } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { bookedContoso, cardKey, cloudysBook, customerRecord, karelRecord, stock } from '../support/transcript-book.ts';
import { upToKeys, upToKeysReview, upToReview } from '../support/transcript-steps.ts';
import { plays } from '../support/transcript.ts';
import { sayIn } from '../../cards/messages/say.ts';

const say: Say = sayIn('en');
const text = (words: string): Said => ({ kind: 'text', text: words, hasAttachments: false });
const linesOf = (reply: Reply): readonly string[] => (reply.kind === 'card' ? textsOf({ ...reply.card }) : []);

async function janasChat(through: (turn: HandleTurn) => HandleTurn = (turn) => turn) {
  const store = memoryStore();
  await fill(store, cloudysBook(stock(3), customerRecord(bookedContoso()), karelRecord()));
  const assistant = anAssistant(store);
  return { store, chat: chatOf({ turn: through(assistant.turn) }, jana().person, { locale: 'en', name: jana().name }) };
}

/** What a client sends for the main button of the last card. */
function mainClick(chat: Chat, inputs: Readonly<Record<string, string>> = {}): Said {
  const main = buttonsOf(chat.last).find((each) => each.style === 'positive');
  assert.ok(main);
  return clickOn(chat.last, main, inputs);
}

/** A line that Teams delivers three times is answered once, and does what it asks once. */
async function answersLinesOnce(through?: (turn: HandleTurn) => HandleTurn): Promise<void> {
  const { chat, store } = await janasChat(through);
  const sending = { activityKey: 'msteams|chat|line' };
  const replies = [await chat.sends(text('redeem'), sending), await chat.sends(text('redeem'), sending), await chat.sends(text('redeem'), sending)];
  assert.deepEqual(
    replies.map((reply) => reply.kind),
    ['card', 'nothing', 'nothing'],
  );
  assert.equal((await store.read('progress', `${jana().person}|chat-${jana().person}`))?.version, 1);
}

/** The last confirmation, delivered three times: three times the receipt, one redemption. */
async function redeemsOnce(through?: (turn: HandleTurn) => HandleTurn): Promise<void> {
  const { chat, store } = await janasChat(through);
  await plays(chat, upToReview(say, cardKey(1)));
  const click = mainClick(chat);
  const replies = await Promise.all([1, 2, 3].map(() => chat.sends(click, { activityKey: 'msteams|chat|click' })));
  for (const reply of replies) assert.equal(linesOf(reply)[0], say('redeem.receipt-heading-new'));
  assert.equal((await auditOf(store)).filter(({ what }) => what === 'product-keys-redeemed').length, 1);
}

describe('a re-delivered activity', () => {
  it('is answered once when it is a line', () => answersLinesOnce());

  it('would be answered twice by a turn that does not know it again, and the proof finds that out', async () => {
    let count = 0;
    const forgetful =
      (turn: HandleTurn): HandleTurn =>
      (incoming) =>
        turn({ ...incoming, activityKey: `${incoming.activityKey}|${String((count += 1))}` });
    await assert.rejects(answersLinesOnce(forgetful), { code: 'ERR_ASSERTION' });
  });

  it('is answered again with where things stand now when it is a click', async () => {
    const { chat } = await janasChat();
    await plays(chat, upToKeys(say));
    const click = mainClick(chat, { keys: cardKey(1) });
    const sending = { activityKey: 'msteams|chat|click' };
    const first = await chat.sends(click, sending);
    assert.equal(linesOf(first)[0], say('redeem.keys-review-heading'));
    assert.deepEqual(await chat.sends(click, sending), first);
    assert.equal(linesOf(await chat.sends(text('stop')))[0], say('conversation.stopped-heading'));
    assert.equal(linesOf(await chat.sends(click, sending))[0], say('redeem.keys-review-heading'));
  });

  it('redeems once, and shows the receipt each time', () => redeemsOnce());

  it('redeems once although every delivery looks new: the redemption knows itself', async () => {
    let count = 0;
    await redeemsOnce((turn) => (incoming) => turn({ ...incoming, activityKey: `${incoming.activityKey}|${String((count += 1))}` }));
  });

  it('begins one conversation when it is the button that begins it', async () => {
    const { chat } = await janasChat();
    await chat.says('hi');
    const redeem = buttonsOf(chat.last).find(({ title }) => title === say('intent.redeem-product-keys'));
    assert.ok(redeem);
    const click = clickOn(chat.last, redeem);
    const first = await chat.sends(click, { activityKey: 'msteams|chat|click' });
    assert.deepEqual(await chat.sends(click, { activityKey: 'msteams|chat|click' }), first);
    assert.deepEqual(await chat.sends(click), first, 'and two clicks of a person begin one, too');
  });

  it('is not what an edit is, though Teams gives it the id of the message that was edited: it is answered, once', async () => {
    const { chat } = await janasChat();
    const sending = { activityKey: 'msteams|chat|edited-later' };
    await chat.sends(text('hi'), sending);
    assert.equal(linesOf(await chat.sends({ kind: 'edited' }, sending))[0], say('conversation.edited-heading'));
    assert.equal((await chat.sends({ kind: 'edited' }, sending)).kind, 'nothing');
  });

  it('is known again after a restart', async () => {
    const { store, chat } = await janasChat();
    await chat.sends(text('hi'), { activityKey: 'msteams|chat|1' });
    const again = chatOf(anAssistant(store), jana().person);
    assert.equal((await again.sends(text('hi'), { activityKey: 'msteams|chat|1' })).kind, 'nothing');
  });
});

/** Everything a person fills in to set up Woodgrove with a key from stock and one that is not. */
const wholeWay: readonly Readonly<Record<string, string>>[] = [
  { understood: 'true' },
  { purpose: 'new-subscription', people: '3' },
  { keys: `${cardKey(1)}\n${cardKey(60)}` },
  { plan: 'small-business' },
  {},
  { country: 'SK' },
  { organisation: 'Woodgrove', domain: 'woodgrove.cz' },
  { adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' },
  { agreed: 'true' },
  {},
];

describe('a second click', () => {
  it('on the main button of every card, with the same things filled in, answers with the same card, and redeems once', async () => {
    const { chat, store } = await janasChat();
    await chat.says('redeem');
    for (const inputs of wholeWay) {
      const click = mainClick(chat, inputs);
      const [first, second] = [await chat.sends(click), await chat.sends(click)];
      assert.deepEqual(second, first);
      await chat.says('go on');
    }
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'product-keys-redeemed').length, 1);
  });

  it('on a card left behind shows where things stand: the receipt once it is finished, the new conversation once another is begun', async () => {
    const { chat } = await janasChat();
    const left: CardJson[] = [await chat.says('redeem')];
    for (const inputs of wholeWay) left.push(await chat.fills(inputs));
    const receipt = chat.last;
    for (const card of left.slice(0, -1)) {
      for (const { title, verb } of buttonsOf(card)) if (verb !== undefined) assert.deepEqual(await chat.clicksOn(card, title), receipt, title);
    }
    await chat.says('redeem');
    const [first = receipt] = left;
    assert.deepEqual(await chat.clicksOn(first, say('redeem.start-now'), { understood: 'true' }), receipt, 'the old one is finished, whatever is open now');
    await plays(chat, [
      [(here) => here.says('redeem'), (card) => assert.equal(textsOf(card)[0], say('redeem.acknowledge-heading'))],
      [(here) => here.fills({ understood: 'true' })],
      ['redeem'],
    ]);
    const abandoned = await chat.clicks(say('conversation.go-on'));
    await plays(chat, [['redeem'], [(here) => here.clicks(say('conversation.start-again'))]]);
    assert.equal(textsOf(await chat.clicksOn(abandoned, say('form.next'), { people: '2' }))[0], say('redeem.acknowledge-heading'));
  });
});

describe('a yes on a review that was left further up', () => {
  it('is not taken for what the person has changed since: the review is shown as it stands now', async () => {
    const { chat, store } = await janasChat();
    await plays(chat, upToReview(say, cardKey(1)));
    const old = chat.last;
    await plays(chat, [
      [(here) => here.clicks(say('redeem.change-admin'))],
      [(here) => here.fills({ adminName: 'Oldřich Nový', adminEmail: 'oldrich@woodgrove.cz' })],
    ]);
    const now = await chat.clicksOn(old, say('redeem.create-account'));
    assert.equal(textsOf(now)[0], say('redeem.review-heading-new'));
    assert.ok(JSON.stringify(now).includes('Oldřich Nový'));
    assert.equal((await auditOf(store)).length, 0);
    assert.equal(textsOf(await chat.clicks(say('redeem.create-account')))[0], say('redeem.receipt-heading-new'));
  });

  it('is not taken either when Teams delivers the click again after the person has changed something', async () => {
    const { chat, store } = await janasChat();
    await plays(chat, upToKeysReview(say, cardKey(1)));
    const click = mainClick(chat);
    const sending = { activityKey: 'msteams|chat|yes' };
    assert.equal(linesOf(await chat.sends(click, sending))[0], say('redeem.country-heading'));
    await plays(chat, [['back'], [(here) => here.clicks(say('redeem.keys-add'))], [(here) => here.fills({ keys: cardKey(2) })]]);
    assert.equal(linesOf(await chat.sends(click, sending))[0], say('redeem.keys-review-heading'));
    assert.equal((await auditOf(store)).length, 0);
  });

  it('is taken after a restart, when nothing has changed', async () => {
    const { chat, store } = await janasChat();
    await plays(chat, upToReview(say, cardKey(1)));
    const again = chatOf(anAssistant(store), jana().person, { locale: 'en', name: jana().name });
    assert.equal(textsOf(await again.clicksOn(chat.last, say('redeem.create-account')))[0], say('redeem.receipt-heading-new'));
  });
});

describe('lines sent at the same moment', () => {
  it('are taken one after the other: no answer is lost', async () => {
    const { chat, store } = await janasChat();
    await plays(chat, upToKeys(say, 'new-subscription', '3'));
    await Promise.all([1, 2, 3].map((n) => chat.sends(text(cardKey(n)))));
    await plays(chat, [['go on', (card) => assert.ok(textsOf(card).includes(say('redeem.keys-of', 3, 3)))]]);
    assert.ok(await store.read('progress', `${jana().person}|chat-${jana().person}`));
  });

  it('are taken one after the other across two processes, too', async () => {
    const { chat, store } = await janasChat();
    await plays(chat, upToKeys(say, 'new-subscription', '3'));
    const others = [chat, chatOf(anAssistant(store), jana().person, { locale: 'en' }), chatOf(anAssistant(store), jana().person, { locale: 'en' })];
    await Promise.all(others.map((each, index) => each.sends(text(cardKey(index + 1)))));
    await plays(chat, [['go on', (card) => assert.ok(textsOf(card).includes(say('redeem.keys-of', 3, 3)))]]);
  });
});
