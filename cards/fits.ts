import type { AdaptiveCard } from './adaptive-card.ts';

/** What Teams takes of one card, with a margin for what the channel adds (25 KB are promised, 28 KB refused). */
const mostBytes = 24_500;

/** Is a card small enough for every client? Asked where names, messages and lists decide how big it gets. */
export function fits(card: AdaptiveCard): boolean {
  return new TextEncoder().encode(JSON.stringify(card)).length <= mostBytes;
}
