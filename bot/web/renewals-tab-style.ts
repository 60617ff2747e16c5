import { createHash } from 'node:crypto';
import { pageStyle } from './offer-page-style.ts';

// Stages are told apart by words; their colours stand at least 3 to 1 against the ground (WCAG 2.2: 1.4.1, 1.4.11).
const light = '--running: #5b5fc7; --extended: #8a6100; --usable: #b35c00; --disabled: #a80000; --deleted: #616161';
const dark = '--running: #8b8fe8; --extended: #f2c661; --usable: #ff9d5c; --disabled: #f7a4ab; --deleted: #9a9a9a';
const contrast = '--running: #1aebff; --extended: #ffff01; --usable: #ffff01; --disabled: #ffffff; --deleted: #ffffff';

/** The look of the dashboard: that of the page of offers, and a timeline. */
export const tabStyle = `${pageStyle}
:root { ${light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${dark} } }
:root[data-theme=dark] { ${dark} }
:root[data-theme=contrast] { ${contrast} }
body { max-width: 60rem }
main { border: 0; padding: 0 }
[hidden] { display: none }
h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
h3 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--quiet) }
h4 { font-size: .875rem; margin: 0 }
main p { margin: .25rem 0 }
main > section > p { margin: .25rem 0 .5rem }
.filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: .5rem .75rem; border: 0; margin: 0; padding: 0 }
.filters legend { font-size: 1rem; font-weight: 600; padding: 0; margin: 1rem 0 .25rem }
.filters label { display: block }
table { width: 100%; border-collapse: collapse }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line) }
th:first-child { width: 45% }
tbody th { font-weight: 400 }
.bar { display: flex; height: .5rem; margin-top: .125rem }
.bar:empty { display: none }
.bar span { min-width: 2px }
${['ahead', 'running', 'extended', 'usable', 'disabled', 'deleted'].map((stage) => `.bar .${stage} { background: var(--${stage === 'ahead' ? 'running' : stage}) }`).join('\n')}
.quiet { color: var(--quiet) }
.ends { list-style: none; margin: 0; padding: 0 }
.ends > li { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem; margin: 0 0 .5rem }
.marks { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: .25rem 0; padding: 0 }
.marks li { border: 1px solid var(--edge); border-radius: 4px; padding: 0 .375rem; background: var(--raised) }
.told { margin: .25rem 0; padding-inline-start: 1.25rem }
summary { cursor: pointer; padding: .125rem 0 }
.after { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 }
@media (forced-colors: active) { .bar:empty { display: none }
.bar span { forced-color-adjust: none } .button { border-color: ButtonBorder } }
`;

export const tabStyleHash = `'sha256-${createHash('sha256').update(tabStyle).digest('base64')}'`;
