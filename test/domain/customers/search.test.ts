import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFound, partsSought } from '../../../domain/customers/search.ts';
import { longestPart, partsOf } from '../../../domain/shared/queries.ts';
import { TenantId } from '../../../domain/shared/ids.ts';
import { contoso } from '../../support/builders.ts';
import { contosoTenant } from '../../support/transcript-book.ts';

const customer = contoso({ name: 'Žluťoučký kůň, s.r.o.', domain: 'velmi-zluty-kun.example.cz', tenant: contosoTenant });

/** Do the rows of the index that a search reads hold this customer? Those of every word, so that whichever is rarest does. */
function isInRows(find: string, facts: Parameters<typeof partsOf>[0]): boolean {
  return partsSought(find).every((part) => partsOf(facts).some((row) => row.startsWith(part)));
}

describe('looking for a customer', () => {
  it('finds any part of the name, the domain or the directory id, whatever the case and diacritics', () => {
    for (const find of [
      'žlutouč',
      'LUTOUCKY',
      'ůň',
      'kun',
      's.r.o',
      'kůň žluť',
      'zluty',
      'mi-zl',
      'xample.cz',
      'velmi-zluty-kun.example.cz',
      '22222222',
      '2222-2222',
    ])
      assert.ok(isFound(customer, find) && isInRows(find, customer), find);
  });

  it('finds nobody by what is nowhere in it', () => {
    for (const find of ['koza', 'kun koza', 'zlutyx', 'example.com', '3333']) assert.ok(!isFound(customer, find), find);
  });

  it('reads the rows that hold what is looked for, for every part of every word of two letters and more', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'č', 'd', 'ď', 'e', 'é', 'ě', 'š', 'z', 'ž', '0', '1', '9', '-'),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, fc.nat(), fc.nat(), (words, label, from, length) => {
        const facts = { ...customer, name: words.join(' '), domain: `${label}.cz` };
        const whole = words[from % words.length] ?? '';
        const start = from % (whole.length - 1);
        const find = whole.slice(start, start + 2 + (length % whole.length));
        const letters = find.normalize('NFD').replace(/[^a-z0-9]/g, '');
        fc.pre(letters.length >= 2 && !/^-|-$/.test(find) && !find.includes('-'));
        assert.ok(isFound(facts, find), `${find} in ${facts.name}`);
        assert.ok(isInRows(find, facts), `rows of ${find} in ${facts.name}`);
      }),
    );
  });

  it('finds any part of a directory id from four characters on, across its groups, too', () => {
    const hex = fc.stringMatching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/);
    fc.assert(
      fc.property(hex, fc.nat(32), fc.integer({ min: 4, max: 36 }), fc.boolean(), (id, start, length, isUpper) => {
        const facts = { ...customer, tenant: TenantId.parse(id) };
        const part = id.slice(start, start + length).replace(/^-|-$/g, '');
        fc.pre(part.split('-').some((group) => group.length >= 4));
        const find = isUpper ? part.toUpperCase() : part;
        assert.ok(isFound(facts, find), `${find} in ${id}`);
        assert.ok(isInRows(find, facts), `rows of ${find} in ${id}`);
      }),
    );
  });

  it('still finds a name that could be cut out of a directory id', () => {
    const facts = { ...customer, name: 'Ab-Café de Face', tenant: undefined };
    for (const find of ['ab-cafe', 'b-cafe', 'ab', 'de-face']) assert.ok(isInRows(find, facts), find);
  });

  it('is paid for by the letters of a name, not by the pairs of them', () => {
    const long = 'a'.repeat(100);
    const rows = partsOf({ name: long, domain: 'a.cz' });
    assert.ok(rows.length <= 102 && rows.filter((row) => row.length > longestPart).length <= 1, String(rows.length));
  });

  it('would be found out: an index of the beginnings of words only', () => {
    const beginnings = (facts: Parameters<typeof partsOf>[0]) => partsOf(facts).filter((row) => facts.name.toLowerCase().startsWith(row));
    assert.ok(!partsSought('toucky').every((part) => beginnings(customer).some((row) => row.startsWith(part))));
  });
});
