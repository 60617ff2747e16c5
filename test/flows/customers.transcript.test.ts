import assert from 'node:assert/strict';
import type { Put } from '../../domain/shared/store.port.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { customersAtOnce } from '../../cards/customers.card.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { brokenBy } from '../cards/card-rules.ts';
import { emoji, endlessWord, longDomain, longName, markdown, rightToLeft } from '../cards/views/people.ts';
import { contoso, day, eva, fabrikam, jana, petr, rival } from '../support/builders.ts';
import { buttonsOf, textsOf } from '../support/card-reading.ts';
import { bookedContoso, bookedSubscription, cloudysBook, customerRecord, karelRecord, rivalsBook, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, hides, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';

const many = (count: number): readonly Put[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(3, '0');
    return customerRecord(contoso({ id: CustomerId.parse(`c${number}`), name: `Firma ${number} Brno`, domain: `f${number}.example.cz` }));
  });
const foreign = contoso({ id: CustomerId.parse('foreign'), partner: rival, name: 'Foreign', domain: 'foreign.cz' });
const two = cloudysBook(
  customerRecord(bookedContoso()),
  customerRecord(fabrikam({ owner: undefined })),
  subscriptionRecord(bookedSubscription()),
  karelRecord(),
);

describe('the customers of a partner', () => {
  transcript('are a list with what they have and when it ends, and each opens', { as: eva(), book: two }, (say) => [
    ['zákazníci', shows(say('customers.heading'), 'Contoso', 'Fabrikam', say('customers.subscriptions', 1), say('customers.next-end', day('2026-03-10')))],
    [
      clicks(say('customers.open')),
      shows(
        say('customers.card-heading'),
        'Contoso',
        'contoso.cz',
        'Karel Contoso',
        'Petr Svoboda',
        'Office 365 Small Business',
        say('customers.running', day('2026-03-10'), 9),
      ),
      offers(
        ...(['send-purchase-offer', 'send-trial-invitation', 'edit-customer', 'change-subscription', 'redeem-product-keys'] as const).map((flow) =>
          say(`intent.${flow}`),
        ),
      ),
    ],
    [clicks(say('customers.heading')), shows(say('customers.heading'))],
  ]);

  transcript('are found in a typed line, and the only one found opens', { as: jana(), book: cloudysBook(many(250)) }, (say) => [
    ['find irm 042', shows(say('customers.card-heading'), 'Firma 042 Brno')],
    ['najít FIRMA 04', shows(say('customers.heading'), say('customers.found', 13), 'Firma 040 Brno')],
    ['nájsť nikoho', shows(say('customers.heading'), say('customer.none-found', 'nikoho'))],
  ]);

  transcript('are turned through six at a time, there and back', { as: jana(), book: cloudysBook(many(99)) }, (say) => [
    ['customers', shows(say('customers.heading'), say('customers.of', 1, customersAtOnce, 99), 'Firma 000 Brno'), offersNot(say('customers.previous'))],
    [clicks(say('to-do.more')), shows(say('customers.heading'), say('customers.of', 7, 12, 99), 'Firma 006 Brno')],
    [clicks(say('customers.previous')), shows(say('customers.heading'), 'Firma 000 Brno')],
    [fills({ find: '098' }), shows(say('customers.card-heading'), 'Firma 098 Brno')],
  ]);

  transcript('are searched for first from a hundred on', { as: jana(), book: cloudysBook(many(100)) }, (say) => [
    ['klienti', shows(say('customers.heading'), say('customer.search-first', 100)), offersNot(say('customers.open'), say('to-do.more'))],
    [fills({ find: 'brno' }), shows(say('customers.heading'), say('customers.of', 1, 6, 50), say('customer.first', 50))],
    [clicks(say('to-do.more')), shows(say('customers.heading'), say('customers.of', 7, 12, 50))],
    [fills({ find: 'f042.example.cz' }), shows(say('customers.card-heading'), 'Firma 042 Brno')],
  ]);

  transcript('of another partner are in nobody else’s book', { as: petr(), book: [...two, ...rivalsBook(customerRecord(foreign))] }, (say) => [
    ['find foreign', shows(say('customers.heading'), say('customer.none-found', 'foreign')), hides('foreign.cz')],
    [
      async (chat) => {
        for (const part of [undefined, 'users', 'subscriptions', 'history', 'requests', 'acting']) {
          const verb = part === undefined ? 'show-customer' : 'show-customer-part';
          const reply = await chat.sends({ kind: 'clicked', verb, data: { customer: 'foreign', part } });
          assert.ok(reply.kind === 'card');
          assert.deepEqual(textsOf({ ...reply.card }), [say('customers.card-heading'), say('customers.not-found')]);
        }
      },
    ],
  ]);

  it('have names that break no card', async () => {
    const hostile = [markdown, rightToLeft, emoji, endlessWord, longName, longName];
    const customers = hostile.map((name, index) =>
      customerRecord(contoso({ id: CustomerId.parse(`h${String(index)}`), name, domain: `h${String(index)}.${longDomain}` })),
    );
    const { chat } = await aChat({ as: jana(), book: cloudysBook(customers) });
    const list = await chat.says('customers');
    assert.deepEqual(brokenBy(list), []);
    for (const button of buttonsOf(list).filter(({ verb }) => verb === 'show-customer')) {
      const reply = await chat.sends({ kind: 'clicked', verb: 'show-customer', data: button.data });
      assert.ok(reply.kind === 'card');
      assert.deepEqual(brokenBy(reply.card), []);
    }
  });

  it('open part by part, and every part names whom it is about', async () => {
    const say = sayIn('en');
    const { chat } = await aChat({ as: petr(), book: two });
    for (const part of ['subscriptions', 'users', 'acting'] as const) {
      await plays(chat, [['find contoso'], [clicks(say(`customers.all-${part}`)), shows(say(`customers.part-${part}`), 'Contoso')]]);
      assert.deepEqual(brokenBy(chat.last), []);
      await plays(chat, [[clicks(say('customers.back')), shows(say('customers.card-heading'), 'Contoso')]]);
    }
  });
});
