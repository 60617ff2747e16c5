import type { Day } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { note, plain, problem } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface RedeemSubscriptionView {
  readonly frame: Frame;
  readonly purpose: 'more-users' | 'renewal';
  readonly plan: PlanId;
  readonly choices: readonly { readonly value: string; readonly customer: string; readonly seats: number; readonly endsOn: Day }[];
  readonly more: boolean;
  readonly find?: string;
  readonly chosen?: string;
}

/** Which subscription of the keys' plan they are for. */
export function redeemSubscriptionCard(say: Say, view: RedeemSubscriptionView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say(view.purpose === 'more-users' ? 'redeem.subscription-heading-more' : 'redeem.subscription-heading-renewal'),
    body: [
      ...aboutWhom(view.frame),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'find',
        label: say('redeem.find'),
        maxLength: 100,
        ...(view.find === undefined ? {} : { value: view.find }),
      }),
      ...list(say, view),
    ],
    submit: say('form.next'),
  });
}

function list(say: Say, view: RedeemSubscriptionView): readonly Element[] {
  if (view.choices.length === 0)
    return [
      problem([view.find === undefined || view.find === '' ? say('redeem.subscription-none', plans[view.plan].name) : say('redeem.subscription-filtered')]),
    ];
  return [
    ...field(say, view.frame, {
      type: 'Input.ChoiceSet',
      id: 'subscription',
      label: say('redeem.subscription'),
      // a list that opens: names of customers are never read as Markdown there
      style: 'compact',
      ...(view.chosen === undefined ? {} : { value: view.chosen }),
      choices: view.choices.map(({ value, customer, seats, endsOn }) => ({ value, title: plain(say('redeem.subscription-line', customer, seats, endsOn)) })),
    }),
    ...(view.more ? [note(say('redeem.subscription-first', view.choices.length))] : []),
  ];
}
