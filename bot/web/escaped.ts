/** A text inside HTML, as text or as the value of an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Data inside a script element of a page: nothing in it can end the element. */
export function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** Czech and Slovak leave no preposition of one letter at the end of a line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=^|[\s„(])([kosuvz]) /gi, '$1\u00a0');
}
