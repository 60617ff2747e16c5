import { drawCard, setBusy } from './card-view.js';
import { joinTeams, openWindow } from './in-teams.js';
import { tell } from './server.js';

/** @typedef {import('./in-teams.js').Host} Host */

/** After this long a person wants to know that something goes on. */
const slowMs = 600;

const place = /** @type {HTMLElement} */ (document.getElementById('offer'));
const said = /** @type {HTMLElement} */ (document.getElementById('said'));
const data = /** @type {PageData} */ (JSON.parse(document.getElementById('page-data')?.textContent ?? ''));
const { texts } = data;

/** What the next answer brings back; another one after each. */
const page = { token: data.token };

/**
 * One line that a screen reader speaks. What the card shows anyway is not shown a second time.
 *
 * @param {string} words
 * @param {'problem' | 'wait' | 'heard'} look
 */
function say(words, look) {
  said.className = `said ${look}`;
  said.textContent = words;
}

/**
 * @param {CardJson} card
 * @param {Host | undefined} host
 */
function show(card, host) {
  const onClick = (/** @type {Click} */ click) => {
    answer(click, host).catch(() => say(texts.wentWrong, 'problem'));
  };
  drawCard(place, card, { onClick, onLink: host?.openLink ?? openWindow });
}

/**
 * @param {Click} click
 * @param {Host | undefined} host
 */
async function answer(click, host) {
  setBusy(place, true);
  const callOff = saySoonThat(texts.oneMoment);
  const authorization = await signedIn(host);
  const came = authorization === false ? undefined : await tell({ token: page.token, ...click, authorization });
  callOff();
  setBusy(place, false);
  if (authorization === false) say(texts.signInFailed, 'problem');
  else take(came, host);
}

/**
 * What became of it: the card as it stands now, said aloud, or why it stays as it is.
 *
 * @param {ServerAnswer | undefined} came
 * @param {Host | undefined} host
 */
function take(came, host) {
  page.token = came?.token ?? page.token;
  if (came?.card === undefined) {
    say(came === undefined ? texts.offline : (came.problem ?? texts.wentWrong), 'problem');
    return;
  }
  show(came.card, host);
  say(came.problem ?? came.card.fallbackText ?? '', came.problem === undefined ? 'heard' : 'problem');
  place.focus();
}

/**
 * A fresh token for who is in front of the page; undefined in a browser, false where Teams gives none.
 *
 * @param {Host | undefined} host
 * @returns {Promise<string | undefined | false>}
 */
async function signedIn(host) {
  try {
    return await host?.signIn();
  } catch {
    return false;
  }
}

/** @param {string} words */
function saySoonThat(words) {
  say('', 'wait');
  const timer = setTimeout(() => say(words, 'wait'), slowMs);
  return () => {
    clearTimeout(timer);
    say('', 'wait');
  };
}

/**
 * In Teams: in the language of Teams, and as the person who is signed in there.
 *
 * @param {Host} host
 */
async function beginInTeams(host) {
  const asked = new URL(location.href);
  if (host.language !== document.documentElement.lang && data.languages.includes(host.language) && !asked.searchParams.has('lang')) {
    asked.searchParams.set('lang', host.language);
    location.replace(asked);
    return;
  }
  document.getElementById('teams')?.remove();
  say(texts.signingIn, 'wait');
  const authorization = await signedIn(host);
  const came = authorization === false ? undefined : await tell({ token: page.token, verb: 'sign-in', data: {}, authorization });
  page.token = came?.token ?? page.token;
  say('', 'wait');
  if (came?.card !== undefined) show(came.card, host);
  else if (came?.status === 404) nothing(came.problem);
  else visited();
}

/** Nobody is signed in: they see, and answer, what any visitor can. */
function visited() {
  if (data.card === null) nothing();
  else show(data.card, undefined);
  say(texts.signInFailed, 'problem');
}

/** Nothing here for this reader. */
function nothing(words = texts.notFound) {
  place.textContent = words;
}

const host = await joinTeams().catch(() => undefined);
if (host !== undefined) await beginInTeams(host);
else if (data.card !== null) show(data.card, undefined);
