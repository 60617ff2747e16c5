import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Conversations } from '../../bot/conversation/context.ts';
import { conversations } from '../../bot/flows/index.ts';
import { FlowId, PageId } from '../../cards/actions.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Commit } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from '../support/book.ts';
import { cloudy, rival } from '../support/builders.ts';
import { buttonsOf, inputsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { everyForgedClick } from '../support/foreign-actions.ts';
import { aSide, customerPart } from '../support/two-sides.ts';
import type { Side } from '../support/two-sides.ts';
import { answersTo, hasWayOn, headingOf } from '../support/walk.ts';

const own = aSide('zzown', cloudy, 4);
/** Another customer of the same partner, and another partner with its customer. */
const sibling = aSide('zzsibling', cloudy, 5);
const theirs = aSide('zzrival', rival, 6);

/** What stands in the fields of a card beside a button: nothing of anybody. */
const fields = {
  find: 'zz',
  number: '4711',
  note: 'A note',
  seats0: '3',
  organisation: 'Somebody',
  domain: 'somebody.example',
  contactName: 'X',
  contactEmail: 'x@y.cz',
};

/** Two partners, and of the first one two customers, in one book; and what was written since. */
async function aWorld(talks: Conversations = conversations) {
  const store = memoryStore();
  await fill(store, [...own.records, ...theirs.records, ...customerPart(sibling)]);
  const commits: Commit[] = [];
  const commit: typeof store.commit = async (change) => {
    const result = await store.commit(change);
    if (result.kind === 'committed') commits.push(change);
    return result;
  };
  const watched = { ...store, commit };
  const assistant = anAssistant(watched, clockAt(), talks);
  const chatAs = (person: PersonId): Chat => chatOf(assistant, person, { locale: 'en', name: 'Somebody' });
  return { store: watched, chatAs, commits };
}

const marksIn = (value: unknown, marks: readonly string[]): readonly string[] => {
  const text = JSON.stringify(value).toLowerCase();
  return marks.filter((mark) => text.includes(mark));
};

/** Nothing of these may be seen in a card. What the person sent themselves may come back to them: it tells nothing they do not know. */
function showsNothingOf(sides: readonly Side[], card: CardJson, sent: unknown): void {
  const text = textsIn(sent).reduce((rest, each) => rest.replaceAll(each.toLowerCase(), ''), JSON.stringify(card).toLowerCase());
  const shown = sides.flatMap(({ marks }) => marks).filter((mark) => text.includes(mark));
  assert.deepEqual(shown, [], `shown after ${JSON.stringify(sent)}: ${textsOf(card).join(' | ')}`);
}

/** Every text in what was sent that is long enough to be an id. */
function textsIn(sent: unknown): readonly string[] {
  if (typeof sent === 'string') return sent.length > 'zzsibling'.length ? [sent] : [];
  return typeof sent === 'object' && sent !== null ? Object.values(sent).flatMap(textsIn) : [];
}

/** Nothing of these was written, removed, or named in what was written. */
function leftAlone(sides: readonly Side[], commits: readonly Commit[]): void {
  const marks = sides.flatMap(({ marks: all }) => all);
  for (const { put, remove, events } of commits) assert.deepEqual(marksIn({ put, remove, events }, marks), [], JSON.stringify({ put, remove, events }));
}

async function clicksEverything(chat: Chat, about: Side, hidden: readonly Side[]): Promise<number> {
  let cards = 0;
  for (const click of everyForgedClick(about)) {
    const { verb } = click;
    const reply = await chat.sends({ kind: 'clicked', verb, data: { ...fields, ...click } });
    assert.ok(reply.kind === 'card', JSON.stringify(click));
    showsNothingOf(hidden, { ...reply.card }, click);
    cards++;
  }
  return cards;
}

const mostSteps = 12;

/** Answers every question of an open conversation: first with somebody else's ids, then, so that it goes on, with the first answer on offer. */
async function walks(chat: Chat, about: Side, hidden: readonly Side[]): Promise<void> {
  const { customer, user, offer, boss, subscription } = about;
  const foreign: Readonly<Record<string, string>> = { customer, user, offer, owner: boss, person: boss };
  for (let step = 0; step < mostSteps && hasWayOn(chat.last); step++) {
    const heading = headingOf(chat.last);
    const sent = Object.fromEntries(inputsOf(chat.last).flatMap(({ id, choices }) => (choices.length > 0 ? [[id, foreign[id] ?? subscription]] : [])));
    await chat.fills(sent);
    showsNothingOf(hidden, chat.last, sent);
    if (headingOf(chat.last) !== heading || !hasWayOn(chat.last)) continue;
    await chat.fills(answersTo(chat.last));
    showsNothingOf(hidden, chat.last, sent);
  }
}

describe('two partners in one installation', () => {
  it('see nothing of each other through any button of any card, whatever ids it is forged with, and change nothing', async () => {
    const { chatAs, commits } = await aWorld();
    const cards = await clicksEverything(chatAs(own.boss), theirs, [theirs]);
    assert.ok(cards > 200, String(cards));
    leftAlone([theirs], commits);
  });

  it('see nothing of each other on any page', async () => {
    for (const page of PageId.options) {
      const { chatAs, commits } = await aWorld();
      const chat = chatAs(own.boss);
      const reply = await chat.sends({ kind: 'clicked', verb: 'show', data: { page } });
      assert.ok(reply.kind === 'card', page);
      showsNothingOf([theirs], { ...reply.card }, page);
      leftAlone([theirs], commits);
    }
  });

  for (const flow of FlowId.options) {
    it(`see nothing of each other in "${flow}", whatever it is begun about and answered with, and change nothing`, async () => {
      for (const about of [
        {},
        { customer: theirs.customer },
        { subscription: theirs.subscription },
        { offer: theirs.offer },
        { customer: own.customer, subscription: theirs.subscription },
        { customer: own.customer, user: theirs.user },
        { person: theirs.boss },
      ]) {
        const { chatAs, commits } = await aWorld();
        const chat = chatAs(own.boss);
        await chat.says('hi');
        const begun = await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow, about } });
        assert.ok(begun.kind === 'card');
        showsNothingOf([theirs], { ...begun.card }, { flow, about });
        await chat.clicksOn({ actions: [{ type: 'Action.Execute', title: 'begin', verb: 'begin', data: { flow, about } }] }, 'begin');
        await walks(chat, theirs, [theirs]);
        leftAlone([theirs], commits);
      }
    });
  }

  it('find nothing of each other by any part of a name, a domain or a directory', async () => {
    const { chatAs } = await aWorld();
    const chat = chatAs(own.boss);
    for (const part of ['zzriva', 'zriv', 'rival', 'customer', theirs.tenant]) {
      await chat.says(`find ${part}`);
      assert.deepEqual(
        buttonsOf(chat.last).filter(({ data }) => marksIn(data, theirs.marks).length > 0),
        [],
        part,
      );
      for (const line of chat.lines) if (!line.includes(part)) assert.deepEqual(marksIn(line, theirs.marks), [], line);
    }
  });
});

