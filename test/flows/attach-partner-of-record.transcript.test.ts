import assert from 'node:assert/strict';
import { knownPartnerId } from '../../domain/partner-of-record/records.ts';
import type { KnownPartner } from '../../domain/partner-of-record/records.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { auditOf, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aTerm, cloudy, contoso, day, eva, fabrikam, instant, jana, petr, rival } from '../support/builders.ts';
import { inputsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { chatOf } from '../support/chat.ts';
import { bookedContoso, bookedSubscription, cardKey, customerRecord, rivalsBook, stock, subscriptionRecord } from '../support/transcript-book.ts';
import { upToReview } from '../support/transcript-steps.ts';
import { aChat, clicks, fills, holds, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Check, Played } from '../support/transcript.ts';

const own = '4711001';
const company = aPartner({ partnerId: own });
const knownRecord = (facts: Partial<KnownPartner> & { readonly partnerId: string }): Put => {
  const value: KnownPartner = { partner: cloudy, kind: 'reseller', verified: true, ...facts };
  return { kind: 'known-partner', id: knownPartnerId(cloudy, value.partnerId), value };
};
const provider = { partnerId: '5500111', name: 'Velký Provider a.s.', kind: 'provider' } as const;
const keyed = bookedSubscription({ partnerOfRecord: 'false' });
const sold = bookedSubscription({
  id: 'sold',
  plan: 'business-standard',
  channel: 'csp',
  partnerOfRecord: '5500222',
  terms: [aTerm('2026-01-01', { id: 'sold-term' })],
});
const book = [
  partnerRecord(company),
  ...[jana(), petr(), eva()].map(userRecord),
  customerRecord(bookedContoso()),
  subscriptionRecord(keyed),
  subscriptionRecord(sold),
  knownRecord(provider),
  knownRecord({ partnerId: '5500222', name: 'Malý Prodejce' }),
];

const name = (plan: keyof typeof plans) => plans[plan].name;
const lists =
  (...titles: readonly string[]): Check =>
  (card) =>
    assert.deepEqual(titlesOf(card), titles);
const titlesOf = (card: CardJson): readonly string[] => inputsOf(card).flatMap((input) => input.choices.map(({ title }) => title));
const subscriptionIn = async ({ store }: Pick<Played, 'store'>, id: string) => (await store.read('subscription', SubscriptionId.parse(id)))?.value;

describe('attaching the partner of record', () => {
  transcript(
    'goes from the customer over subscriptions and Partner ID to a review, and is left to be done at Microsoft',
    { as: jana(), book },
    (say) => [
      ['por', shows(say('por.customer-heading'))],
      [
        fills({ customer: bookedContoso().id }),
        shows(say('por.subscriptions-heading'), say('por.one-only')),
        lists(
          say('por.subscription-line', name('business-standard'), 5, aTerm('2026-01-01').endsOn, say('por.other', '5500222', 'Malý Prodejce')),
          say('por.subscription-line', name('small-business'), 5, aTerm('2025-03-11').endsOn, say('por.nobody')),
        ),
      ],
      [fills({ subscriptions: '' }), shows(say('por.subscriptions-heading'), say('por.subscriptions-missing'))],
      [
        fills({ subscriptions: `${keyed.id},${sold.id}` }),
        shows(
          say('por.id-heading'),
          say('por.id-own', own, company.name),
          say('por.id-indirect'),
          say('por.id-line', '5500111', provider.name, say('por.kind-provider')),
        ),
        holds({ partnerId: own }),
      ],
      [
        fills(),
        shows(
          say('por.review-heading'),
          say('por.add', say('redeem.plan-times', name('small-business'), 5), own),
          say('por.replace', say('redeem.plan-times', name('business-standard'), 5), say('por.other', '5500222', 'Malý Prodejce'), own),
        ),
      ],
      [
        clicks(say('por.confirm')),
        shows(
          say('por.receipt-heading'),
          say('hand-off.to-do', jana().name),
          say('hand-off.step-remove'),
          say('hand-off.step-add', own, 2),
          say('por.was', name('small-business'), say('por.nobody')),
        ),
      ],
      [
        clicks(say('hand-off.confirm-partner')),
        shows(say('por.receipt-heading'), say('hand-off.confirmed', jana().name, say.instant(instant('2026-03-01T10:00:00.000Z')))),
        offersNot(say('hand-off.confirm-partner')),
      ],
    ],
    async (played) => {
      assert.equal((await subscriptionIn(played, keyed.id))?.partnerOfRecord, 'true');
      assert.equal((await subscriptionIn(played, sold.id))?.partnerOfRecord, 'true');
    },
  );

  transcript('refuses a provider on an indirect sale, with the reason', { as: jana(), book }, (say) => [
    ['por', shows(say('por.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('por.subscriptions-heading'))],
    [fills({ subscriptions: sold.id }), shows(say('por.id-heading'))],
    [fills({ partnerId: provider.partnerId }), shows(say('por.id-heading'), say('por.provider-refused', provider.name))],
    ['5500222', shows(say('por.id-heading'), say('por.attached-already'))],
    [fills({ partnerId: 'MPN' }), shows(say('por.id-heading'), say('por.id-wrong'))],
  ]);

  transcript(
    'takes an ID that nobody knows as not verified, and says so before and after',
    { as: jana(), book },
    (say) => [
      ['por', shows(say('por.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('por.subscriptions-heading'))],
      [fills({ subscriptions: keyed.id }), shows(say('por.id-heading'))],
      ['98 76 54', shows(say('por.review-heading'), say('por.unverified', '987654'), say('por.other', '987654', say('por.kind-unknown')))],
      [clicks(say('por.confirm')), shows(say('por.receipt-heading'), say('por.unverified', '987654'))],
      ['por', shows(say('por.customer-heading'))],
    ],
    async ({ store }) => assert.equal((await store.read('known-partner', knownPartnerId(cloudy, '987654')))?.value.verified, false),
  );

  transcript('asks again for the subscriptions when another customer is chosen', { as: jana(), book: [...book, customerRecord(fabrikam())] }, (say) => [
    ['por', shows(say('por.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('por.subscriptions-heading'))],
    [fills({ subscriptions: keyed.id }), shows(say('por.id-heading'))],
    [fills(), shows(say('por.review-heading'))],
    [clicks(say('acting.other-customer')), shows(say('por.customer-heading'))],
    [fills({ customer: fabrikam().id }), shows(say('por.subscriptions-heading'), say('por.subscriptions-none'))],
  ]);

  it('begins from a subscription with customer and subscription chosen', async () => {
    const { chat, say } = await aChat({ as: jana(), book });
    await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow: 'attach-partner-of-record', about: { subscription: keyed.id } } });
    await plays(chat, [['go on', shows(say('por.id-heading'), `${say('redeem.customer')}: Contoso`)]]);
  });

  it('begins from nothing when the subscription of the button is another partner’s', async () => {
    const theirs = customerRecord(contoso({ partner: rival }));
    const foreign = subscriptionRecord({ ...keyed, id: SubscriptionId.parse('foreign'), partner: rival, customer: contoso().id });
    const { chat, say } = await aChat({ as: jana(), book: [...book, ...rivalsBook(theirs, foreign)] });
    await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow: 'attach-partner-of-record', about: { subscription: 'foreign' } } });
    await plays(chat, [['go on', shows(say('por.customer-heading'))]]);
  });

  it('is explained to who may not, before anything is typed', async () => {
    const evas = await aChat({ as: eva(), book });
    await plays(evas.chat, [['por', shows(evas.say('conversation.not-allowed-heading'), evas.say('eligibility.person-limited'))]]);
    const direct = await aChat({ as: jana(), book: [partnerRecord(aPartner({ programme: 'csp-direct' })), ...book.slice(1)] });
    await plays(direct.chat, [['por', shows(direct.say('conversation.not-allowed-heading'), direct.say('eligibility.sells-directly'))]]);
  });

  it('pressed twice attaches once, and both see the same receipt', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book });
    await plays(chat, [['por'], [fills({ customer: bookedContoso().id })], [fills({ subscriptions: keyed.id })], [fills(), shows(say('por.review-heading'))]]);
    const review = chat.last;
    await chat.clicks(say('por.confirm'));
    const receipt = chat.last;
    assert.deepEqual(await chat.clicksOn(review, say('por.confirm')), receipt);
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'partner-of-record-attached').length, 1);
  });

  it('tells on an older receipt that another one was recorded since', async () => {
    const played = await aChat({ as: jana(), book });
    const { chat, say } = played;
    await plays(chat, [['por'], [fills({ customer: bookedContoso().id })], [fills({ subscriptions: keyed.id })], ['987654'], [fills()]]);
    const older = chat.last;
    const colleague = chatOf(played, petr().person, { name: petr().name });
    await plays(colleague, [
      ['por'],
      [fills({ customer: bookedContoso().id })],
      [fills({ subscriptions: keyed.id })],
      [fills()],
      [fills(), shows(say('por.receipt-heading'))],
    ]);
    await chat.clicksOn(older, say('hand-off.confirm-partner'));
    await plays(chat, [[() => Promise.resolve(), shows(say('por.receipt-heading'), say('por.superseded')), offersNot(say('hand-off.confirm-partner'))]]);
    await plays(chat, [['to do', shows(say('to-do.heading'), say('to-do.none'))]]);
  });

  it('does not ask about subscriptions that are over, and knows those without an end', async () => {
    const over = bookedSubscription({ id: 'over', terms: [aTerm('2020-01-01', { id: 'over-term' })] });
    const endless = bookedSubscription({ id: 'endless', terms: [{ ...aTerm('2025-01-01', { id: 'endless-term' }), endsOn: day('9999-12-31') }] });
    const { chat, say } = await aChat({ as: jana(), book: [...book.slice(0, 5), subscriptionRecord(over), subscriptionRecord(endless)] });
    await plays(chat, [
      ['por'],
      [
        fills({ customer: bookedContoso().id }),
        shows(say('por.subscriptions-heading')),
        lists(say('por.subscription-endless', name('small-business'), 5, say('por.nobody'))),
      ],
    ]);
  });
});

describe('a subscription set up by keys', () => {
  transcript(
    'says that no renewal notices come until the partner of record is attached, and attaches it at a click',
    { as: jana(), book: [...book.slice(0, 4), ...stock(1)] },
    (say) => [
      ...upToReview(say, cardKey(1)),
      [() => Promise.resolve(), shows(say('redeem.review-heading-new'), say('por.no-notices'))],
      [fills(), shows(say('redeem.receipt-heading-new'), say('por.no-notices')), offers(say('intent.attach-partner-of-record'))],
      [clicks(say('intent.attach-partner-of-record')), shows(say('por.id-heading'), 'Woodgrove'), holds({ partnerId: own })],
      [fills(), shows(say('por.review-heading'))],
      [clicks(say('por.confirm')), shows(say('por.receipt-heading'))],
      [clicks(say('hand-off.confirm-partner')), shows(say('por.receipt-heading'))],
    ],
    async ({ store }) => {
      const [checklist] = (await store.list('checklists-of-partner', { key: cloudy, limit: 5 })).rows;
      assert.equal(checklist?.value.items['partner-of-record'].status, 'done');
      const subscription = await store.read('subscription', checklist.value.subscription);
      assert.equal(subscription?.value.partnerOfRecord, 'true');
    },
  );
});
