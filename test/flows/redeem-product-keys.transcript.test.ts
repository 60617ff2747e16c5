import assert from 'node:assert/strict';
import { plans } from '../../domain/shared/plans.ts';
import { auditOf } from '../support/book.ts';
import { cloudy, day, jana } from '../support/builders.ts';
import { testSecrets } from '../support/chat.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { cardKey, cardKeys, cloudysBook, endingOf, stock } from '../support/transcript-book.ts';
import { customerDetails, upToKeys, upToKeysReview, upToReview } from '../support/transcript-steps.ts';
import { clicks, fills, hides, offers, offersNot, shows, transcript } from '../support/transcript.ts';
import type { Played } from '../support/transcript.ts';

const smallBusiness = plans['small-business'].name;
const janasBook = { as: jana(), book: cloudysBook(stock(8)) };

async function redemptionsIn({ store }: Played): Promise<number> {
  return (await auditOf(store)).filter((event) => event.what === 'product-keys-redeemed').length;
}

async function usedKeysIn({ store }: Played): Promise<number> {
  return store.count('keys-of-plan', { key: `${cloudy}|small-business|used` });
}

describe('redeeming product keys for a new customer', () => {
  transcript(
    'goes from the acknowledgement over two confirmations to a receipt that is honest about Microsoft',
    janasBook,
    (say) => [
      ['redeem', shows(say('redeem.acknowledge-heading'), say('redeem.acknowledge-safe'), say('form.step-of', 1, 5)), offersNot(say('form.back'))],
      [fills(), shows(say('redeem.acknowledge-heading'), say('redeem.understood-missing'))],
      [fills({ understood: 'true' }), shows(say('redeem.purpose-heading'))],
      [fills({ people: '' }), shows(say('redeem.purpose-heading'), say('redeem.people-wrong'))],
      [fills({ people: '1' }), shows(say('redeem.keys-heading'), say('redeem.keys-of', 0, 1))],
      [fills(), shows(say('redeem.keys-heading'), say('redeem.keys-missing'))],
      [
        fills({ keys: cardKey(1).toLowerCase().replaceAll('-', ' ') }),
        shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 1, 1), smallBusiness, say('redeem.enough')),
      ],
      [clicks(say('redeem.keys-done')), shows(say('redeem.country-heading'))],
      [fills({ country: 'CZ' }), shows(say('redeem.organisation-heading'))],
      [
        fills({ organisation: ' ', domain: 'woodgrove' }),
        shows(say('redeem.organisation-heading'), say('redeem.organisation-missing'), say('redeem.domain-wrong')),
      ],
      [fills({ organisation: 'Woodgrove', domain: 'https://www.Woodgrove.cz/' }), shows(say('redeem.admin-heading'), say('redeem.admin-what'))],
      [fills({ adminName: '', adminEmail: 'alena' }), shows(say('redeem.admin-heading'), say('redeem.admin-name-missing'), say('redeem.admin-email-wrong'))],
      [
        fills({ adminName: 'Alena Malá', adminEmail: 'Alena@Woodgrove.cz' }),
        shows(say('redeem.agreement-heading'), say('redeem.agreement-online-services'), say('redeem.agreement-as-known', day('2026-11-20'))),
      ],
      [fills(), shows(say('redeem.agreement-heading'), say('redeem.agreed-missing'))],
      [
        fills({ agreed: 'true' }),
        shows(
          say('redeem.review-heading-new'),
          'Woodgrove',
          say.country('CZ'),
          'woodgrove.cz',
          'Alena Malá',
          'alena@woodgrove.cz',
          say('redeem.plan-times', smallBusiness, 1),
          say('redeem.from-to', day('2026-03-01'), day('2027-02-28')),
          say('redeem.agreement-name-online-services-agreement'),
          say('redeem.final'),
        ),
      ],
      [
        clicks(say('redeem.create-account')),
        shows(say('redeem.receipt-heading-new'), 'Woodgrove', say('hand-off.to-do', 'Jana Nováková'), endingOf(cardKey(1))),
        offers(say('hand-off.link'), say('hand-off.confirm'), say('redeem.receipt-checklist'), say('redeem.receipt-more'), say('intent.home')),
      ],
      [clicks(say('hand-off.confirm')), shows(say('redeem.receipt-heading-new'), 'Woodgrove'), offersNot(say('hand-off.confirm'), say('hand-off.link'))],
    ],
    async (played) => {
      const { store } = played;
      assert.equal(await redemptionsIn(played), 1);
      const customer = customerIdOf(testSecrets, cloudy, 'woodgrove.cz');
      const admin = (await store.read('customer-user', customerUserIdOf(testSecrets, customer, 'alena@woodgrove.cz')))?.value;
      const [subscription] = (await store.list('subscriptions-of-customer', { key: customer, limit: 5 })).rows;
      assert.deepEqual([admin?.isAdmin, admin?.licensedIn], [true, subscription?.id]);
      assert.equal(subscription?.value.verification, 'verified');
      const [agreement] = (await store.list('agreements-of-subscription', { key: subscription.id, limit: 5 })).rows;
      assert.equal(agreement?.value.language, played.say.language);
    },
  );

  transcript(
    'takes many keys pasted at once, and a licence for everybody',
    janasBook,
    (say) => [
      ...upToKeysReview(say, cardKeys(5), 'new-subscription', '5'),
      [clicks(say('form.back')), shows(say('redeem.keys-heading'), say('redeem.keys-of', 5, 5))],
      [fills(), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 5, 5), say('redeem.enough')), hides(cardKey(1), cardKey(1).replaceAll('-', ''))],
      ...customerDetails(say),
      [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'), say('redeem.plan-times', smallBusiness, 5))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'), say('redeem.plan-times', smallBusiness, 5))],
    ],
    async (played) => assert.equal(await usedKeysIn(played), 5),
  );

  transcript(
    'goes on with three of five keys, and says who goes without',
    janasBook,
    (say) => [
      ...upToKeys(say, 'new-subscription', '5'),
      [fills({ keys: cardKeys(3) }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 3, 5), say('redeem.too-few', 2))],
      ...customerDetails(say),
      [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'), say('redeem.too-few', 2), say('redeem.plan-times', smallBusiness, 3))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'), say('redeem.receipt-people', 2))],
    ],
    async (played) => assert.equal(await usedKeysIn(played), 3),
  );

  transcript('adds another key from the review of the keys, and counts on', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1), 'new-subscription', '2'),
    [clicks(say('redeem.keys-add')), shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 2))],
    [fills({ keys: cardKey(2) }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 2), say('redeem.enough'))],
    [clicks(say('redeem.change-purpose')), shows(say('redeem.purpose-heading'))],
    [fills({ people: '1' }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 1), say('redeem.more-than-needed', 1))],
  ]);

  transcript(
    'uses nothing before the last confirmation, and uses a key once however often it is clicked',
    janasBook,
    (say) => [
      ...upToReview(say, cardKey(1)),
      [
        async (chat) => {
          const review = chat.last;
          await chat.clicks(say('redeem.create-account'));
          await chat.clicksOn(review, say('redeem.create-account'));
        },
        shows(say('redeem.receipt-heading-new')),
      ],
    ],
    async (played) => {
      assert.equal(await redemptionsIn(played), 1);
      assert.equal(await usedKeysIn(played), 1);
    },
  );
});
