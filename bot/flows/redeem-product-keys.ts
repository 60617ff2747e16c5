import { eligibilityText } from '../../cards/eligibility.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { redeemReceiptCard } from '../../cards/redeem-receipt.card.ts';
import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import { Redeemed } from '../../domain/product-keys/redemption.ts';
import type { RedemptionRefusal } from '../../domain/product-keys/redemption.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { plans } from '../../domain/shared/plans.ts';
import { flowOf } from '../conversation/flow.ts';
import { askFor, permissionFor } from '../conversation/permission.ts';
import type { After, Flow, RefusalReply } from '../conversation/flow.ts';
import { agreementStep } from './redeem-product-keys/agreement.ts';
import { Answers } from './redeem-product-keys/answers.ts';
import { aboutCustomer, redeemedFor } from './redeem-product-keys/about-customer.ts';
import { acknowledgementStep, cardsStep, keysReviewStep, purposeStep } from './redeem-product-keys/beginning.ts';
import { redemptionOf } from './redeem-product-keys/command.ts';
import { adminStep, countryStep, organisationStep } from './redeem-product-keys/customer.ts';
import { keysStep } from './redeem-product-keys/keys.ts';
import { isMeantAsKey, keysIn } from './redeem-product-keys/keys-in-words.ts';
import { reviewStep } from './redeem-product-keys/review.ts';
import { subscriptionStep } from './redeem-product-keys/subscription.ts';

/** Redeeming product keys and setting up the customer's subscription (mission, rows 1 to 5). */
export const redeemProductKeys: Flow = flowOf<Answers, 'redeem-product-keys'>({
  id: 'redeem-product-keys',
  version: 1,
  title: 'redeem.title',
  permits: (who) => permissionFor('product-keys', who),
  startsWith: aboutCustomer,
  whom: redeemedFor,
  steps: [
    acknowledgementStep,
    purposeStep,
    keysStep,
    cardsStep,
    keysReviewStep,
    subscriptionStep,
    countryStep,
    organisationStep,
    adminStep,
    agreementStep,
    reviewStep,
  ],
  answers: Answers,
  command: (at) => Promise.resolve(redemptionOf(at)),
  outcome: Redeemed,
  done: receipt,
  refused,
  overhears: {
    step: 'keys',
    hears: (text, asked) => (looksLikeKeys(text) || (asked && isMeantAsKey(text)) ? keysIn(text) : undefined),
    taken: 'redeem.overheard',
    notTaken: 'conversation.key-not-taken',
  },
});

async function receipt(redeemed: Redeemed, { who, say, book, now }: After): Promise<AdaptiveCard | undefined> {
  const [handOff, checklist, subscription] = await Promise.all([
    book.read('hand-off', redeemed.handOff),
    book.read('checklist', redeemed.subscription),
    book.read('subscription', redeemed.subscription),
  ]);
  if (handOff?.value.partner !== who.tenant || handOff.value.what !== 'redeem-keys') return undefined;
  const lacksPartner = redeemed.purpose === 'new-subscription' && subscription?.value.partnerOfRecord === 'false';
  return redeemReceiptCard(say, { redeemed, handOff: handOff.value, hasChecklist: checklist !== undefined, lacksPartner, today: dayOf(now) });
}

function refused(refusal: RedemptionRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'not-eligible':
      return { text: eligibilityText(say, refusal.eligibility), ...askFor('product-keys', refusal.eligibility) };
    case 'no-keys':
      return { text: say('redeem.no-keys'), goTo: 'keys' };
    case 'same-key-twice':
      return { text: say('redeem.repeated', refusal.ending), goTo: 'keys' };
    case 'key-not-available':
      return { text: refusal.endings.map((ending) => say('redeem.not-available', ending)).join(' '), goTo: 'keys' };
    case 'key-already-used':
      return { text: say('redeem.already-used', refusal.ending, refusal.on), goTo: 'keys' };
    case 'second-plan':
      return { text: say('redeem.second-plan', plans[refusal.plans[0]].name, plans[refusal.plans[1]].name), goTo: 'keys' };
    case 'too-many-seats':
      return { text: say('redeem.too-many-seats', plans[refusal.plan].name, refusal.maxSeats, refusal.seatsNow, refusal.seatsAdded), goTo: 'keys' };
    case 'country-unavailable':
      return { text: say('redeem.country-unavailable', say.country(refusal.country)), goTo: 'country' };
    case 'own-company':
      return { text: say('redeem.own-domain'), goTo: 'organisation' };
    case 'agreement-not-right':
      return { text: say('redeem.agreement-changed'), goTo: 'agreement' };
    case 'subscription-not-found':
      return { text: say('redeem.subscription-not-found'), goTo: 'subscription' };
    case 'subscription-of-another-plan':
      return { text: say('redeem.subscription-other-plan', plans[refusal.plans[1]].name, plans[refusal.plans[0]].name), goTo: 'subscription' };
    case 'subscription-over':
      return { text: say('redeem.subscription-over', refusal.endedOn, refusal.deletedOn), goTo: 'subscription' };
    case 'already-renewed':
      return { text: say('redeem.already-renewed', refusal.until), goTo: 'subscription' };
  }
}
