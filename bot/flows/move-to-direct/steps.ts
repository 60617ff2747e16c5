import { z } from 'zod';
import { directEndCard, directReviewCard, endValue } from '../../../cards/move-to-direct.card.ts';
import type { MovableEnd } from '../../../cards/move-to-direct.card.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';
import { movableEnds } from './ends.ts';

/** Which end; the only one stands ready. */
export const endStep: Step<Answers> = form<Answers>()({
  id: 'end',
  inputs: z.object({ end: z.string().default('') }),
  wrong: { end: 'direct.end-missing' },
  look: movableEnds,
  known: ({ answers: { end } }, ends) => {
    const [only, second] = ends;
    return { end: end === undefined ? (second === undefined && only !== undefined ? endValue(only) : undefined) : endValue(end) };
  },
  judge: ({ end }, { say }, ends, draft) => {
    const chosen = ends.find((each) => endValue(each) === end);
    if (chosen === undefined) return Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field: 'end', text: say('direct.end-missing') }] });
    if (chosen.isOneOfSeveral === true)
      return Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field: 'end', text: say('direct.one-of-several') }] });
    const { subscription, term, endsOn } = chosen;
    return Promise.resolve({ kind: 'taken', answers: { end: { subscription, term, endsOn } } });
  },
  card: ({ frame, values: { end: chosen }, facts: ends, at }, say) =>
    directEndCard(say, { frame, customer: customerName(at), ends, ...(chosen === undefined ? {} : { chosen }) }),
});

/** Before the yes: the new term starts at once, and how many days are lost by it. */
export const reviewStep: Step<Answers> = review<Answers>()({
  id: 'review',
  async show(at) {
    const ends = await movableEnds(at);
    const end = chosenAmong(ends, at.answers.end);
    return end === undefined
      ? directEndCard(at.say, { frame: at.frame, customer: customerName(at), ends: [] })
      : directReviewCard(at.say, { frame: at.frame, customer: customerName(at), end });
  },
});

function chosenAmong(ends: readonly MovableEnd[], end: Partial<Answers>['end']): MovableEnd | undefined {
  return end === undefined ? undefined : ends.find((each) => endValue(each) === endValue(end));
}

function customerName({ answers }: At<Answers>): string {
  return answers.customer?.name ?? '';
}
