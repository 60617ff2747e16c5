import { normalised } from '../../../domain/product-keys/product-key.ts';
import type { Draft } from '../../conversation/engine.ts';

const shortestMeant = 15;
const longestMeant = 35;
const mixed = /\p{L}\d|\d\p{L}/u;

/** About as many characters as a key has: meant as one, though some may be missing or too many. */
export function isAboutAsLong(length: number): boolean {
  return length >= shortestMeant && length <= longestMeant;
}

/** Is a line said at this step meant as a key, be it complete or not? Letters and digits side by side, about as many as a key has. */
export function isMeantAsKey(text: string): boolean {
  return isAboutAsLong(normalised(text).length) && mixed.test(text);
}

// As on the card, with dashes and perhaps a group mistyped; or groups of five with spaces, or nothing, between them.
const keyInWords =
  /(?<![\p{L}\p{N}\p{Pd}])[A-Z0-9]{4,6}(?:\p{Pd}[A-Z0-9]{4,6}){4}(?![\p{L}\p{N}\p{Pd}])|(?<![\p{L}\p{N}\p{Pd}])[A-Z0-9]{5}(\s?)(?:[A-Z0-9]{5}\1){3}[A-Z0-9]{5}(?![\p{L}\p{N}\p{Pd}])/giu;

/** A key said in the chat instead of in the form, as the form's input, without the words around it. */
export function keysIn(text: string): Draft {
  const found = text.replace(/\p{Cf}/gu, '').match(keyInWords) ?? [];
  return { keys: found.length === 0 ? text : found.join('\n') };
}

/** "1. " or "kód: " before a key of a pasted list says nothing. Where the rest of a line could be (part of) a key, all of it stays. */
export function withoutWords(block: string): string {
  return block.replace(/[^\r\n\t,;]+/g, (piece) => {
    const found = piece.match(keyInWords) ?? [];
    const rest = piece.replace(keyInWords, ' ');
    return found.length === 0 || mixed.test(rest) ? piece : found.join('\n');
  });
}