describe('two customers of one partner, and a customer of another one', () => {
  it('see nothing of each other through any button of any card, and change nothing', async () => {
    const { chatAs, commits } = await aWorld();
    const chat = chatAs(own.admin);
    for (const other of [sibling, theirs]) assert.ok((await clicksEverything(chat, other, [sibling, theirs])) > 200);
    leftAlone([sibling, theirs], commits);
  });

  it('see nothing of each other whatever they type, and nothing of the partner’s book', async () => {
    const { chatAs, commits } = await aWorld();
    const chat = chatAs(own.admin);
    for (const text of [
      'hi',
      'offers',
      'customers',
      'find zz',
      'to do',
      'people',
      'company',
      'rights',
      'service requests',
      'help',
      ...FlowId.options.map((flow) => flow.replaceAll('-', ' ')),
    ]) {
      await chat.says(text);
      showsNothingOf([sibling, theirs], chat.last, text);
      assert.deepEqual(marksIn(chat.last, [own.ending.toLowerCase(), 'request of', 'described by', 'clerk of', 'colleague of']), [], text);
    }
    leftAlone([sibling, theirs], commits);
  });
});

describe('the proof of isolation', () => {
  it('turns red when a page reads a customer whoever it belongs to', async () => {
    const show = conversations.clicks['show-checklist'];
    const careless: Conversations = {
      ...conversations,
      clicks: {
        ...conversations.clicks,
        'show-checklist': async (at, action, inputs) => {
          const found = await at.book.read('subscription', action.subscription);
          const customer = found && (await at.book.read('customer', found.value.customer));
          const { card } = await show(at, action, inputs);
          return { card: { ...card, speak: customer?.value.name ?? '' } };
        },
      },
    };
    const { chatAs } = await aWorld(careless);
    await assert.rejects(clicksEverything(chatAs(own.boss), theirs, [theirs]), /zzrival/);
  });

  it('turns red when a click changes what belongs to another partner', async () => {
    const careless: Conversations = {
      ...conversations,
      clicks: {
        ...conversations.clicks,
        'confirm-hand-off': async (at, action, inputs) => {
          await at.execute({
            type: 'confirm-hand-off',
            commandId: CommandId.parse('careless'),
            partner: rival,
            by: theirs.boss,
            byName: 'X',
            handOff: action.handOff,
          });
          return conversations.clicks['confirm-hand-off'](at, action, inputs);
        },
      },
    };
    const { chatAs, commits } = await aWorld(careless);
    await clicksEverything(chatAs(own.boss), theirs, [theirs]);
    assert.throws(() => leftAlone([theirs], commits), /zzrival/);
  });

  it('turns red when a button has a field that nobody has tried', () => {
    assert.throws(() => everyForgedClick(theirs, [z.object({ verb: z.literal('new'), invoice: z.string() })]), /somebody else's "invoice"/);
  });
});
