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
