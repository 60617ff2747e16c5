import { createHash } from 'node:crypto';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { Say } from '../../cards/messages/say.ts';
import { framed, pageWords } from './page-frame.ts';
import type { PageWords } from './page-frame.ts';

/** What a page says, by the keys of its messages. */
export interface PageText {
  /** From page to page, without a slash before it: the public address may have a path of its own. */
  readonly link: string;
  readonly title: TextKey;
  readonly sections: readonly { readonly heading: TextKey; readonly list?: readonly TextKey[]; readonly paragraphs?: readonly TextKey[] }[];
}

// Text stands at least 4.5 to 1 against its ground in both themes (WCAG 2.2, 1.4.3).
const style = `
:root { color-scheme: light dark; --ground: #ffffff; --text: #242424; --quiet: #525252; --link: #4f52b2; --line: #d1d1d1 }
@media (prefers-color-scheme: dark) { :root { --ground: #1f1f1f; --text: #f5f5f5; --quiet: #c7c7c7; --link: #a9acf0; --line: #525252 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 44rem; padding: 0 1.25rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.6 "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word }
header { border-bottom: 1px solid var(--line); padding: 1rem 0 .5rem }
header p { margin: 0; color: var(--quiet) }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: .25rem 0 0; padding: 0 }
nav a { display: inline-block; padding: .375rem 0 }
a { color: var(--link) }
a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none }
a:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--ground) }
.skip:focus { left: 1rem; top: .5rem }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 2rem 0 0 }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem }
p, ul { margin: .5rem 0 }
main ul { padding-left: 1.25rem }
main li { margin: .375rem 0 }
`;

/** What such a page may load: nothing but the style that stands in it. */
export const contentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A whole page, with links to all of `menu`. */
export function pageHtml(page: PageText, menu: readonly PageText[], say: Say): string {
  const text = pageWords(say);
  const body = `<header>
<p>${text('pages.brand')}</p>
<nav aria-label="${text('pages.menu')}">
<ul>
${menu.map((other) => `<li><a href="${other.link}"${other === page ? ' aria-current="page"' : ''}>${text(other.title)}</a></li>`).join('\n')}
</ul>
</nav>
</header>
<main id="text" tabindex="-1">
<h1>${text(page.title)}</h1>
${page.sections.map((section) => sectionHtml(section, text)).join('\n')}
</main>`;
  return framed(say, { title: page.title, style, skip: { to: 'text', words: 'pages.skip' }, body });
}

function sectionHtml({ heading, list = [], paragraphs = [] }: PageText['sections'][number], text: PageWords): string {
  const points = list.length === 0 ? [] : ['<ul>', ...list.map((key) => `<li>${text(key)}</li>`), '</ul>'];
  return [`<h2>${text(heading)}</h2>`, ...points, ...paragraphs.map((key) => `<p>${text(key)}</p>`)].join('\n');
}
