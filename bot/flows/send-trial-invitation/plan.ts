import { z } from 'zod';
import { offerTrialCard } from '../../../cards/offer-trial.card.ts';
import { PlanId, planIds, plans } from '../../../domain/shared/plans.ts';
import type { OfferAnswers } from '../../conversation/offers/making.ts';
import { form } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';

const tried = planIds.filter((id) => plans[id].trial !== undefined);

/** The one plan that is tried, with how long and for how many. */
export const trialPlanStep: Step<OfferAnswers> = form<OfferAnswers>()({
  id: 'plan',
  inputs: z.object({ plan: PlanId.refine((id) => tried.includes(id)) }),
  wrong: { plan: 'offer.plan-missing' },
  look: () => Promise.resolve(undefined),
  known: ({ answers: { plan } }) => ({ ...plan }),
  judge: (plan) => Promise.resolve({ kind: 'taken', answers: { plan } }),
  card: ({ frame, values: { plan } }, say) => offerTrialCard(say, { frame, plans: tried, ...(plan === undefined ? {} : { plan }) }),
});
