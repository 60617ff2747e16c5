import assert from 'node:assert/strict';
import type { CardAction } from '../../cards/actions.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { auditOf, fill } from '../support/book.ts';
import { eva, jana, petr, rita, rival } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { bookedContoso, cardKey, cloudysBook, customerRecord, karelRecord, rivalsBook, stock, stocked } from '../support/transcript-book.ts';
import { upToKeys, upToReview } from '../support/transcript-steps.ts';
import { fills, plays } from '../support/transcript.ts';

const say = sayIn('en');
const ritasKey = cardKey(90);
/** Whatever belongs to Rita and to nobody else. */
const ritas = ['Woodgrove', 'woodgrove.cz', 'Alena', 'Rita', ritasKey.slice(-5)];

/** Rita of another partner has redeemed a key, corrected an e-mail, and has another conversation open. */
async function aWorld() {
  const store = memoryStore();
  await fill(store, [
    ...cloudysBook(stock(2), customerRecord(bookedContoso()), karelRecord()),
    ...rivalsBook(stocked(ritasKey, { partner: rival }), stocked(cardKey(91), { partner: rival })),
  ]);
  const assistant = anAssistant(store);
  const chatWith = (person: PersonId, name: string) => chatOf(assistant, person, { locale: 'en', name });
  const rita1 = chatWith(rita().person, rita().name);
  await plays(rita1, upToReview(say, ritasKey));
  const review = rita1.last;
  await plays(rita1, [[fills()]]);
  const receipt = rita1.last;
  await plays(rita1, [['correct e-mail'], [fills({ domain: 'woodgrove.cz' })], [fills({ newEmail: 'alena.mala@woodgrove.cz' })]]);
  const correction = rita1.last;
  await plays(rita1, [[fills()], ...upToKeys(say)]);
  return { store, chatWith, cards: [review, receipt, correction, rita1.last] };
}

const state = async (store: Awaited<ReturnType<typeof aWorld>>['store']) => ({
  audit: (await auditOf(store)).length,
  ritas: (await store.read('progress', `${rita().person}|chat-${rita().person}`))?.version,
});

function showsNothingOf(others: readonly string[], card: CardJson): void {
  const all = JSON.stringify(card);
  for (const piece of others) assert.ok(!all.includes(piece), `"${piece}" of somebody else is shown: ${textsOf(card).join(' | ')}`);
}

/** Every button of the cards of somebody else, clicked by this person, with inputs made up. */
async function clicksAll(chat: ReturnType<typeof chatOf>, cards: readonly CardJson[], others: readonly string[]): Promise<void> {
  for (const { verb, data } of cards.flatMap(buttonsOf)) {
    if (verb === undefined || verb === 'begin' || verb === 'show') continue;
    const reply = await chat.sends({ kind: 'clicked', verb, data: { ...data, keys: cardKey(1), adminName: 'X', newEmail: 'x@x.cz' } });
    assert.ok(reply.kind === 'card', verb);
    showsNothingOf(others, { ...reply.card });
  }
}

describe('a button of somebody else', () => {
  for (const [who, user] of [
    ['a colleague with every right in another company', petr()],
    ['a salesperson of another company', jana()],
    ['somebody who may only read', eva()],
  ] as const) {
    it(`shows nothing of theirs to ${who}, and changes nothing`, async () => {
      const { store, chatWith, cards } = await aWorld();
      const before = await state(store);
      const chat = chatWith(user.person, user.name);
      await clicksAll(chat, cards, ritas);
      await plays(chat, upToKeysIf(user.supportedCompanies !== 'none'));
      await clicksAll(chat, cards, ritas);
      assert.deepEqual(await state(store), before);
    });
  }

  it('of the same company shows no receipt of theirs, and moves nothing of theirs', async () => {
    const { store, chatWith } = await aWorld();
    const jana1 = chatWith(jana().person, jana().name);
    await plays(jana1, upToReview(say, cardKey(1)));
    const before = (await store.read('progress', `${jana().person}|chat-${jana().person}`))?.version;
    await clicksAll(chatWith(petr().person, petr().name), [jana1.last], ['Woodgrove', 'Alena']);
    assert.equal((await store.read('progress', `${jana().person}|chat-${jana().person}`))?.version, before);
    assert.equal((await auditOf(store)).filter(({ by }) => by.kind === 'person' && by.person !== rita().person).length, 0);
  });

  it('would be found out: a receipt shown to whoever knows its run', async () => {
    const { cards } = await aWorld();
    const [, receipt] = cards;
    assert.ok(receipt);
    assert.throws(() => showsNothingOf(ritas, receipt), /of somebody else is shown/);
  });
});

function upToKeysIf(may: boolean) {
  return may ? upToKeys(say) : [];
}

describe('a button with something else in it', () => {
  const odd: readonly (readonly [string, unknown])[] = [
    ['', {}],
    ['submit', undefined],
    ['submit', null],
    ['submit', 'text'],
    ['submit', { run: 5, step: {} }],
    ['submit', { run: 'x'.repeat(300), step: 'keys' }],
    ['__proto__', { __proto__: { verb: 'begin' } }],
    ['constructor', { prototype: 1 }],
    ['begin', { flow: 'toString' }],
    ['show', { page: '__proto__' }],
    ['show', { page: 'to-do', after: 'not-a-cursor' }],
    ['show-checklist', { subscription: '../../etc' }],
    ['show-checklist', { subscription: '__proto__' }],
    ['confirm-hand-off', { handOff: 'constructor', run: 'toString' }],
    ['mark-checklist', { subscription: 'x', item: 'domain', status: 'deleted' }],
    ['choose-language', { language: 'de' }],
  ];

  it('changes nothing and has a way on', async () => {
    const { store, chatWith } = await aWorld();
    const chat = chatWith(petr().person, petr().name);
    const before = await state(store);
    for (const [verb, data] of odd) {
      const reply = await chat.sends({ kind: 'clicked', verb, data });
      assert.ok(reply.kind === 'card', verb);
      assert.ok(
        buttonsOf({ ...reply.card }).some((button) => button.verb !== undefined),
        verb,
      );
      showsNothingOf(ritas, { ...reply.card });
    }
    assert.deepEqual(await state(store), before);
  });

  it('of the own conversation leads to no step that was not reached, and redeems nothing', async () => {
    const { store, chatWith } = await aWorld();
    const chat = chatWith(jana().person, jana().name);
    await plays(chat, upToKeys(say));
    const run = CommandId.parse(buttonsOf(chat.last)[0]?.data['run']);
    const actions: readonly CardAction[] = [
      { verb: 'confirm', run, step: 'review', shown: 'forged' },
      { verb: 'confirm', run, step: 'keys', shown: 'forged' },
      { verb: 'submit', run, step: 'review' },
      { verb: 'edit', run, step: 'keys', to: 'review' },
      { verb: 'confirm', run, step: 'review', shown: 'forged' },
      { verb: 'confirm', run, step: 'keys-review', shown: 'forged' },
      { verb: 'edit', run, step: 'keys', to: 'nowhere' },
    ];
    for (const { verb, ...data } of actions) await chat.sends({ kind: 'clicked', verb, data });
    assert.equal((await auditOf(store)).filter(({ by }) => by.kind === 'person' && by.person === jana().person).length, 0);
    await plays(chat, [['go on', (card) => assert.ok([say('redeem.keys-heading')].includes(textsOf(card)[0] ?? ''), textsOf(card)[0])]]);
  });
});
