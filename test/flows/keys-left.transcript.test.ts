import assert from 'node:assert/strict';
import { plans } from '../../domain/shared/plans.ts';
import { eva, jana, rival } from '../support/builders.ts';
import { textsOf } from '../support/card-reading.ts';
import { cardKey, cloudysBook, rivalsBook, stock, stocked, usedKey } from '../support/transcript-book.ts';
import { upToReview } from '../support/transcript-steps.ts';
import { clicks, fills, offers, shows, transcript } from '../support/transcript.ts';

const book = cloudysBook(
  stock(3),
  stock(2, 10, { plan: 'business-basic' }),
  usedKey(cardKey(20), '2026-02-02'),
  rivalsBook(stocked(cardKey(30), { partner: rival, plan: 'business-premium' })),
);

describe('the keys that are left', () => {
  transcript('are counted by plan: unused ones of the own company, and one fewer after each redemption', { as: jana(), book }, (say) => [
    [
      'keys left',
      shows(say('keys-left.heading'), plans['small-business'].name, say('keys-left.line', 3), say('keys-left.line', 2)),
      (card) => assert.equal(textsOf(card).length, 3, 'a heading and the two plans with keys'),
      offers(say('intent.redeem-product-keys'), say('intent.home')),
    ],
    ...upToReview(say, cardKey(1)),
    [fills()],
    ['kolik kódů', shows(say('keys-left.heading'), say('keys-left.line', 2))],
    [clicks(say('intent.redeem-product-keys')), shows(say('redeem.acknowledge-heading'))],
  ]);

  transcript('can be read by everybody in the company', { as: eva(), book }, (say) => [['stock', shows(say('keys-left.heading'), say('keys-left.line', 3))]]);

  transcript('are none: said with who can change it', { as: jana(), book: cloudysBook() }, (say) => [
    ['kódy', shows(say('keys-left.heading'), say('keys-left.none'))],
  ]);
});
