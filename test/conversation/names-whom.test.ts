import assert from 'node:assert/strict';
import { FlowId } from '../../cards/actions.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { petr } from '../support/builders.ts';
import { buttonsOf, inputsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { bookedContoso, cardKey, stock } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, plays, shows, transcript } from '../support/transcript.ts';
import { beginsAfresh } from '../support/chat.ts';
import { bothGrant } from '../support/two-customers.ts';

const say = sayIn('en');
const ofTheOwnCompany: readonly FlowId[] = ['confirm-company-information', 'keep-standing', 'keep-partner-user', 'customer-notices'];

/** What gets every conversation to its end, by input. */
const typed: Readonly<Record<string, string>> = {
  ...{ understood: 'true', purpose: 'new-subscription', people: '1', keys: cardKey(1), agreed: 'true', country: 'CZ', organisation: 'Contoso' },
  ...{ plan: 'business-standard', seats: '7', amount: '10', currency: 'EUR', title: 'Title', description: 'Description', severity: 'moderate' },
  ...{ what: 'seats', name: 'Lenka Contosová', upn: 'lenka@contoso.cz', newEmail: 'karel.novy@contoso.cz', email: 'karel.novy@contoso.cz' },
};

const saysName = (card: CardJson, name: string): boolean => textsOf(card).some((line) => line.includes(name));

describe('a conversation about a customer', () => {
  for (const flow of FlowId.options.filter((each) => !ofTheOwnCompany.includes(each)))
    it(`names them on every card: ${flow}`, async () => {
      const { chat } = await aChat({ as: petr(), book: bothGrant(stock(1)) });
      await chat.says('home');
      const begun = await beginsAfresh(chat, flow, { customer: bookedContoso().id });
      assert.ok(begun.kind === 'card');
      let card: CardJson = { ...begun.card };
      for (let cards = 0; cards < 12; cards += 1) {
        assert.ok(saysName(card, 'Contoso'), textsOf(card).join(' | '));
        const main = buttonsOf(card).find(({ style, verb }) => style === 'positive' && (verb === 'submit' || verb === 'confirm'));
        if (main === undefined) return;
        const inputs = inputsOf(card).map(({ id, value, choices }) => [id, typed[id] ?? String(value ?? choices[0]?.value ?? '')]);
        card = await chat.clicksOn(card, main.title, Object.fromEntries(inputs));
      }
      assert.fail(`never at its end: ${textsOf(card).join(' | ')}`);
    });

  transcript('is named where something else is asked for in the middle of it, and so is the other one', { as: petr(), book: bothGrant() }, (here) => [
    ['find contoso'],
    [clicks(here('intent.change-subscription'))],
    [fills(), shows(here('change.what-heading'))],
    ['find fabrikam'],
    [clicks(here('intent.open-service-request'))],
    [
      () => Promise.resolve(),
      shows(here('conversation.resume-heading'), `${here('change.title')}: Contoso`, `${here('request.title-new')}: Fabrikam`),
      offers(here('conversation.go-on')),
    ],
    ['stop', shows(here('conversation.stopped-heading'), 'Contoso')],
  ]);
});

describe('how the own company stands', () => {
  it('is asked and shown under its name', async () => {
    const { chat } = await aChat({ as: petr(), book: bothGrant() });
    const named = (heading: string) => shows(heading, `${say('own.heading')}: Cloudy s.r.o.`);
    await plays(chat, [
      ['standing', named(say('standing.heading'))],
      [fills(), named(say('standing.details-heading'))],
      [fills(), named(say('standing.review-heading'))],
      [fills(), named(say('standing.receipt-heading'))],
    ]);
  });
});
