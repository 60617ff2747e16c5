import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { KeyReading } from '../../../domain/product-keys/product-key.ts';
import { lookAlikes, readKeys } from '../../../domain/product-keys/product-key.ts';

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const aKey = fc.array(fc.constantFrom(...alphabet), { minLength: 25, maxLength: 25 }).map((characters) => characters.join(''));
const separator = fc.constantFrom(' ', '-', '–', '—', '−', '\u2011', '\u00a0', '\u200b', '\ufeff', '\u00ad', ' - ', '_');

function malformed(reading: KeyReading | undefined) {
  if (reading?.kind !== 'malformed') assert.fail(`read as ${String(reading?.kind)}`);
  return reading;
}

function wellFormed(key: string): KeyReading {
  return { kind: 'well-formed', key, ending: key.slice(-5) };
}

describe('reading product keys', () => {
  const plain = 'ABCDE12345FGHIJ67890KLMNO';

  it('takes a key in groups, in lower case, with any dash, as one key', () => {
    for (const typed of [
      plain,
      'abcde-12345-fghij-67890-klmno',
      ' ABCDE 12345 FGHIJ 67890 KLMNO ',
      'ABCDE–12345—FGHIJ−67890\u2011KLMNO',
      'ABCDE - 12345 - FGHIJ - 67890 - KLMNO',
      '\ufeffABCDE\u200b12345\u00a0FGHIJ\u00ad67890\u2060KLMNO',
      'ＡＢＣＤＥ－１２３４５－ｆｇｈｉｊ－６７８９０－ＫＬＭＮＯ',
    ]) {
      assert.deepEqual(readKeys(typed), [wellFormed(plain)], typed);
    }
  });

  it('takes one key per line, comma, semicolon or tab, and skips what is empty', () => {
    const other = 'ZZZZZ12345FGHIJ67890KLMNO';
    for (const between of ['\n', '\r\n', '\r', ',', ';', '\t', '\u2028', '\n\n \n', ', ', ' ;\n', '，']) {
      assert.deepEqual(readKeys(`${plain}${between}${other}`), [wellFormed(plain), wellFormed(other)], JSON.stringify(between));
    }
  });

  it('takes several whole keys on one line as several', () => {
    const dashed = 'ZZZZZ-12345-FGHIJ-67890-KLMNO';
    assert.deepEqual(readKeys(`${plain} ${dashed}`), [wellFormed(plain), wellFormed('ZZZZZ12345FGHIJ67890KLMNO')]);
  });

  it('takes a whole key with other words on its line as one malformed key: nothing is guessed away', () => {
    assert.equal(malformed(readKeys(`key: ${plain}`).at(0)).length, 29);
    assert.deepEqual(
      readKeys(`${plain} ${plain.slice(1)}`).map((reading) => reading.kind),
      ['malformed'],
    );
  });

  it('reads nothing in an empty block', () => {
    for (const block of ['', ' \n\t , ;', '---', '\u200b']) assert.deepEqual(readKeys(block), []);
  });

  it('marks a key that stands further up, with where, in whatever form it is typed', () => {
    const readings = readKeys('ABCDE-12345-FGHIJ-67890-KLMNO\nshort\nabcde12345fghij67890klmno\nABCDE 12345 FGHIJ 67890 KLMNO');
    assert.deepEqual(
      readings.map((reading) => (reading.kind === 'repeated' ? [reading.kind, reading.ending, reading.firstAt] : [reading.kind])),
      [['well-formed'], ['malformed'], ['repeated', 'KLMNO', 1], ['repeated', 'KLMNO', 1]],
    );
  });

  it('tells how many characters a malformed key has', () => {
    assert.equal(malformed(readKeys('ABCDE-12345').at(0)).length, 10);
    assert.equal(malformed(readKeys(`${plain}X`).at(0)).length, 26);
    assert.equal(malformed(readKeys(' nesmysl ').at(0)).typed, 'nesmysl');
  });

  it('points at each strange character by its position without separators', () => {
    assert.deepEqual(malformed(readKeys('ABCDE-12345-FGHIJ-67.90-KLMNÓ').at(0)).strange, [
      { position: 18, character: '.' },
      { position: 25, character: 'Ó' },
    ]);
    assert.deepEqual(malformed(readKeys('ABCDE-12345-FGHIJ-67😀90-KLMNO').at(0)).strange, [{ position: 18, character: '😀' }]);
  });

  it('turns no strange letter into a letter of a key', () => {
    for (const strange of ['ß', 'ı', 'ſ', '\u212a', '\u0410', '①', 'ﬁ', '²']) {
      const reading = malformed(readKeys(`BCDE12345FGHIJ67890KLMNO${strange}`).at(0));
      assert.deepEqual([reading.length, reading.strange.map(({ position }) => position)], [25, [25]], strange);
    }
  });

  it('points at look-alikes of a malformed key and leaves them as they are', () => {
    assert.deepEqual(malformed(readKeys('O0-S5-1IL-8B').at(0)).lookAlikes, [
      { position: 1, character: 'O', couldBe: ['0'] },
      { position: 2, character: '0', couldBe: ['O'] },
      { position: 3, character: 'S', couldBe: ['5'] },
      { position: 4, character: '5', couldBe: ['S'] },
      { position: 5, character: '1', couldBe: ['I', 'L'] },
      { position: 6, character: 'I', couldBe: ['1', 'L'] },
      { position: 7, character: 'L', couldBe: ['1', 'I'] },
      { position: 8, character: '8', couldBe: ['B'] },
      { position: 9, character: 'B', couldBe: ['8'] },
    ]);
  });

  it('finds no look-alikes in a key that has none', () => {
    assert.deepEqual(lookAlikes('ACDEFGHJKMNPQRTUVWXYZ2346'), []);
  });

  it('gives every key back that is typed with any separators, in any case, in any block', () => {
    const typed = fc
      .tuple(fc.uniqueArray(aKey, { minLength: 1, maxLength: 20 }), separator, fc.constantFrom(5, 4, 25, 1), fc.boolean())
      .map(([keys, between, size, lower]) => {
        const lines = keys.map((key) => (key.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join(between));
        return { keys, block: (lower ? lines.map((line) => line.toLowerCase()) : lines).join('\n') };
      });
    fc.assert(fc.property(typed, ({ keys, block }) => assert.deepEqual(readKeys(block), keys.map(wellFormed))));
  });

  it('never fails, loses no character, and calls nothing well-formed but 25 letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (block) => {
        for (const reading of readKeys(block)) {
          if (reading.kind !== 'malformed') assert.match(reading.key, /^[A-Z0-9]{25}$/);
          else assert.ok(reading.length !== 25 || reading.strange.length > 0);
        }
      }),
    );
  });

  it('points only at characters that stand at their position', () => {
    fc.assert(
      fc.property(aKey, (key) =>
        lookAlikes(key).every(({ position, character, couldBe }) => key.at(position - 1) === character && !couldBe.includes(character)),
      ),
    );
  });
});
