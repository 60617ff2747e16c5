import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sayIn } from '../../cards/messages/say.ts';
import { formatsOf } from '../../cards/messages/locale.ts';
import { counted, counts, pluralsFile } from './plurals.ts';

describe('what is counted', () => {
  it('reads as somebody agreed, for none, one, two, four, five, twenty-one and a hundred', () => {
    assert.equal(counted(), readFileSync(pluralsFile, 'utf8'), 'If this is what you want: npm run golden, and read the difference.');
  });

  it('takes the forms of each language', () => {
    const keys = (language: 'en' | 'cs' | 'sk') => counts.map((count) => sayIn(language)('keys-left.line', count));
    assert.deepEqual(keys('en'), ['0 keys', '1 key', '2 keys', '4 keys', '5 keys', '21 keys', '100 keys']);
    assert.deepEqual(keys('cs'), ['0 kódů', '1 kód', '2 kódy', '4 kódy', '5 kódů', '21 kódů', '100 kódů']);
    assert.deepEqual(keys('sk'), ['0 kódov', '1 kód', '2 kódy', '4 kódy', '5 kódov', '21 kódov', '100 kódov']);
  });

  it('has a form for parts of one, too', () => {
    assert.equal(formatsOf('cs').plural(1.5, { one: 'a', few: 'b', many: '# licence', other: 'd' }), '1,5 licence');
    assert.equal(formatsOf('sk').plural(1.5, { one: 'a', few: 'b', many: '# licencie', other: 'd' }), '1,5 licencie');
  });
});
