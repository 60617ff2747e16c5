import assert from 'node:assert/strict';
import { messages } from './every-message.ts';
import type { Message } from './every-message.ts';

/** One row of the glossary: where English says this, Czech and Slovak say that. Stems, because both decline. */
interface Term {
  readonly en: RegExp;
  readonly cs: RegExp;
  readonly sk: RegExp;
}

/** The rows that occur in the messages, in the words of Microsoft's own manuals. */
const terms: readonly Term[] = [
  { en: /\bproduct keys?\b/i, cs: /kód\p{L}* (product key|končí)/iu, sk: /kód\p{L}* (product key|konč)/iu },
  { en: /\bkeys?\b/i, cs: /(?<!\p{L})kód/iu, sk: /(?<!\p{L})kód/iu },
  { en: /\bredeem(?!ed)\b/i, cs: /uplat[nň]/iu, sk: /použ[ií]/iu },
  { en: /\bsubscriptions?\b(?! advisor)/i, cs: /předplatn/iu, sk: /predplatn/iu },
  { en: /\blicences?\b/i, cs: /licenc/iu, sk: /licenci/iu },
  { en: /\bcustomers?\b(?! agreement)/i, cs: /zákazn/iu, sk: /klient/iu },
  { en: /partners? of record/i, cs: /preferovan\p{L}* partner/iu, sk: /partner\p{L}* záznamu/iu },
  { en: /\(POR\)/, cs: /preferovan\p{L}* partner\p{L}* \(POR\)/iu, sk: /partner\p{L}* záznamu \(POR\)/iu },
  { en: /Microsoft Partner ID/, cs: /ID partnera společnosti Microsoft/u, sk: /ID partnera spoločnosti Microsoft/u },
  { en: /company information/i, cs: /informac\p{L}* o (vaší )?společnosti/iu, sk: /informáci\p{L}* o (vašej )?spoločnosti/iu },
  { en: /delegated administration/i, cs: /delegovan\p{L}* správ/iu, sk: /delegovan\p{L}* správ/iu },
  { en: /supported companies/i, cs: /podporovan\p{L}* společnost/iu, sk: /podporovan\p{L}* spoločnost/iu },
  { en: /full administration/i, cs: /úpln\p{L}* správ/iu, sk: /(?<!ú)pln\p{L}* správ/iu },
  { en: /limited administration/i, cs: /omezen\p{L}* správ/iu, sk: /obmedzen\p{L}* správ/iu },
  { en: /subscription advisor/i, cs: /poradc\p{L}* pro předplatné/iu, sk: /poradc\p{L}* pre predplatné/iu },
  { en: /authorised distributor/i, cs: /autorizovan\p{L}* distributor/iu, sk: /autorizovan\p{L}* distribútor/iu },
  { en: /global admin/i, cs: /globáln\p{L}* správc/iu, sk: /globáln\p{L}* správc/iu },
  { en: /\badmin\b(?! centre)/i, cs: /správc/iu, sk: /správc/iu },
  { en: /\badmin centre\b/i, cs: /cent\p{L}* pro správu/iu, sk: /centr\p{L}* spravovania/iu },
  { en: /\baccount\b/i, cs: /účet|účt/iu, sk: /kont/iu },
  { en: /\brenew/i, cs: /obnov/iu, sk: /obnov/iu },
  {
    en: /Online Services Agreement/i,
    cs: /Smlouv\p{L}* o poskytování služby Microsoft Online Service/u,
    sk: /Zmluv\p{L}* o poskytovaní služby Microsoft Online Service/u,
  },
  { en: /terms and conditions/i, cs: /Podmínky a ujednání/u, sk: /Podmienky a ujednania/u },
  { en: /\bdata\b/i, cs: /dat|údaj/iu, sk: /údaj/iu },
  { en: /“help”/i, cs: /„nápověda“/iu, sk: /„pomocník“/iu },
  { en: /“stop”/i, cs: /„přerušit“/iu, sk: /„prerušiť“/iu },
];

/** Sentences that stand in the glossary word for word. */
const sentences: Readonly<Record<string, readonly [cs: string, sk: string]>> = {
  'redeem.understood': ['Rozumím a mám oprávnění to za organizaci zákazníka provést', 'Rozumiem a mám oprávnenie vykonať to za organizáciu klienta'],
  'redeem.start-now': ['Začít nyní', 'Začať'],
  'redeem.keys-add': ['Přidat další kód Product Key', 'Pridať ďalší kód Product Key'],
  'redeem.keys-done': ['Přidávání kódů Product Key dokončeno', 'Pridávanie kódov Product Key dokončené'],
  'redeem.keys-review-heading': ['Vypadá všechno tak, jak má?', 'Vyzerá všetko tak, ako má?'],
  'redeem.create-account': ['Vytvořit účet', 'Vytvoriť konto'],
  'redeem.renew': ['Obnovit', 'Obnoviť'],
  'form.stop': ['Přerušit', 'Prerušiť'],
  'intent.help': ['Nápověda', 'Pomocník'],
};

function strayFrom({ en, ...other }: Term, language: 'cs' | 'sk', among: readonly Message[]): readonly string[] {
  return among
    .filter(({ says }) => en.test(says('en')) && !other[language].test(says(language)))
    .map(({ key, says }) => `${key}: ${en.source} → ${says(language)}`);
}

describe('the words of the glossary', () => {
  for (const language of ['cs', 'sk'] as const) {
    it(`are used wherever English has theirs (${language})`, () => {
      assert.deepEqual(
        terms.flatMap((term) => strayFrom(term, language, messages)),
        [],
      );
    });

    it(`stand word for word where they are whole sentences (${language})`, () => {
      for (const [key, [cs, sk]] of Object.entries(sentences)) {
        assert.equal(messages.find((message) => message.key === key)?.says(language), language === 'cs' ? cs : sk, key);
      }
    });
  }

  it('all occur', () => {
    const idle = terms.filter(({ en }) => !messages.some(({ says }) => en.test(says('en'))));
    assert.deepEqual(
      idle.map(({ en }) => en.source),
      [],
    );
  });

  it('are missed when a message has another word', () => {
    const planted: Message = { key: 'planted', kinds: [], says: (language) => ({ en: 'The customer', cs: 'Odběratel', sk: 'Odberateľ' })[language] };
    assert.equal(terms.flatMap((term) => strayFrom(term, 'cs', [planted])).length, 1);
    assert.equal(terms.flatMap((term) => strayFrom(term, 'sk', [planted])).length, 1);
  });
});
