/**
 * The text of a cell without what spreadsheets and people leave around it: space, and the apostrophe that `guarded` puts
 * before what a spreadsheet would take for a formula.
 */
export function tidied(cell: string): string {
  const text = cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** A cell that no spreadsheet takes for a formula. `tidied` gives back what it was. */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

// Control characters, what could not be decoded, and the marks that turn the direction of a text.
const unreadable = /[\p{Cc}\ufffd\u202a-\u202e\u2066-\u2069]/u;

/** Has the text a character that cannot be read, or that changes how the others are? */
export function isUnreadable(text: string): boolean {
  return unreadable.test(text);
}

/** The text as it may be shown in a terminal. */
export function printable(text: string): string {
  return text.replace(new RegExp(unreadable, 'gu'), '?');
}
