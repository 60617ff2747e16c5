import { createHash } from 'node:crypto';

// Text stands at least 4.5 to 1 against its ground in every theme, edges of fields and the ring of focus 3 to 1 (WCAG 2.2: 1.4.3, 1.4.11).
const light = `--ground: #ffffff; --raised: #f5f5f5; --text: #242424; --quiet: #525252; --link: #4f52b2; --accent: #5b5fc7; --on-accent: #ffffff;
  --line: #d1d1d1; --edge: #767676; --good: #0e5c0e; --warning: #6b4a00; --attention: #a80000;
  --on-good: #e7f2da; --on-warning: #fbf6d9; --on-attention: #fcf4f6`;
const dark = `--ground: #1f1f1f; --raised: #2d2d2d; --text: #f5f5f5; --quiet: #c7c7c7; --link: #a9acf0; --accent: #5b5fc7; --on-accent: #ffffff;
  --line: #525252; --edge: #9a9a9a; --good: #79d279; --warning: #f2c661; --attention: #f7a4ab;
  --on-good: #0d2e0d; --on-warning: #3d2b00; --on-attention: #3e1f25`;
const contrast = `--ground: #000000; --raised: #000000; --text: #ffffff; --quiet: #ffffff; --link: #ffff01; --accent: #1aebff; --on-accent: #000000;
  --line: #ffffff; --edge: #ffffff; --good: #3ff23f; --warning: #ffff01; --attention: #ffff01;
  --on-good: #000000; --on-warning: #000000; --on-attention: #000000`;

/**
 * The look of the page, and of what the card library leaves to it: fields and buttons.
 *
 * The theme is the browser's, or the one that Teams names (`data-theme`); the card takes its colours from the same names.
 */
export const pageStyle = `
:root { color-scheme: light; ${light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { color-scheme: dark; ${dark} } }
:root[data-theme=dark] { color-scheme: dark; ${dark} }
:root[data-theme=contrast] { color-scheme: dark; ${contrast} }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem 2rem; background: var(--ground); color: var(--text);
  font: .875rem/1.43 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere }
header { padding: 1rem 0 .5rem }
header p { margin: 0; color: var(--quiet) }
h1 { font-size: 1.25rem; line-height: 1.3; margin: 0 }
main { border: 1px solid var(--line); border-radius: 8px; padding: 0 .25rem; background: var(--ground) }
main:focus { outline: none }
main > p, main noscript p { margin: .75rem }
aside h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
aside p { margin: .5rem 0 }
aside ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: .5rem 0; padding: 0 }
code { display: inline-block; padding: .125rem .375rem; border-radius: 4px; background: var(--raised); user-select: all }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .5rem }
footer ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0 }
footer a { display: inline-block; padding: .375rem 0 }
a { color: var(--link) }
a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--ground) }
.skip:focus { left: 1rem; top: .5rem }
.said { margin: .5rem 0; padding: .5rem .75rem; border-radius: 4px; background: var(--raised) }
.said:empty { display: none }
.said.problem { background: var(--on-attention); border: 1px solid var(--attention) }
.heard { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; overflow: hidden; clip-path: inset(50%) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
main input:not([type=checkbox]):not([type=radio]), main textarea, main select { width: 100%; padding: .375rem .625rem; border: 1px solid var(--edge);
  border-radius: 4px; background: var(--raised); color: var(--text); font: inherit; font-size: max(1rem, 16px) }
main textarea { min-height: 7em }
main .ac-input-validation-failed { border-color: var(--attention) }
.button, main .ac-pushButton, main .ac-pushButton-disabled { display: inline-block; padding: .375rem .75rem; border: 1px solid var(--edge); border-radius: 4px;
  min-height: 2rem; background: var(--ground); color: var(--text); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
main .ac-pushButton { margin-bottom: .5rem }
main .ac-pushButton.style-positive { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
main .ac-pushButton.style-destructive { border-color: var(--attention); color: var(--attention) }
main .ac-pushButton:disabled { opacity: .6; cursor: default }
main .ac-actionSet { flex-wrap: wrap; gap: 0 .5rem }
main .ac-actionSet > div:empty { display: none }
@media (forced-colors: active) { .button, main .ac-pushButton { border-color: ButtonBorder } }
`;

export const styleHash = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;
