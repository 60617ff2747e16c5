import assert from 'node:assert/strict';
import type { HandOffOf } from '../../domain/customers/records.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aHandOff, aPartner, aTerm, day, eva, jana, petr } from '../support/builders.ts';
import { aRelationship, classic } from '../support/offers.ts';
import { bookedContoso, billedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Played } from '../support/transcript.ts';

const company = aPartner();
const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const granted = relationshipRecord(aRelationship({ customer: bookedContoso().id, terms: classic, endsOn: day('9999-12-31') }));
const { endsOn } = aTerm('2025-03-11');
const ungranted = [
  partnerRecord(company),
  ...[jana(), petr(), eva()].map(userRecord),
  customerRecord(bookedContoso()),
  subscriptionRecord(billedSubscription()),
];
const book = [...ungranted, granted];
const name = plans['small-business'].name;
const subscriptionIn = async ({ store }: Pick<Played, 'store'>) => (await store.read('subscription', SubscriptionId.parse(billedSubscription().id)))?.value;

/** A change that Petr left to be done at Microsoft. */
function changeRecord(task: Pick<HandOffOf<'change-subscription'>, 'change' | 'before' | 'after'>): Put {
  const { id, partner, owner, ownerName, createdAt } = aHandOff({ owner: petr().person, ownerName: petr().name });
  const { id: subscription, customer, terms } = billedSubscription();
  const term = terms[0]?.id;
  const value = {
    id,
    partner,
    customer,
    owner,
    ownerName,
    createdAt,
    what: 'change-subscription',
    subscription,
    ...(term === undefined ? {} : { term }),
    ...task,
  } as const;
  return { kind: 'hand-off', id, value };
}

async function leftIn(played: Pick<Played, 'store'>) {
  const history = await played.store.list('history-of-customer', { key: bookedContoso().id, limit: 10 });
  return { subscription: await subscriptionIn(played), history: history.rows.map(({ value }) => value.what).toSorted() };
}

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
      ['find contoso', shows(say('customers.card-heading'), [say('history.subscription-changed'), name, say('to-do.seats', '5', '8')].join(' · '))],
    ],
    async (played) => {
      assert.equal((await subscriptionIn(played))?.terms[0]?.seats, 8);
    },
  );

  transcript(
    'says of licences paid by keys that they are not changed by a number, and leaves the end of them only',
    { as: petr(), book: [...book.filter(({ kind }) => kind !== 'subscription'), subscriptionRecord(billedSubscription({ channel: 'key' }))] },
    (say) => [
      ['change subscription', shows(say('change.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
      [fills(), shows(say('change.what-heading'), say('change.fixed-by-keys'))],
      [fills({ what: 'seats' }), shows(say('change.what-heading'), say('change.what-missing'))],
      [fills({ what: 'auto-renewal' }), shows(say('change.what-heading'), say('change.what-missing'))],
      [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
    ],
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

  transcript(
    'says at every place which of the customer’s subscriptions is to be changed at Microsoft',
    { as: petr(), book: [...book, subscriptionRecord(billedSubscription({ id: 'other', plan: 'business-basic', terms: [aTerm('2026-02-01')] }))] },
    (say) => {
      const which = say('to-do.subscription', plans['business-basic'].name, day('2027-01-31'));
      return [
        ['change subscription', shows(say('change.customer-heading'))],
        [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
        [fills({ subscription: 'other' }), shows(say('change.what-heading'))],
        [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
        [clicks(say('change.confirm-cancel')), shows(say('change.receipt-heading'), say('hand-off.step-subscription-of', which))],
        [
          clicks(say('intent.to-do')),
          shows(
            say('to-do.heading'),
            say('to-do.change-subscription', 'Contoso'),
            [which, say('to-do.cancel')].join(' · '),
            say('hand-off.step-subscription-of', which),
          ),
        ],
      ];
    },
  );

  transcript(
    'can be taken back on the receipt, until somebody confirms it at Microsoft',
    { as: petr(), book },
    (say) => [
      ['change subscription', shows(say('change.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('change.subscription-heading'))],
      [fills(), shows(say('change.what-heading'))],
      [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
      [clicks(say('change.confirm-cancel')), shows(say('change.receipt-heading')), offers(say('change.undo-cancel'))],
      [clicks(say('change.undo-cancel')), shows(say('change.undone-heading'), say('change.undone-cancel'), say('change.undone-microsoft'))],
      [clicks(say('intent.to-do')), shows(say('to-do.heading'), say('to-do.none'))],
    ],
    async (played) => {
      const { subscription, history } = await leftIn(played);
      assert.deepEqual(subscription, billedSubscription());
      assert.deepEqual(history, ['subscription-change-undone', 'subscription-changed']);
    },
  );

  transcript(
    'can be taken back on the customer’s card, also when the relationship is over',
    { as: petr(), book: [...ungranted, changeRecord({ change: 'seats', before: '3', after: '5' })] },
    (say) => [
      ['find contoso', shows(say('customers.card-heading'), say('change.undo-hint')), offers(say('change.undo-seats'))],
      [clicks(say('customers.all-subscriptions')), offers(say('change.undo-seats'))],
      [clicks(say('change.undo-seats')), shows(say('change.undone-heading'), [say('change.seats-after'), '3'].join(': '))],
      [
        clicks(say('acting.show-customer')),
        shows(say('customers.card-heading'), say('history.subscription-change-undone')),
        offersNot(say('change.undo-seats')),
      ],
    ],
    async (played) => {
      assert.equal((await leftIn(played)).subscription?.terms[0]?.seats, 3);
    },
  );

  it('is taken back once: who clicks on an older card is told, and who confirmed it is named', async () => {
    const played = await aChat({ as: petr(), book: [...ungranted, changeRecord({ change: 'seats', before: '3', after: '5' })] });
    const { chat, say } = played;
    await plays(chat, [['find contoso', offers(say('change.undo-seats'))]]);
    const customersCard = chat.last;
    await plays(chat, [['to do', shows(say('to-do.heading'))]]);
    await plays(chat, [[clicks(say('hand-off.confirm-change')), shows(say('to-do.heading'), say('to-do.none'))]]);
    await chat.clicksOn(customersCard, say('change.undo-seats'));
    shows(say('change.not-undone-heading'), petr().name)(chat.last);
    assert.equal((await leftIn(played)).subscription?.terms[0]?.seats, 5);
  });

  transcript(
    'is taken back only by who may change subscriptions',
    { as: jana(), book: [...ungranted, changeRecord({ change: 'cancel', before: 'active', after: 'cancelled' })] },
    (say) => [
      ['find contoso', offers(say('change.undo-cancel'))],
      [clicks(say('change.undo-cancel')), shows(say('conversation.not-allowed-heading'), say('eligibility.person-full')), offers(say('rights.ask'))],
    ],
  );

  transcript('tells as soon as the customer is chosen that nothing was granted, with the way to ask for it', { as: petr(), book: ungranted }, (say) => [
    ['change subscription', shows(say('change.customer-heading'))],
    [
      fills({ customer: bookedContoso().id }),
      shows(say('conversation.not-allowed-heading'), say('acting.no-relationship')),
      offers(say('intent.offer-delegated-admin')),
    ],
    [clicks(say('acting.other-customer')), shows(say('change.customer-heading'))],
  ]);

  transcript('is not for who may not change subscriptions', { as: jana(), book }, (say) => [
    ['change subscription', shows(say('conversation.not-allowed-heading'), say('eligibility.person-full'))],
  ]);
});
