import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import { auditOf, fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, jana } from '../support/builders.ts';
import { textsOf } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { bookedContoso, cloudysBook, contosoTenant, customerRecord, karelInTeams, somebody, stock } from '../support/transcript-book.ts';
import { upToKeys } from '../support/transcript-steps.ts';
import { aChat, clicks, offers, plays, shows, transcript } from '../support/transcript.ts';

const homeIn = (language: Language): string => sayIn(language)('home.heading');

async function spokenTo(person: typeof karelInTeams, locale: string | undefined, book = cloudysBook()): Promise<string | undefined> {
  const store = memoryStore();
  await fill(store, book);
  const chat = chatOf(anAssistant(store), person, locale === undefined ? {} : { locale });
  return textsOf(await chat.says('hi'))[0];
}

describe('the language of the assistant', () => {
  it('is that of Teams, else English', async () => {
    for (const [locale, language] of [
      ['cs-CZ', 'cs'],
      ['sk', 'sk'],
      ['SK_sk', 'sk'],
      ['en-US', 'en'],
      ['de-DE', 'en'],
      ['', 'en'],
      [undefined, 'en'],
    ] as const) {
      assert.equal(await spokenTo(jana().person, locale), homeIn(language), locale);
    }
  });

  it('is that of the book before that of Teams', async () => {
    const book = [partnerRecord(aPartner()), userRecord({ ...jana(), language: 'sk' })];
    assert.equal(await spokenTo(jana().person, 'cs-CZ', book), homeIn('sk'));
    const customers = cloudysBook(customerRecord(bookedContoso({ tenant: contosoTenant, language: 'cs' })));
    assert.equal(await spokenTo(karelInTeams, 'en-GB', customers), sayIn('cs')('help.customer-heading'));
  });

  for (const chosen of Language.options) {
    transcript(`can be chosen (${chosen}), wins over Teams, and is kept`, { as: jana(), book: cloudysBook() }, (say) => [
      ['language', shows(say('language.heading')), offers('English', 'Čeština', 'Slovenčina', say('intent.home'))],
      [clicks(sayIn(chosen)('language.name')), shows(sayIn(chosen)('language.heading'), sayIn(chosen)('language.name')), offers(sayIn(chosen)('intent.home'))],
      ['hi', shows(homeIn(chosen))],
    ]);
  }

  it('is kept across a restart, for this person only, with who chose it and when', async () => {
    const { chat, store } = await aChat({ as: jana(), book: cloudysBook() });
    await chat.says('jazyk');
    await chat.clicks('Slovenčina');
    await chat.clicks('Slovenčina');
    const again = anAssistant(store);
    assert.equal(textsOf(await chatOf(again, jana().person, { locale: 'en-GB' }).says('ahoj'))[0], homeIn('sk'));
    assert.equal(textsOf(await chatOf(again, somebody, { locale: 'en-GB' }).says('ahoj'))[0], sayIn('en')('stranger.heading'));
    assert.deepEqual(
      (await auditOf(store)).map(({ what, after }) => [what, after]),
      [['language-chosen', { language: 'sk' }]],
    );
  });

  it('changes in the middle of a conversation, which goes on where it was', async () => {
    const { chat, say } = await aChat({ as: jana(), book: cloudysBook(stock(1)) });
    const slovak = sayIn('sk');
    await plays(chat, [
      ...upToKeys(say),
      ['language', shows(say('language.heading'))],
      [clicks('Slovenčina'), shows(slovak('language.heading')), offers(slovak('conversation.go-on'))],
      [clicks(slovak('conversation.go-on')), shows(slovak('redeem.keys-heading'), slovak('redeem.keys-of', 0, 1))],
    ]);
  });

  it('can be chosen by a customer and by a stranger, too', async () => {
    const store = memoryStore();
    await fill(store, cloudysBook(customerRecord(bookedContoso({ tenant: contosoTenant }))));
    const assistant = anAssistant(store);
    for (const person of [karelInTeams, somebody]) {
      const chat = chatOf(assistant, person, { locale: 'en' });
      await chat.says('help');
      await chat.clicks(sayIn('en')('intent.language'));
      await chat.clicks('Čeština');
      assert.equal(chat.last['lang'], 'cs');
      assert.equal((await chat.says('cokoli'))['lang'], 'cs');
    }
  });
});
