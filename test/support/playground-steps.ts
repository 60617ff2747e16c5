import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { buttonsOf, openPlaygroundChat, wordsOf } from './playground.ts';
import type { PlaygroundChat, Shown } from './playground.ts';

/** A click in a Playground: the button, what stands in the inputs, and the words that the card in its place must have. */
export type Click = readonly [title: string, inputs: Readonly<Record<string, string>>, ...expected: string[]];

/** Jana's chat in Czech, whatever was spoken in it before; closed afterwards. */
export async function asJana<T>(address: string, work: (jana: PlaygroundChat) => Promise<T>): Promise<T> {
  await using jana = await openPlaygroundChat(address);
  await jana.click(await jana.ask('jazyk'), 'Čeština');
  return await work(jana);
}

/** Clicks one button after another; each must turn the same card into the next one. Gives the last. */
export async function clicksThrough(chat: PlaygroundChat, first: Shown, clicks: readonly Click[]): Promise<Shown> {
  let card = first;
  for (const [title, inputs, ...expected] of clicks) {
    card = await chat.click(card, title, inputs);
    assert.equal(card.messageId, first.messageId);
    shows(card, ...expected);
  }
  return card;
}

/** A card with these words. */
export function shows({ card, text }: Shown, ...expected: readonly string[]): void {
  const words = wordsOf(card);
  for (const piece of expected) assert.ok(words.includes(piece), `"${piece}" does not stand in:\n${text}${words}`);
}

/** What a person picks in a list that opens: the first choice that begins so. */
export function choiceOf({ card }: Shown, input: string, beginning: string): string {
  const choice = choicesIn(card?.['body'], input).find(({ title }) => title.startsWith(beginning));
  assert.ok(choice, `no choice "${beginning}" on:\n${wordsOf(card)}`);
  return choice.value;
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

function choicesIn(body: unknown, input: string): readonly Choice[] {
  const found: Choice[] = [];
  JSON.parse(JSON.stringify(body ?? []), (_, part: { readonly id?: string; readonly choices?: readonly Choice[] } | null) => {
    if (part?.id === input) found.push(...(part.choices ?? []));
    return part;
  });
  return found;
}

/** None of this stands in the card, nor in what it sends. */
export function hides({ card, text }: Shown, ...pieces: readonly string[]): void {
  const all = `${JSON.stringify(card)}${text}`;
  for (const piece of pieces) assert.ok(!all.includes(piece), `"${piece}" stands in:\n${all}`);
}

/** The first card of a new redemption, also where another was left in the middle. */
export async function beginsToRedeem(chat: PlaygroundChat): Promise<Shown> {
  const say = sayIn('cs');
  const first = await chat.ask('uplatnit kód');
  const startAgain = say('conversation.start-again');
  const card = buttonsOf(first).includes(startAgain) ? await chat.click(first, startAgain) : first;
  shows(card, say('redeem.acknowledge-heading'));
  return card;
}

/** From the first card to "Does everything look right?". */
export function upToKeysReview(
  say: Say,
  { keys, ...purpose }: { readonly purpose: string; readonly people: string; readonly keys: readonly string[] },
): readonly Click[] {
  return [
    [say('redeem.start-now'), { understood: 'true' }, say('redeem.purpose-heading')],
    [say('form.next'), purpose, say('redeem.keys-heading')],
    [say('form.next'), { keys: keys.join('\n') }, say('redeem.keys-review-heading'), ...keys.map((key) => `…${key.slice(-5)}`)],
  ];
}

/** From there to the receipt of a new subscription in Czechia. */
export function upToNewReceipt(say: Say, { organisation, domain }: { readonly organisation: string; readonly domain: string }): readonly Click[] {
  return [
    [say('redeem.keys-done'), {}, say('redeem.country-heading')],
    [say('form.next'), { country: 'CZ' }, say('redeem.organisation-heading')],
    [say('form.next'), { organisation, domain }, say('redeem.admin-heading')],
    [say('form.next'), { adminName: 'Alena Malá', adminEmail: `alena@${domain}` }, say('redeem.agreement-heading')],
    [say('form.next'), { agreed: 'true' }, say('redeem.review-heading-new'), organisation, domain, 'Alena Malá', `alena@${domain}`, say.country('CZ')],
    [say('redeem.create-account'), {}, say('redeem.receipt-heading-new'), organisation, 'Alena Malá'],
  ];
}
