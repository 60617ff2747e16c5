import assert from 'node:assert/strict';
import type { Offer } from '../../../domain/offers/records.ts';
import { fill, partnerRecord, userRecord } from '../../support/book.ts';
import { cloudy, jana, petr } from '../../support/builders.ts';
import { contosoHere, sellersBook, sent } from '../../support/customer-side.ts';
import { aPurchase, aSeller, aTrial, gdap, offerRecord } from '../../support/offers.ts';
import { aChat, clicks, fills, hides, plays, shows, transcript } from '../../support/transcript.ts';
import type { Played } from '../../support/transcript.ts';

const withDelegation = sent(aPurchase({ customer: contosoHere.id, delegation: gdap() }));
const trialWithDelegation = sent(aTrial({ content: { kind: 'trial', plan: 'business-basic', delegation: gdap() } }));

/** The offer that was made of the old one. */
async function made({ store }: Pick<Played, 'store'>, old: Offer): Promise<Offer | undefined> {
  const { rows } = await store.list('offers-of-partner', { key: cloudy, limit: 10 });
  return rows.map(({ value }) => value).find(({ id }) => id !== old.id);
}

describe('a new offer from an old one that asked for delegated administration', () => {
  transcript(
    'leaves it out at once for who may not ask for it, and says so until it is sent',
    { as: jana(), book: sellersBook(offerRecord(withDelegation)) },
    (say) => [
      ['offers'],
      [clicks(say('checklist.show'))],
      [clicks(say('offers.new-from-this')), shows(say('offer.lines-review-heading'), say('offer.delegation-left-out', say('eligibility.person-full')))],
      [fills(), shows(say('offer.review-heading-purchase'), say('offer.delegation-left-out', say('eligibility.person-full')), say('offer.delegation-none'))],
      [clicks(say('offer.send')), shows(say('offer.kind-purchase'), 'Contoso')],
    ],
    async (played) => assert.equal((await made(played, withDelegation))?.content.delegation, undefined),
  );

  transcript('leaves it out of a trial, too', { as: jana(), book: sellersBook(offerRecord(trialWithDelegation)) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show'))],
    [clicks(say('offers.new-from-this')), shows(say('offer.review-heading-trial'), say('offer.delegation-left-out', say('eligibility.person-full')))],
  ]);

  transcript('asks for it again for who may', { as: petr(), book: sellersBook(offerRecord(trialWithDelegation)) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show'))],
    [
      clicks(say('offers.new-from-this')),
      shows(say('offer.review-heading-trial'), say('role.helpdesk-administrator')),
      hides(say('offer.delegation-left-out', say('eligibility.person-full'))),
    ],
  ]);
});

describe('delegated administration inside an offer', () => {
  it('that may not be asked for any more goes back to where it is left out, and the rest is sent', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: sellersBook(offerRecord(trialWithDelegation)) });
    await plays(chat, [['offers'], [clicks(say('checklist.show'))], [clicks(say('offers.new-from-this'))]]);
    await fill(store, [userRecord({ ...petr(), supportedCompanies: 'limited' })], 'limited');
    await plays(chat, [
      [clicks(say('offer.send')), shows(say('offer.terms-heading'), say('eligibility.person-full'))],
      [fills(), shows(say('offer.review-heading-trial'), say('offer.delegation-none'))],
      [clicks(say('offer.send')), shows(say('offer.kind-trial'))],
    ]);
    assert.equal((await made({ store }, trialWithDelegation))?.content.delegation, undefined);
  });

  it('goes back there, too, when the company is certified for it no more', async () => {
    const advisor = (isCertified: boolean) => {
      const seller = aSeller();
      return partnerRecord({ ...seller, standing: { ...seller.standing, programme: 'advisor', certifiedForDelegation: isCertified } });
    };
    const { chat, say, store } = await aChat({ as: petr(), book: [...sellersBook(offerRecord(trialWithDelegation)), advisor(true)] });
    await plays(chat, [['offers'], [clicks(say('checklist.show'))], [clicks(say('offers.new-from-this'))]]);
    await fill(store, [advisor(false)], 'not certified');
    await plays(chat, [[clicks(say('offer.send')), shows(say('offer.terms-heading'), say('eligibility.not-certified'))]]);
  });
});
