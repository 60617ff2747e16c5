import type { Day, Instant } from '../../domain/shared/dates.ts';
import type { Language } from '../../domain/shared/language.ts';

/** The plural forms each language has; leaving one out does not compile. */
export interface PluralForms {
  en: { readonly one: string; readonly other: string };
  cs: { readonly one: string; readonly few: string; readonly many: string; readonly other: string };
  sk: { readonly one: string; readonly few: string; readonly many: string; readonly other: string };
}

const tags: Record<Language, string> = { en: 'en-GB', cs: 'cs-CZ', sk: 'sk-SK' };

/** How one language writes days, numbers, countries and plurals. Built once per language. */
export interface Formats<L extends Language> {
  readonly day: (day: Day) => string;
  /** "9–15 March 2026". */
  readonly span: (from: Day, to: Day) => string;
  readonly instant: (at: Instant) => string;
  readonly number: (value: number) => string;
  readonly country: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly compare: (a: string, b: string) => number;
  /** Chooses the form for `count`; `#` in it stands for the number. */
  readonly plural: (count: number, forms: PluralForms[L]) => string;
}

export function formatsOf<L extends Language>(language: L): Formats<L> {
  const tag = tags[language];
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(tag);
  const countries = new Intl.DisplayNames([tag], { type: 'region' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const rules = new Intl.PluralRules(tag);
  const collator = new Intl.Collator(tag);
  const formOf = (count: number, forms: PluralForms[L]): string => {
    const byCategory: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    return byCategory[rules.select(count)] ?? forms.other;
  };
  return {
    day: (day) => days.format(new Date(day)),
    span: (from, to) => days.formatRange(new Date(from), new Date(to)),
    instant: (at) => days.format(new Date(at)),
    number: (value) => numbers.format(value),
    country: (code) => countries.of(code) ?? code,
    list: (items) => lists.format(items),
    compare: (a, b) => collator.compare(a, b),
    plural: (count, forms) => formOf(count, forms).replace('#', numbers.format(count)),
  };
}
