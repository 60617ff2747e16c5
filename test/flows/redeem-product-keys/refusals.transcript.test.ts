import assert from 'node:assert/strict';
import type { Say } from '../../../cards/messages/say.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { Language } from '../../../domain/shared/language.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import type { Put, Store } from '../../../domain/shared/store.port.ts';
import { auditOf, fill, partnerRecord, userRecord } from '../../support/book.ts';
import { aPartner, aTerm, day, jana } from '../../support/builders.ts';
import { bookedContoso, bookedSubscription, cardKey, cloudysBook, customerRecord, stock, stocked, subscriptionRecord } from '../../support/transcript-book.ts';
import { customerDetails, upToKeysReview, upToReview } from '../../support/transcript-steps.ts';
import { aChat, fills, plays, shows } from '../../support/transcript.ts';
import type { Check, Row } from '../../support/transcript.ts';

const small = plans['small-business'].name;
const basic = plans['business-basic'].name;
const contosos = bookedSubscription();
const book = cloudysBook(stock(3), stocked(cardKey(10), { plan: 'business-basic' }), customerRecord(bookedContoso()), subscriptionRecord(contosos));

const forContoso = (say: Say): readonly Row[] => [
  ...upToKeysReview(say, cardKey(1), 'more-users'),
  [fills()],
  [fills({ subscription: `${contosos.id}|term` }), shows(say('redeem.review-heading-more'))],
];

/** What happens in the book between the review and the yes to it, and what the person is told. */
interface Meanwhile {
  readonly what: string;
  readonly way: (say: Say) => readonly Row[];
  readonly change: readonly Put[] | ((store: Store) => Promise<unknown>);
  readonly told: (say: Say) => Check;
}

const meanwhile: readonly Meanwhile[] = [
  {
    what: 'the person has lost the right',
    way: (say) => upToReview(say, cardKey(1)),
    change: [userRecord({ ...jana(), supportedCompanies: 'none' })],
    told: (say) => shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')),
  },
  {
    what: 'the company has lost its distributor',
    way: (say) => upToReview(say, cardKey(1)),
    change: [partnerRecord({ ...aPartner(), standing: { ...aPartner().standing, distributor: undefined } })],
    told: (say) => shows(say('conversation.not-allowed-heading'), say('eligibility.no-distributor')),
  },
  {
    what: 'the company has joined CSP, and with it comes another agreement',
    way: (say) => [...upToKeysReview(say, cardKey(10)), ...customerDetails(say), [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'))]],
    change: [partnerRecord(aPartner({ programme: 'csp-direct' }))],
    told: (say) => shows(say('redeem.agreement-heading'), say('redeem.agreement-changed'), say('redeem.agreement-customer')),
  },
  {
    what: 'the stock says that a key is of another plan',
    way: (say) => upToReview(say, cardKey(1)),
    change: [stocked(cardKey(1), { plan: 'business-basic' })],
    told: (say) => shows(say('redeem.keys-heading'), say('redeem.second-plan', small, basic)),
  },
  {
    what: 'the customer of this domain came into the book, in a country where the service is not available',
    way: (say) => upToReview(say, cardKey(1)),
    change: [customerRecord(bookedContoso({ domain: 'woodgrove.cz', country: 'RU' }))],
    told: (say) => shows(say('redeem.country-heading'), say('redeem.country-unavailable', say.country('RU'))),
  },
  {
    what: 'the subscription is gone',
    way: forContoso,
    change: async (store) =>
      store.commit({ commandId: CommandId.parse('gone'), expect: [], put: [], remove: [{ kind: 'subscription', id: contosos.id }], events: [], outcome: null }),
    told: (say) => shows(say('redeem.subscription-heading-more'), say('redeem.subscription-not-found')),
  },
  {
    what: 'the subscription has become one of another plan',
    way: forContoso,
    change: [subscriptionRecord(bookedSubscription({ plan: 'business-basic' }))],
    told: (say) => shows(say('redeem.subscription-heading-more'), say('redeem.subscription-other-plan', small, basic)),
  },
  {
    what: 'the subscription has ended so long ago that its data is gone',
    way: forContoso,
    change: [subscriptionRecord(bookedSubscription({ terms: [aTerm('2024-01-01')] }))],
    told: (say) => shows(say('redeem.subscription-heading-more'), say('redeem.subscription-over', day('2024-12-31'), day('2025-05-01'))),
  },
];

describe('a redemption that the book refuses at the last moment', () => {
  for (const { what, way, change, told } of meanwhile) {
    for (const language of Language.options) {
      it(`because ${what}: said, with the step that mends it, and no key is used (${language})`, async () => {
        const { chat, say, store } = await aChat({ as: jana(), book }, language);
        await plays(chat, way(say));
        await (typeof change === 'function' ? change(store) : fill(store, change, 'meanwhile'));
        await plays(chat, [[fills()]]);
        // Where the review says something else by now, it is shown again first.
        if (chat.lines.includes(say('form.changed-since'))) await plays(chat, [[fills()]]);
        told(say)(chat.last);
        assert.equal((await auditOf(store)).filter(({ by }) => by.kind === 'person').length, 0);
        assert.equal((await store.read('product-key', stocked(cardKey(1)).id))?.value.state, 'in-stock');
      });
    }
  }

  it('because the right was lost, keeps everything typed until it is given back, and asks for the last yes again', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book });
    await plays(chat, upToReview(say, cardKey(1)));
    await fill(store, [userRecord({ ...jana(), supportedCompanies: 'none' })], 'taken away');
    await plays(chat, [[fills(), shows(say('conversation.not-allowed-heading'))]]);
    await fill(store, [userRecord(jana())], 'given back');
    await plays(chat, [
      ['go on', shows(say('redeem.review-heading-new'))],
      [fills(), shows(say('redeem.receipt-heading-new'))],
    ]);
  });
});
