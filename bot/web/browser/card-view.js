// Colours are names of the page's style, so that a change of theme needs no new drawing.
const ink = (/** @type {string} */ name) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const foregroundColors = {
  default: { default: 'var(--text)', subtle: 'var(--quiet)' },
  accent: ink('link'),
  good: ink('good'),
  warning: ink('warning'),
  attention: ink('attention'),
};
const ground = (/** @type {string} */ name) => ({ backgroundColor: `var(--${name})`, foregroundColors });

const look = {
  fontFamily: 'inherit',
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  containerStyles: {
    default: ground('ground'),
    emphasis: ground('raised'),
    good: ground('on-good'),
    attention: ground('on-attention'),
    warning: ground('on-warning'),
    accent: ground('raised'),
  },
  textBlock: { headingLevel: 2 },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'default', allowTitleToWrap: true },
  inputs: { label: { requiredInputs: { suffix: ' *' }, inputSpacing: 'small' }, errorMessage: { color: 'attention' } },
};

/**
 * Draws a card into a place of the page, instead of what stands there. Data stays text: no Markdown and no HTML is ever made of it.
 *
 * @param {HTMLElement} place
 * @param {CardJson} json
 * @param {{ onClick: (click: Click) => void, onLink: (url: string) => void }} listener
 */
export function drawCard(place, json, { onClick, onLink }) {
  // said aloud, or the library warns that nobody turns text into HTML, and would take any Markdown library it finds
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_, result) => {
    result.didProcess = false;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(look);
  // the page says its language; the library (3.0.6) takes a card's own for wrong every other time
  card.parse({ ...json, lang: undefined });
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.ExecuteAction) onClick({ verb: action.verb, data: action.data ?? {} });
    else if (action instanceof AdaptiveCards.OpenUrlAction && isLink(action.url)) onLink(action.url);
  };
  const drawn = card.render();
  if (drawn === undefined) return;
  // without a form around them, radio buttons of two cards would be one group; the form itself sends nothing
  const form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.noValidate = true;
  form.append(drawn);
  for (const input of card.getAllInputs()) input.renderedElement?.querySelector('input')?.setAttribute('autocomplete', ownData[input.id ?? ''] ?? 'off');
  place.replaceChildren(form);
}

/**
 * Fields about the reader, which their browser knows how to fill (WCAG 2.2, 1.3.5).
 *
 * @type {Readonly<Record<string, string>>}
 */
const ownData = { organisation: 'organization', contactName: 'name', contactEmail: 'email', contactPhone: 'tel' };

/**
 * @param {string | undefined} url
 * @returns {url is string}
 */
function isLink(url) {
  return url !== undefined && URL.canParse(url) && ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(url).protocol);
}

/**
 * While an answer is on its way, no other one is.
 *
 * @param {HTMLElement} place
 * @param {boolean} isBusy
 */
export function setBusy(place, isBusy) {
  place.setAttribute('aria-busy', String(isBusy));
  for (const button of place.querySelectorAll('button')) button.disabled = isBusy;
}
