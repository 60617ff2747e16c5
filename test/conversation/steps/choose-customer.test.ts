import assert from 'node:assert/strict';
import { z } from 'zod';
import { anyone } from '../../../cards/choose-customer.card.ts';
import { reviewCard } from '../../../cards/form.ts';
import { text } from '../../../cards/kit.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { ChosenCustomer, chooseCustomerStep } from '../../../bot/conversation/steps/choose-customer.ts';
import { flowOf, review } from '../../../bot/conversation/flow.ts';
import type { Flow } from '../../../bot/conversation/flow.ts';
import { conversations } from '../../../bot/flows/index.ts';
import { AdminEmailCorrected } from '../../../domain/customers/commands.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import type { Language } from '../../../domain/shared/language.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { brokenBy } from '../../cards/card-rules.ts';
import { emoji, endlessWord, longDomain, longName, markdown, rightToLeft } from '../../cards/views/people.ts';
import { clockAt, fill } from '../../support/book.ts';
import { contoso, fabrikam, petr, rival } from '../../support/builders.ts';
import { inputsOf, textsOf } from '../../support/card-reading.ts';
import type { CardJson } from '../../support/card-reading.ts';
import { anAssistant, chatOf } from '../../support/chat.ts';
import type { Chat } from '../../support/chat.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';
import { cloudysBook, customerRecord } from '../../support/transcript-book.ts';

const Answers = z.object({ customer: ChosenCustomer }).partial();
type Answers = Required<z.infer<typeof Answers>>;

/** A conversation of this step and a review that tells what was chosen. */
function choosing(orAnyone: boolean): Flow {
  return flowOf<Answers, 'correct-admin-email'>({
    id: 'correct-admin-email',
    version: 1,
    title: 'correct.title',
    permits: () => ({ kind: 'allowed' }),
    steps: [
      chooseCustomerStep<Answers>({ heading: 'correct.customer-heading', orAnyone }),
      review<Answers>()({
        id: 'review',
        show: ({ say, frame, answers: { customer } }) =>
          Promise.resolve(
            reviewCard(say, frame, {
              heading: say('correct.review-heading'),
              body: [text(customer?.name ?? 'anybody')],
              confirm: say('correct.confirm'),
              edits: [{ title: say('correct.change'), to: 'customer' }],
            }),
          ),
      }),
    ],
    answers: Answers,
    command: () => Promise.resolve(undefined),
    outcome: AdminEmailCorrected,
    done: () => Promise.resolve(undefined),
    refused: () => ({ text: '' }),
  });
}

const say = sayIn('en');

async function aChatWith(customers: readonly Put[], facts: { readonly language?: Language; readonly orAnyone?: boolean } = {}): Promise<Chat> {
  const store = memoryStore();
  await fill(store, cloudysBook(customers));
  const talks = { ...conversations, flows: { ...conversations.flows, 'correct-admin-email': choosing(facts.orAnyone ?? false) } };
  const chat = chatOf(anAssistant(store, clockAt(), talks), petr().person, { locale: facts.language ?? 'en', name: petr().name });
  await chat.says('correct e-mail');
  return chat;
}

/** Customers number 0 to `count` - 1: "Firma 007", "f007.example.cz". */
const many = (count: number): readonly Put[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(3, '0');
    return customerRecord(contoso({ id: CustomerId.parse(`c${number}`), name: `Firma ${number} Brno`, domain: `f${number}.example.cz` }));
  });

const titles = (card: CardJson): readonly string[] => inputsOf(card).flatMap((input) => input.choices.map(({ title }) => title));
const fields = (card: CardJson): readonly string[] => inputsOf(card).map(({ id }) => id);

describe('choosing among fewer than a hundred customers', () => {
  it('is one list, in the order of the reader’s language', async () => {
    const names = ['Hora', 'Chata', 'Ďuro', 'Cibule', 'Dům', 'Čáp'];
    const customers = names.map((name) => customerRecord(contoso({ id: CustomerId.parse(name), name, domain: `${String(name.length)}-${name}.cz` })));
    const { last } = await aChatWith(customers, { language: 'cs' });
    assert.deepEqual(
      titles(last).map((title) => title.split(' · ')[0]),
      ['Cibule', 'Čáp', 'Dům', 'Ďuro', 'Hora', 'Chata'],
    );
    assert.deepEqual(fields(last), ['customer']);
  });

  it('lists ninety-nine without a search, on a card that Teams takes', async () => {
    const { last } = await aChatWith(many(99));
    assert.equal(titles(last).length, 99);
    assert.deepEqual(fields(last), ['customer']);
    assert.deepEqual(brokenBy(last), []);
  });

  it('takes the one that is chosen', async () => {
    const chat = await aChatWith([customerRecord(contoso()), customerRecord(fabrikam())]);
    await chat.fills({ customer: fabrikam().id });
    assert.ok(chat.lines.includes('Fabrikam'));
  });

  it('goes on only with one', async () => {
    const chat = await aChatWith([customerRecord(contoso())]);
    await chat.fills({ customer: '' });
    assert.ok(chat.lines.includes(say('customer.missing')));
  });

  it('takes a typed line for a search, diacritics and case aside, and the only one found stands ready', async () => {
    const chat = await aChatWith([customerRecord(contoso({ name: 'Žluťoučký kůň s.r.o.' })), customerRecord(fabrikam())]);
    await chat.says('KUN');
    assert.deepEqual(titles(chat.last), ['Žluťoučký kůň s.r.o. · contoso.cz']);
    await chat.fills({});
    assert.ok(chat.lines.includes('Žluťoučký kůň s.r.o.'));
  });

  it('says when nobody is found, and the search can be taken back', async () => {
    const chat = await aChatWith([customerRecord(contoso()), customerRecord(fabrikam())]);
    await chat.says('zzz');
    assert.ok(chat.lines.includes(say('customer.none-found', 'zzz')));
    await chat.fills({ find: '' });
    assert.equal(titles(chat.last).length, 2);
  });

  it('says what to do while there is none', async () => {
    const { lines } = await aChatWith([]);
    assert.ok(lines.includes(say('customer.none')));
  });

  it('shows what was chosen before when the person comes back', async () => {
    const chat = await aChatWith([customerRecord(contoso()), customerRecord(fabrikam())]);
    await chat.fills({ customer: fabrikam().id });
    await chat.clicks(say('correct.change'));
    assert.equal(inputsOf(chat.last).find(({ id }) => id === 'customer')?.value, fabrikam().id);
  });
});

