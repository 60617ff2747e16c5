import type { Say } from '../../cards/messages/say.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Links } from './context.ts';

/** What a card about something in the book is drawn with, in a turn or unasked. */
export interface CardParts {
  readonly book: Reader;
  readonly secrets: Secrets;
  readonly links: Links;
  readonly now: Date;
  /** Of whoever will read it. */
  readonly language: Language;
}

/** What a turn draws such a card with, for whoever speaks. */
export function cardParts({ book, secrets, links, now, say }: Omit<CardParts, 'language'> & { readonly say: Pick<Say, 'language'> }): CardParts {
  return { book, secrets, links, now, language: say.language };
}
