/** How Czech and Slovak are written here. Each rule gives what breaks it in one text; nothing when all is well. */
export type WordingRule = (words: string, english: string) => readonly string[];

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** English words that Czech and Slovak say, too, and names that nobody translates. */
const international = new Set(
  'product key partner assistant microsoft teams office customer agreement open online service midsize business csp por contoso com mail import data cookie audit chat licence text centre cloud program gdap czk exchange role agent distributor entra center europe prague csv'.split(
    ' ',
  ),
);

/** Nobody is on first-name terms with a customer. */
const familiar: Readonly<Record<'cs' | 'sk', ReadonlySet<string>>> = {
  cs: new Set(
    'tě ti tebe tobě tebou tvůj tvá tvé tvoje tvého tvou máš můžeš chceš musíš jsi budeš zadej vyber klikni potvrď napiš zkus otevři najdeš potřebuješ'.split(
      ' ',
    ),
  ),
  sk: new Set(
    'ty ťa ti teba tebe tebou tvoj tvoja tvoje tvojho tvoju máš môžeš chceš musíš budeš zadaj vyber klikni potvrď napíš skús otvor nájdeš potrebuješ'.split(
      ' ',
    ),
  ),
};

const auxiliary = /(?<!\p{L})(jste|jsem|ste|som|abyste|byste|bych|kdybyste|aby ste|by ste|by som|keby ste)(?!\p{L})/iu;
const participle = /(?<!\p{L})\p{Ll}{2,}(l|la|li|ly|lo)(?!\p{L})/u;
const gendered = /\(a\)|\/a(?!\p{L})|(?<!\p{L})(rád|ráda|jistý|jistá|povinen|povinna|ochoten|ochotna)(?!\p{L})/iu;

function clauses(words: string): readonly string[] {
  return words.split(/[.;:,!?–]/);
}

function ends(words: string): string {
  return /[.?!:]$/.exec(words)?.[0] ?? '';
}

/** The rules for a language that is not English. */
export function wordingRules(language: 'cs' | 'sk'): Readonly<Record<string, WordingRule>> {
  const wrongClient = language === 'cs' ? /(?<!\p{L})klient/iu : /(?<!\p{L})zákazn/iu;
  const wrongScript = language === 'cs' ? /[ľĺŕôäĽĹŔÔÄ]/ : /[ěřůĚŘŮ]/;
  return {
    'an English word': (words, english) => {
      const known = new Set(wordsIn(english).filter((word) => word.length > 2 && !international.has(word)));
      return wordsIn(words).filter((word) => known.has(word));
    },
    'a letter of the sister language': (words) => wrongScript.exec(words) ?? [],
    'a familiar form': (words) => wordsIn(words).filter((word) => familiar[language].has(word)),
    'a form that tells men from women': (words) =>
      clauses(words).filter((clause) => gendered.test(clause) || (auxiliary.test(clause) && participle.test(clause))),
    'the other word for a customer': (words) => wrongClient.exec(words) ?? [],
    'quotation marks that are not „…“': (words) => [...(/["'”«»‘]/.exec(words) ?? []), ...(count(words, '„') === count(words, '“') ? [] : ['„ without “'])],
    'three dots or a hyphen for a sign': (words) => /[.]{3}| - /.exec(words) ?? [],
    'another end than in English': (words, english) => (ends(words) === ends(english) ? [] : [words]),
    'another beginning than in English': (words, english) => (isCapital(words) === !isCapital(english) && isLetter(words) && isLetter(english) ? [words] : []),
    ...(language === 'sk' ? { 'a please without commas': (words: string) => /[^,] prosím/.exec(words) ?? [] } : {}),
  };
}

function count(words: string, sign: string): number {
  return words.split(sign).length - 1;
}

function isLetter(words: string): boolean {
  return /^\p{L}/u.test(words);
}

function isCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words);
}

/** What is wrong with a text, each with the rule it breaks. */
export function misworded(language: 'cs' | 'sk', words: string, english: string): readonly string[] {
  return Object.entries(wordingRules(language)).flatMap(([name, rule]) => rule(words, english).map((wrong) => `${name}: ${wrong}`));
}
