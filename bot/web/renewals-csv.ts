import { stringify } from 'csv-stringify/sync';
import type { Say } from '../../cards/messages/say.ts';
import type { RenewalRow } from '../../domain/renewals/desk.port.ts';
import type { Language } from '../../domain/shared/language.ts';
import { stageWords } from './renewals-json.ts';

/** What spreadsheets expect between cells where a comma stands in numbers. */
const delimiters: Readonly<Record<Language, string>> = { en: ',', cs: ';', sk: ';' };

/** What the dashboard shows as a file for spreadsheets: UTF-8 with its mark, days as `YYYY-MM-DD`, and no cell that is taken for a formula. */
export function renewalsCsv(rows: readonly RenewalRow[], say: Say): string {
  const heads = [
    ...(['csv-customer', 'csv-domain', 'csv-plan', 'csv-seats', 'csv-ends', 'csv-week', 'stage', 'status'] as const),
    ...(['not-reached', 'owned', 'csv-what', 'csv-told'] as const),
  ].map((key) => say(`renewals-tab.${key}`));
  const options = { bom: true, escape_formulas: true, delimiter: delimiters[say.language], record_delimiter: 'windows' } as const;
  return stringify([heads, ...rows.map((row) => cellsOf(row, say))], options);
}

function cellsOf(row: RenewalRow, say: Say): readonly string[] {
  return [
    ...[row.customer, row.domain, row.plan, String(row.seats), row.endsOn, row.week, stageWords(row, say), say(`renewals-tab.status-${row.state}`)],
    ...[row.isNotReached ? say('renewals-tab.csv-yes') : '', row.owner ?? '', row.lines.join('\n'), row.told.join('\n')],
  ];
}
