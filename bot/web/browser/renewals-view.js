/**
 * An element with texts and elements in it. Data is only ever text.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @param {readonly (string | Node)[]} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(tag, attributes, inside = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

const headingOf = (/** @type {string} */ week) => `week-${week}`;

/**
 * The timeline: a line for each week, with a bar as long as its ends are many.
 *
 * @param {HTMLElement} place
 * @param {readonly TabWeek[]} weeks
 */
export function drawTimeline(place, weeks) {
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  place.replaceChildren(...weeks.map((week) => lineOf(week, most)));
}

/**
 * @param {TabWeek} week
 * @param {number} most
 */
function lineOf({ from, label, count, stages }, most) {
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  const parts = stages.length === 0 && count > 0 ? [{ stage: 'running', count }] : stages;
  for (const { stage, count: own } of parts) {
    const part = element('span', { class: stage });
    part.style.width = `${String((own / most) * 100)}%`;
    bar.append(part);
  }
  const words = stages.map((stage) => stage.words).join(' · ');
  const number = element('strong', {}, [String(count)]);
  const cell = element('td', {}, [number, ...(words === '' ? [] : [' ', element('span', { class: 'quiet' }, [words])]), bar]);
  return element('tr', { 'data-week': from }, [element('th', { scope: 'row' }, [label]), cell]);
}

/**
 * Weeks with ends in the list become the way there.
 *
 * @param {HTMLElement} timeline
 */
export function linkWeeks(timeline) {
  for (const line of timeline.querySelectorAll('tr')) {
    const target = headingOf(line.dataset['week'] ?? '');
    const cell = line.querySelector('th');
    if (cell === null || document.getElementById(target) === null || cell.querySelector('a') !== null) continue;
    cell.replaceChildren(element('a', { href: `#${target}` }, [cell.textContent]));
  }
}

/**
 * Adds ends to the list, below the heading of their week. Gives the first one that was added.
 *
 * @param {HTMLElement} place
 * @param {readonly TabRow[]} rows
 * @param {(week: string) => string} labelOf
 * @param {TabTexts} texts
 * @returns {HTMLElement | undefined}
 */
export function addRows(place, rows, labelOf, texts) {
  const added = rows.map((row) => {
    const item = itemOf(row, texts);
    listOf(place, row.week, labelOf).append(item);
    return item;
  });
  return added[0];
}

/**
 * @param {HTMLElement} place
 * @param {string} week
 * @param {(week: string) => string} labelOf
 * @returns {HTMLElement}
 */
function listOf(place, week, labelOf) {
  const known = place.querySelector(`ul[data-week="${CSS.escape(week)}"]`);
  if (known instanceof HTMLElement) return known;
  const list = element('ul', { class: 'ends', 'data-week': week });
  place.append(element('h3', { id: headingOf(week), tabindex: '-1' }, [labelOf(week)]), list);
  return list;
}

/**
 * @param {TabRow} row
 * @param {TabTexts} texts
 * @returns {HTMLElement}
 */
function itemOf(row, texts) {
  const { customer, domain, owner, end, marks, lines, told } = row;
  const paragraph = (/** @type {string} */ words, quiet = true) => element('p', quiet ? { class: 'quiet' } : {}, [words]);
  const list = (/** @type {string} */ look, /** @type {readonly string[]} */ items) =>
    element(
      'ul',
      { class: look },
      items.map((words) => element('li', {}, [words])),
    );
  return element('li', { tabindex: '-1' }, [
    element('h4', {}, [customer]),
    paragraph([domain, ...(owner === undefined ? [] : [`${texts.owned}: ${owner}`])].join(' · ')),
    paragraph(end, false),
    list('marks', marks),
    ...lines.map((words) => paragraph(words)),
    told.length === 0
      ? paragraph(texts.toldNobody)
      : element('details', {}, [element('summary', {}, [`${texts.told} (${String(told.length)})`]), list('told', told)]),
    wayOf(row, texts),
  ]);
}

/**
 * What can be done is done in the chat.
 *
 * @param {TabRow} row
 * @param {TabTexts} texts
 */
function wayOf({ write, chat }, texts) {
  const words = element('code', {}, [write]);
  const link = chat === undefined ? [] : [' ', element('a', { href: chat, target: '_blank', rel: 'noopener noreferrer' }, [`${texts.openChat}: ${write}`])];
  return element('p', {}, [texts.act, ' ', words, ...link]);
}
