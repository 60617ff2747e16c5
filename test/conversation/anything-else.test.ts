import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sayIn } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import type { Said } from '../../domain/shared/turn.ts';
import { folded } from '../../domain/shared/queries.ts';
import { jana } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { cloudysBook, stock } from '../support/transcript-book.ts';
import { upToKeys } from '../support/transcript-steps.ts';
import { aChat, offers, plays, shows } from '../support/transcript.ts';

const janasBook = { as: jana(), book: cloudysBook(stock(1)) };
const greetings = [
  'hi',
  'hello',
  'Hi!',
  'HELLO',
  'Ahoj',
  'Dobrý den',
  'dobry den',
  'Dobrý deň',
  'DOBRY DEN',
  'čau',
  'Zdravím',
  'hello 👋',
  'home',
  'domů',
  'Domov',
];
const helps = ['help', 'HELP', 'Nápověda', 'napoveda', 'pomoc', 'Pomocník', 'POMOCNIK', 'co umíš', '?', 'help!'];

/** A picture, a sticker, a file without a word. */
const attachmentOnly: Said = { kind: 'text', text: '', hasAttachments: true };

const text = (words: string): Said => ({ kind: 'text', text: words, hasAttachments: false });
const strange: readonly (readonly [string, Said])[] = [
  ['an emoji', text('🤷‍♀️')],
  ['a picture, a sticker or a file', attachmentOnly],
  ['10,000 characters', text('Lorem ipsum dolor '.repeat(556))],
  ['10,000 spaced characters', text('a 1 '.repeat(2500))],
  ['nothing at all', text('   ')],
  ['an edited message', { kind: 'edited' }],
  ['an unknown word', text('ornitorynk')],
  ['markup', text('<script>alert(1)</script> **bold** [link](http://x)')],
];

/** Three commands as buttons, and no word of what was said. */
function offersThree(card: CardJson): void {
  const commands = buttonsOf(card).filter(({ verb }) => verb === 'begin' || verb === 'show');
  assert.equal(commands.length, 3, textsOf(card).join(' | '));
}

describe('a greeting', () => {
  for (const language of Language.options) {
    it(`in any language, case and spelling leads home (${language})`, async () => {
      const { chat, say } = await aChat(janasBook, language);
      for (const line of [...greetings, ...greetings.map(folded)]) await plays(chat, [[line, shows(say('home.heading'), 'Cloudy s.r.o.')]]);
    });

    it(`is not needed for help, which names what can be typed (${language})`, async () => {
      const { chat, say } = await aChat(janasBook, language);
      for (const line of helps) await plays(chat, [[line, shows(say('help.heading'), say('help.stop-back'))]]);
    });
  }
});

describe('anything that is not understood', () => {
  for (const language of Language.options) {
    for (const [what, said] of strange) {
      it(`is answered with the three nearest commands: ${what} (${language})`, async () => {
        const { chat, say } = await aChat(janasBook, language);
        const reply = await chat.sends(said);
        assert.ok(reply.kind === 'card');
        offersThree({ ...reply.card });
        assert.equal(textsOf({ ...reply.card })[0], say(said.kind === 'edited' ? 'conversation.edited-heading' : 'conversation.unknown-heading'));
        assert.ok(!JSON.stringify(reply.card).includes('<script'));
      });
    }
  }

  it('has the way back into the open conversation first', async () => {
    const { chat, say } = await aChat(janasBook);
    await plays(chat, upToKeys(say));
    for (const [what, said] of strange) {
      const reply = await chat.sends(said);
      assert.ok(reply.kind === 'card');
      assert.equal(buttonsOf({ ...reply.card })[0]?.title, say('conversation.go-on'), what);
      offersThree({ ...reply.card });
    }
    await plays(chat, [['go on', shows(say('redeem.keys-heading'))]]);
  });

  it('is never left without a way on, whatever it is', async () => {
    const { chat } = await aChat(janasBook);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (words) => {
        const reply = await chat.sends(text(words));
        assert.ok(reply.kind === 'card');
        assert.ok(buttonsOf({ ...reply.card }).some(({ verb }) => verb !== undefined));
      }),
      { numRuns: 60 },
    );
  });

  it('does not take long over 10,000 characters that look like a key that never ends', async () => {
    const { chat, say } = await aChat(janasBook);
    for (const line of ['A1B2C-'.repeat(1667), 'A1B2C'.repeat(2000), 'A1B2C '.repeat(1667), '-'.repeat(10_000), 'ABCD1 \n'.repeat(1400)]) {
      const card = await chat.says(line);
      assert.ok(!textsOf(card).includes(say('redeem.overheard')) || line.startsWith('A1B2C '), line.slice(0, 20) + textsOf(card).join(' | '));
      assert.ok(JSON.stringify(card).length < 25_000);
    }
  });

  it('would be found out: an answer without buttons', () => {
    assert.throws(() => offersThree({ type: 'AdaptiveCard', body: [], actions: [] }), { code: 'ERR_ASSERTION' });
  });

  it('gets no answer when nobody spoke: a reaction, typing, presence', async () => {
    const { chat } = await aChat(janasBook);
    assert.deepEqual(await chat.sends({ kind: 'other' }), { kind: 'nothing' });
  });

  it('with a small error finds its job', async () => {
    const { chat, say } = await aChat(janasBook);
    await plays(chat, [
      ['redem', shows(say('redeem.acknowledge-heading'))],
      ['stopp', shows(say('conversation.stopped-heading')), offers(say('conversation.start-again'))],
    ]);
    const slovak = sayIn('sk');
    const { chat: other } = await aChat(janasBook, 'sk');
    await plays(other, [['pouzit kd', shows(slovak('redeem.acknowledge-heading'))]]);
  });
});
