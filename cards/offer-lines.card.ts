import { Billing } from '../domain/offers/records.ts';
import type { PurchaseLine } from '../domain/offers/records.ts';
import { TermLength } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { aboutWhom, field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, note } from './kit.ts';
import type { Say } from './messages/say.ts';
import { lineWords } from './offer-words.ts';

export interface OfferLinesView {
  readonly frame: Frame;
  /** The plans the company sells. */
  readonly plans: readonly PlanId[];
  /** Taken already; can be taken out again. */
  readonly lines: readonly PurchaseLine[];
  /** What the fields hold. */
  readonly values: Readonly<Partial<Record<'plan' | 'seats' | 'term' | 'billing' | 'amount' | 'currency', string>>>;
}

/** One line of a purchase offer, and those that are in it already. */
export function offerLinesCard(say: Say, view: OfferLinesView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('offer.lines-heading'),
    body: [...aboutWhom(view.frame), ...soFar(say, view), ...what(say, view), ...price(say, view)],
    submit: say('form.next'),
  });
}

/** Names a line by its place and what it says, so that a stale card takes out nothing else. */
export function lineId({ plan, seats }: PurchaseLine, place: number): string {
  return `${String(place)}-${plan}-${String(seats)}`;
}

function soFar(say: Say, { frame, lines }: OfferLinesView): readonly Element[] {
  if (lines.length === 0) return [];
  return [
    bullets(lines.map((line) => lineWords(say, line))),
    ...field(say, frame, {
      type: 'Input.ChoiceSet',
      id: 'remove',
      label: say('offer.lines-so-far'),
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: lines.map((line, place) => ({ title: shortWords(say, line), value: lineId(line, place) })),
    }),
  ];
}

/** Without the price: a choice that is always open may be read as Markdown. */
function shortWords(say: Say, { plan, seats, term, billing }: PurchaseLine): string {
  return lineWords(say, { plan, seats, term, billing });
}

function what(say: Say, { frame, values, plans: sold }: OfferLinesView): readonly Element[] {
  const seats = Number(values.seats);
  const chosen = sold.find((id) => id === values.plan);
  return [
    ...field(say, frame, {
      type: 'Input.ChoiceSet',
      id: 'plan',
      label: say('offer.plan'),
      // a compact list in the place of the customers' would go on showing those
      style: 'filtered',
      ...(chosen === undefined ? {} : { value: chosen }),
      choices: sold.map((id) => ({ title: plans[id].name, value: id })),
    }),
    ...field(say, frame, {
      type: 'Input.Number',
      id: 'seats',
      label: say('offer.seats'),
      min: 1,
      ...(Number.isInteger(seats) && seats > 0 ? { value: seats } : {}),
    }),
    ...choice(
      say,
      frame,
      'term',
      TermLength.options.map((term) => ({ title: say(`offer.term-${term}`), value: term })),
      values.term,
    ),
    ...choice(
      say,
      frame,
      'billing',
      Billing.options.map((billing) => ({ title: say(`offer.billing-choice-${billing}`), value: billing })),
      values.billing,
    ),
  ];
}

function choice(
  say: Say,
  frame: Frame,
  id: 'term' | 'billing',
  choices: readonly { readonly title: string; readonly value: string }[],
  chosen: string | undefined,
): readonly Element[] {
  const value = choices.find((each) => each.value === chosen)?.value;
  return field(say, frame, { type: 'Input.ChoiceSet', id, label: say(`offer.${id}`), style: 'compact', ...(value === undefined ? {} : { value }), choices });
}

function price(say: Say, { frame, values: { amount, currency } }: OfferLinesView): readonly Element[] {
  return [
    ...field(say, frame, { type: 'Input.Text', id: 'amount', label: say('offer.amount'), maxLength: 20, ...(amount === undefined ? {} : { value: amount }) }),
    ...field(say, frame, {
      type: 'Input.Text',
      id: 'currency',
      label: say('offer.currency'),
      maxLength: 3,
      ...(currency === undefined ? {} : { value: currency }),
    }),
    note(say('offer.price-hint')),
  ];
}

/** Everything that is offered so far: go on, or add another line. */
export function offerLinesReviewCard(say: Say, view: { readonly frame: Frame; readonly lines: readonly PurchaseLine[] }): AdaptiveCard {
  return reviewCard(say, view.frame, {
    heading: say('offer.lines-review-heading'),
    body: [...aboutWhom(view.frame), bullets(view.lines.map((line) => lineWords(say, line)))],
    confirm: say('offer.lines-done'),
    edits: [{ title: say('offer.lines-add'), to: 'lines' }],
  });
}
