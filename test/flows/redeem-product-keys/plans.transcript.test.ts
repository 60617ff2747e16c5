import assert from 'node:assert/strict';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { partnerRecord } from '../../support/book.ts';
import { aPartner, cloudy, jana } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { cardKey, cardKeys, cloudysBook, endingOf, stock, stockedOf } from '../../support/transcript-book.ts';
import { customerDetails, upToKeys, upToKeysReview } from '../../support/transcript-steps.ts';
import { clicks, fills, holds, shows, transcript } from '../../support/transcript.ts';
import type { Played } from '../../support/transcript.ts';

const midsize = plans['midsize-business'].name;
const unknownKeys = cardKeys(2, 60);

async function woodgrovesSubscription({ store }: Played) {
  const customer = customerIdOf(testSecrets, cloudy, 'woodgrove.cz');
  const [subscription] = (await store.list('subscriptions-of-customer', { key: customer, limit: 5 })).rows;
  assert.ok(subscription);
  return subscription.value;
}

async function agreementsOf(played: Played) {
  const subscription = await woodgrovesSubscription(played);
  return (await played.store.list('agreements-of-subscription', { key: subscription.id, limit: 5 })).rows.map((row) => row.value);
}

describe('keys that are not in stock', () => {
  transcript(
    'are taken as not verified: the plan is asked, one licence each, until somebody confirms',
    { as: jana(), book: cloudysBook() },
    (say) => [
      ...upToKeys(say, 'new-subscription', '2'),
      [fills({ keys: unknownKeys }), shows(say('redeem.cards-heading'), endingOf(cardKey(60)), endingOf(cardKey(61)))],
      [fills(), shows(say('redeem.cards-heading'), say('redeem.plan-missing'))],
      [fills({ plan: 'business-standard' }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 2), say('redeem.unverified', 2))],
      ...customerDetails(say),
      [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'), plans['business-standard'].name, say('redeem.unverified', 2))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'), say('redeem.unverified', 2))],
    ],
    async (played) => assert.equal((await woodgrovesSubscription(played)).verification, 'unverified'),
  );

  transcript(
    'are verified by the person who saw them taken',
    { as: jana(), book: cloudysBook() },
    (say) => [
      ...upToKeys(say, 'new-subscription', '2'),
      [fills({ keys: unknownKeys })],
      [fills({ plan: 'business-standard' })],
      ...customerDetails(say),
      [fills({ agreed: 'true' })],
      [clicks(say('redeem.create-account'))],
      [clicks(say('hand-off.confirm')), shows(say('redeem.receipt-heading-new'))],
    ],
    async (played) => assert.equal((await woodgrovesSubscription(played)).verification, 'verified'),
  );

  transcript('of Midsize are worth what stands on the card', { as: jana(), book: cloudysBook() }, (say) => [
    ...upToKeys(say, 'new-subscription', '40'),
    [fills({ keys: unknownKeys }), shows(say('redeem.cards-heading'))],
    [fills({ plan: 'midsize-business' }), shows(say('redeem.cards-heading'), say('redeem.seats-wrong'))],
    [fills({ seats: '301' }), shows(say('redeem.cards-heading'), say('redeem.seats-wrong')), holds({ plan: 'midsize-business' })],
    [fills({ seats: '200' }), shows(say('redeem.cards-heading'), say('redeem.too-many-seats', midsize, 300, 0, 400))],
    [fills({ seats: '20' }), shows(say('redeem.keys-review-heading'), say('redeem.licences-of', 40, 40), say('redeem.enough'))],
  ]);

  transcript('follow the plan of those in stock beside them', { as: jana(), book: cloudysBook(stock(1)) }, (say) => [
    ...upToKeys(say, 'new-subscription', '2'),
    [fills({ keys: `${cardKey(1)}\n${cardKey(60)}` }), shows(say('redeem.cards-heading')), holds({ plan: 'small-business' })],
    [
      fills({ plan: 'business-basic' }),
      shows(say('redeem.cards-heading'), say('redeem.second-plan', plans['small-business'].name, plans['business-basic'].name)),
    ],
    [fills({ plan: 'small-business' }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 2), say('redeem.unverified', 1))],
  ]);
});

