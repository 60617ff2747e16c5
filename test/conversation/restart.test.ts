import assert from 'node:assert/strict';
import { conversations } from '../../bot/flows/index.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { auditOf, clockAt, fill, partnerRecord } from '../support/book.ts';
import { jana, petr } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { aSeller, roleIds } from '../support/offers.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { bookedContoso, cardKey, cloudysBook, customerRecord, karelRecord, stock } from '../support/transcript-book.ts';
import { upToKeys } from '../support/transcript-steps.ts';
import { aChat, clicks, fills, holds, offers, plays, shows } from '../support/transcript.ts';
import type { Does } from '../support/transcript.ts';

/** Everything a person does to set up Woodgrove with a key from stock and one that is not. */
const wholeWay: readonly Does[] = [
  'redeem',
  fills({ understood: 'true' }),
  fills({ purpose: 'new-subscription', people: '3' }),
  fills({ keys: `${cardKey(1)}\n${cardKey(60)}` }),
  fills({ plan: 'small-business' }),
  fills(),
  fills({ country: 'SK' }),
  fills({ organisation: 'Woodgrove', domain: 'woodgrove.cz' }),
  fills({ adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' }),
  fills({ agreed: 'true' }),
  fills(),
];
const correction: readonly Does[] = ['correct e-mail', fills({ domain: 'contoso.cz' }), fills({ newEmail: 'karel@contoso.com' }), fills()];

/** Everything a person does to offer Contoso two plans with delegated administration. */
const offering: readonly Does[] = [
  'purchase offer',
  fills({ customer: bookedContoso().id }),
  fills({ plan: 'business-basic', seats: '5', term: 'P1Y', billing: 'monthly', amount: '1 234,50', currency: 'CZK' }),
  fills(),
  fills({ country: 'SK', delegation: 'gdap' }),
  fills({ roles: roleIds('helpdesk-administrator').join(','), days: '90' }),
  fills({ message: 'Dobrý den,\n\nposíláme nabídku.' }),
  fills(),
];

const confirmed = (put: Put): Put => (put.kind === 'partner' ? partnerRecord(aSeller()) : put);
const book = cloudysBook(stock(2), customerRecord(bookedContoso()), karelRecord()).map(confirmed);

interface Machine {
  readonly store: Store;
  /** A new process over the same book, and the person's chat with it. */
  readonly restart: () => Chat;
}

async function aMachine(language: Language, lossy: (store: Store) => Store = (store) => store): Promise<Machine> {
  const store = lossy(memoryStore());
  await fill(store, book);
  return { store, restart: () => chatOf(anAssistant(store), petr().person, { locale: language, name: petr().name }) };
}

/** Stops the process after `some` steps, comes back by the same word, and finds the very same card. */
async function comesBack(machine: Machine, say: Say, way: readonly Does[], some: number): Promise<Chat> {
  const before = machine.restart();
  await plays(
    before,
    way.slice(0, some).map((does) => [does]),
  );
  const after = machine.restart();
  const [first] = way;
  assert.ok(typeof first === 'string');
  await after.says(first);
  if (some > 1) await plays(after, [[clicks(say('conversation.go-on'))]]);
  assert.deepEqual(after.last, before.last);
  return after;
}

async function survivesRestarts(language: Language, way: readonly Does[], event: string, lossy?: (store: Store) => Store): Promise<void> {
  for (let some = 1; some < way.length; some += 1) {
    const machine = await aMachine(language, lossy);
    const chat = await comesBack(machine, sayIn(language), way, some);
    await plays(
      chat,
      way.slice(some).map((does) => [does]),
    );
    assert.equal((await auditOf(machine.store)).filter(({ what }) => what === event).length, 1);
  }
}

describe('a conversation', () => {
  for (const language of Language.options) {
    it(`goes on where it stood after a restart at every step (${language})`, () => survivesRestarts(language, wholeWay, 'product-keys-redeemed'));
  }
  it('about an offer does so, too', () => survivesRestarts('sk', offering, 'offer-sent'));
  it('about a wrong e-mail does so, too', () => survivesRestarts('cs', correction, 'admin-email-corrected'));

  it('kept in the memory of the process would be lost, and the proof finds that out', async () => {
    const lossy = (store: Store): Store => ({
      ...store,
      commit: (change) => store.commit({ ...change, put: change.put.filter(({ kind }) => kind !== 'progress') }),
    });
    await assert.rejects(survivesRestarts('en', wholeWay, 'product-keys-redeemed', lossy));
  });

  it('goes on with the cards that are on the screen, after a restart between any two clicks', async () => {
    const { store, restart } = await aMachine('en');
    const clock = clockAt();
    const chat = chatOf({ turn: (incoming) => anAssistant(store, clock).turn(incoming) }, petr().person, { name: petr().name });
    await plays(
      chat,
      wholeWay.map((does) => [does]),
    );
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'product-keys-redeemed').length, 1);
    await plays(restart(), [['hi', shows(sayIn('en')('home.heading'))]]);
  });

  it('goes on on another device, and the card left on the first one shows where things stand', async () => {
    const { store, restart } = await aMachine('en');
    const say = sayIn('en');
    const desk = restart();
    await plays(desk, upToKeys(say));
    const leftOnDesk = desk.last;
    const phone = restart();
    await plays(phone, [
      ['redeem', shows(say('conversation.resume-heading'), say('conversation.resume-where', say('redeem.title'), 3, 9))],
      [clicks(say('conversation.go-on')), shows(say('redeem.keys-heading'))],
      [fills({ keys: cardKey(1) }), shows(say('redeem.keys-review-heading'))],
    ]);
    await desk.clicksOn(leftOnDesk, say('form.next'), { keys: cardKey(2) });
    await plays(desk, [[clicks(say('redeem.keys-add')), shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 1))]]);
    assert.equal((await store.read('progress', `${petr().person}|chat-${petr().person}`))?.value.step, 'keys');
  });

  for (const language of Language.options) {
    it(`is stopped, taken up again, left for another, and begun anew, each said plainly (${language})`, async () => {
      const { chat, say } = await aChat({ as: petr(), book }, language);
      await plays(chat, [
        ...upToKeys(say, 'new-subscription', '7'),
        [clicks(say('form.stop'), { keys: 'typed' }), shows(say('conversation.stopped-heading'), say('redeem.title'), say('conversation.stopped'))],
        [clicks(say('conversation.go-on')), shows(say('redeem.keys-heading'), say('redeem.keys-of', 0, 7)), holds({ keys: 'typed' })],
        ['stop', shows(say('conversation.stopped-heading'))],
        ['Wingtip', shows(say('conversation.unknown-heading'), say('conversation.open-now', say('redeem.title'))), offers(say('conversation.go-on'))],
        ['pokračovat', shows(say('redeem.keys-heading'), say('redeem.keys-of', 0, 7))],
        ['correct e-mail', shows(say('conversation.resume-heading')), offers(say('conversation.begin-instead', say('correct.title')))],
        ['redeem', shows(say('conversation.resume-heading'), say('conversation.resume-where', say('redeem.title'), 3, 9))],
        [clicks(say('conversation.start-again')), shows(say('redeem.acknowledge-heading'))],
        [fills({ understood: 'true' }), shows(say('redeem.purpose-heading')), holds({ people: '' })],
        ['correct e-mail', shows(say('conversation.resume-heading'))],
        [clicks(say('conversation.begin-instead', say('correct.title'))), shows(say('correct.customer-heading'))],
      ]);
    });
  }

  it('that is not there cannot be stopped, gone back in, or gone on with: three other things are offered', async () => {
    const { chat, say } = await aChat({ as: jana(), book });
    for (const word of ['stop', 'zrušit', 'back', 'naspäť', 'go on', 'pokračovať']) {
      await plays(chat, [
        [word, shows(say('conversation.nothing-open-heading')), offers(say('intent.redeem-product-keys'), say('intent.customers'), say('intent.renewals'))],
      ]);
    }
  });
});

