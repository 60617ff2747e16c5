import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { fill } from '../support/book.ts';
import { cloudy, eva, jana, petr } from '../support/builders.ts';
import { textsOf } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import {
  bookedContoso,
  cardKey,
  cloudysBook,
  contosoTenant,
  customerRecord,
  karelInTeams,
  karelRecord,
  somebody,
  stock,
  watched,
} from '../support/transcript-book.ts';
import { customerDetails, upToKeys, upToKeysReview, upToReview } from '../support/transcript-steps.ts';
import { clicks, fills, plays, shows } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';

const key = cardKey(1);
const colleague = personId(cloudy, ObjectId.parse('dddddddd-0000-4000-8000-000000000001'));

/** Pieces of a key long enough to be nothing else. The last five characters are what may be shown. */
const piecesOf = (typed: string): readonly string[] => {
  const plain = typed.replaceAll('-', '');
  return Array.from({ length: plain.length - 7 }, (_, start) => plain.slice(start, start + 8));
};

/** Neither a card nor the book holds a piece of the key that a person could read. */
function hasNoPieceOf(typed: string, text: string): void {
  const upper = text.toUpperCase();
  for (const form of [upper, upper.replaceAll('-', '')]) {
    for (const piece of piecesOf(typed)) assert.ok(!form.includes(piece), `"${piece}" of the key can be read`);
  }
}

async function aBookWatched(through: (store: Store) => Store = (store) => store) {
  const book = watched(memoryStore());
  await fill(book.store, cloudysBook(stock(3), customerRecord(bookedContoso({ tenant: contosoTenant })), karelRecord()));
  return { ...book, assistant: anAssistant(through(book.store)) };
}

/** Says the key at this place of the conversation; the card and everything written are looked through. */
async function saysKey(
  person: PersonId,
  rows: readonly Row[],
  language: Language = 'en',
  line = `here it is: ${key}`,
): Promise<{ chat: Chat; lines: readonly string[] }> {
  const { assistant, written } = await aBookWatched();
  const chat = chatOf(assistant, person, { locale: language });
  await plays(chat, rows);
  const card = await chat.says(line);
  hasNoPieceOf(key, JSON.stringify(card));
  hasNoPieceOf(key, written());
  return { chat, lines: textsOf(card) };
}

const atSteps: readonly (readonly [string, (say: Say) => readonly Row[], (say: Say) => string])[] = [
  ['at rest', () => [], (say) => say('redeem.acknowledge-heading')],
  ['before the acknowledgement', () => [['redeem']], (say) => say('redeem.acknowledge-heading')],
  ['where keys are asked for', (say) => upToKeys(say), (say) => say('redeem.keys-heading')],
  ['where something else is asked', (say) => [...upToKeysReview(say, cardKey(2)), [fills()], [fills()]], (say) => say('redeem.keys-review-heading')],
  ['at the last review', (say) => upToReview(say, cardKey(2)), (say) => say('redeem.keys-review-heading')],
  ['while the conversation is stopped', (say) => [...upToKeys(say), ['stop']], (say) => say('redeem.keys-heading')],
];

