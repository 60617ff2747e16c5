import { distance } from 'fastest-levenshtein';
import { phrases } from '../../cards/messages/phrases.ts';
import type { Intent } from '../../cards/messages/phrases.ts';
import { folded } from '../../domain/shared/queries.ts';

interface Phrase {
  readonly intent: Intent;
  readonly words: string;
}

const known: readonly Phrase[] = Object.entries(phrases).flatMap(([intent, byLanguage]) =>
  Object.values(byLanguage).flatMap((lines) => lines.map((line) => ({ intent: intentOf(intent), words: plainly(line) }))),
);
const exact: ReadonlyMap<string, Intent> = new Map(known.map(({ words, intent }) => [words, intent]));

/** Longer lines are compared by their beginning: nobody types a command of this length. */
const longestCommand = 60;

/** The intent a line means word for word; case, diacritics and what surrounds the words do not matter. */
export function wordForWord(text: string): Intent | undefined {
  return exact.get(plainly(text));
}

/** The intent a line means, word for word or with a small typing error; undefined for anything else. */
export function understand(text: string): Intent | undefined {
  const words = plainly(text);
  const meant = exact.get(words);
  if (meant !== undefined || words.length > longestCommand) return meant;
  const [closest] = ranked(words);
  return closest !== undefined && closest.far <= slips(words) ? closest.intent : undefined;
}

/** The intents whose words lie nearest, best first, each once; only those in `among`. */
export function nearest<I extends Intent>(text: string, among: readonly I[], count: number): readonly I[] {
  const words = plainly(text).slice(0, longestCommand);
  const intents = ranked(words).flatMap(({ intent }) => among.filter((each) => each === intent));
  return [...new Set(intents)].slice(0, count);
}

const seeking = /^(?:find|search|search for|hledat|hledej|najít|najdi|vyhledat|nájsť|nájdi|hľadať|hľadaj|vyhľadať)\s+(\S.*)$/iu;

/** What somebody looks for: "find novák", "najít novák"; undefined for anything else. */
export function soughtIn(text: string): string | undefined {
  return text.length > 120 ? undefined : seeking.exec(text.trim())?.[1]?.slice(0, 100);
}

/** A yes, in any of the languages; no typing errors allowed where something is agreed to. */
export function isYes(text: string): boolean {
  return wordForWord(text) === 'yes';
}

function ranked(words: string): readonly { readonly intent: Intent; readonly far: number }[] {
  return known.map((phrase) => ({ intent: phrase.intent, far: distance(words, phrase.words) })).sort((a, b) => a.far - b.far);
}

function slips(words: string): number {
  if (words.length < 4) return 0;
  return words.length < 6 ? 1 : 2;
}

/** Folded, without the punctuation, smileys and spaces around it; a line of nothing else stays as it is. */
export function plainly(text: string): string {
  const words = folded(text).replace(/\s+/gu, ' ');
  const inner = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return inner === '' ? words : inner;
}

function intentOf(name: string): Intent {
  const intents: readonly string[] = Object.keys(phrases);
  const isIntent = (candidate: string): candidate is Intent => intents.includes(candidate);
  return isIntent(name) ? name : 'help';
}
