/**
 * Asks the server that drew this page for what it holds of the person with this token; undefined when no answer came back.
 *
 * @param {'rows' | 'csv'} what
 * @param {Record<string, string>} query
 * @param {string} token
 * @returns {Promise<Response | undefined>}
 */
export async function ask(what, query, token) {
  const address = new URL(`renewals/${what}`, location.href);
  address.search = new URLSearchParams({ ...query, lang: document.documentElement.lang }).toString();
  try {
    return await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  } catch {
    return undefined;
  }
}

/**
 * What this page may hold, for the ticket in its link: it is good once.
 *
 * @param {string} ticket
 * @returns {Promise<Response | undefined>}
 */
export async function exchange(ticket) {
  const address = new URL('renewals/ticket', location.href);
  address.search = new URLSearchParams({ lang: document.documentElement.lang }).toString();
  try {
    return await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ticket }) });
  } catch {
    return undefined;
  }
}

/**
 * What an answer says; an empty one where it cannot be read.
 *
 * @param {Response} response
 * @returns {Promise<TabAnswer>}
 */
export async function read(response) {
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  const answer = /** @type {TabAnswer} */ (isJson ? await response.json() : {});
  return answer;
}
