import { isEnd } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import type { ChangeWhat, SubscriptionLine } from './change-subscription.card.ts';
import { subscriptionLine } from './change-subscription.card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { switched } from './hand-off.ts';
import { bullets, facts, note, subheading, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** A run of licences, and what becomes of it when nobody renews it: the last day of use, the day on which the data is deleted. */
export interface EndingTerm {
  readonly seats: number;
  readonly endsOn: Day;
  readonly usableThrough: Day;
  readonly deletedOn: Day;
  readonly renewed: boolean;
  /** The service goes on month by month instead, at this surcharge. */
  readonly extended?: { readonly surchargePercent: number; readonly surchargeWithoutMonthlyPercent: number };
}

export interface ChangeReviewView {
  readonly frame: Frame;
  readonly customer: string;
  readonly subscription: SubscriptionLine;
  readonly what: ChangeWhat;
  /** A number of licences, or `on` and `off`; of no meaning for a cancellation. */
  readonly before: string;
  readonly after: string;
  /** The terms that are not over, oldest first. */
  readonly terms: readonly EndingTerm[];
}

/** Before and after, for a yes. What ends says with dates what happens then. */
export function changeReviewCard(say: Say, view: ChangeReviewView): AdaptiveCard {
  const { frame, customer, subscription, what } = view;
  const cancels = what === 'cancel';
  return reviewCard(say, frame, {
    heading: say(cancels ? 'change.review-cancel-heading' : 'change.review-heading'),
    body: [
      facts([[say('acting.customer'), customer], [say('change.subscription'), subscriptionLine(say, subscription)], ...changeFacts(say, view)]),
      ...consequences(say, view),
      note(say('change.book-only')),
    ],
    confirm: say(cancels ? 'change.confirm-cancel' : 'change.confirm'),
    edits: [
      ...(what === 'seats' ? [{ title: say('change.change-seats'), to: 'seats' }] : []),
      { title: say('change.change-what'), to: 'what' },
      { title: say('change.change-subscription'), to: 'subscription' },
    ],
  });
}

/** What is changed, in the words of its kind; nothing where the heading says it. */
export function changeFacts(say: Say, { what, before, after }: Pick<ChangeReviewView, 'what' | 'before' | 'after'>): readonly (readonly [string, string])[] {
  switch (what) {
    case 'seats':
      return [
        [say('change.seats-before'), before],
        [say('change.seats-after'), after],
      ];
    case 'auto-renewal':
      return [
        [say('change.renewal-before'), switched(say, before)],
        [say('change.renewal-after'), switched(say, after)],
      ];
    case 'cancel':
      return [];
  }
}

function consequences(say: Say, { what, after, terms, subscription }: ChangeReviewView): readonly Element[] {
  if (what === 'seats') return [];
  if (what === 'auto-renewal' && after === 'on') return isEnd(subscription.endsOn) ? [text(say('change.renews-on', subscription.endsOn))] : [];
  const first = say(what === 'cancel' ? 'change.no-renewal' : 'change.renewal-off-then');
  return [subheading(say('change.then')), warning([first]), bullets(terms.map((term) => endOf(say, term)))];
}

function endOf(say: Say, { seats, endsOn, usableThrough, deletedOn, renewed, extended }: EndingTerm): string {
  if (!isEnd(endsOn)) return say('change.ends-never', seats);
  if (renewed) return say('change.ends-renewed', seats, endsOn);
  if (extended !== undefined) return say('change.ends-extended', seats, endsOn, extended.surchargePercent, extended.surchargeWithoutMonthlyPercent);
  return say('change.ends', seats, endsOn, usableThrough, deletedOn);
}
