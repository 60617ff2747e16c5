import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import type { PartnerIntent } from '../../cards/intent-button.ts';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { Partner, PartnerUser } from '../../domain/company/records.ts';
import { Language } from '../../domain/shared/language.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aHandOff, aPartner, aTerm, cloudy, eva, jana, petr } from '../support/builders.ts';
import { bookedContoso, bookedSubscription, cloudysBook, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { sellersBook } from '../support/customer-side.ts';
import { aChat, clicks, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';

/** The company in this standing, with this person; nothing is in the book of a person who is not given. */
function book(partner: Partner | undefined, user: PartnerUser | undefined) {
  return [...(partner === undefined ? [] : [partnerRecord(partner)]), ...(user === undefined ? [] : [userRecord(user)])];
}

const withoutDistributor = (programme: Partner['standing']['programme']): Partner => {
  const partner = aPartner({ programme });
  const { distributor: _, ...standing } = partner.standing;
  return { ...partner, standing };
};

/** Row by row of the eligibility table: who, where, and the reason they are told; none for those who may. */
const table: readonly (readonly [string, Partner | undefined, PartnerUser | undefined, TextKey | undefined])[] = [
  ['an advisor with a distributor', aPartner(), jana(), undefined],
  ['an advisor without a distributor', withoutDistributor('advisor'), jana(), 'eligibility.no-distributor'],
  ['an indirect reseller with a distributor', aPartner({ programme: 'csp-indirect-reseller' }), jana(), undefined],
  ['an indirect reseller without a distributor', withoutDistributor('csp-indirect-reseller'), jana(), 'eligibility.no-distributor'],
  ['a direct-bill partner, by its own contract', withoutDistributor('csp-direct'), jana(), undefined],
  ['a company whose standing nobody entered', aPartner({ programme: 'unknown' }), jana(), 'eligibility.no-standing'],
  ['a company that is not in the book', undefined, undefined, 'eligibility.company-unknown'],
  ['somebody who may only read', aPartner(), eva(), 'eligibility.person-limited'],
  ['a colleague whom the book does not know', aPartner(), undefined, 'eligibility.person-limited'],
];

describe('who may redeem product keys', () => {
  for (const [who, partner, user, reason] of table) {
    transcript(
      reason === undefined ? `${who}: offered at home, and begun` : `${who}: told why not, and who can change it, before anything is typed`,
      { as: user ?? jana(), book: book(partner, user) },
      (say) =>
        reason === undefined
          ? [
              ['hi', shows(say('home.heading')), offers(say('intent.redeem-product-keys'))],
              [clicks(say('intent.redeem-product-keys')), shows(say('redeem.acknowledge-heading'))],
            ]
          : [
              [
                'hi',
                shows(say('home.heading'), say('home.because', say('intent.redeem-product-keys'), say(reason))),
                offersNot(say('intent.redeem-product-keys')),
              ],
              ['redeem', shows(say('conversation.not-allowed-heading'), say(reason)), offers(say('intent.home'), say('intent.help'))],
            ],
    );
  }
});

describe('home', () => {
  transcript(
    'names the company, what ends and when, and what is still to be done',
    {
      as: jana(),
      book: cloudysBook(
        customerRecord(bookedContoso()),
        subscriptionRecord(bookedSubscription({ id: 'today', terms: [aTerm('2025-03-02')] })),
        subscriptionRecord(bookedSubscription()),
        { kind: 'hand-off', id: 'hand-off', value: aHandOff() },
      ),
    },
    (say) => [['hi', shows(say('home.heading'), 'Cloudy s.r.o.', say('home.to-do', 1))]],
  );

  transcript('says kindly when the company is not in the book, and still has ways on', { as: jana(), book: [] }, (say) => [
    [
      'hi',
      shows(say('home.heading'), say('home.no-company'), say('home.nothing-ends'), say('home.nothing-to-do')),
      offers(say('intent.keys-left'), say('intent.customers'), say('intent.more')),
    ],
    [clicks(say('intent.keys-left')), shows(say('keys-left.heading'), say('keys-left.none'))],
    [clicks(say('intent.redeem-product-keys')), shows(say('conversation.not-allowed-heading'), say('eligibility.company-unknown'))],
    [clicks(say('intent.home')), shows(say('home.heading'))],
  ]);

  transcript('offers correcting an e-mail to a global admin only, and says so to others', { as: jana(), book: sellersBook() }, (say) => [
    [
      'hi',
      shows(say('home.heading'), say('home.because', say('intent.correct-admin-email'), say('eligibility.global-admin'))),
      offers(say('home.not-for-you', 4)),
      offersNot(say('intent.correct-admin-email')),
    ],
    ['correct e-mail', shows(say('conversation.not-allowed-heading'), say('eligibility.global-admin'))],
  ]);

  for (const language of Language.options) {
    it(`of a global admin has every job, here or one click further (${language})`, async () => {
      const { chat } = await aChat({ as: petr(), book: sellersBook() }, language);
      const say = sayIn(language);
      const buttons = (...jobs: readonly PartnerIntent[]) => offers(...jobs.map((job) => say(`intent.${job}`)));
      await plays(chat, [
        [
          'hi',
          buttons('renewals', 'redeem-product-keys', 'customers', 'send-purchase-offer', 'offers', 'to-do', 'more'),
          offersNot(say('home.not-for-you', 1)),
        ],
        [
          clicks(say('intent.more')),
          shows(say('more.heading')),
          buttons(
            'send-trial-invitation',
            'attach-partner-of-record',
            'offer-delegated-admin',
            'change-subscription',
            'service-requests',
            'request-new-password',
          ),
          buttons('home', 'help', 'language'),
        ],
        [clicks(say('to-do.more')), shows(say('more.heading')), buttons('move-to-direct', 'keys-left', 'checklists', 'company', 'people', 'rights')],
        [clicks(say('to-do.more')), shows(say('more.heading')), buttons('customer-notices', 'correct-admin-email'), offersNot(say('to-do.more'))],
        [clicks(say('more.first')), buttons('send-trial-invitation')],
        ['více', shows(say('more.heading'))],
      ]);
    });
  }

  it('counts only what belongs to the own company', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book: cloudysBook() });
    await plays(chat, [['hi', shows(say('home.heading'), say('home.nothing-ends'))]]);
    assert.equal(await store.count('ends-of-partner', { key: cloudy }), 0);
  });
});
