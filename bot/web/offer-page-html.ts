import type { TextKey } from '../../cards/messages/catalogue.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';
import { wordsOf } from './card-words.ts';
import { embedded, escaped, unbroken } from './escaped.ts';
import { pageStyle, styleHash } from './offer-page-style.ts';
import { framed, pageWords } from './page-frame.ts';
import type { PageWords } from './page-frame.ts';
import { pagePolicy } from './page-policy.ts';
import type { TeamsLinks } from './teams-links.ts';

/** What stands on the page of an offer for one reader. */
export interface OfferPageView {
  readonly title: TextKey;
  /** The offer; absent where there is nothing for this reader, and then `words` say so. */
  readonly card?: RenderedCard;
  readonly words?: TextKey;
  /** What an answer brings back. A page that takes no answer has none, and runs no script. */
  readonly token?: string;
  /** Names the files that the page loads. */
  readonly assets: string;
  readonly teams?: { readonly pageUrl: string; readonly links?: TeamsLinks };
}

/** What the page may load and who may frame it. */
export const offerPagePolicy = pagePolicy(styleHash);

/** What the browser's script says by itself, by the name it knows it by. */
const spokenByScript = {
  oneMoment: 'offer-page.one-moment',
  offline: 'offer-page.offline',
  wentWrong: 'offer-page.went-wrong',
  signingIn: 'offer-page.signing-in',
  signInFailed: 'offer-page.sign-in-failed',
  notFound: 'offer-page.not-found',
} as const;

/** A whole page. What the card says stands on it as plain paragraphs, until the script draws the card in their place. */
export function offerPageHtml(view: OfferPageView, say: Say): string {
  const text = pageWords(say);
  const body = `<header>
<p>${text('pages.brand')}</p>
<h1>${text(view.title)}</h1>
</header>
<p class="said" id="said" role="status"></p>
<main id="offer" tabindex="-1">
${mainHtml(view, text)}
</main>
${teamsHtml(view.teams, text)}<footer>
<nav aria-label="${text('offer-page.languages')}">
<ul>
${Language.options.map((language) => languageHtml(language, say.language)).join('\n')}
<li><a href="../privacy">${text('privacy.title')}</a></li>
</ul>
</nav>
</footer>`;
  const head = ['<meta name="robots" content="noindex, nofollow">', ...scripts(view, say)];
  return framed(say, { title: view.title, style: pageStyle, head, skip: { to: 'offer', words: 'offer-page.skip' }, body });
}

function scripts({ card, token, assets }: OfferPageView, say: Say): readonly string[] {
  if (token === undefined) return [];
  const texts = Object.fromEntries(Object.entries(spokenByScript).map(([name, key]) => [name, say(key)]));
  const data = { card: card ?? null, token, texts, languages: Language.options };
  const folder = `../static/${assets}`;
  return [
    `<script type="application/json" id="page-data">${embedded(data)}</script>`,
    `<script defer src="${folder}/adaptivecards.min.js"></script>`,
    `<script type="module" src="${folder}/offer-page.js"></script>`,
  ];
}

function mainHtml({ card, words }: OfferPageView, text: PageWords): string {
  const paragraphs = card === undefined ? [] : [...wordsOf(card).map((line) => escaped(unbroken(line)))];
  const own = words === undefined ? [] : [text(words)];
  const without = card === undefined ? [] : [`<noscript><p>${text('offer-page.no-script')}</p></noscript>`];
  return [...[...paragraphs, ...own].map((line) => `<p>${line}</p>`), ...without].join('\n');
}

function teamsHtml(teams: OfferPageView['teams'], text: PageWords): string {
  if (teams === undefined) return '';
  const { pageUrl, links } = teams;
  const button = (href: string, key: TextKey) =>
    `<li><a class="button" href="${escaped(href)}" target="_blank" rel="noopener noreferrer">${text(key)}</a></li>`;
  const buttons = links === undefined ? [] : ['<ul>', button(links.page, 'offer-page.open-in-teams'), button(links.chat, 'offer-page.open-chat'), '</ul>'];
  return `${[
    '<aside id="teams" aria-labelledby="teams-heading">',
    `<h2 id="teams-heading">${text('offer-page.teams-heading')}</h2>`,
    `<p>${text('offer-page.teams-why')}</p>`,
    ...buttons,
    `<p>${text(links === undefined ? 'offer-page.write' : 'offer-page.or-write')} <code>${escaped(pageUrl)}</code></p>`,
    '</aside>',
  ].join('\n')}\n`;
}

/** Each language by its own name, which readers of the others need not know. */
function languageHtml(language: Language, current: Language): string {
  const marked = language === current ? ' aria-current="true"' : '';
  return `<li><a href="?lang=${language}" lang="${language}" hreflang="${language}"${marked}>${escaped(sayIn(language)('language.name'))}</a></li>`;
}
