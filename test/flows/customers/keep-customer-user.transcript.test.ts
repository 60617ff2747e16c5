import assert from 'node:assert/strict';
import { customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import { aTerm, eva, jana } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { bookedContoso, bookedSubscription, cloudysBook, customerRecord, karelRecord, subscriptionRecord } from '../../support/transcript-book.ts';
import { clicks, fills, holds, offers, offersNot, shows, transcript } from '../../support/transcript.ts';

const contoso = bookedContoso();
const subscription = bookedSubscription({ terms: [aTerm('2025-03-11', { seats: 2 })] });
const book = cloudysBook(customerRecord(contoso), subscriptionRecord(subscription), karelRecord({ licensedIn: subscription.id }));
const plan = 'Office 365 Small Business';
const idOf = (upn: string): string => customerUserIdOf(testSecrets, contoso.id, upn);

describe('the people of a customer', () => {
  transcript(
    'are entered from the customer’s card, with a licence while one is free',
    { as: jana(), book },
    (say) => [
      ['find contoso'],
      [clicks(say('intent.keep-customer-user')), shows(say('keep-user.heading'), 'Contoso')],
      [fills({ name: 'Alena Malá' }), shows(say('keep-user.heading'), say('keep-user.upn-wrong'))],
      [fills({ name: 'Alena Malá', upn: 'alena' }), shows(say('keep-user.heading'), say('keep-user.upn-wrong'))],
      [
        fills({ name: 'Alena Malá', upn: 'Alena@contoso.cz', licence: subscription.id }),
        shows(say('keep-user.review-heading'), 'Contoso', 'Alena Malá', 'alena@contoso.cz', plan),
      ],
      [
        clicks(say('keep-user.confirm')),
        shows(say('customers.card-heading'), say('keep-user.added'), say('customers.people-count', 2, 2), say('history.customer-user-kept')),
        shows(
          say('customers.card-heading'),
          say('hand-off.to-do', jana().name),
          say('hand-off.step-user-create', 'Alena Malá', 'alena@contoso.cz'),
          say('hand-off.step-user-assign', plan),
        ),
      ],
      ['to do', shows(say('to-do.heading'), say('to-do.new-user', 'Contoso'), say('to-do.user', 'alena@contoso.cz')), offers(say('hand-off.confirm-user'))],
      ['find contoso', shows(say('customers.card-heading'))],
      [clicks(say('customers.all-users')), shows(say('customers.part-users'), 'Alena Malá', 'Karel Contoso', say('customers.admin'))],
      ['add customer user'],
      [fills({ customer: contoso.id })],
      [fills({ name: 'Bedřich', upn: 'b@contoso.cz', licence: subscription.id }), shows(say('keep-user.review-heading'))],
      [clicks(say('keep-user.confirm')), shows(say('keep-user.heading'), say('keep-user.no-free', 2))],
      [fills({ licence: '-' }), shows(say('keep-user.review-heading'), say('customers.no-licence'))],
      [clicks(say('keep-user.confirm')), shows(say('customers.card-heading'), say('customers.people-count', 3, 2))],
    ],
    async ({ store }) => {
      assert.deepEqual((await store.read('customer-user', idOf('alena@contoso.cz')))?.value.licensedIn, subscription.id);
      assert.equal(await store.count('users-of-subscription', { key: subscription.id }), 2);
    },
  );

  transcript(
    'are changed under the same sign-in name, which stays',
    { as: jana(), book },
    (say) => [
      ['find contoso'],
      [clicks(say('customers.all-users'))],
      [
        clicks(say('customers.edit-user')),
        shows(say('keep-user.heading'), 'karel@contoso.cz', say('keep-user.upn-stays')),
        holds({ name: 'Karel Contoso', isAdmin: 'true', licence: subscription.id }),
      ],
      [fills({ name: 'Karel Novák', licence: '-' }), shows(say('keep-user.review-heading'), 'Karel Novák', 'karel@contoso.cz')],
      [
        clicks(say('keep-user.confirm')),
        shows(say('customers.card-heading'), say('keep-user.changed'), say('customers.people-count', 1, 0), say('hand-off.step-user-take', plan)),
      ],
      [clicks(say('hand-off.confirm-user')), shows(say('customers.card-heading'), say('keep-user.changed')), offersNot(say('hand-off.confirm-user'))],
    ],
    async ({ store }) => {
      assert.deepEqual(
        { ...(await store.read('customer-user', idOf('karel@contoso.cz')))?.value },
        {
          customer: contoso.id,
          partner: contoso.partner,
          name: 'Karel Novák',
          upn: 'karel@contoso.cz',
          isAdmin: true,
        },
      );
    },
  );

  transcript(
    'are shown as they stand when somebody enters one who is there, and an admin stays one for whoever may not set admins’ passwords',
    { as: jana(), book },
    (say) => [
      ['add customer user'],
      [fills({ customer: contoso.id })],
      [
        fills({ name: 'Karlík', upn: 'KAREL@contoso.cz' }),
        shows(say('keep-user.heading'), say('keep-user.there'), 'karel@contoso.cz'),
        holds({ name: 'Karel Contoso', isAdmin: 'true', licence: subscription.id }),
      ],
      [fills({ isAdmin: 'false' }), shows(say('keep-user.review-heading'), say('keep-user.no'))],
      [clicks(say('keep-user.confirm')), shows(say('keep-user.heading'), say('keep-user.admin-stays'))],
    ],
    async ({ store }) => {
      const kept = (await store.read('customer-user', idOf('karel@contoso.cz')))?.value;
      assert.deepEqual([kept?.name, kept?.isAdmin, kept?.licensedIn], ['Karel Contoso', true, subscription.id]);
    },
  );

  transcript('are not entered by somebody who may only read', { as: eva(), book }, (say) => [
    ['přidat uživatele', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
  ]);
});
