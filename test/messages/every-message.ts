import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { formatsOf } from '../../cards/messages/locale.ts';
import { sk } from '../../cards/messages/sk.ts';
import { Day } from '../../domain/shared/dates.ts';
import type { Language } from '../../domain/shared/language.ts';

const folder = join(import.meta.dirname, '../../cards/messages/en');
const sources = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const catalogues: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = { en, cs, sk };

/** What a message is told: a text (a name, an ending), a number, or a day. */
export type Kind = 'string' | 'number' | 'Day';

/** One message in every language. */
export interface Message {
  readonly key: string;
  readonly kinds: readonly Kind[];
  /** In a language, with these facts or with stand-ins. */
  readonly says: (language: Language, facts?: readonly unknown[]) => string;
}

/** All messages, with the kinds of their arguments as the English source declares them. */
export const messages: readonly Message[] = Object.keys(en).map((key) => {
  const kinds = kindsOf(key);
  return { key, kinds, says: (language, facts = standIns(kinds)) => said(catalogues[language][key], facts) };
});

export function keysOf(language: Language): readonly string[] {
  return Object.keys(catalogues[language]);
}

function said(message: unknown, facts: readonly unknown[]): string {
  return z.string().parse(typeof message === 'function' ? Reflect.apply(message, undefined, facts) : message);
}

// The types of arguments are gone when the tests run; the source still has them.
function kindsOf(key: string): readonly Kind[] {
  const declared = sources.match(new RegExp(`^  '${key}': \\(([^)]*)\\) =>`, 'm'))?.[1] ?? '';
  return declared
    .split(',')
    .filter((each) => each.includes(':'))
    .map((each) => z.enum(['string', 'number', 'Day']).parse(each.split(':')[1]?.trim()));
}

/** Facts that can be told from each other in what is said: a name in brackets, a number, a day. */
export function standIns(kinds: readonly Kind[]): readonly unknown[] {
  return kinds.map((kind, index) => {
    if (kind === 'string') return `⟨${String(index)}⟩`;
    return kind === 'number' ? 171 + index * 111 : Day.parse(`2031-01-1${String(index)}`);
  });
}

/** How a fact is written in a language. */
export function writtenIn(language: Language, fact: unknown): string {
  const { number, day } = formatsOf(language);
  if (typeof fact === 'number') return number(fact);
  const parsed = Day.safeParse(fact);
  return parsed.success ? day(parsed.data) : z.string().parse(fact);
}
