import assert from 'node:assert/strict';
import type { PartnerUser } from '../../domain/company/records.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from './book.ts';
import { buttonsOf, inputsOf, textsOf } from './card-reading.ts';
import type { CardJson } from './card-reading.ts';
import { anAssistant, chatOf } from './chat.ts';
import type { Assistant, Chat } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';

/** Who talks, and what the book holds before the first word. */
export interface Scene {
  readonly as: PartnerUser;
  readonly book: readonly Put[];
  /** The present; the tests' today when absent. */
  readonly on?: string;
}

/** One chat over a book of its own. A second device or a restart is another chat over the same one. */
export interface Played extends Assistant {
  readonly chat: Chat;
  readonly say: Say;
}

/** What a person does: a line said, or a click. */
export type Does = string | ((chat: Chat) => Promise<unknown>);
/** What the answer must be like. */
export type Check = (card: CardJson) => void;
export type Row = readonly [does: Does, ...checks: Check[]];

/** A chat in one language with a book of its own. */
export async function aChat(scene: Scene, language: Language = 'en'): Promise<Played> {
  const store = memoryStore();
  await fill(store, scene.book);
  const assistant = anAssistant(store, clockAt(scene.on));
  return { ...assistant, say: sayIn(language), chat: chatOf(assistant, scene.as.person, { locale: language, name: scene.as.name }) };
}

/** Plays the rows one after another in a chat. */
export async function plays(chat: Chat, rows: readonly Row[]): Promise<void> {
  for (const [does, ...checks] of rows) {
    await (typeof does === 'string' ? chat.says(does) : does(chat));
    for (const check of checks) check(chat.last);
  }
}

/**
 * A conversation as a table, played in every language through the real turn: `[said | clicks | fills, → shows …]`.
 *
 * The rows take their titles from the language's own voice; what must stay word for word stands in the wording tests.
 *
 * @example transcript('one key', { as: jana(), book }, (say) => [['redeem', shows(say('redeem.acknowledge-heading'))]]);
 */
export function transcript(
  title: string,
  scene: Scene,
  rows: (say: Say) => readonly Row[],
  afterwards: (played: Played) => Promise<void> | void = () => undefined,
) {
  for (const language of Language.options) {
    it(`${title} (${language})`, async () => {
      const played = await aChat(scene, language);
      await plays(played.chat, rows(played.say));
      await afterwards(played);
    });
  }
}

/** Clicks a button by its title. */
export const clicks =
  (title: string, inputs: Readonly<Record<string, string>> = {}): Does =>
  (chat) =>
    chat.clicks(title, inputs);

/** Fills in the form and presses its main button. */
export const fills =
  (inputs: Readonly<Record<string, string>> = {}): Does =>
  (chat) =>
    chat.fills(inputs);

/** The heading, and pieces of text somewhere below it. */
export function shows(heading: string, ...pieces: readonly string[]): Check {
  return (card) => {
    const [first, ...lines] = textsOf(card);
    assert.equal(first, heading, `the card says ${JSON.stringify(textsOf(card))}`);
    for (const piece of pieces)
      assert.ok(
        lines.some((line) => line.includes(piece)),
        `"${piece}" is not among ${JSON.stringify(lines)}`,
      );
  };
}

/** None of this stands anywhere in the card: neither in its texts, nor in its inputs, nor behind its buttons. */
export function hides(...pieces: readonly string[]): Check {
  return (card) => {
    for (const piece of pieces) assert.ok(!JSON.stringify(card).includes(piece), `"${piece}" stands in the card`);
  };
}

/** What the inputs hold, by id. */
export function holds(values: Readonly<Record<string, string>>): Check {
  return (card) => {
    const held = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, String(value ?? '')]));
    assert.deepEqual(Object.fromEntries(Object.keys(values).map((id) => [id, held[id]])), values);
  };
}

/** Buttons of these titles. */
export function offers(...titles: readonly string[]): Check {
  return (card) => {
    const there = buttonsOf(card).map((each) => each.title);
    for (const title of titles) assert.ok(there.includes(title), `no button "${title}" among ${JSON.stringify(there)}`);
  };
}

/** No button of these titles. */
export function offersNot(...titles: readonly string[]): Check {
  return (card) =>
    assert.deepEqual(
      buttonsOf(card).flatMap((each) => (titles.includes(each.title) ? [each.title] : [])),
      [],
    );
}
