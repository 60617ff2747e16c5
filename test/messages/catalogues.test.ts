import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keysOf, messages, standIns, writtenIn } from './every-message.ts';
import type { Message } from './every-message.ts';

const root = join(import.meta.dirname, '../..');
const others = ['cs', 'sk'] as const;

/** The same as in English, and why. */
const sameAsEnglish: Readonly<Record<string, string>> = {
  'home.because': 'two facts and a colon',
  'redeem.plan-times': 'a name and a count; the count is in the language',
  'offers.seats': 'a name and a count; the count is in the language',
  'offer.mail-subject': 'two facts and a sign',
  'redeem.from-to': 'two days and a dash',
  'por.other': 'two facts and a sign',
  'por.id-line': 'three facts and signs',
  'customers.channel-csp': 'the name of Microsoft’s programme',
  'keep-user.licence': 'the word is the same',
  'to-do.user-licence': 'the word is the same',
  'company.email': 'the word is the same',
  'people.email': 'the word is the same',
  'request.recipient-microsoft': 'a name',
  'redeem.email-line': 'the word is the same',
  'redeem.admin-email': 'the word is the same',
  'redeem.agreement-name-open-agreement': 'the name of Microsoft’s agreement',
  'redeem.agreement-name-customer-agreement': 'the name of Microsoft’s agreement',
};

/** Which of its facts a message tells. */
function told({ kinds, says }: Message, language: 'en' | 'cs' | 'sk'): readonly number[] {
  const facts = standIns(kinds);
  const words = says(language, facts);
  return facts.flatMap((fact, index) => (words.includes(writtenIn(language, fact)) ? [index] : []));
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !join(folder, file).startsWith(join('cards', 'messages')))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

describe('the messages', () => {
  for (const language of others) {
    it(`are the same ones in every language (${language})`, () => {
      assert.deepEqual(keysOf(language).toSorted(), keysOf('en').toSorted());
    });

    it(`tell every fact they are given (${language})`, () => {
      const silent = messages.filter((message) => told(message, language).length < message.kinds.length);
      assert.deepEqual(
        silent.map(({ key, says }) => `${key}: ${says(language)}`),
        [],
      );
    });

    it(`are translated, but for those that are the same for a reason (${language})`, () => {
      const numbers = /\d/g;
      const same = messages.filter(({ says }) => says(language).replace(numbers, '') === says('en').replace(numbers, '')).map(({ key }) => key);
      assert.deepEqual(
        same.filter((key) => sameAsEnglish[key] === undefined),
        [],
      );
    });
  }

  it('tell every fact they are given in English, too', () => {
    assert.deepEqual(
      messages.filter((message) => told(message, 'en').length < message.kinds.length).map(({ key }) => key),
      [],
    );
  });

  it('are each said somewhere', () => {
    const sources = [...sourcesIn('cards'), ...sourcesIn('bot')].join('\n');
    const families = [...sources.matchAll(/`([a-z-]+[.][a-z-]*)\$\{/g)].map((match) => match[1] ?? '');
    const unsaid = messages.filter(({ key }) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)));
    assert.deepEqual(
      unsaid.map(({ key }) => key),
      [],
    );
  });
});
