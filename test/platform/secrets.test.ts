import assert from 'node:assert/strict';
import { createSecrets } from '../../bot/platform/secrets.ts';
import { Fault } from '../../domain/shared/fault.ts';

const bookKey = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
const otherKey = 'f'.repeat(64);
const productKey = 'ABCDEFGHJKLMNPQRSTUVWXYZ2';
const damaged = (error: unknown): boolean => error instanceof Fault && error.code === 'sealed-text-damaged' && !String(error).includes(productKey);

describe('the secrets of a book', () => {
  it('opens what it sealed, and never seals the same text the same way twice', () => {
    const secrets = createSecrets(bookKey);
    const sealed = secrets.seal('kód č. 1 – ž', 'place');
    assert.equal(secrets.open(sealed, 'place'), 'kód č. 1 – ž');
    assert.notEqual(secrets.seal('kód č. 1 – ž', 'place'), sealed);
    assert.equal(secrets.open(secrets.seal('', 'place'), 'place'), '');
  });

  it('does not show the text in what it sealed', () => {
    const sealed = createSecrets(bookKey).seal(productKey, 'place');
    assert.ok(!sealed.includes(productKey) && !Buffer.from(sealed.slice(3), 'base64url').toString('latin1').includes(productKey));
  });

  it('refuses to open a sealed text in another place or with another key', () => {
    const sealed = createSecrets(bookKey).seal(productKey, 'place');
    assert.throws(() => createSecrets(bookKey).open(sealed, 'elsewhere'), damaged);
    assert.throws(() => createSecrets(otherKey).open(sealed, 'place'), damaged);
  });

  it('refuses to open a text of which one byte was changed, wherever it stands', () => {
    const secrets = createSecrets(bookKey);
    const bytes = Buffer.from(secrets.seal(productKey, 'place').slice(3), 'base64url');
    bytes.forEach((byte, at) => {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ 1;
      assert.throws(() => secrets.open(`s1.${changed.toString('base64url')}`, 'place'), damaged);
    });
  });

  for (const nonsense of ['', 's1.', 's1.AAAA', 'plain text', 's2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 's1.***']) {
    it(`calls ${JSON.stringify(nonsense)} damaged`, () => assert.throws(() => createSecrets(bookKey).open(nonsense, 'place'), damaged));
  }

  it('gives equal keys equal fingerprints, in this book only', () => {
    const fingerprint = createSecrets(bookKey).fingerprint(productKey);
    assert.equal(createSecrets(bookKey.toUpperCase()).fingerprint(productKey), fingerprint);
    assert.notEqual(createSecrets(otherKey).fingerprint(productKey), fingerprint);
    assert.notEqual(createSecrets(bookKey).fingerprint('ABCDEFGHJKLMNPQRSTUVWXYZ3'), fingerprint);
    assert.ok(!fingerprint.includes(productKey.slice(-5)));
  });

  it('keeps the fingerprints and ids of books already written', () => {
    const secrets = createSecrets(bookKey);
    assert.equal(secrets.fingerprint(productKey), 'tE89D4Y8pT3-L1uH4QgSP_8RcM4LtEz3uDn7YNUz-sU');
    assert.equal(secrets.deriveId('customer', 'contoso.cz'), '9fa3fd3a-01ec-8c61-a499-326e87837d8b');
  });

  it('derives ids of the form of a UUID, which depend on where one part ends and the next begins', () => {
    const secrets = createSecrets(bookKey);
    assert.match(secrets.deriveId('a'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(secrets.deriveId('ab', 'c'), secrets.deriveId('a', 'bc'));
    assert.notEqual(secrets.deriveId('a'), secrets.deriveId('a', ''));
  });

  for (const wrong of ['', 'abc', 'g'.repeat(64), 'a'.repeat(63), 'a'.repeat(65)]) {
    it(`refuses a key of ${wrong.length} characters${wrong.startsWith('g') ? ' that are not hex' : ''} without repeating it`, () =>
      assert.throws(
        () => createSecrets(wrong),
        (error) => error instanceof Fault && error.code === 'configuration' && (wrong === '' || !error.message.includes(wrong)),
      ));
  }
});
