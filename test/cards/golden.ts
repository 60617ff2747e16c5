import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayIn } from '../../cards/messages/say.ts';
import type { Language } from '../../domain/shared/language.ts';
import { views } from './views.ts';

const folder = join(import.meta.dirname, 'golden');
const widest = 240;
const mostChoices = 8;

/** Where the cards of one function in one language are kept, as somebody looked at them and agreed. */
export function goldenFile(card: string, language: Language): string {
  return join(folder, language, `${card.replace(/Card$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`);
}

/** The cards as they are kept. */
export function kept(card: string, language: Language): string {
  return readFileSync(goldenFile(card, language), 'utf8');
}

/** The cards as they are drawn now, in all their situations. */
export function drawn(card: string, language: Language): string {
  const situations = Object.entries(views[card] ?? {}).map(([view, draw]) => [view, draw(sayIn(language))]);
  return `${written(shortened(Object.fromEntries(situations)), '')}\n`;
}

/** Compact, and a line for each part that somebody would look at: what fits on a line stays on it. */
function written(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= widest) return flat;
  const inner = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((each) => inner + written(each, inner))
    : Object.entries(value).map(([name, each]) => `${inner}${JSON.stringify(name)}: ${written(each, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/**
 * What is the same everywhere, or another library's business, is not kept: the constants of the frame, the fallback that a rule
 * compares with its button, the names of all countries, and which kind of space the formats of this Node put between numbers.
 */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[\u00A0\u202F]/g, ' ');
  if (Array.isArray(value))
    return value.length <= mostChoices || !isChoices(value)
      ? value.map(shortened)
      : [...value.slice(0, mostChoices).map(shortened), `and ${String(value.length - mostChoices)} more`];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['$schema', 'version', 'fallback', 'fallbackText', 'msteams'].includes(name))
      .map(([name, each]) => [name, shortened(each)]),
  );
}

function isChoices(value: readonly unknown[]): boolean {
  return value.every((each) => typeof each === 'object' && each !== null && 'title' in each && 'value' in each);
}
