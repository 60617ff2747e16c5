import assert from 'node:assert/strict';
import type { Say } from '../../cards/messages/say.ts';
import { petr } from '../support/builders.ts';
import type { Played } from '../support/transcript.ts';
import { clicks, fills, holds, shows, transcript } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';
import { bothGrant, contosos } from '../support/two-customers.ts';

const toReview = (say: Say): readonly Row[] => [
  ['find contoso'],
  [clicks(say('intent.change-subscription')), shows(say('change.subscription-heading'))],
  [fills(), shows(say('change.what-heading'))],
  [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
];

const stored = async ({ store }: Played) => (await store.read('subscription', contosos().id))?.value;

async function isLeft(played: Played): Promise<void> {
  assert.deepEqual(await stored(played), contosos());
}
async function isCancelled(played: Played): Promise<void> {
  assert.ok((await stored(played))?.cancelled);
}

describe('a short answer', () => {
  const scene = { as: petr(), book: bothGrant() };

  transcript(
    'is no yes to a review when another customer’s card came since: the review is shown again',
    scene,
    (say) => [
      ...toReview(say),
      ['find fabrikam', shows(say('customers.card-heading'), 'Fabrikam')],
      ['ok', shows(say('change.review-cancel-heading'), 'Contoso')],
    ],
    isLeft,
  );

  transcript(
    'is a yes to the review that is shown, also when it was shown again',
    scene,
    (say) => [...toReview(say), ['help'], ['ok', shows(say('change.review-cancel-heading'))], ['ok', shows(say('change.receipt-heading'))]],
    isCancelled,
  );

  transcript(
    'is no yes after a card that a click brought, nor after one that asks whether to go on',
    scene,
    (say) => [
      ...toReview(say),
      ['redeem', shows(say('conversation.resume-heading'))],
      ['yes', shows(say('change.review-cancel-heading'))],
      [(chat) => chat.sends({ kind: 'clicked', verb: 'show', data: { page: 'home' } })],
      ['yes', shows(say('change.review-cancel-heading'))],
      [(chat) => chat.sends({ kind: 'text', text: 'no idea', hasAttachments: false })],
      ['yes', shows(say('change.review-cancel-heading'))],
    ],
    isLeft,
  );

  transcript('stands in the field, and is not taken, when another customer’s card came since', scene, (say) => [
    ...toReview(say).slice(0, -1),
    [fills({ what: 'seats' }), shows(say('change.seats-heading'))],
    ['find fabrikam', shows(say('customers.card-heading'), 'Fabrikam')],
    ['3', shows(say('change.seats-heading'), 'Contoso'), holds({ seats: '3' })],
    ['4', shows(say('change.review-heading'))],
  ]);
});
