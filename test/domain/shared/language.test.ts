import assert from 'node:assert/strict';
import { languageOf } from '../../../domain/shared/language.ts';

describe('the language of a locale', () => {
  it('is the one of its first part, in any case', () => {
    assert.deepEqual(['cs-CZ', 'CS', 'sk_SK', 'en-US', 'en'].map(languageOf), ['cs', 'cs', 'sk', 'en', 'en']);
  });

  it('is none where the assistant does not speak it, though it begins alike', () => {
    for (const locale of [undefined, '', 'de-DE', 'csb-PL', 'sl-SI', 'english', '-', '__proto__']) assert.equal(languageOf(locale), undefined);
  });
});
