import assert from 'node:assert/strict';
import { countries, countryOrder, isServiceAvailable, unavailable } from '../../../domain/shared/countries.ts';

describe('the countries', () => {
  it('are the 249 of ISO 3166-1, each once, each with a name in all three languages', () => {
    assert.equal(countries.length, 249);
    assert.equal(new Set(countries).size, 249);
    for (const locale of ['en', 'cs', 'sk']) {
      const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
      assert.deepEqual(
        countries.filter((country) => names.of(country) === undefined),
        [],
      );
    }
  });

  it('where the service is not available are six, each with a source and the day it was checked', () => {
    assert.deepEqual(unavailable.map(({ country }) => country).toSorted(), ['BY', 'CU', 'IR', 'KP', 'RU', 'SY']);
    for (const { country, source, checkedOn } of unavailable) {
      assert.equal(isServiceAvailable(country), false);
      assert.ok(source.length > 0);
      assert.match(checkedOn, /^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('are all the others, and nothing that is no country', () => {
    assert.equal(countries.filter(isServiceAvailable).length, 243);
    for (const text of ['', 'cz', 'XX', 'CZE', '__proto__']) assert.equal(isServiceAvailable(text), false);
  });

  it('are offered with the partner’s own first, then Czechia and Slovakia, none twice', () => {
    assert.deepEqual(countryOrder('PL').slice(0, 4), ['PL', 'CZ', 'SK', 'AD']);
    assert.deepEqual(countryOrder('SK').slice(0, 3), ['SK', 'CZ', 'AD']);
    assert.deepEqual(countryOrder('CZ').slice(0, 3), ['CZ', 'SK', 'AD']);
    assert.deepEqual(countryOrder('nowhere').slice(0, 3), ['CZ', 'SK', 'AD']);
    for (const own of ['PL', 'CZ', 'nowhere']) assert.deepEqual(countryOrder(own).toSorted(), countries.toSorted());
  });
});
