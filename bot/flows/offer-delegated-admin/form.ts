import { z } from 'zod';
import { delegationFormCard } from '../../../cards/delegation.card.ts';
import type { Partner } from '../../../domain/company/records.ts';
import type { OfferAnswers } from '../../conversation/offers/making.ts';
import { form } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';

/** Classic or today's form; what is proposed follows from how the company stands. */
export const delegationFormStep: Step<OfferAnswers> = form<OfferAnswers>()({
  id: 'form',
  inputs: z.object({ form: z.enum(['gdap', 'classic']) }),
  wrong: { form: 'offer.form-missing' },
  look: () => Promise.resolve(undefined),
  known: ({ answers, who }) => ({ form: answers.form?.form ?? usual(who.partner) }),
  judge: (chosen) => Promise.resolve({ kind: 'taken', answers: { form: chosen } }),
  card: ({ frame, values: { form: chosen = '' } }, say) => delegationFormCard(say, { frame, form: chosen }),
});

/** A CSP acts under today's form only (mission, Eligibility); an advisor's relationships are of the classic one. */
function usual(partner: Partner | undefined): 'gdap' | 'classic' {
  return partner?.standing.programme === 'advisor' ? 'classic' : 'gdap';
}
