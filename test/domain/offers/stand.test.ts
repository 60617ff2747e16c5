import assert from 'node:assert/strict';
import { createSecrets } from '../../../bot/platform/secrets.ts';
import { acceptanceIdsOf } from '../../../domain/offers/acceptance-ids.ts';
import type { Offer, OfferAnswer } from '../../../domain/offers/records.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import { summaryIdOf } from '../../../domain/offers/summary-id.ts';
import { customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import { contoso, day, fabrikam, instant, petr } from '../../support/builders.ts';
import { aDelegationOffer, aLine, aPurchase, aRelationship, aTrial, anAnswer, anOffer } from '../../support/offers.ts';

const withdrawn = { at: instant('2026-02-26T23:59:00.000Z'), person: petr().person, name: petr().name };

describe('how an offer stands', () => {
  it('is open through its last day, and expired after it', () => {
    assert.deepEqual(standOf(anOffer(), undefined, undefined, day('2026-03-31')), { kind: 'open', until: '2026-03-31' });
    assert.deepEqual(standOf(anOffer(), undefined, undefined, day('2026-04-01')), { kind: 'expired', on: '2026-03-31' });
  });

  it('is withdrawn since that day, whether or not its last day is over', () => {
    for (const today of ['2026-03-01', '2026-05-01']) {
      assert.deepEqual(standOf(anOffer({ withdrawn }), undefined, undefined, day(today)), { kind: 'withdrawn', on: '2026-02-26' });
    }
  });

  const kinds: readonly (readonly [OfferAnswer['state'], string])[] = [
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['declared', 'waiting'],
  ];
  for (const [state, kind] of kinds) {
    it(`is ${kind} once the customer ${state} it, also when it is withdrawn or over`, () => {
      const answer = anAnswer({ state });
      for (const offer of [anOffer(), anOffer({ withdrawn })]) assert.deepEqual(standOf(offer, answer, undefined, day('2026-05-01')), { kind, answer });
    });
  }

  it('shows the relationship of an acceptance, and takes a dismissed answer for none', () => {
    const relationship = aRelationship();
    assert.deepEqual(standOf(anOffer(), anAnswer(), relationship, day('2026-03-01')), { kind: 'accepted', answer: anAnswer(), relationship });
    assert.equal(standOf(anOffer(), anAnswer({ state: 'dismissed' }), undefined, day('2026-03-01')).kind, 'open');
  });
});

describe('a summary id', () => {
  const secrets = createSecrets('ab'.repeat(32));

  it('has the letter of its kind and nine characters without look-alikes', () => {
    const ids = Array.from({ length: 500 }, (_, n) => summaryIdOf('trial', secrets.deriveId('summary', String(n))));
    for (const id of ids) assert.match(id, /^T-[0-9A-HJKMNP-TV-Z]{9}$/);
    assert.equal(new Set(ids).size, 500);
    assert.match(summaryIdOf('purchase', 'ff'), /^P-/);
    assert.match(summaryIdOf('delegated-admin', 'ff'), /^D-/);
  });

  it('is the same for the same offer', () => {
    assert.equal(summaryIdOf('trial', secrets.deriveId('summary', 'offer')), summaryIdOf('trial', secrets.deriveId('summary', 'offer')));
  });

  it('uses every character, so that nothing of the chance is wasted', () => {
    const used = new Set(Array.from({ length: 500 }, (_, n) => summaryIdOf('trial', secrets.deriveId('s', String(n))).slice(2)).join(''));
    assert.equal(used.size, 32);
  });
});

describe('the ids of an acceptance', () => {
  const secrets = createSecrets('ab'.repeat(32));
  const upn = 'karel@contoso.cz';

  it('are the same for whoever accepts for one customer, but for the person themselves', () => {
    const { adminUser: karel, ...first } = acceptanceIdsOf(secrets, aTrial(), contoso().id, upn);
    const { adminUser: lenka, ...second } = acceptanceIdsOf(secrets, aTrial(), contoso().id, 'lenka@contoso.cz');
    assert.deepEqual(first, second);
    assert.equal(karel, customerUserIdOf(secrets, contoso().id, upn));
    assert.notEqual(karel, lenka);
  });

  it('are others for another customer or another offer', () => {
    const all = [
      acceptanceIdsOf(secrets, aTrial(), contoso().id, upn),
      acceptanceIdsOf(secrets, aTrial(), fabrikam().id, upn),
      acceptanceIdsOf(secrets, aTrial({ id: 'other' }), contoso().id, upn),
    ].flatMap(({ subscriptions, relationship, setUp, delegation }) => [...subscriptions.flatMap((ids) => Object.values(ids)), relationship, setUp, delegation]);
    assert.equal(new Set(all).size, 18);
  });

  it('are one set for each line', () => {
    const count = (offer: Offer) => acceptanceIdsOf(secrets, offer, contoso().id, upn).subscriptions.length;
    assert.deepEqual([count(aTrial()), count(aPurchase({ lines: [aLine(), aLine(), aLine()] })), count(aDelegationOffer())], [1, 3, 0]);
  });
});
