import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isYes, nearest, understand, wordForWord } from '../../bot/conversation/understand.ts';
import { partnerIntents } from '../../cards/intent-button.ts';
import { phrases } from '../../cards/messages/phrases.ts';
import { folded } from '../../domain/shared/queries.ts';

const everyPhrase = Object.entries(phrases).flatMap(([intent, byLanguage]) =>
  Object.values(byLanguage).flatMap((lines) => lines.map((line) => [line, intent] as const)),
);

describe('a line said to the assistant', () => {
  it('is understood in every language, in any case, with or without diacritics and what stands around it', () => {
    for (const [line, intent] of everyPhrase) {
      if (line === '?') continue;
      for (const said of [line, line.toUpperCase(), folded(line), `  ${line} `, `${line}!`, `${line} 👋`, line.replaceAll(' ', '\u00a0')]) {
        assert.equal(understand(said), intent, said);
      }
    }
  });

  it('means one thing only, whichever language it is in', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [line, intent] of everyPhrase) meanings.set(folded(line), (meanings.get(folded(line)) ?? new Set()).add(intent));
    assert.deepEqual(
      [...meanings].filter(([, intents]) => intents.size > 1),
      [],
    );
  });

  it('finds its command with a small error in it', () => {
    const typed: readonly (readonly [string, string])[] = [
      ['redem', 'redeem-product-keys'],
      ['reedem', 'redeem-product-keys'],
      ['redeem keyz', 'redeem-product-keys'],
      ['uplatint kod', 'redeem-product-keys'],
      ['pouzit kodd', 'redeem-product-keys'],
      ['napovda', 'help'],
      ['pomocnik.', 'help'],
      ['helo', 'home'],
      ['dobry dne', 'home'],
      ['keys lfet', 'keys-left'],
      ['zbyvajci kody', 'keys-left'],
      ['languge', 'language'],
      ['prerusti', 'stop'],
    ];
    assert.deepEqual(
      typed.map(([line]) => [line, understand(line)]),
      typed,
    );
  });

  it('is no command when it is something else', () => {
    for (const said of [
      '',
      ' ',
      '🤷',
      'Contoso',
      'x',
      'mám dotaz na fakturu',
      'čokoláda',
      '12345',
      '<b>bold</b>',
      'a'.repeat(10_000),
      'redeem '.repeat(1000),
    ]) {
      assert.equal(understand(said), undefined, said.slice(0, 40));
    }
  });

  it('agrees to something only word for word', () => {
    for (const said of ['yes', 'Ano', 'ÁNO!', 'souhlasím', 'Rozumiem', 'ok 👍']) assert.equal(isYes(said), true, said);
    for (const said of ['yse', 'anno', 'souhlasim ne', 'okey', 'rozumim?ne', '']) assert.equal(isYes(said), false, said);
  });

  it('has three commands nearest to it, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (said) => {
        const offered = nearest(said, partnerIntents, 3);
        assert.deepEqual([offered.length, new Set(offered).size], [3, 3]);
        assert.ok(wordForWord(said) === undefined || understand(said) !== undefined);
      }),
    );
  });

  it('has the meant command among the three when the error is too big to be sure', () => {
    assert.ok(nearest('rdm kys', partnerIntents, 3).includes('redeem-product-keys'));
    assert.ok(nearest('kolik mame kodu', partnerIntents, 3).includes('keys-left'));
    assert.ok(nearest('opravit mejl', partnerIntents, 3).includes('correct-admin-email'));
  });
});
