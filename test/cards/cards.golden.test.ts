import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Language } from '../../domain/shared/language.ts';
import { drawn, goldenFile, kept } from './golden.ts';
import { views } from './views.ts';

/** The first line that differs, with its number: a whole card is nothing to read in a terminal. */
function difference(was: string, is: string): string {
  const [old, now] = [was.split('\n'), is.split('\n')];
  const line = now.findIndex((each, index) => each !== old[index]);
  return `line ${String(line + 1)}\n  was ${old[line]?.trim() ?? 'nothing'}\n  is  ${now[line]?.trim() ?? 'nothing'}`;
}

describe('the cards that somebody looked at', () => {
  for (const language of Language.options) {
    it(`are drawn as they were (${language})`, () => {
      const changed = Object.keys(views).filter((card) => kept(card, language) !== drawn(card, language));
      const first = changed[0];
      const shown = first === undefined ? '' : difference(kept(first, language), drawn(first, language));
      assert.deepEqual(changed, [], `${first ?? ''} ${shown}\nIf this is what you want: npm run golden, and look at the difference.`);
    });

    it(`are those that exist, and no others (${language})`, () => {
      const files = Object.keys(views).map((card) => goldenFile(card, language));
      assert.deepEqual(readdirSync(dirname(files[0] ?? '')).toSorted(), files.map((file) => basename(file)).toSorted());
    });
  }

  it('are told apart by one letter', () => {
    assert.notEqual(kept('overCard', 'cs'), drawn('overCard', 'cs').replace('skončila', 'skoncila'));
  });
});
