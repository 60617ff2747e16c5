import { countryOrder } from '../domain/shared/countries.ts';
import type { Say } from './messages/say.ts';

/** Every country and region by name: the own one, Czechia and Slovakia first, the others in the order of the language. */
export function countryChoices(say: Say, own: string): readonly { readonly title: string; readonly value: string }[] {
  const first = new Set([own, 'CZ', 'SK']);
  const named = countryOrder(own).map((code) => ({ title: say.country(code), value: code }));
  return [...named.filter(({ value }) => first.has(value)), ...named.filter(({ value }) => !first.has(value)).sort((a, b) => say.compare(a.title, b.title))];
}
