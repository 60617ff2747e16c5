import { betweenWords, folded, longestPart, shortestIdPart } from '../shared/queries.ts';
import type { Customer } from './records.ts';

/** What is looked for is compared with these. */
type Sought = Pick<Customer, 'name' | 'domain' | 'tenant'>;

/** More words than this narrow nothing down. */
const mostTerms = 8;

/**
 * Is this customer found by that search? Every word of it must be a part of the name, the domain or the directory id; case and diacritics
 * do not matter (mission, row 11).
 */
export function isFound(customer: Sought, find: string): boolean {
  const text = [folded(customer.name), folded(customer.domain), customer.tenant ?? ''].join(' ');
  return termsOf(find).every((term) => text.includes(term));
}

/**
 * Where the rows of the index `customers-by-part` begin that hold what a search finds, one for each word: whoever searches takes the one
 * with the fewest rows, and compares what it finds with `isFound`. A single letter counts only where nothing longer was typed: the index
 * knows it as a word, or with something behind it.
 */
export function partsSought(find: string): readonly string[] {
  const words = folded(find)
    .split(/\s+/u)
    .flatMap(wordsOf)
    .map((word) => word.slice(0, longestPart));
  const long = words.filter((word) => word.length > 1);
  if (words.length === 0) return [folded(find)];
  return [...new Set(long.length === 0 ? words : long)].slice(0, mostTerms);
}

/** What may be cut out of a directory id begins with the end of one of its groups: the index does not know that by so few characters. */
function wordsOf(typed: string): readonly string[] {
  const words = typed.split(betweenWords).filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const isCutShort = /^[\da-f]+(?:-[\da-f]+)+$/u.test(typed) && first.length < shortestIdPart;
  return isCutShort && rest.some((word) => word.length > 1) ? rest : words;
}

/** What was typed, word by word: a domain stays whole, everything else is split where names are. */
function termsOf(find: string): readonly string[] {
  const words = folded(find)
    .split(/\s+/u)
    .flatMap((word) => (/^[\p{L}\p{N}.-]+\.\p{L}{2,}$/u.test(word) ? [word] : word.split(betweenWords)))
    .filter((word) => word !== '');
  return words.length === 0 ? [folded(find)] : words;
}
