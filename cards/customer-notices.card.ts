import type { Day } from '../domain/shared/dates.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, good, note, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** One end that would be told to one customer on one day. */
export interface PreviewRow {
  readonly on: Day;
  readonly customer: string;
  readonly plan: PlanId;
  readonly endsOn: Day;
  /** How many admins would get a card; 0: the owner is asked to write. */
  readonly admins: number;
}

export interface CustomerNoticesView {
  readonly frame: Frame;
  /** What a yes does. */
  readonly turn: 'on' | 'off';
  readonly since?: { readonly on: Day; readonly by: string };
  readonly rows: readonly PreviewRow[];
  /** At least so many more. */
  readonly more: number;
}

/** What would go to customers in the next days, before somebody turns it on (mission, row 15). */
export function customerNoticesCard(say: Say, { frame, turn, since, rows, more }: CustomerNoticesView): AdaptiveCard {
  return reviewCard(say, frame, {
    heading: say(`customer-notices.heading-${turn}`),
    body: [
      text(since === undefined ? say('customer-notices.are-off') : say('customer-notices.are-on', since.on, since.by), { weight: 'Bolder' }),
      text(say('customer-notices.what')),
      subheading(say('customer-notices.preview')),
      ...(rows.length === 0 ? [note(say('customer-notices.none'))] : days(say, rows)),
      ...(more === 0 ? [] : [note(say('customer-notices.more', more))]),
      note(say('customer-notices.ends-with')),
    ],
    confirm: say(`customer-notices.turn-${turn}`),
    edits: [],
  });
}

/** It is on, or off, from now on. */
export function customerNoticesTurnedCard(say: Say, isOn: boolean): AdaptiveCard {
  const done = say(isOn ? 'customer-notices.turned-on' : 'customer-notices.turned-off');
  return card(say, {
    heading: say('intent.customer-notices'),
    speak: done,
    body: [good([done])],
    actions: [intentButton(say, 'customer-notices'), intentButton(say, 'renewals'), homeButton(say)],
  });
}

function days(say: Say, rows: readonly PreviewRow[]): readonly Element[] {
  const all = [...new Set(rows.map(({ on }) => on))];
  return all.map((on) => ({
    type: 'Container',
    separator: true,
    items: [text(say.day(on), { weight: 'Bolder' }), ...rows.filter((row) => row.on === on).map((row) => note(rowWords(say, row)))],
  }));
}

function rowWords(say: Say, { customer, plan, endsOn, admins }: PreviewRow): string {
  const whom = admins === 0 ? say('customer-notices.to-owner') : say('customer-notices.to-admins', admins);
  return [say('customer-notices.row', customer, plans[plan].name, endsOn), whom].join(' · ');
}
