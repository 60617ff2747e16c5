import { joinTeams } from './in-teams.js';
import { ask, exchange, read } from './renewals-server.js';
import { addRows, drawTimeline, linkWeeks } from './renewals-view.js';

/** @typedef {import('./in-teams.js').Host} Host */

/** After so many ends a person is asked whether to go on. */
const enough = 200;

const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [said, list, timeline, more, again] = [at('said'), at('list'), at('timeline'), at('more'), at('again')];
const filters = /** @type {HTMLFormElement} */ (at('filters'));
const data = /** @type {{ texts: TabTexts, languages: readonly string[] }} */ (JSON.parse(at('page-data').textContent));
const { texts } = data;

/**
 * What this page knows: how it proves who is in front of it, which look is the newest, where the next rows begin, and what its weeks are called.
 *
 * @type {{ token: () => Promise<string | undefined>, look: number, next: string | undefined, shown: number, labels: Map<string, string> }}
 */
const page = { token: () => Promise.resolve(undefined), look: 0, next: undefined, shown: 0, labels: new Map() };

/**
 * One line that a screen reader speaks.
 *
 * @param {string} words
 * @param {'problem' | 'wait' | 'heard'} look
 */
function say(words, look) {
  said.className = `said ${look}`;
  said.textContent = words;
}

/**
 * Nothing to see here, and the ways in.
 *
 * @param {string} why
 */
function close(why) {
  say('', 'wait');
  at('dashboard').hidden = true;
  at('languages').hidden = false;
  at('why').textContent = why;
  at('closed').hidden = false;
  at('closed-heading').focus();
}

/** What is chosen, without what is not. */
function chosen() {
  const fields = [...filters.querySelectorAll('select')].filter(({ value }) => value !== '');
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** Shows what is chosen, from the start. */
async function show() {
  page.look += 1;
  [page.next, page.shown] = [undefined, 0];
  list.replaceChildren();
  more.hidden = true;
  await goOn(page.look);
}

/**
 * The next ends, until there are enough of them. Gives the first one.
 *
 * @param {number} look
 * @returns {Promise<HTMLElement | undefined>}
 */
async function goOn(look) {
  const goal = page.shown + enough;
  /** @type {HTMLElement | undefined} */
  let first;
  again.hidden = true;
  list.setAttribute('aria-busy', 'true');
  say(texts.loading, 'wait');
  do {
    const came = await rowsFrom(page.next);
    if (look !== page.look) return undefined;
    if (came === undefined) return undefined;
    const added = take(came);
    first ??= added;
  } while (page.next !== undefined && page.shown < goal);
  finish();
  return first;
}

/** Says what is there now. */
function finish() {
  list.setAttribute('aria-busy', 'false');
  linkWeeks(timeline);
  more.hidden = page.next === undefined;
  const words = page.shown === 0 ? texts.none : `${texts.shown}: ${String(page.shown)}`;
  at('shown').textContent = words;
  say(words, 'heard');
}

/**
 * @param {TabAnswer} came
 * @returns {HTMLElement | undefined}
 */
function take({ rows = [], weeks, company, next }) {
  if (company !== undefined) at('company').textContent = company;
  if (weeks !== undefined) {
    page.labels = new Map(weeks.map(({ from, label }) => [from, label]));
    at('timeline-what').textContent = chosen()['status'] === 'renewed' ? texts.timelineRenewed : texts.timeline;
    drawTimeline(timeline, weeks);
  }
  page.next = next;
  page.shown += rows.length;
  return addRows(list, rows, (week) => page.labels.get(week) ?? week, texts);
}

/**
 * One page of rows; undefined where there is none, and then the page has said why.
 *
 * @param {string | undefined} after
 * @returns {Promise<TabAnswer | undefined>}
 */
async function rowsFrom(after) {
  const response = await asked('rows', { ...chosen(), ...(after === undefined ? {} : { after }) });
  return response === undefined ? undefined : read(response);
}

/**
 * @param {'rows' | 'csv'} what
 * @param {Record<string, string>} query
 * @returns {Promise<Response | undefined>}
 */
async function asked(what, query) {
  const token = await page.token();
  if (token === undefined) {
    close(texts.signInFailed);
    return undefined;
  }
  const response = await ask(what, query, token);
  if (response?.ok === true) return response;
  list.setAttribute('aria-busy', 'false');
  if (response === undefined || response.status >= 429) {
    say(response === undefined ? texts.offline : texts.wentWrong, 'problem');
    again.hidden = false;
  } else close((await read(response)).problem ?? texts.closed);
  return undefined;
}

/** What is shown, as a file. */
async function save() {
  const response = await asked('csv', chosen());
  if (response === undefined) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${texts.file}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(texts.exported, 'heard');
}

const failed = () => say(texts.wentWrong, 'problem');

filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('change', () => {
  show().catch(failed);
});
again.addEventListener('click', () => {
  goOn(page.look).catch(failed);
});
more.addEventListener('click', () => {
  goOn(page.look)
    .then((first) => first?.focus())
    .catch(failed);
});
at('export').addEventListener('click', () => {
  save().catch(failed);
});

/**
 * In Teams: in the language of Teams, as the person who is signed in there, and links open where Teams wants them.
 *
 * @param {Host} host
 * @returns {boolean} whether this page goes on
 */
function beginInTeams(host) {
  const here = new URL(location.href);
  if (host.language !== document.documentElement.lang && data.languages.includes(host.language) && !here.searchParams.has('lang')) {
    here.searchParams.set('lang', host.language);
    location.replace(here);
    return false;
  }
  page.token = () => host.signIn().catch(() => undefined);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    host.openLink(link.href);
  });
  return true;
}

/**
 * Outside Teams: by the ticket that the chat put into the link. It leaves the address at once; what it is exchanged for stays in this page alone.
 *
 * @returns {Promise<boolean>} whether this page goes on
 */
async function beginWithTicket() {
  const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
  history.replaceState(null, '', location.pathname + location.search);
  const response = ticket === null ? undefined : await exchange(ticket);
  const { token, problem } = response === undefined ? {} : await read(response);
  if (token === undefined) {
    close(problem ?? (ticket === null ? texts.closed : texts.offline));
    return false;
  }
  page.token = () => Promise.resolve(token);
  at('languages').hidden = true;
  return true;
}

say(texts.signingIn, 'wait');
const host = await joinTeams().catch(() => undefined);
const goesOn = host === undefined ? await beginWithTicket() : beginInTeams(host);
if (goesOn) {
  at('dashboard').hidden = false;
  await show();
}
