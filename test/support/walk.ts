import { buttonsOf, inputsOf, textsOf } from './card-reading.ts';
import type { CardJson } from './card-reading.ts';
import { cardKey } from './transcript-book.ts';

/** Has the card a main button that asks the assistant something? */
export function hasWayOn(card: CardJson): boolean {
  return mainButton(card) !== undefined;
}

export const mainButton = (card: CardJson) => buttonsOf(card).find(({ style, verb }) => style === 'positive' && verb !== undefined);

/** What stands at the top of a card. */
export const headingOf = (card: CardJson): string => textsOf(card)[0] ?? '';

/** Answers to every question of a card that mostly will do: what stands there already, the first of what is on offer, or a text of the right form. */
export function answersTo(card: CardJson): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputsOf(card).map(({ id, type, value, choices }) => [id, isFilled(value) ? String(value) : (choices[0]?.value ?? typed(id, type))]),
  );
}

function isFilled(value: string | number | undefined): boolean {
  return value !== undefined && value !== '';
}

function typed(id: string, type: string): string {
  if (type === 'Input.Date') return '2026-03-20';
  if (type === 'Input.Toggle') return 'true';
  if (/mail|upn/i.test(id)) return 'x@own.example';
  if (/domain/i.test(id)) return 'own.example';
  if (/keys?$/i.test(id)) return cardKey(1);
  if (/objectId/i.test(id)) return '12345678-0000-4000-8000-000000000000';
  return /partnerId|number/i.test(id) ? '4711001' : '3';
}
