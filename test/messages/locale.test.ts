import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { Day, Instant } from '../../domain/shared/dates.ts';

const plainSpaces = (words: string): string => words.replace(/[\u00A0\u202F]/g, ' ');

describe('the formats of a language', () => {
  it('write a day as people of that language do', () => {
    const day = Day.parse('2026-03-01');
    assert.deepEqual(
      (['en', 'cs', 'sk'] as const).map((language) => plainSpaces(sayIn(language).day(day))),
      ['1 March 2026', '1. března 2026', '1. marca 2026'],
    );
  });

  it('write a span of days without saying anything twice', () => {
    const [from, to] = [Day.parse('2026-03-09'), Day.parse('2026-03-15')];
    assert.deepEqual(
      (['en', 'cs', 'sk'] as const).map((language) => sayIn(language).span(from, to).replace(/\s/g, '')),
      ['9–15March2026', '9.–15.3.2026', '9.–15.3.2026'],
    );
  });

  it('never shift a day by a time zone', () => {
    assert.equal(sayIn('en').instant(Instant.parse('2026-03-01T23:59:59.999Z')), '1 March 2026');
    assert.equal(sayIn('en').instant(Instant.parse('2026-03-01T00:00:00.000Z')), '1 March 2026');
  });

  it('keep the thousands of a number on one line in Czech and Slovak', () => {
    for (const language of ['cs', 'sk'] as const) {
      assert.match(sayIn(language)('keys-left.line', 12_345), /^12[\u00A0\u202F]345 kód/u);
    }
    assert.equal(sayIn('en')('keys-left.line', 12_345), '12,345 keys');
  });

  it('name a country, and a code that is none by the code', () => {
    assert.deepEqual(
      (['en', 'cs', 'sk'] as const).map((language) => sayIn(language).country('SK')),
      ['Slovakia', 'Slovensko', 'Slovensko'],
    );
    assert.equal(sayIn('cs').country('QX'), 'QX');
  });

  it('sort as a dictionary of that language does', () => {
    const words = ['Chorvatsko', 'Čína', 'Izrael', 'Cyprus', 'Dánsko'];
    assert.deepEqual(words.toSorted(sayIn('cs').compare), ['Cyprus', 'Čína', 'Dánsko', 'Chorvatsko', 'Izrael']);
    assert.deepEqual(words.toSorted(sayIn('sk').compare), ['Cyprus', 'Čína', 'Dánsko', 'Chorvatsko', 'Izrael']);
  });

  it('join the last of a list with the word of that language', () => {
    assert.deepEqual(
      (['en', 'cs', 'sk'] as const).map((language) => plainSpaces(sayIn(language).list(['A', 'B', 'C']))),
      ['A, B and C', 'A, B a C', 'A, B a C'],
    );
  });
});
