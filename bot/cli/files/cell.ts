import { z } from 'zod';
import { domainName } from '../../../domain/customers/domain-name.ts';
import { PartnerId } from '../../../domain/partner-of-record/records.ts';
import { readKeys } from '../../../domain/product-keys/product-key.ts';
import { countries } from '../../../domain/shared/countries.ts';
import { Day } from '../../../domain/shared/dates.ts';
import type { Cell } from '../../../domain/shared/import.ts';
import type { Language } from '../../../domain/shared/language.ts';
import { languageOf } from '../../../domain/shared/language.ts';
import { PlanId, plans } from '../../../domain/shared/plans.ts';
import { folded } from '../../../domain/shared/queries.ts';
import { isTimeZone } from '../../../domain/shared/time-zone.ts';

/** Reads the text of one cell, or says why it cannot. `undefined`: the file has no such column. */
export type CellReader<T> = z.ZodType<T, string | undefined>;

const yes = new Set(['yes', 'true', '1', 'ano']);
const no = new Set(['no', 'false', '0', 'ne', 'nie']);
const knownCountries: ReadonlySet<string> = new Set(countries);

/** A cell that must be filled. */
export function required<T>(read: (text: string) => T | undefined, form: string): CellReader<T> {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      const value = text === undefined || text === '' ? undefined : read(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: text === undefined || text === '' ? 'is empty' : `is not ${form}` });
      return z.NEVER;
    });
}

/** A cell that may stay empty (the book keeps what it knows) or hold a single dash (remove what it knows). */
export function optional<T>(read: (text: string) => T | undefined, form: string): CellReader<Cell<T>> {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return undefined;
      if (text === '-') return null;
      const value = read(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: `is not ${form}` });
      return z.NEVER;
    });
}

/** `form` is what a person should have written: "… is not <form>". */
type Form<T> = readonly [read: (text: string) => T | undefined, form: string];

export function text(longest: number): Form<string> {
  return [(cell) => (cell.length <= longest ? cell : undefined), `a text of at most ${longest} characters`];
}

export function oneOf<T extends string>(choices: readonly T[]): Form<T> {
  return [(cell) => choices.find((choice) => choice.toLowerCase() === cell.toLowerCase()), `one of ${choices.join(', ')}`];
}

export function parsedBy<S extends z.ZodType<unknown, string>>(schema: S, form: string): Form<z.output<S>> {
  return [(cell) => schema.safeParse(cell).data, form];
}

export const guid = 'a GUID such as 01234567-89ab-cdef-0123-456789abcdef';

export const boolean: Form<boolean> = [readBoolean, 'yes or no (true, false, 1, 0, ano, ne, áno, nie)'];

export const country: Form<string> = [
  (cell) => (knownCountries.has(cell.toUpperCase()) ? cell.toUpperCase() : undefined),
  'a country code of two letters such as CZ, SK, AT',
];

export const language: Form<Language> = [(cell) => (/^[a-z]{2}(?:-\w+)*$/i.test(cell) ? languageOf(cell) : undefined), 'en, cs or sk'];

export const email: Form<string> = [
  (cell) => (cell.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(cell) ? cell.toLowerCase() : undefined),
  'an e-mail address',
];

export const domain: Form<string> = [domainName, 'a domain such as contoso.cz'];

export const day: Form<Day> = [(cell) => Day.safeParse(isoDay(cell)).data, 'a date such as 2026-03-31 or 31.3.2026'];

export const seats: Form<number> = [(cell) => (/^0*[1-9]\d{0,5}$/.test(cell) ? Number(cell) : undefined), 'a whole number of at least 1'];

export const partnerId: Form<string> = [(cell) => PartnerId.safeParse(cell).data, 'a Microsoft Partner ID (4 to 10 digits)'];

export const plan: Form<PlanId> = [
  (cell) => PlanId.options.find((id) => id === cell.toLowerCase() || folded(plans[id].name) === folded(cell)),
  `one of ${PlanId.options.join(', ')}`,
];

export const timeZone: Form<string> = [(cell) => (isTimeZone(cell) ? cell : undefined), 'a time zone such as Europe/Prague'];

/** An id from elsewhere; GUIDs in small letters, so that they compare. */
export const reference: Form<string> = [
  (cell) => (/^[\w.:/{}-]{1,150}$/.test(cell) ? (/^[0-9A-F-]{36}$/i.test(cell) ? cell.toLowerCase() : cell) : undefined),
  'an id of letters, digits and . : / - _',
];

/** A customer's default: `true` = us, a Partner ID, `false` or empty = nobody; no such column = as the book has it. */
export const partnerOfRecord: CellReader<Cell<string>> = z
  .string()
  .optional()
  .transform((cell, context) => {
    if (cell === undefined) return undefined;
    const isOurs = cell === '' || cell === '-' ? false : readBoolean(cell);
    if (isOurs !== undefined) return isOurs ? 'true' : null;
    return partnerIdIn(cell, context);
  });

/** A subscription's own: `true` = us, a Partner ID, `false` = nobody, a dash = as its customer has it; empty = as the book has it. */
export const ownPartnerOfRecord: CellReader<Cell<string>> = z
  .string()
  .optional()
  .transform((cell, context) => {
    if (cell === undefined || cell === '') return undefined;
    if (cell === '-') return null;
    return readBoolean(cell)?.toString() ?? partnerIdIn(cell, context);
  });

function partnerIdIn(cell: string, context: z.RefinementCtx): string {
  if (PartnerId.safeParse(cell).success) return cell;
  context.addIssue({ code: 'custom', message: 'is not true, false or a Microsoft Partner ID' });
  return z.NEVER;
}

/** A product key, normalised. What was written is never told, only how it is wrong. */
export const productKey: CellReader<string> = z
  .string()
  .optional()
  .transform((cell, context) => {
    const [reading, second] = readKeys(cell ?? '');
    if (reading?.kind === 'well-formed' && second === undefined) return reading.key;
    context.addIssue({ code: 'custom', message: wrongKey(reading, second !== undefined) });
    return z.NEVER;
  });

function wrongKey(reading: ReturnType<typeof readKeys>[number] | undefined, isSeveral: boolean): string {
  if (reading === undefined) return 'is empty';
  if (isSeveral) return 'holds more than one key';
  if (reading.kind !== 'malformed') return 'stands twice';
  const strange = reading.strange.map(({ position }) => position).slice(0, 5);
  if (reading.length !== 25) return `is not 25 letters and digits but ${reading.length}`;
  return `has a character that no key has, at position ${strange.join(', ')}`;
}

export function readBoolean(cell: string): boolean | undefined {
  const word = folded(cell);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

function isoDay(cell: string): string {
  const [, date, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(cell) ?? [];
  if (date !== undefined && month !== undefined && year !== undefined) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isInstant(cell) ? new Date(cell).toISOString().slice(0, 10) : cell.replace(/T00:00:00(?:\.0+)?$/, '');
}

function isInstant(cell: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(cell) && !Number.isNaN(Date.parse(cell));
}
