import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { homeButton } from './intent-button.ts';
import { card, link, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { quiet } from './renewal.card.ts';
import { renewalRow } from './renewal-row.ts';
import type { RenewalFacts } from './renewal-view.ts';

export interface RenewalsView {
  /** `ended`: everything before this month that is not renewed and not gone. */
  readonly span: { readonly kind: 'month' | 'ended'; readonly from: Day; readonly to: Day };
  /** At most ten, the soonest end first. */
  readonly rows: readonly RenewalFacts[];
  readonly count: number;
  /** How many ended before this month and wait. */
  readonly ended: number;
  /** Where the rest of these days begins. */
  readonly more?: string;
  readonly nextMonth: string;
  /** The same and more on a page; opens once. Absent where there is none. */
  readonly dashboard?: string;
}

/** What ends in one month, or has ended and waits; ten at a time. */
export function renewalsCard(say: Say, view: RenewalsView): AdaptiveCard {
  const { span, rows, count, ended, more, nextMonth, dashboard } = view;
  const isMonth = span.kind === 'month';
  const heading = say(isMonth ? 'renewals.heading' : 'renewals.ended-heading');
  const spanWords = say('renewals.span', span.from, span.to);
  return card(say, {
    heading,
    speak: [heading, spanWords, say('renewals.count', count)].join(' · '),
    body: [
      text(spanWords),
      note(say('renewals.count', count)),
      ...(isMonth && ended > 0 ? [text(say('renewals.ended-count', ended), { color: 'Attention' })] : []),
      ...(rows.length === 0 ? [text(say(isMonth ? 'renewals.none' : 'renewals.ended-none'))] : rows.map((row) => renewalRow(say, row, running(say, row)))),
    ],
    actions: [
      ...(more === undefined ? [] : [page(say('to-do.more'), more)]),
      ...(isMonth && ended > 0 ? [page(say('renewals.show-ended'), 'ended')] : []),
      ...(isMonth ? [] : [page(say('renewals.this-month'))]),
      page(say('renewals.next-month'), nextMonth),
      ...(dashboard === undefined ? [] : [link(say('renewals-tab.open'), dashboard)]),
      homeButton(say),
    ],
  });
}

function running(say: Say, { isRunning, deliveries }: RenewalFacts): { readonly lines: readonly string[] } {
  return { lines: isRunning && deliveries.length === 0 ? [say('renewals.running')] : [] };
}

function page(title: string, after?: string): ExecuteAction {
  return quiet(title, { verb: 'show', page: 'renewals', ...(after === undefined ? {} : { after }) });
}
