import type { TextKey } from '../../cards/messages/catalogue.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import { PlanId, plans } from '../../domain/shared/plans.ts';
import { embedded, escaped, unbroken } from './escaped.ts';
import { pagePolicy } from './page-policy.ts';
import { tabStyle, tabStyleHash } from './renewals-tab-style.ts';
import { teamsLinks } from './teams-links.ts';

export const renewalsTabPolicy = pagePolicy(tabStyleHash);

interface TabView {
  /** Names the files that the page loads. */
  readonly assets: string;
  readonly appId: string | undefined;
}

type Text = (key: TextKey) => string;

/** What the browser's script says by itself, by the name it knows it by. */
const spokenByScript = {
  loading: 'renewals-tab.loading',
  offline: 'renewals-tab.offline',
  wentWrong: 'renewals-tab.went-wrong',
  signingIn: 'renewals-tab.signing-in',
  signInFailed: 'renewals-tab.sign-in-failed',
  closed: 'renewals-tab.closed',
  none: 'renewals-tab.none',
  shown: 'renewals-tab.shown',
  exported: 'renewals-tab.exported',
  owned: 'renewals-tab.owned',
  act: 'renewals-tab.act',
  openChat: 'renewals-tab.open-chat',
  told: 'renewal.told',
  toldNobody: 'renewal.told-nobody',
  timeline: 'renewals-tab.timeline-what',
  timelineRenewed: 'renewals-tab.timeline-renewed',
  file: 'renewals-tab.file',
} as const satisfies Readonly<Record<string, TextKey>>;

/** The choices, in their order; the first one is what is shown at the beginning. */
const choices = [
  ['weeks', ['renewals-tab.weeks-10', 'renewals-tab.weeks-4', 'renewals-tab.weeks-26', 'renewals-tab.weeks-52', 'renewals-tab.weeks-ended']],
  [
    'status',
    [
      ...(['renewals-tab.status-to-do', 'renewals-tab.status-open', 'renewals-tab.status-snoozed'] as const),
      ...(['renewals-tab.status-let-end', 'renewals-tab.status-not-reached', 'renewals-tab.status-renewed'] as const),
    ],
  ],
  [
    'stage',
    [
      ...(['renewals-tab.stage-any', 'renewals-tab.stage-running', 'renewals-tab.stage-extended'] as const),
      ...(['renewals-tab.stage-usable', 'renewals-tab.stage-disabled', 'renewals-tab.stage-deleted'] as const),
    ],
  ],
  ['owner', ['renewals-tab.owner-all', 'renewals-tab.owner-mine']],
] as const;

/** The page without anything of the book: what stands on it comes by its script, for whoever is signed in. */
export function renewalsTabHtml({ assets, appId }: TabView, say: Say): string {
  const text: Text = (key) => escaped(unbroken(say(key)));
  return `<!doctype html>
<html lang="${say.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${text('renewals-tab.title')} · ${text('pages.brand')}</title>
<style>${tabStyle}</style>
<script type="application/json" id="page-data">${embedded(dataOf(say))}</script>
<script type="module" src="../static/${assets}/renewals-tab.js"></script>
</head>
<body>
<a class="skip" href="#list-heading">${text('renewals-tab.skip')}</a>
<header>
<p>${text('pages.brand')}</p>
<h1>${text('renewals-tab.title')}</h1>
<p id="company"></p>
</header>
<p class="said" id="said" role="status"></p>
<main>
<noscript><p>${text('renewals-tab.no-script')}</p></noscript>
${closedHtml(text, say, appId)}
<div id="dashboard" hidden>
${filtersHtml(text)}
${timelineHtml(text)}
${listHtml(text)}
</div>
</main>
<footer>
<nav id="languages" aria-label="${text('renewals-tab.languages')}">
<ul>
${Language.options.map((language) => languageHtml(language, say.language)).join('\n')}
</ul>
</nav>
<p><a href="../privacy">${text('privacy.title')}</a></p>
</footer>
</body>
</html>
`;
}

function dataOf(say: Say): object {
  return { texts: Object.fromEntries(Object.entries(spokenByScript).map(([name, key]) => [name, say(key)])), languages: Language.options };
}

/** What anybody sees whom nobody knows: the ways in. */
function closedHtml(text: Text, say: Say, appId: string | undefined): string {
  const chat =
    appId === undefined
      ? []
      : [
          `<p><a class="button" href="${escaped(teamsLinks(appId, say('intent.renewals'), '').chat)}" target="_blank" rel="noopener noreferrer">${text('renewals-tab.open-chat')}</a></p>`,
        ];
  return [
    '<section id="closed" hidden>',
    `<h2 id="closed-heading" tabindex="-1">${text('renewals-tab.closed-heading')}</h2>`,
    '<p id="why"></p>',
    ...chat,
    '</section>',
  ].join('\n');
}

function filtersHtml(text: Text): string {
  const plan: readonly (readonly [string, string])[] = [
    ['', text('renewals-tab.plan-any')],
    ...PlanId.options.map((id) => [id, escaped(plans[id].name)] as const),
  ];
  const fields = choices.map(([name, keys]) =>
    fieldHtml(
      name,
      text(`renewals-tab.${name}`),
      keys.map((key) => [valueOf(name, key), text(key)]),
    ),
  );
  return [
    '<form id="filters">',
    '<fieldset class="filters">',
    `<legend>${text('renewals-tab.filters')}</legend>`,
    ...[...fields.slice(0, 3), fieldHtml('plan', text('renewals-tab.plan'), plan), ...fields.slice(3)],
    '</fieldset>',
    '</form>',
  ].join('\n');
}

/** `renewals-tab.stage-running` is the choice `running`; any stage is none. */
function valueOf(name: string, key: string): string {
  const value = key.slice(`renewals-tab.${name}-`.length);
  return value === 'any' ? '' : value;
}

function fieldHtml(name: string, label: string, options: readonly (readonly [value: string, words: string])[]): string {
  const list = options.map(([value, words]) => `<option value="${value}">${words}</option>`).join('');
  return `<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${list}</select></div>`;
}

function timelineHtml(text: Text): string {
  return `<section aria-labelledby="timeline-heading">
<h2 id="timeline-heading">${text('renewals-tab.timeline')}</h2>
<p class="quiet" id="timeline-what"></p>
<table aria-labelledby="timeline-heading" aria-describedby="timeline-what">
<thead><tr><th scope="col">${text('renewals-tab.week')}</th><th scope="col">${text('renewals-tab.count')}</th></tr></thead>
<tbody id="timeline"></tbody>
</table>
</section>`;
}

function listHtml(text: Text): string {
  return `<section aria-labelledby="list-heading">
<h2 id="list-heading" tabindex="-1">${text('renewals-tab.list')}</h2>
<p id="shown"></p>
<div id="list"></div>
<div class="after">
<button class="button" id="more" type="button" hidden>${text('renewals-tab.more')}</button>
<button class="button" id="again" type="button" hidden>${text('renewals-tab.try-again')}</button>
<button class="button" id="export" type="button">${text('renewals-tab.export')}</button>
</div>
</section>`;
}

/** Each language by its own name, which readers of the others need not know. */
function languageHtml(language: Language, current: Language): string {
  const marked = language === current ? ' aria-current="true"' : '';
  return `<li><a href="?lang=${language}" lang="${language}" hreflang="${language}"${marked}>${escaped(sayIn(language)('language.name'))}</a></li>`;
}