describe('a product key typed as a chat message', () => {
  for (const language of Language.options) {
    const say = sayIn(language);
    for (const [where, rows, heading] of atSteps) {
      it(`is taken ${where}, never repeated, and the person learns how to delete it (${language})`, async () => {
        const { lines, chat } = await saysKey(jana().person, rows(say), language);
        assert.equal(lines[0], heading(say));
        assert.ok(lines.includes(say('redeem.overheard')), lines.join('\n'));
        await plays(chat, [['go on', (card) => hasNoPieceOf(key, JSON.stringify(card))]]);
      });
    }
  }

  it('is found among the words around it, in every form, one or many', async () => {
    const say = sayIn('en');
    const plain = key.replaceAll('-', '');
    for (const [line, count] of [
      [`Dobrý den, kód je ${key}, děkuji`, 1],
      [`redeem ${plain.toLowerCase()} please`, 1],
      [`the key: ${key.replaceAll('-', ' ')}`, 1],
      [key.replaceAll('-', '–'), 1],
      [`${key} a ${cardKey(2)} a ještě ${cardKey(3)}.`, 3],
      [`${key}\n${cardKey(2)}`, 2],
    ] as const) {
      const { lines } = await saysKey(jana().person, upToKeys(say, 'new-subscription', '3'), 'en', line);
      assert.ok(lines.includes(say('redeem.keys-of', count, 3)) && lines.includes(say('redeem.overheard')), `${line}: ${lines.join(' | ')}`);
    }
  });

  it('counts: the conversation goes on with it to the end, and asks for the last review again', async () => {
    const say = sayIn('en');
    const { chat } = await saysKey(jana().person, upToReview(say, cardKey(2)));
    await plays(chat, [
      [clicks(say('redeem.keys-done')), shows(say('redeem.review-heading-new'), say('redeem.plan-times', 'Office 365 Small Business', 2))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'))],
    ]);
  });

  it('is not taken while another conversation is open, which stays as it is', async () => {
    const say = sayIn('en');
    const { chat, lines } = await saysKey(petr().person, [['correct e-mail'], [fills({ domain: 'contoso.cz' })]]);
    assert.equal(lines[0], say('conversation.resume-heading'));
    assert.ok(lines.includes(say('conversation.key-not-taken')));
    await plays(chat, [[clicks(say('conversation.go-on')), shows(say('correct.email-heading'))]]);
  });

  for (const [who, person] of [
    ['somebody without the right', eva().person],
    ['a colleague whom the book does not know', colleague],
    ['a customer', karelInTeams],
    ['a stranger', somebody],
  ] as const) {
    it(`is not taken from ${who}, who learns how to delete it`, async () => {
      const { lines } = await saysKey(person, []);
      assert.ok(lines.includes(sayIn('en')('conversation.key-not-taken')), lines.join('\n'));
    });
  }

  it('that is not complete is not taken, and stands in no field either', async () => {
    const say = sayIn('en');
    for (const rows of [[], upToKeys(say), upToReview(say, cardKey(2))]) {
      const { lines, chat } = await saysKey(jana().person, rows, 'en', key.slice(0, -1));
      assert.ok(lines.includes(say('conversation.key-not-taken')), lines.join('\n'));
      assert.ok(
        lines.some((line) => line.includes(say('redeem.wrong-length', 1, 24))),
        lines.join('\n'),
      );
      await plays(chat, [['go on', (card) => hasNoPieceOf(key, JSON.stringify(card))]]);
    }
    const { chat, lines } = await saysKey(jana().person, upToKeys(say), 'en', key.slice(0, 17));
    assert.equal(lines[0], say('redeem.keys-heading'));
    await plays(chat, [['go on', (card) => hasNoPieceOf(key, JSON.stringify(card))]]);
  });

  it('that was used before is refused in words only', async () => {
    const say = sayIn('en');
    const { assistant, written } = await aBookWatched();
    const chat = chatOf(assistant, jana().person, { locale: 'en' });
    await plays(chat, [...upToReview(say, key), [fills()], [key, shows(say('redeem.acknowledge-heading'), say('conversation.key-not-taken'))]]);
    hasNoPieceOf(key, JSON.stringify(chat.last));
    hasNoPieceOf(key, written());
  });
});

describe('a product key in the form', () => {
  it('is masked from the next card on, and no piece of it can be read in the book, from the first card to the receipt', async () => {
    const say = sayIn('cs');
    const { assistant, written } = await aBookWatched();
    const chat = chatOf(assistant, jana().person, { locale: 'cs' });
    const masked = (card: object): void => hasNoPieceOf(key, JSON.stringify(card));
    await plays(chat, [
      ...upToKeys(say),
      [fills({ keys: `${key}\nnonsense-1` }), masked],
      [fills({ keys: '' }), masked],
      ...customerDetails(say),
      [fills({ agreed: 'true' }), masked],
      [fills(), masked],
      ['co zbývá', masked],
    ]);
    hasNoPieceOf(key, written());
  });

  it('that rests unsealed would be found out', async () => {
    const { store, written } = await aBookWatched();
    await fill(store, [{ kind: 'preference', id: 'x', value: { person: jana().person, language: 'en' } }], key);
    assert.throws(() => hasNoPieceOf(key, written()), /of the key can be read/);
  });
});
