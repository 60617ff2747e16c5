import assert from 'node:assert/strict';
import { renewalFactsOf } from '../../../bot/conversation/renewals/facts.ts';
import type { RenewalFacts } from '../../../cards/renewal-view.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { clockAt, fill } from '../../support/book.ts';
import { aTerm, day, instant } from '../../support/builders.ts';
import { contosoHere, sellersBook } from '../../support/customer-side.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';
import { anAnswer, aPurchase, answerRecord, offerRecord } from '../../support/offers.ts';
import { bookedSubscription, subscriptionRecord } from '../../support/transcript-book.ts';

const trial = bookedSubscription({ customer: contosoHere.id, channel: 'trial', terms: [aTerm('2026-02-20', { endsOn: day('2026-03-21') })] });
const offer = aPurchase({ customer: contosoHere.id, sentAt: instant('2026-02-25T10:00:00.000Z') });

async function factsWith(...more: readonly Put[]): Promise<RenewalFacts> {
  const store = memoryStore();
  await fill(store, sellersBook(subscriptionRecord(trial), ...more));
  return renewalFactsOf({ book: store, now: clockAt('2026-03-14').now() }, trial);
}

describe('a trial whose end is told', () => {
  it('is bought once the customer has accepted a purchase offer that was sent in it', async () => {
    const facts = await factsWith(offerRecord(offer), answerRecord(anAnswer({ offer: offer.id, customer: contosoHere.id })));
    assert.deepEqual([facts.isBought, facts.hasOpenOffer], [true, false]);
  });

  it('is not bought by an offer that waits, nor by one of before it began', async () => {
    assert.deepEqual([(await factsWith(offerRecord(offer))).isBought, (await factsWith(offerRecord(offer))).hasOpenOffer], [undefined, true]);
    const before = { ...offer, sentAt: instant('2026-01-10T10:00:00.000Z') };
    const facts = await factsWith(offerRecord(before), answerRecord(anAnswer({ offer: offer.id, customer: contosoHere.id })));
    assert.equal(facts.isBought, undefined);
  });
});
