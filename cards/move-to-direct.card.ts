import type { HandOff } from '../domain/customers/records.ts';
import type { MovedToDirect } from '../domain/renewals/commands.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { SubscriptionId, TermId } from '../domain/shared/ids.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import { showCustomerButton } from './acting-ways.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, note, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { quiet } from './renewal.card.ts';
import { endWords } from './renewal-words.ts';

/** An end that can be moved to billing by Microsoft today, and what becomes of it. */
export interface MovableEnd {
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly plan: PlanId;
  readonly seats: number;
  readonly endsOn: Day;
  readonly daysLeft: number;
  /** Paid for, and lost when it is moved today. */
  readonly lostDays: number;
  /** From then on it is advised; before, people are warned. */
  readonly advisedFrom: Day;
  /** Another term of the subscription is not over: it cannot be moved alone. */
  readonly isOneOfSeveral?: boolean;
  readonly next: { readonly startsOn: Day; readonly endsOn: Day };
}

/** An end as the value of a choice. */
export function endValue({ subscription, term, endsOn }: Pick<MovableEnd, 'subscription' | 'term' | 'endsOn'>): string {
  return [subscription, term, endsOn].join('|');
}

interface DirectEndView {
  readonly frame: Frame;
  readonly customer: string;
  readonly ends: readonly MovableEnd[];
  readonly chosen?: string;
}

/** Which end is moved. */
export function directEndCard(say: Say, { frame, customer, ends, chosen }: DirectEndView): AdaptiveCard {
  const isOffered = ends.some((end) => endValue(end) === chosen);
  return formCard(say, frame, {
    heading: say('direct.end-heading'),
    body: [
      facts([[say('renewal.customer'), customer]]),
      ...(ends.length === 0
        ? [problem([say('direct.none')])]
        : field(say, frame, {
            type: 'Input.ChoiceSet',
            id: 'end',
            label: say('direct.end'),
            style: 'expanded',
            wrap: true,
            ...(isOffered && chosen !== undefined ? { value: chosen } : {}),
            choices: ends.map((end) => ({ title: endTitle(say, end), value: endValue(end) })),
          })),
    ],
    submit: say('form.next'),
  });
}

function endTitle(say: Say, { plan, seats, ...end }: MovableEnd): string {
  return [plans[plan].name, say('renewal.licences', seats), endWords(say, end)].join(' · ');
}

/** What moving means, with the days that are lost. Too early, it is said first. */
export function directReviewCard(
  say: Say,
  { frame, customer, end }: { readonly frame: Frame; readonly customer: string; readonly end: MovableEnd },
): AdaptiveCard {
  const { plan, seats, next } = end;
  return reviewCard(say, frame, {
    heading: say('direct.review-heading'),
    body: [
      ...lost(say, end),
      facts([
        [say('renewal.customer'), customer],
        [plans[plan].name, say('renewal.licences', seats)],
        [say('direct.old-end'), endWords(say, end)],
        [say('direct.new-term'), say('direct.from-to', next.startsOn, next.endsOn)],
      ]),
      text(say('direct.then')),
      note(say('direct.book-only')),
    ],
    confirm: say('direct.confirm'),
    edits: [{ title: say('direct.change-end'), to: 'end' }],
  });
}

function lost(say: Say, { lostDays, advisedFrom, next }: MovableEnd): readonly Element[] {
  if (lostDays === 0) return [];
  const isEarly = next.startsOn < advisedFrom;
  return [warning([say('direct.lost', lostDays), ...(isEarly ? [say('direct.too-early', advisedFrom)] : [])])];
}

/** What our book holds now, and what is to be done at Microsoft. */
export function directReceiptCard(say: Say, { moved, handOff }: { readonly moved: MovedToDirect; readonly handOff?: HandOff }): AdaptiveCard {
  const { customer, customerName, subscription, plan, seats, startsOn, endsOn, lostDays, at, by, commandId } = moved;
  return card(say, {
    heading: say('direct.receipt-heading'),
    body: [
      facts([
        [say('renewal.customer'), customerName],
        [plan, say('renewal.licences', seats)],
        [say('direct.new-term'), say('direct.from-to', startsOn, endsOn)],
        ...(lostDays === 0 ? [] : [[say('direct.lost-label'), say('direct.days', lostDays)] as const]),
      ]),
      ...(handOff === undefined ? [] : [...handOffLines(say, { at, by }, handOff), ...handOffSteps(say, handOff, commandId)]),
    ],
    actions: [
      quiet(say('renewal.back'), { verb: 'show-renewal', subscription }),
      showCustomerButton(say, customer),
      intentButton(say, 'to-do'),
      homeButton(say),
    ],
  });
}