describe('Midsize from stock', () => {
  transcript(
    'brings its licences, and the number of its Open Agreement is asked once and filled in the next time',
    { as: jana(), book: cloudysBook(stockedOf(cardKey(1), 'midsize-business', 30), stockedOf(cardKey(2), 'midsize-business', 10)) },
    (say) => [
      ...upToKeysReview(say, cardKey(1), 'new-subscription', '40'),
      ...customerDetails(say),
      [fills(), shows(say('redeem.agreement-heading'), say('redeem.agreement-open'), say('redeem.open-number-wrong')), holds({ openNumber: '' })],
      [fills({ openNumber: 'OA-778899' }), shows(say('redeem.review-heading-new'), say('redeem.plan-times', midsize, 30), say('redeem.too-few', 10))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'))],
      ...upToKeysReview(say, cardKey(2), 'new-subscription', '10'),
      ...customerDetails(say, { organisation: 'Fabrikam', domain: 'fabrikam.cz' }),
      [(chat) => Promise.resolve(chat.last), holds({ openNumber: 'OA-778899' })],
      [fills(), shows(say('redeem.review-heading-new'), 'Fabrikam')],
    ],
    async (played) => {
      assert.deepEqual(
        (await agreementsOf(played)).map((each) => each.agreement),
        [{ kind: 'open-agreement', number: 'OA-778899' }],
      );
      assert.equal((await woodgrovesSubscription(played)).terms[0]?.seats, 30);
    },
  );

  transcript(
    'takes the number of the agreement as a line in the chat, too',
    { as: jana(), book: cloudysBook(stockedOf(cardKey(1), 'midsize-business', 30)) },
    (say) => [
      ...upToKeysReview(say, cardKey(1), 'new-subscription', '30'),
      ...customerDetails(say),
      ['OA-778899', shows(say('redeem.review-heading-new'), say('redeem.agreement-name-open-agreement'))],
    ],
  );
});

describe('the agreement of a CSP partner', () => {
  const book = [...cloudysBook(stock(1, 1, { plan: 'business-premium' })), partnerRecord(aPartner({ programme: 'csp-direct' }))].slice(1);

  transcript(
    'is attested: who at the customer accepted it, how to reach them, and when',
    { as: jana(), book },
    (say) => [
      ...upToKeysReview(say, cardKey(1)),
      ...customerDetails(say),
      [
        fills({ contactName: '', contactEmail: 'nobody', contactPhone: '12', agreedOn: '2026-03-02' }),
        shows(
          say('redeem.agreement-heading'),
          say('redeem.agreement-customer'),
          say('redeem.admin-name-missing'),
          say('redeem.admin-email-wrong'),
          say('redeem.contact-phone-wrong'),
          say('redeem.agreed-on-wrong'),
          say('redeem.agreed-missing'),
        ),
      ],
      [
        fills({ contactName: 'Alena Malá', contactEmail: 'alena@woodgrove.cz', contactPhone: '+420 777 123 456', agreedOn: '2026-02-27', agreed: 'true' }),
        shows(say('redeem.review-heading-new'), say('redeem.agreement-name-customer-agreement')),
      ],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'))],
    ],
    async (played) => {
      const [agreement] = await agreementsOf(played);
      const contact = { contactName: 'Alena Malá', contactEmail: 'alena@woodgrove.cz', contactPhone: '+420 777 123 456' };
      assert.deepEqual(agreement?.agreement, { kind: 'customer-agreement', template: 'MicrosoftCustomerAgreement', ...contact, agreedOn: '2026-02-27' });
      assert.equal(agreement.language, played.say.language);
    },
  );
});

describe('the agreement of an advisor', () => {
  transcript('is accepted by a typed yes, in any language', { as: jana(), book: cloudysBook(stock(1)) }, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    ...customerDetails(say),
    ['souhlasím', shows(say('redeem.review-heading-new'), say('redeem.agreement-name-online-services-agreement'))],
  ]);
});
