import { partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aTerm, day, petr } from '../support/builders.ts';
import { aRelationship, classic } from '../support/offers.ts';
import { bookedContoso, bookedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, fills, shows, transcript } from '../support/transcript.ts';

const sold = bookedSubscription({ channel: 'csp', autoRenews: true, terms: [aTerm('2025-06-01')] });
const { endsOn: until } = aTerm('2025-06-01');
const relationship = aRelationship({ customer: bookedContoso().id, terms: classic, endsOn: day('9999-12-31') });
const book = [
  partnerRecord(aPartner()),
  userRecord(petr()),
  customerRecord(bookedContoso()),
  subscriptionRecord(sold),
  { kind: 'relationship', id: relationship.id, value: relationship } as const,
];

describe('changing a subscription that the partner sold', () => {
  transcript('says that without renewal the service goes on month by month, and at what price', { as: petr(), book }, (say) => [
    ['change subscription', shows(say('change.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
    [fills(), shows(say('change.what-heading'))],
    [fills({ what: 'auto-renewal' }), shows(say('change.review-heading'), say('change.ends-extended', 5, until, 3, 23))],
  ]);

  transcript('says that cancelled it ends at once', { as: petr(), book }, (say) => [
    ['change subscription', shows(say('change.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
    [fills(), shows(say('change.what-heading'))],
    [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'), say('change.ends', 5, until, until, day('2026-09-29')))],
    [clicks(say('change.confirm-cancel')), shows(say('change.receipt-heading'), say('change.receipt-cancel'))],
  ]);
});
