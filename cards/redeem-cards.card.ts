import { planIds, plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { firstOf, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface RedeemCardsView {
  readonly frame: Frame;
  readonly endings: readonly string[];
  readonly plan?: string;
  readonly seats?: string;
  /** Known from the keys in stock: the others must be of the same plan. */
  readonly stockPlan?: PlanId;
}

const mostEndings = 12;

/** Keys that are not in stock: which plan, and how many licences the card names (mission, row 2). */
export function redeemCardsCard(say: Say, view: RedeemCardsView): AdaptiveCard {
  const seats = Number(view.seats);
  const value = view.plan ?? view.stockPlan;
  return formCard(say, view.frame, {
    heading: say('redeem.cards-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(say('redeem.cards-why', firstOf(say, view.endings, mostEndings))),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'plan',
        label: say('redeem.plan'),
        style: 'compact',
        ...(value === undefined ? {} : { value }),
        choices: planIds.map((id) => ({ title: plans[id].retired ? say('redeem.retired-plan', plans[id].name) : plans[id].name, value: id })),
      }),
      ...field(say, view.frame, {
        type: 'Input.Number',
        id: 'seats',
        label: say('redeem.seats-on-card'),
        ...(Number.isInteger(seats) && seats > 0 ? { value: seats } : {}),
      }),
    ],
    submit: say('form.next'),
  });
}
