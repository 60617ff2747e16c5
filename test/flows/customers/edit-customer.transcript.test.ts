import assert from 'node:assert/strict';
import { auditOf, fill, userRecord } from '../../support/book.ts';
import { eva, fabrikam, jana, petr, rival } from '../../support/builders.ts';
import { bookedContoso, cloudysBook, customerRecord } from '../../support/transcript-book.ts';
import { aChat, clicks, fills, hides, holds, offers, plays, shows, transcript } from '../../support/transcript.ts';

const contoso = bookedContoso();
const book = cloudysBook(customerRecord(contoso), customerRecord(fabrikam({ partner: rival })));

describe('changing what the book says of a customer', () => {
  transcript(
    'goes from the customer’s card over the entries to before and after, and back to the card with a line in its history',
    { as: jana(), book },
    (say) => [
      ['find contoso', shows(say('customers.card-heading'), say('customers.no-history'))],
      [
        clicks(say('intent.edit-customer')),
        shows(say('edit-customer.heading'), 'Contoso'),
        holds({ name: 'Contoso', contactEmail: 'karel@contoso.cz', owner: petr().person }),
      ],
      [fills({ name: ' ' }), shows(say('edit-customer.heading'), say('edit-customer.name-missing'))],
      [fills({ name: 'Contoso', contactEmail: 'karel' }), shows(say('edit-customer.heading'), say('edit-customer.email-wrong'))],
      [fills({ contactEmail: '' }), shows(say('edit-customer.heading'), say('edit-customer.contact-without-email'))],
      [
        fills({ name: 'Contoso Group', contactEmail: 'karel@contoso.cz', language: 'cs', owner: jana().person }),
        shows(say('edit-customer.review-heading'), 'Contoso → Contoso Group', 'Petr Svoboda → Jana Nováková'),
        hides('karel@contoso.cz →'),
      ],
      [
        clicks(say('edit-customer.confirm')),
        shows(say('customers.card-heading'), say('edit-customer.saved'), 'Contoso Group', 'Jana Nováková', say('history.customer-edited')),
        offers(say('customers.all-history')),
      ],
    ],
    async ({ store }) => {
      const after = (await store.read('customer', contoso.id))?.value;
      assert.deepEqual({ ...after }, { ...contoso, name: 'Contoso Group', language: 'cs', owner: jana().person });
      const [event] = (await auditOf(store)).filter(({ what }) => what === 'customer-edited');
      assert.deepEqual(event?.before, { name: 'Contoso', owner: petr().person, ownerName: 'Petr Svoboda' });
      const [line, second] = (await store.list('history-of-customer', { key: contoso.id, limit: 10 })).rows;
      assert.deepEqual(
        [line?.value.before, line?.value.after, line?.value.by, second],
        ['Contoso · Petr Svoboda', 'Contoso Group · Jana Nováková', 'Jana Nováková', undefined],
      );
    },
  );

  transcript('to what stands there already changes nothing, and leaves no line', { as: jana(), book }, (say) => [
    ['edit customer'],
    [fills({ customer: contoso.id }), shows(say('edit-customer.heading'))],
    [fills(), shows(say('edit-customer.review-heading'), say('edit-customer.unchanged'))],
    [clicks(say('edit-customer.confirm')), shows(say('customers.card-heading'), say('edit-customer.unchanged'), say('customers.no-history'))],
  ]);

  transcript('is not for somebody who may only read, who can ask for it', { as: eva(), book }, (say) => [
    ['upravit zákazníka', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
  ]);

  it('that is another partner’s begins with the choice among the own', async () => {
    const { chat, say } = await aChat({ as: petr(), book });
    const reply = await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow: 'edit-customer', about: { customer: 'fabrikam' } } });
    assert.ok(reply.kind === 'card' && JSON.stringify(reply.card).includes(say('edit-customer.customer-heading')));
    assert.ok(!JSON.stringify(reply.card).includes('Fabrikam'));
  });

  it('is refused at the end to somebody who has lost the right on the way', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book });
    await plays(chat, [['edit customer'], [fills({ customer: contoso.id })], [fills({ name: 'X' })]]);
    await fill(store, [userRecord({ ...jana(), supportedCompanies: 'none' })], 'less');
    await plays(chat, [[clicks(say('edit-customer.confirm')), shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited'))]]);
    assert.equal((await store.read('customer', contoso.id))?.value.name, 'Contoso');
  });
});
