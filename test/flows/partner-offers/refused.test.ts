import assert from 'node:assert/strict';
import { sayIn } from '../../../cards/messages/say.ts';
import { RoleId } from '../../../domain/delegated-admin/records.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import { cloudy, day, petr } from '../../support/builders.ts';
import { contosoHere, sellersBook, sent } from '../../support/customer-side.ts';
import { aDelegationOffer, aLine, aPurchase, aTrial, gdap, offerRecord, roleIds } from '../../support/offers.ts';
import { aChat, clicks, fills, plays, shows } from '../../support/transcript.ts';
import type { Row } from '../../support/transcript.ts';

const say = sayIn('en');
const plan = (id: 'midsize-business' | 'business-standard') => (id === 'midsize-business' ? 'Office 365 Midsize Business' : 'Microsoft 365 Business Standard');
const unknownRole = RoleId.parse('12345678-1234-4234-8234-123456789012');

/** Old offers that could not be sent today: what is said when a new one is made from them, and the form that mends it. */
const table: readonly (readonly [what: string, old: Offer, heading: string, because: string])[] = [
  [
    'a plan without a trial',
    aTrial({ content: { kind: 'trial', plan: 'midsize-business' } }),
    say('offer.trial-heading'),
    say('offer.no-trial', plan('midsize-business')),
  ],
  [
    'a plan that is not sold',
    aPurchase({ lines: [aLine({ plan: 'midsize-business' })] }),
    say('offer.lines-heading'),
    say('offer.not-sold', plan('midsize-business')),
  ],
  [
    'more licences than a plan has',
    aPurchase({ lines: [aLine({ seats: 301 })] }),
    say('offer.lines-heading'),
    say('offer.too-many-seats', plan('business-standard'), 300),
  ],
  ['a country without the service', aTrial({ country: 'RU' }), say('offer.terms-heading'), say('redeem.country-unavailable', say.country('RU'))],
  [
    'a role that is not known',
    aDelegationOffer({ customer: contosoHere.id, delegation: gdap({ roles: [unknownRole] }) }),
    say('offer.gdap-heading'),
    say('offer.role-unknown'),
  ],
  [
    'an extension with Global Administrator',
    aDelegationOffer({ customer: contosoHere.id, delegation: gdap({ roles: roleIds('global-administrator'), autoExtends: true }) }),
    say('offer.gdap-heading'),
    say('offer.extend-wrong'),
  ],
];

describe('an offer that cannot be sent', () => {
  for (const [what, old, heading, because] of table) {
    it(`says why, and shows where it is mended: ${what}`, async () => {
      const { chat, store } = await aChat({ as: petr(), book: sellersBook(offerRecord(sent(old))) });
      const throughLines: readonly Row[] = old.content.kind === 'purchase' ? [[fills()]] : [];
      await plays(chat, [
        ['offers'],
        [clicks(say('checklist.show'))],
        [clicks(say('offers.new-from-this'))],
        ...throughLines,
        [clicks(say('offer.send')), shows(heading, because)],
      ]);
      assert.equal(await store.count('offers-of-partner', { key: cloudy }), 1);
    });
  }

  it('says so when its last day has passed while the conversation waited', async () => {
    const { chat, clock } = await aChat({ as: petr(), book: sellersBook() });
    await plays(chat, [['trial'], [fills({ customer: '*' })], [fills({ plan: 'business-basic' })], [fills({ validUntil: '2026-03-02' })], [fills()]]);
    clock.setTo('2026-03-05');
    await plays(chat, [
      [clicks(say('offer.send')), shows(say('offer.review-heading-trial'))],
      [clicks(say('offer.send')), shows(say('offer.terms-heading'), say('offer.valid-until-out', day('2026-03-05'), day('2027-03-05')))],
      [fills({ validUntil: '2026-03-31' }), shows(say('offer.review-heading-trial'))],
      [clicks(say('offer.send')), shows(say('offer.kind-trial'))],
    ]);
  });
});
