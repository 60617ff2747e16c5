import assert from 'node:assert/strict';
import { aTerm, jana, petr } from '../support/builders.ts';
import { alena, karel, sellersBook, contosoHere } from '../support/customer-side.ts';
import { addressRecord } from '../support/offers.ts';
import { bookedSubscription, cloudysBook, subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, offers, offersNot, shows, transcript } from '../support/transcript.ts';

const subscription = bookedSubscription({ customer: contosoHere.id, terms: [aTerm('2025-03-11')] });
const book = sellersBook(subscriptionRecord(subscription), addressRecord(karel), addressRecord(alena));
const plan = 'Office 365 Small Business';

describe('notices to customers', () => {
  transcript(
    'are turned on by a global admin who has seen what would go out, and off again',
    { as: petr(), book, on: '2026-03-01' },
    (say) => [
      [
        'customer notices',
        shows(
          say('customer-notices.heading-on'),
          say('customer-notices.are-off'),
          say('customer-notices.row', 'Contoso', plan, subscription.terms[0]?.endsOn ?? contosoHere.createdOn),
        ),
        shows(say('customer-notices.heading-on'), say('customer-notices.to-admins', 2)),
      ],
      [clicks(say('customer-notices.turn-on')), shows(say('intent.customer-notices'), say('customer-notices.turned-on'))],
      ['customer notices', shows(say('customer-notices.heading-off'), petr().name), offers(say('customer-notices.turn-off'))],
      [clicks(say('customer-notices.turn-off')), shows(say('intent.customer-notices'), say('customer-notices.turned-off'))],
    ],
    async ({ store }) => {
      const notices = (await store.read('partner', petr().tenant))?.value.customerNotices;
      assert.deepEqual([notices?.on, notices?.by], [false, petr().name]);
    },
  );

  transcript(
    'to a customer whom Teams does not reach are an e-mail for the owner',
    { as: petr(), book: sellersBook(subscriptionRecord(subscription)), on: '2026-03-01' },
    (say) => [['customer notices', shows(say('customer-notices.heading-on'), say('customer-notices.to-owner'))]],
  );

  transcript('are no business of who is no global admin', { as: jana(), book, on: '2026-03-01' }, (say) => [
    ['customer notices', shows(say('conversation.not-allowed-heading'), say('customer-notices.only-admin')), offersNot(say('customer-notices.turn-on'))],
  ]);

  transcript('wait until somebody has confirmed what customers see of the company', { as: petr(), book: cloudysBook(), on: '2026-03-01' }, (say) => [
    [
      'customer notices',
      shows(say('conversation.not-allowed-heading'), say('customer-notices.confirm-first')),
      offers(say('intent.confirm-company-information')),
    ],
  ]);
});