describe('a conversation that a deployment has changed', () => {
  const { flows } = conversations;
  const newer = {
    ...conversations,
    flows: {
      ...flows,
      'correct-admin-email': { ...flows['correct-admin-email'], version: 2 },
      'redeem-product-keys': { ...flows['redeem-product-keys'], version: 2 },
    },
  };
  const stricter = { ...conversations, flows: { ...flows, 'redeem-product-keys': { ...flows['redeem-product-keys'], restore: () => undefined } } };

  async function deployed(language: Language, talks = newer, rows = upToKeys(sayIn(language))) {
    const { chat, say, store } = await aChat({ as: petr(), book }, language);
    await plays(chat, rows);
    const card = chat.last;
    return { store, say, card, chat: chatOf(anAssistant(store, clockAt(), talks), petr().person, { locale: language, name: petr().name }) };
  }

  for (const language of Language.options) {
    it(`is begun again, friendly and without an error, from the card on the screen (${language})`, async () => {
      const { chat, say, card } = await deployed(language);
      await chat.clicksOn(card, say('form.next'), { keys: cardKey(1) });
      await plays(chat, [
        [() => Promise.resolve(), shows(say('conversation.changed-heading'), say('conversation.changed'))],
        [clicks(say('redeem.title')), shows(say('redeem.acknowledge-heading'))],
        [fills({ understood: 'true' }), shows(say('redeem.purpose-heading'))],
      ]);
    });
  }

  it('says so whatever is typed about it', async () => {
    for (const word of ['redeem', 'stop', 'back', 'go on', 'correct e-mail']) {
      const { chat, say } = await deployed('en');
      await plays(chat, [[word, shows(say('conversation.changed-heading')), offers(say('redeem.title'))]]);
    }
  });

  it('says so when the answers of then no longer fit, too', async () => {
    const { chat, say } = await deployed('en', stricter);
    await plays(chat, [
      ['go on', shows(say('conversation.changed-heading'))],
      ['redeem', shows(say('redeem.acknowledge-heading'))],
    ]);
  });

  it('offers itself, not another one', async () => {
    const say = sayIn('en');
    const { chat, card } = await deployed('en', newer, [['correct e-mail', shows(say('correct.customer-heading'))]]);
    await chat.clicksOn(card, say('form.next'));
    await plays(chat, [[clicks(say('correct.title')), shows(say('correct.customer-heading'))]]);
  });

  it('does not stand in the way of anything else', async () => {
    const { chat, say } = await deployed('en');
    await plays(chat, [
      ['hi', shows(say('home.heading'))],
      [clicks(say('intent.redeem-product-keys')), shows(say('conversation.changed-heading'))],
      [clicks(say('redeem.title')), shows(say('redeem.acknowledge-heading'))],
    ]);
  });
});
