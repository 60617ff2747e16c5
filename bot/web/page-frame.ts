import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { Say } from '../../cards/messages/say.ts';
import { escaped, unbroken } from './escaped.ts';

/** What a message says, ready to stand in a page. */
export type PageWords = (key: TextKey) => string;

export function pageWords(say: Say): PageWords {
  return (key) => escaped(unbroken(say(key)));
}

export interface PageFrame {
  readonly title: TextKey;
  readonly style: string;
  /** More for the head, each line as HTML. */
  readonly head?: readonly string[];
  /** Over the header, for who reads with a keyboard: the way to what the page says. */
  readonly skip: { readonly to: string; readonly words: TextKey };
  readonly body: string;
}

/** What every page has around what it says. */
export function framed(say: Say, { title, style, head = [], skip, body }: PageFrame): string {
  const text = pageWords(say);
  return `<!doctype html>
<html lang="${say.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} · ${text('pages.brand')}</title>
<style>${style}</style>
${head.map((line) => `${line}\n`).join('')}</head>
<body>
<a class="skip" href="#${skip.to}">${text(skip.words)}</a>
${body}
</body>
</html>
`;
}
