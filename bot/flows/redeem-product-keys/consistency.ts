import { agreementFor } from '../../../domain/shared/agreements.ts';
import type { At } from '../../conversation/flow.ts';
import { sumOf } from './answers.ts';
import type { Answers } from './answers.ts';

/** When other keys make it another plan, what was chosen for the old one is asked again: the subscription, and the agreement if it differs. */
export function withoutStale(at: Pick<At<Answers>, 'who' | 'answers'>, answers: Partial<Answers>): Partial<Answers> {
  const plan = sumOf({ ...at.answers, ...answers }).plan;
  if (plan === undefined || plan === (sumOf(at.answers).plan ?? at.answers.renews)) return answers;
  const needed = agreementFor(plan, at.who.partner?.standing ?? { programme: 'unknown' }).kind;
  return { ...answers, subscription: undefined, ...(at.answers.agreement?.kind === needed ? {} : { agreement: undefined }) };
}
