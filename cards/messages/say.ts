import type { Language } from '../../domain/shared/language.ts';
import { cs } from './cs.ts';
import { en } from './en.ts';
import { formatsOf } from './locale.ts';
import type { Formats } from './locale.ts';
import { sk } from './sk.ts';
import type { ArgumentsOf, MessageKey } from './catalogue.ts';

/** One language's voice: its messages and the way it writes days, numbers and countries. */
export interface Say extends Pick<Formats<Language>, 'day' | 'span' | 'instant' | 'number' | 'country' | 'list' | 'compare'> {
  readonly language: Language;
  <K extends MessageKey>(key: K, ...args: ArgumentsOf<K>): string;
}

type Voiced = { readonly [K in MessageKey]: string | ((...args: ArgumentsOf<K>) => string) };

const catalogues: Readonly<Record<Language, Voiced>> = { en, cs, sk };

function voice(language: Language): Say {
  const catalogue = catalogues[language];
  const { day, span, instant, number, country, list, compare } = formatsOf(language);
  const say = <K extends MessageKey>(key: K, ...args: ArgumentsOf<K>): string => {
    const message = catalogue[key];
    return typeof message === 'string' ? message : message(...args);
  };
  return Object.assign(say, { language, day, span, instant, number, country, list, compare });
}

const voices: Readonly<Record<Language, Say>> = { en: voice('en'), cs: voice('cs'), sk: voice('sk') };

/** The voice of a language. */
export function sayIn(language: Language): Say {
  return voices[language];
}
