import { stringify } from 'csv-stringify/sync';
import { guarded } from './tidied.ts';

/** What a cell may hold before it is written. */
export type CellValue = string | number | boolean | undefined;

/** One line of a CSV file. No cell of it is taken for a formula by a spreadsheet. */
export function csvLine(cells: readonly CellValue[]): string {
  return csvText([cells]);
}

/** Lines of a CSV file. */
export function csvText(rows: readonly (readonly CellValue[])[]): string {
  return stringify(rows.map((row) => row.map((cell) => (cell === undefined ? '' : guarded(String(cell))))));
}

/** Before the header line, so that spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\ufeff';
