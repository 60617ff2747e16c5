import { z } from 'zod';
import { redeemAcknowledgementCard } from '../../../cards/redeem-acknowledgement.card.ts';
import { redeemCardsCard } from '../../../cards/redeem-cards.card.ts';
import { redeemKeysReviewCard } from '../../../cards/redeem-keys-review.card.ts';
import { redeemPurposeCard } from '../../../cards/redeem-purpose.card.ts';
import { PlanId, plans } from '../../../domain/shared/plans.ts';
import { form, review } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';
import { isYes } from '../../conversation/understand.ts';
import { sumOf } from './answers.ts';
import type { Answers } from './answers.ts';
import { withoutStale } from './consistency.ts';
import { compareWithCard, tooManySeats } from './keys.ts';

const nothingToLook = (): Promise<undefined> => Promise.resolve(undefined);

export const acknowledgementStep: Step<Answers> = form<Answers>()({
  id: 'acknowledgement',
  inputs: z.object({ understood: z.literal('true') }),
  wrong: { understood: 'redeem.understood-missing' },
  look: nothingToLook,
  known: () => ({}),
  judge: (acknowledgement) => Promise.resolve({ kind: 'taken', answers: { acknowledgement } }),
  hears: (text) => (isYes(text) ? { understood: 'true' } : undefined),
  card: ({ frame }, say) => redeemAcknowledgementCard(say, { frame }),
});

const mostPeople = 300;

export const purposeStep: Step<Answers> = form<Answers>()({
  id: 'purpose',
  inputs: z.object({ purpose: z.enum(['new-subscription', 'more-users', 'renewal']), people: z.coerce.number().int().min(1).max(mostPeople) }),
  wrong: { purpose: 'redeem.purpose-missing', people: 'redeem.people-wrong' },
  look: nothingToLook,
  known: ({ answers: { purpose } }) => (purpose === undefined ? {} : { purpose: purpose.purpose, people: String(purpose.people) }),
  // Another purpose is about another subscription: what was chosen for the old one is asked again.
  judge: (purpose, at) =>
    Promise.resolve({ kind: 'taken', answers: { purpose, ...(at.answers.purpose?.purpose === purpose.purpose ? {} : { subscription: undefined }) } }),
  card: ({ frame, values: { purpose, people } }, say) =>
    redeemPurposeCard(say, { frame, ...(purpose === undefined ? {} : { purpose }), ...(people === undefined ? {} : { people }) }),
});

export const cardsStep: Step<Answers> = form<Answers>()({
  id: 'cards',
  when: (answers) => sumOf(answers).unverified.length > 0,
  inputs: z.object({ plan: PlanId, seats: z.union([z.literal(''), z.coerce.number().int().min(1).max(300)]).optional() }),
  wrong: { plan: 'redeem.plan-missing', seats: 'redeem.seats-wrong' },
  look: nothingToLook,
  known: ({ answers: { cards } }) => (cards === undefined ? {} : { plan: cards.plan, seats: String(cards.seats) }),
  judge: ({ plan, seats }, at, _facts, draft) => {
    const { say, answers } = at;
    const wrong = (text: string, field?: string) =>
      Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [field === undefined ? { text } : { field, text }] } as const);
    const stockPlan = answers.keys?.find((key) => key.stock !== undefined)?.stock?.plan;
    if (stockPlan !== undefined && stockPlan !== plan) return wrong(say('redeem.second-plan', plans[stockPlan].name, plans[plan].name), 'plan');
    const onTheCard = typeof seats === 'number' ? seats : undefined;
    if (plans[plan].licencesPerKey === 'on-the-card' && onTheCard === undefined) return wrong(say('redeem.seats-wrong'), 'seats');
    const cards = { plan, seats: plans[plan].licencesPerKey === 'one' ? 1 : (onTheCard ?? 1) };
    const full = tooManySeats(say, plan, sumOf({ ...answers, cards }).seats);
    if (full.length > 0) return Promise.resolve({ kind: 'problems', answers: {}, draft, problems: full });
    return Promise.resolve({ kind: 'taken', answers: withoutStale(at, { cards }) });
  },
  card: ({ frame, values: { plan, seats }, at }, say) => {
    const stockPlan = at.answers.keys?.find((key) => key.stock !== undefined)?.stock?.plan;
    return redeemCardsCard(say, {
      frame,
      endings: sumOf(at.answers).unverified.map((key) => key.ending),
      ...(plan === undefined ? {} : { plan }),
      ...(seats === undefined ? {} : { seats }),
      ...(stockPlan === undefined ? {} : { stockPlan }),
    });
  },
});

/** The first of the two confirmations (mission, row 1). */
export const keysReviewStep: Step<Answers> = review<Answers>()({
  id: 'keys-review',
  show: (at) => {
    const { keys, plan, seats, people, unverified } = sumOf(at.answers);
    const compare = unverified.flatMap((key) => compareWithCard(at.say, key));
    return Promise.resolve(
      redeemKeysReviewCard(at.say, { frame: at.frame, keys, plan: plan ?? 'business-basic', seats, people, unverified: unverified.length, compare }),
    );
  },
});
