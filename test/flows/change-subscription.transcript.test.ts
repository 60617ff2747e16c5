import assert from 'node:assert/strict';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aTerm, day, eva, jana, petr } from '../support/builders.ts';
import { aRelationship, classic } from '../support/offers.ts';
import { bookedContoso, bookedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, fills, offers, shows, transcript } from '../support/transcript.ts';
import type { Played } from '../support/transcript.ts';

const company = aPartner();
const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const granted = relationshipRecord(aRelationship({ customer: bookedContoso().id, terms: classic, endsOn: day('9999-12-31') }));
const { endsOn } = aTerm('2025-03-11');
const ungranted = [
  partnerRecord(company),
  ...[jana(), petr(), eva()].map(userRecord),
  customerRecord(bookedContoso()),
  subscriptionRecord(bookedSubscription()),
];
const book = [...ungranted, granted];
const name = plans['small-business'].name;
const subscriptionIn = async ({ store }: Pick<Played, 'store'>) => (await store.read('subscription', SubscriptionId.parse(bookedSubscription().id)))?.value;

describe('changing a subscription on a customer’s behalf', () => {
  transcript(
    'goes from the customer to a new number of licences, which is left to be done at Microsoft',
    { as: petr(), book },
    (say) => [
      ['change subscription', shows(say('change.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'), 'Contoso')],
      [fills(), shows(say('change.what-heading'), say('change.line', name, 5, endsOn))],
      [fills({ what: 'seats' }), shows(say('change.seats-heading'), say('change.seats-now', 5, 0))],
      [fills({ seats: '26' }), shows(say('change.seats-heading'), say('change.seats-wrong', 1, 25))],
      [fills({ seats: '5' }), shows(say('change.seats-heading'), say('change.unchanged'))],
      [fills({ seats: '8' }), shows(say('change.review-heading'), say('change.seats-after'), say('change.book-only'))],
      [clicks(say('change.confirm')), shows(say('change.receipt-heading'), say('hand-off.to-do', petr().name), say('hand-off.step-seats', '8'))],
      [clicks(say('hand-off.confirm-change')), shows(say('change.receipt-heading'))],
    ],
    async (played) => {
      assert.equal((await subscriptionIn(played))?.terms[0]?.seats, 8);
    },
  );

  transcript(
    'says with dates what happens when it is cancelled',
    { as: petr(), book },
    (say) => [
      ['change subscription', shows(say('change.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
      [fills(), shows(say('change.what-heading'))],
      [
        fills({ what: 'cancel' }),
        shows(say('change.review-cancel-heading'), say('change.no-renewal'), say('change.ends', 5, endsOn, day('2026-04-09'), day('2026-07-09'))),
      ],
      [clicks(say('change.confirm-cancel')), shows(say('change.receipt-heading'), say('change.receipt-cancel'))],
    ],
    async (played) => {
      assert.equal((await subscriptionIn(played))?.cancelled?.name, petr().name);
    },
  );

  transcript('tells as soon as the customer is chosen that nothing was granted, with the way to ask for it', { as: petr(), book: ungranted }, (say) => [
    ['change subscription', shows(say('change.customer-heading'))],
    [
      fills({ customer: bookedContoso().id }),
      shows(say('conversation.not-allowed-heading'), say('acting.no-relationship')),
      offers(say('intent.offer-delegated-admin')),
    ],
    [clicks(say('redeem.change-customer')), shows(say('change.customer-heading'))],
  ]);

  transcript('is not for who may not change subscriptions', { as: jana(), book }, (say) => [
    ['change subscription', shows(say('conversation.not-allowed-heading'), say('eligibility.person-full'))],
  ]);
});