describe('choosing among a hundred customers and more', () => {
  it('is a search first: no list', async () => {
    const { last, lines } = await aChatWith(many(100));
    assert.deepEqual(fields(last), ['find']);
    assert.ok(lines.includes(say('customer.search-first', 100)));
  });

  it('finds by any part of name or domain', async () => {
    for (const find of ['firma 042', 'FIRMA  042', '042', 'f042', 'f042.example.cz', 'brno 042', 'f042.example', 'rno 42', '42.exam', 'irm 042']) {
      const chat = await aChatWith(many(100));
      await chat.fills({ find });
      assert.deepEqual(titles(chat.last), ['Firma 042 Brno · f042.example.cz'], find);
    }
  });

  it('lists fifty at most, and says that there are more', async () => {
    const chat = await aChatWith(many(120));
    await chat.says('brno');
    assert.equal(titles(chat.last).length, 50);
    assert.ok(chat.lines.includes(say('customer.first', 50)));
  });

  it('searches anew when something else is typed beside a choice', async () => {
    const chat = await aChatWith(many(100));
    await chat.fills({ find: '042' });
    await chat.fills({ find: '007', customer: 'c042' });
    assert.deepEqual(titles(chat.last), ['Firma 007 Brno · f007.example.cz']);
    await chat.fills({});
    assert.ok(chat.lines.includes('Firma 007 Brno'));
  });

  it('asks again when nothing was typed', async () => {
    const chat = await aChatWith(many(100));
    await chat.fills({});
    assert.ok(chat.lines.includes(say('customer.missing')));
  });
});

describe('choosing anybody who has the link', () => {
  it('is offered only where it may be', async () => {
    assert.deepEqual(titles((await aChatWith([customerRecord(contoso())])).last), ['Contoso · contoso.cz']);
    for (const customers of [many(3), many(100)]) {
      const chat = await aChatWith(customers, { orAnyone: true });
      assert.equal(titles(chat.last)[0], say('customer.anyone'));
      await chat.fills({ customer: anyone });
      assert.ok(chat.lines.includes('anybody'));
    }
  });

  it('is not taken where it was not offered', async () => {
    const chat = await aChatWith(many(3));
    await chat.fills({ customer: anyone });
    assert.ok(chat.lines.includes(say('customer.missing')));
  });
});

describe('a customer of another partner', () => {
  const foreign = contoso({ id: CustomerId.parse('foreign'), partner: rival, name: 'Foreign', domain: 'foreign.cz' });

  it('is neither listed nor found', async () => {
    const chat = await aChatWith([...many(2), customerRecord(foreign)]);
    assert.equal(titles(chat.last).length, 2);
    await chat.says('foreign');
    assert.deepEqual(titles(chat.last), []);
  });

  it('is refused when a client sends it all the same, and its name is not told', async () => {
    const chat = await aChatWith([...many(2), customerRecord(foreign)]);
    await chat.fills({ customer: foreign.id });
    assert.ok(chat.lines.includes(say('customer.not-yours')));
    assert.ok(!JSON.stringify(chat.last).includes('Foreign'));
  });
});

describe('customers whose names would break a card', () => {
  const hostile = [markdown, rightToLeft, emoji, endlessWord, longName];

  it('are listed on a card that Teams takes, ninety-nine of them', async () => {
    const customers = Array.from({ length: 99 }, (_, index) =>
      customerRecord(
        contoso({ id: CustomerId.parse(`c${String(index)}`), name: `${hostile[index % 5] ?? ''} ${String(index)}`, domain: `${String(index)}.${longDomain}` }),
      ),
    );
    const { last } = await aChatWith(customers);
    assert.equal(titles(last).length, 99);
    assert.deepEqual(brokenBy(last), []);
  });

  it('are found by what they begin with', async () => {
    for (const [index, name] of hostile.entries()) {
      const chat = await aChatWith([
        ...many(100),
        customerRecord(contoso({ id: CustomerId.parse(`h${String(index)}`), name, domain: `h${String(index)}.cz` })),
      ]);
      await chat.fills({ find: name.slice(0, 14) });
      assert.equal(titles(chat.last).length, 1, name);
      assert.deepEqual(brokenBy(chat.last), []);
    }
  });

  it('and searches of any kind get an answer', async () => {
    const chat = await aChatWith(many(100));
    for (const find of ['\u{10ffff}', '%', '🎉', '|', '__proto__', 'constructor', 'a'.repeat(5_000), '<script>', ' ']) {
      await chat.fills({ find });
      assert.deepEqual(brokenBy(chat.last), [], find);
      assert.equal(textsOf(chat.last)[0], say('correct.customer-heading'));
    }
  });
});
