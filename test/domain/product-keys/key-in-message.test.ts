import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looksLikeKeys } from '../../../domain/product-keys/key-in-message.ts';

/** The characters that Microsoft prints on its cards. */
const printed = Array.from('BCDFGHJKMNPQRTVWXY2346789');
const aCardKey = fc
  .array(fc.constantFrom(...printed), { minLength: 25, maxLength: 25 })
  .map((characters) => characters.join(''))
  .filter((key) => /\d/.test(key) && (key.match(/[A-Z]/g) ?? []).length >= 4);

describe('a product key typed as a chat message', () => {
  it('is noticed in a row, in groups, and inside a sentence', () => {
    for (const text of [
      'BCDFG23467HJKMN89BCDPQRTV',
      'bcdfg-23467-hjkmn-89bcd-pqrtv',
      'BCDFG 2H467 HJKMN 89BCD PQRTV',
      'Dobrý den, kód je BCDFG-23467-HJKMN-89BCD-PQRTV, děkuji',
      'redeem BCDFG23467HJKMN89BCDPQRTV please',
      'BCD\u200bFG–23467–HJKMN–89BCD–PQRTV',
      'key: BCDFG-23467-HJKMN-89BCD-PQRTV',
      'BCDFG23 467HJK MN89BC DPQ7TV',
      '111111111111111111111ABCD',
      'two:\nBCDFG23467HJKMN89BCDPQRTV\nBCDFG23467HJKMN89BCDPQRTW',
    ]) {
      assert.equal(looksLikeKeys(text), true, text);
    }
  });

  it('is noticed with one group mistyped', () => {
    assert.equal(looksLikeKeys('BCDFG-23467-HJKMN-89BCD-PQRT'), true);
    assert.equal(looksLikeKeys('BCDFG-23467-HJKMN-89BCD-PQRTVW'), true);
  });

  it('is not seen in ordinary words, however long', () => {
    for (const text of [
      '',
      'redeem',
      'uplatnit kód',
      'renewals this month',
      'order 12345 about seats today',
      'obnov O365 pro moje zakazniky',
      'O365E3 M365E5 A1 plan1 x2y3z4',
      '1111111111111111111111ABC',
      'move 5 people from O365 E3 to M365 E5 tomorrow',
      'Můžete mi prosím pomoci s obnovením předplatného pro 25 lidí do 31. 12. 2026?',
      '+420 777 123 456, +421 902 123 456',
      '2026-03-01 2026-03-02 2026-03-03',
      '11111111-1111-4111-8111-111111111111',
      '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
      'jana.novakova2@fabrikam-bratislava.sk',
      'https://teams.microsoft.com/l/message/19:abc123def456ghi789',
      '1234567890123456789012345',
      'ABCDEFGHIJKLMNOPQRSTUVWXY',
      'Donaudampfschifffahrtsges',
      '😀😀😀',
    ]) {
      assert.equal(looksLikeKeys(text), false, text);
    }
  });

  it('is noticed whatever the key, in a row and dashed as on the card', () => {
    fc.assert(
      fc.property(aCardKey, fc.boolean(), (key, lower) => {
        const dashed = (key.match(/.{5}/g) ?? []).join('-');
        return [key, dashed].every((text) => looksLikeKeys(lower ? `můj kód ${text.toLowerCase()} díky` : text));
      }),
    );
  });

  it('is not seen in words without digits, whatever they are', () => {
    const word = fc.array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')), { minLength: 1, maxLength: 30 }).map((letters) => letters.join(''));
    fc.assert(fc.property(fc.array(word, { maxLength: 20 }), (words) => !looksLikeKeys(words.join(' '))));
  });

  it('is looked for in a message of 10,000 characters in no time worth counting', () => {
    for (const text of ['a1 '.repeat(3333), 'A1B2C-'.repeat(1666), 'a1'.repeat(5000), '-'.repeat(10000)]) {
      assert.equal(typeof looksLikeKeys(text), 'boolean');
    }
  });
});
