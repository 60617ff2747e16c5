import type { Element } from './adaptive-card.ts';
import { text } from './kit.ts';

/** Every paragraph is an element of its own: two thousand characters of one-letter lines would make a card that Teams refuses. */
const mostParagraphs = 40;

/** What somebody wrote, line by line without the empty ones; beyond forty the rest stands in the last one. */
export function paragraphsOf(message: string): readonly string[] {
  const lines = message
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= mostParagraphs) return lines;
  return [...lines.slice(0, mostParagraphs - 1), lines.slice(mostParagraphs - 1).join(' ')];
}

/** What somebody wrote, its paragraphs kept apart, at most forty of them. */
export function paragraphs(message: string): readonly Element[] {
  return paragraphsOf(message).map((line) => text(line));
}
