import type { ChangeSubscription } from '../domain/customers/acting-commands.ts';
import type { LicencesFixed } from '../domain/customers/fixed-licences.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, problem } from './kit.ts';
import type { Say } from './messages/say.ts';

/** One subscription of a customer, as a line to choose. */
export interface SubscriptionLine {
  readonly id: string;
  readonly plan: PlanId;
  readonly seats: number;
  readonly endsOn: Day;
  readonly cancelled: boolean;
}

export interface ChangeWhichView {
  readonly frame: Frame;
  readonly customer: string;
  readonly rows: readonly SubscriptionLine[];
  readonly more: boolean;
  readonly chosen?: string;
}

/** Which of the customer's subscriptions. */
export function changeWhichCard(say: Say, { frame, customer, rows, more, chosen }: ChangeWhichView): AdaptiveCard {
  const choices = rows.map((row) => ({ title: subscriptionLine(say, row), value: row.id }));
  const list: readonly Element[] = [
    ...field(say, frame, {
      type: 'Input.ChoiceSet',
      id: 'subscription',
      label: say('change.subscription'),
      style: 'expanded',
      wrap: true,
      ...(chosen === undefined ? {} : { value: chosen }),
      choices,
    }),
    ...(more ? [note(say('change.subscription-more'))] : []),
  ];
  return formCard(say, frame, {
    heading: say('change.subscription-heading'),
    body: [facts([[say('acting.customer'), customer]]), ...(rows.length === 0 ? [problem([say('change.subscription-none')])] : list)],
    submit: say('form.next'),
  });
}

/** Plan, licences and end of a subscription; our own words and names only. */
export function subscriptionLine(say: Say, { plan, seats, endsOn, cancelled }: Omit<SubscriptionLine, 'id'>): string {
  const { name } = plans[plan];
  const line = isEnd(endsOn) ? say('change.line', name, seats, endsOn) : say('change.line-endless', name, seats);
  return cancelled ? say('change.line-cancelled', line) : line;
}

/** What can change about a subscription now. */
export type ChangeWhat = ChangeSubscription['change']['kind'];

export interface ChangeWhatView {
  readonly frame: Frame;
  readonly customer: string;
  readonly subscription: SubscriptionLine;
  readonly autoRenews: boolean;
  readonly possible: readonly ChangeWhat[];
  /** Why the number of licences, or automatic renewal, is not among them. */
  readonly fixed?: LicencesFixed | undefined;
  readonly chosen?: string;
}

/** The number of licences, automatic renewal, or the end of it. */
export function changeWhatCard(say: Say, view: ChangeWhatView): AdaptiveCard {
  const { frame, customer, subscription, possible, chosen } = view;
  const choices = possible.map((what) => ({ title: whatWords(say, what, view.autoRenews), value: what }));
  return formCard(say, frame, {
    heading: say('change.what-heading'),
    body: [
      facts([
        [say('acting.customer'), customer],
        [say('change.subscription'), subscriptionLine(say, subscription)],
      ]),
      ...(choices.length === 0
        ? [problem([say('change.nothing-possible')])]
        : field(say, frame, {
            type: 'Input.ChoiceSet',
            id: 'what',
            label: say('change.what'),
            style: 'expanded',
            wrap: true,
            ...(possible.some((what) => what === chosen) && chosen !== undefined ? { value: chosen } : {}),
            choices,
          })),
      ...(view.fixed === undefined ? [] : [note(licencesFixedText(say, view.fixed))]),
    ],
    submit: say('form.next'),
  });
}

/** Why licences are not changed by a number, and what does it instead. */
export function licencesFixedText(say: Say, because: LicencesFixed): string {
  return say(because === 'trial' ? 'change.fixed-trial' : 'change.fixed-by-keys');
}

function whatWords(say: Say, what: ChangeWhat, autoRenews: boolean): string {
  switch (what) {
    case 'seats':
      return say('change.what-seats');
    case 'auto-renewal':
      return say(autoRenews ? 'change.what-renewal-off' : 'change.what-renewal-on');
    case 'cancel':
      return say('change.what-cancel');
  }
}

export interface ChangeSeatsView {
  readonly frame: Frame;
  readonly customer: string;
  readonly subscription: SubscriptionLine;
  /** Runs of licences that can change, at least one. */
  readonly terms: readonly { readonly id: string; readonly seats: number; readonly endsOn: Day }[];
  readonly assigned: number;
  readonly values: { readonly term?: string | undefined; readonly seats?: string | undefined };
}

/** How many licences from now on. */
export function changeSeatsCard(say: Say, { frame, customer, subscription, terms, assigned, values }: ChangeSeatsView): AdaptiveCard {
  const [first, second] = terms;
  const seats = Number(values.seats ?? '');
  const choices = terms.map((term) => ({
    title: isEnd(term.endsOn) ? say('change.term-line', term.seats, term.endsOn) : say('change.term-endless', term.seats),
    value: term.id,
  }));
  return formCard(say, frame, {
    heading: say('change.seats-heading'),
    body: [
      facts([
        [say('acting.customer'), customer],
        [say('change.subscription'), subscriptionLine(say, subscription)],
      ]),
      note(say('change.seats-now', subscription.seats, assigned)),
      ...(second === undefined
        ? []
        : field(say, frame, {
            type: 'Input.ChoiceSet',
            id: 'term',
            label: say('change.term'),
            style: 'expanded',
            wrap: true,
            ...(terms.some(({ id }) => id === values.term) && values.term !== undefined ? { value: values.term } : { value: first?.id ?? '' }),
            choices,
          })),
      ...field(say, frame, {
        type: 'Input.Number',
        id: 'seats',
        label: say('change.seats'),
        min: 1,
        ...(Number.isInteger(seats) && seats > 0 ? { value: seats } : {}),
      }),
    ],
    submit: say('form.next'),
  });
}
