import type { Day } from '../domain/shared/dates.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, problem } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerWords } from './partner-words.ts';
import type { PartnerView } from './partner-words.ts';

/** One subscription of the customer, and who is its partner of record now. */
export interface AttachableView {
  readonly id: string;
  readonly plan: PlanId;
  readonly seats: number;
  readonly endsOn: Day;
  readonly now: PartnerView;
}

export interface AttachSubscriptionsView {
  readonly frame: Frame;
  readonly customer: string;
  readonly rows: readonly AttachableView[];
  readonly more: boolean;
  /** Ids, with commas between them, as the input holds them. */
  readonly chosen?: string;
}

/** Which subscriptions the partner of record is attached to, several at once, each with who is there now. */
export function attachSubscriptionsCard(say: Say, view: AttachSubscriptionsView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('por.subscriptions-heading'),
    body: [facts([[say('redeem.customer'), view.customer]]), ...list(say, view)],
    submit: say('form.next'),
  });
}

function list(say: Say, { frame, rows, more, chosen }: AttachSubscriptionsView): readonly Element[] {
  if (rows.length === 0) return [problem([say('por.subscriptions-none')])];
  return [
    note(say('por.one-only')),
    ...field(say, frame, {
      type: 'Input.ChoiceSet',
      id: 'subscriptions',
      label: say('por.subscriptions'),
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      ...(chosen === undefined ? {} : { value: chosen }),
      choices: rows.map((row) => ({ title: lineOf(say, row), value: row.id })),
    }),
    ...(more ? [note(say('por.subscriptions-first', rows.length))] : []),
  ];
}

/** Only our own words and names without markup: some clients read Markdown in the titles of a list that stands open. */
function lineOf(say: Say, { plan, seats, endsOn, now }: AttachableView): string {
  const who = partnerWords(say, now);
  return isEnd(endsOn) ? say('por.subscription-line', plans[plan].name, seats, endsOn, who) : say('por.subscription-endless', plans[plan].name, seats, who);
}
