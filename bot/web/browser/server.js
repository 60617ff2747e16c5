/**
 * Sends one answer to the server that drew this page.
 *
 * Gives its answer, or undefined when none came back: then the same may be sent again, and counts once.
 *
 * @param {{ token: string, verb: string, data: object, authorization?: string | undefined }} sent
 * @returns {Promise<ServerAnswer | undefined>}
 */
export async function tell(sent) {
  try {
    const response = await fetch(location.href, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) });
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    const answer = /** @type {Omit<ServerAnswer, 'status'>} */ (isJson ? await response.json() : {});
    return { ...answer, status: response.status };
  } catch {
    return undefined;
  }
}
