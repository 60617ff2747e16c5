import assert from 'node:assert/strict';
import { messages } from './every-message.ts';
import { misworded, wordingRules } from './wording-rules.ts';

/** Messages that break a rule, and why they may. */
const forAReason: Readonly<Record<string, string>> = {
  'help.language': 'names of languages are written small',
};

describe('the wording', () => {
  for (const language of ['cs', 'sk'] as const) {
    it(`keeps our rules in every message (${language})`, () => {
      const judged = messages.filter(({ key }) => forAReason[key] === undefined);
      const wrong = judged.flatMap(({ key, says }) => misworded(language, says(language), says('en')).map((each) => `${key}: ${each}`));
      assert.deepEqual(wrong, []);
    });
  }

  it('has typographic signs in English, too', () => {
    const wrong = messages.filter(({ says }) => /["'„«»]|[.]{3}| - /.test(says('en')));
    assert.deepEqual(
      wrong.map(({ key }) => key),
      [],
    );
  });

  const planted = {
    'an English word': { en: 'Please enter the licence count.', cs: 'Zadejte count.', sk: 'Zadajte count.' },
    'a letter of the sister language': { en: 'Next.', cs: 'Ďalší kľúč.', sk: 'Další kĺúč ě.' },
    'a familiar form': { en: 'Choose a plan.', cs: 'Vyber plán.', sk: 'Vyber plán.' },
    'a form that tells men from women': { en: 'What you entered is kept.', cs: 'Co jste zadal, zůstalo uloženo.', sk: 'Čo ste zadali, zostalo uložené.' },
    'the other word for a customer': { en: 'The customer is known.', cs: 'Tento klient je známý.', sk: 'Tento zákazník je známy.' },
    'quotation marks that are not „…“': { en: 'Write “help”.', cs: 'Napište "nápověda".', sk: 'Napíšte “pomocník”.' },
    'three dots or a hyphen for a sign': { en: 'Wait…', cs: 'Počkejte...', sk: 'Počkajte - už to bude' },
    'another end than in English': { en: 'Done', cs: 'Hotovo.', sk: 'Hotovo.' },
    'another beginning than in English': { en: 'done', cs: 'Hotovo', sk: 'Hotovo' },
  } as const;

  for (const [rule, { en, cs, sk }] of Object.entries(planted)) {
    it(`is found to break the rule about ${rule}`, () => {
      assert.ok(
        misworded('cs', cs, en).some((wrong) => wrong.startsWith(rule)),
        cs,
      );
      assert.ok(
        misworded('sk', sk, en).some((wrong) => wrong.startsWith(rule)),
        sk,
      );
    });
  }

  it('says please between commas in Slovak', () => {
    assert.deepEqual(misworded('sk', 'Zadajte prosím doménu.', 'Please enter a domain.'), ['a please without commas: e prosím']);
    assert.deepEqual(misworded('sk', 'Zadajte, prosím, doménu.', 'Please enter a domain.'), []);
  });

  it('has a planted text for every rule', () => {
    assert.deepEqual(Object.keys(wordingRules('cs')).toSorted(), Object.keys(planted).toSorted());
  });
});
