import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Language } from '../../domain/shared/language.ts';
import { agreements } from '../../domain/shared/agreements.ts';
import { plans } from '../../domain/shared/plans.ts';
import { plain, withoutMarkup } from '../../cards/kit.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { objectionsTo } from './adaptive-cards-library.ts';
import { brokenBy, everyText } from './card-rules.ts';
import { pseudoSay } from './pseudo-say.ts';
import { situations, views } from './views.ts';
import * as people from './views/people.ts';
import type { Situation } from './views.ts';

const folder = join(import.meta.dirname, '../../cards');

/** The functions that the files of cards export, by name. */
async function cardFunctions(): Promise<readonly string[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.card.ts'));
  const names = files.map(async (file) =>
    Object.keys(
      z
        .object({})
        .loose()
        .parse(await import(pathToFileURL(join(folder, file)).href)),
    ),
  );
  return (await Promise.all(names)).flat().filter((name) => name.endsWith('Card'));
}

/** What is said against any card, with the card and the situation. */
function against(say: Say, judge: (card: object) => readonly string[], among: readonly Situation[] = situations): readonly string[] {
  return among.flatMap(({ card, view, draw }) => judge(draw(say)).map((wrong) => `${card}, ${view}: ${wrong}`));
}

describe('every card', () => {
  it('stands in the table of situations', async () => {
    assert.deepEqual((await cardFunctions()).toSorted(), Object.keys(views).toSorted());
  });

  for (const language of Language.options) {
    it(`keeps our rules in every situation (${language})`, () => {
      assert.deepEqual(against(sayIn(language), brokenBy), []);
    });

    it(`is taken by the adaptivecards library without a complaint (${language})`, () => {
      assert.deepEqual(against(sayIn(language), objectionsTo), []);
    });
  }

  it('keeps the rules in a language half as long again, but for the length of its buttons', () => {
    const ofAnyLanguage = (card: object) =>
      brokenBy(card).filter((wrong) => !wrong.startsWith('a button too long') && !wrong.startsWith('a link that does not say'));
    assert.deepEqual(against(pseudoSay(), ofAnyLanguage), []);
  });

  it('says no word that is not in the messages', () => {
    const unsaid = situations.flatMap(({ draw }) => everyText(draw(pseudoSay()))).filter((words) => /\p{L}{3}/u.test(withoutFacts(words)));
    assert.deepEqual([...new Set(unsaid)], []);
  });

  it('has the same buttons and inputs in all languages', () => {
    const shape = (say: Say, { draw }: Situation) =>
      JSON.stringify(draw(say), (name, value: unknown) =>
        ['text', 'title', 'label', 'placeholder', 'errorMessage', 'speak', 'fallbackText', 'lang', 'choices'].includes(name) ? '' : value,
      );
    for (const situation of situations) {
      if (situation.card === 'languageCard') continue;
      assert.equal(shape(sayIn('cs'), situation), shape(sayIn('en'), situation), `${situation.card}, ${situation.view}`);
      assert.equal(shape(sayIn('sk'), situation), shape(sayIn('en'), situation), `${situation.card}, ${situation.view}`);
    }
  });
});

/** Facts of the views, and Microsoft's names of plans: they are nobody's words. */
const facts = [
  ...Object.values(people).filter((fact) => typeof fact === 'string'),
  ...Object.values(plans).map(({ name }) => name),
  ...Object.values(agreements).map(({ name }) => name),
  ...Language.options.map((language) => sayIn(language)('language.name')),
  ...['Karel Contoso', 'karel@contoso.cz', 'karle@contoso.cz', 'karel@fabrikam.cz', 'Contoso', 'Fabrikam', 'Cloudy s.r.o.', 'contoso.cz'],
  ...['Alena Malá', 'alena@contoso.cz', 'Jana Nováková', 'Petr Svoboda'],
  // as a list shortens them
  ...[people.longName, people.longEmail].map((fact) => fact.slice(0, 60)),
  ...['Lenka Contosová', 'lenka@contoso.cz', 'Pošta nechodí', 'Od rána nic.', 'Pošta'],
  ...['obchod@cloudy.cz', 'Dlouhá 1, Praha', 'Cloudy pro Contoso', 'Dobrý den, posíláme nabídku.', 'T-7K2M9QPX'],
].toSorted((one, other) => other.length - one.length);

/** What is left of a text when messages and facts are taken out. */
function withoutFacts(words: string): string {
  return facts.flatMap((fact) => [plain(fact), withoutMarkup(fact)]).reduce((left, fact) => left.replaceAll(fact, ''), words.replace(/⟦.*⟧/s, ''));
}
