import assert from 'node:assert/strict';
import { contoso, jana, petr } from '../support/builders.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { inputsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { bookedContoso, bookedSubscription, cardKey, cloudysBook, customerRecord, karelRecord, stock, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, holds, plays, shows, transcript } from '../support/transcript.ts';

const fabrikam = contoso({ id: CustomerId.parse('fabrikam'), name: 'Fabrikam', domain: 'fabrikam.sk', contact: { name: 'Fedor', email: 'fedor@fabrikam.sk' } });
const book = cloudysBook(customerRecord(bookedContoso()), customerRecord(fabrikam), subscriptionRecord(bookedSubscription()), karelRecord());

const fabrikams = bookedSubscription({ id: 'fabrikams', customer: fabrikam.id });

/** Does a card name the customer it is about, and no other? */
const names = (customer: string, other?: string) => (card: CardJson) => {
  const said = [...textsOf(card), ...inputsOf(card).flatMap(({ choices }) => choices.map(({ title }) => title))];
  assert.ok(
    said.some((line) => line.includes(customer)),
    `"${customer}" is not named: ${said.join(' | ')}`,
  );
  assert.ok(other === undefined || !said.some((line) => line.includes(other)), `"${String(other)}" is named: ${said.join(' | ')}`);
};

describe('changing from one customer to another in the middle of something', () => {
  transcript('asks first, and goes on with the first one when that is chosen', { as: petr(), book }, (say) => [
    ['find contoso', names('Contoso')],
    [clicks(say('intent.edit-customer')), shows(say('edit-customer.heading')), names('Contoso')],
    [fills({ name: 'Contoso Group' }), shows(say('edit-customer.review-heading')), names('Contoso')],
    ['find fabrikam', shows(say('customers.card-heading')), names('Fabrikam')],
    [clicks(say('intent.edit-customer')), shows(say('conversation.resume-heading'), say('conversation.resume-lost'))],
    [clicks(say('conversation.go-on')), shows(say('edit-customer.review-heading'), 'Contoso → Contoso Group')],
  ]);

  transcript('begins with the other one when that is chosen, and nothing of the first is left in it', { as: petr(), book }, (say) => [
    ['find contoso'],
    [clicks(say('intent.edit-customer'))],
    [fills({ name: 'Contoso Group' }), shows(say('edit-customer.review-heading'))],
    ['find fabrikam'],
    [clicks(say('intent.edit-customer')), shows(say('conversation.resume-heading'))],
    [
      clicks(say('conversation.start-again')),
      shows(say('edit-customer.heading')),
      names('Fabrikam'),
      holds({ name: 'Fabrikam', contactEmail: 'fedor@fabrikam.sk' }),
    ],
  ]);

  transcript('asks between the own company and a customer, too', { as: petr(), book }, (say) => [
    ['company information'],
    [fills({ name: 'Cloudy', phone: '+420 123 456 789', email: 'obchod@cloudy.cz', address: 'Dlouhá 1' }), shows(say('company.review-heading'))],
    ['find fabrikam'],
    [clicks(say('intent.keep-customer-user')), shows(say('conversation.resume-heading'))],
    [clicks(say('conversation.go-on')), shows(say('company.review-heading'))],
  ]);

  transcript('does not ask about the second click on the same button', { as: petr(), book }, (say) => [
    ['find contoso'],
    [clicks(say('intent.edit-customer')), shows(say('edit-customer.heading'))],
    ['find contoso'],
    [clicks(say('intent.edit-customer')), shows(say('edit-customer.heading')), names('Contoso')],
  ]);
});

describe('a conversation begun from a customer’s card', () => {
  for (const flow of [
    'change-subscription',
    'attach-partner-of-record',
    'send-purchase-offer',
    'send-trial-invitation',
    'offer-delegated-admin',
    'keep-customer-user',
    'edit-customer',
    'correct-admin-email',
  ] as const) {
    it(`has that customer chosen: ${flow}`, async () => {
      const { chat, say } = await aChat({ as: petr(), book });
      await plays(chat, [['find contoso']]);
      const card = await chat.clicks(say(`intent.${flow}`));
      assert.ok(!JSON.stringify(card).includes('Fabrikam'), `${flow} asks which customer: ${textsOf(card).join(' | ')}`);
    });
  }

  transcript(
    'redeems keys for that customer: country, organisation and admin stand filled in on the review',
    { as: jana(), book: [...book, ...stock(1)] },
    (say) => [
      ['find contoso'],
      [clicks(say('intent.redeem-product-keys')), shows(say('redeem.acknowledge-heading'))],
      [fills({ understood: 'true' })],
      [fills({ purpose: 'new-subscription', people: '1' }), shows(say('redeem.keys-heading'))],
      [fills({ keys: cardKey(1) }), shows(say('redeem.keys-review-heading'))],
      [fills(), shows(say('redeem.agreement-heading'))],
      [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'), 'Contoso', 'contoso.cz', 'Karel Contoso')],
      [fills(), shows(say('redeem.receipt-heading-new'))],
      ['find contoso', shows(say('customers.card-heading'), say('history.product-keys-redeemed'))],
    ],
  );

  transcript('lists that customer’s own subscriptions to renew', { as: jana(), book: [...book, ...stock(1), subscriptionRecord(fabrikams)] }, (say) => [
    ['find contoso'],
    [clicks(say('intent.redeem-product-keys'))],
    [fills({ understood: 'true' })],
    [fills({ purpose: 'renewal', people: '1' })],
    [fills({ keys: cardKey(1) })],
    [fills(), shows(say('redeem.subscription-heading-renewal')), names('Contoso', 'Fabrikam')],
  ]);
});
