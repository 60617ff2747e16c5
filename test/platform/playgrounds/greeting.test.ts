import assert from 'node:assert/strict';
import { greeting } from '../../../bot/platform/playgrounds/greeting.ts';
import { contoso, northwind } from '../../../bot/platform/playgrounds/people.ts';

describe('the words after a start', () => {
  it('say who sits where, in columns', () =>
    assert.deepEqual(
      greeting([
        { company: northwind, address: 'http://127.0.0.1:56150' },
        { company: contoso, address: 'http://127.0.0.1:56151' },
      ]),
      [
        'Open one of these in a browser and say hello:',
        '',
        '  the partner: Jana Nováková, Northwind Partner   http://127.0.0.1:56150',
        '  a customer: Karel Beneš, Contoso                http://127.0.0.1:56151',
        '',
      ],
    ));
});
