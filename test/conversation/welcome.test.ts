import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import type { HandleTurn, Reply } from '../../domain/shared/turn.ts';
import { fill } from '../support/book.ts';
import { jana } from '../support/builders.ts';
import { textsOf } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import type { Sending } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { bookedContoso, cardKey, cloudysBook, contosoTenant, customerRecord, karelInTeams, somebody, stock } from '../support/transcript-book.ts';
import { upToKeys } from '../support/transcript-steps.ts';
import { aChat, plays, shows } from '../support/transcript.ts';

const installed = { kind: 'installed' } as const;
const removed = { kind: 'removed' } as const;
const hi = { kind: 'text', text: 'hi', hasAttachments: false } as const;

const welcomesAmong = (replies: readonly Reply[]): number => replies.filter((reply) => reply.kind === 'card').length;

async function janasChat() {
  const store = memoryStore();
  await fill(store, cloudysBook());
  const assistant = anAssistant(store);
  return { store, assistant, chat: chatOf(assistant, jana().person, { locale: 'cs' }) };
}

async function inOrder(send: () => Promise<Reply>, times: number): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (let time = 0; time < times; time += 1) replies.push(await send());
  return replies;
}

/** The proof: four times the same event, four events of different ids, and four at once give one welcome. */
async function welcomesOnce(through: (turn: HandleTurn) => HandleTurn = (turn) => turn): Promise<void> {
  const four = async (sending: Sending): Promise<number> => {
    const { assistant } = await janasChat();
    const chat = chatOf({ turn: through(assistant.turn) }, jana().person);
    return welcomesAmong(await inOrder(() => chat.sends(installed, sending), 4));
  };
  assert.equal(await four({ activityKey: 'msteams|chat|1' }), 1, 'the same event four times');
  assert.equal(await four({}), 1, 'four events of different ids');
  const { assistant } = await janasChat();
  const chat = chatOf({ turn: through(assistant.turn) }, jana().person);
  assert.equal(welcomesAmong(await Promise.all([1, 2, 3, 4].map(() => chat.sends(installed)))), 1, 'four at once');
}

describe('the welcome', () => {
  it('comes once, however often Teams tells of the installation', () => welcomesOnce());

  it('would come twice from an assistant that forgets whom it has welcomed, and the proof finds that out', async () => {
    const forgetful =
      (turn: HandleTurn): HandleTurn =>
      async (incoming) => {
        await turn({ ...incoming, said: removed, activityKey: `${incoming.activityKey}|forgets` });
        return turn(incoming);
      };
    await assert.rejects(welcomesOnce(forgetful), /four events of different ids/);
  });

  it('comes once although two processes hear of it at the same moment', async () => {
    const { store, chat } = await janasChat();
    const other = chatOf(anAssistant(store), jana().person);
    assert.equal(welcomesAmong(await Promise.all([chat.sends(installed), other.sends(installed)])), 1);
  });

  it('says to each side what is there for them, in their language', async () => {
    const store = memoryStore();
    await fill(store, cloudysBook(customerRecord(bookedContoso({ tenant: contosoTenant, language: 'sk' }))));
    const assistant = anAssistant(store);
    const greeting = async (person: typeof karelInTeams, locale: string): Promise<readonly string[]> => {
      const reply = await chatOf(assistant, person, { locale }).sends(installed);
      return reply.kind === 'card' ? textsOf({ ...reply.card }) : [];
    };
    assert.ok((await greeting(jana().person, 'cs-CZ')).includes(sayIn('cs')('welcome.partner')));
    assert.ok((await greeting(karelInTeams, 'en-GB')).includes(sayIn('sk')('welcome.customer')));
    assert.ok((await greeting(somebody, 'de-DE')).includes(sayIn('en')('stranger.body')));
  });

  it('comes to somebody who wrote before it could', async () => {
    const { chat } = await janasChat();
    await chat.sends(hi);
    assert.equal((await chat.sends(installed)).kind, 'card');
  });

  it('comes again after a new installation', async () => {
    const { chat } = await janasChat();
    assert.equal((await chat.sends(installed)).kind, 'card');
    assert.equal((await chat.sends(removed)).kind, 'nothing');
    assert.equal((await chat.sends(installed)).kind, 'card');
  });
});

describe('the address of a person', () => {
  it('is kept from the first message, and its newest service address with every message', async () => {
    const { store, chat } = await janasChat();
    await chat.sends(hi, { serviceUrl: 'https://smba.example/emea/' });
    assert.equal((await store.read('address', jana().person))?.value.address.serviceUrl, 'https://smba.example/emea/');
    await chat.sends(hi, { serviceUrl: 'https://smba.example/amer/', locale: 'sk-SK' });
    const known = (await store.read('address', jana().person))?.value;
    assert.deepEqual([known?.address.serviceUrl, known?.locale, known?.address.conversation], ['https://smba.example/amer/', 'sk-SK', `chat-${jana().person}`]);
  });

  it('is not written again while nothing has changed', async () => {
    const { store, chat } = await janasChat();
    await chat.sends(hi);
    const before = (await store.read('address', jana().person))?.version;
    await chat.sends(hi);
    assert.equal((await store.read('address', jana().person))?.version, before);
  });

  it('is never that of a channel', async () => {
    const { store, chat } = await janasChat();
    await chat.sends(hi, { scope: 'channel' });
    await chat.sends(hi, { scope: 'group' });
    assert.equal(await store.read('address', jana().person), undefined);
  });

  it('is forgotten when the assistant is removed, and what was begun waits for the person to come back', async () => {
    const { chat, store, say } = await aChat({ as: jana(), book: cloudysBook(stock(1)) });
    await plays(chat, upToKeys(say));
    await chat.sends(removed);
    assert.equal(await store.read('address', jana().person), undefined);
    await chat.sends(installed);
    await plays(chat, [
      ['redeem', shows(say('conversation.resume-heading'))],
      [(here) => here.clicks(say('conversation.go-on')), shows(say('redeem.keys-heading'))],
      [(here) => here.fills({ keys: cardKey(1) }), shows(say('redeem.keys-review-heading'))],
    ]);
  });
});
