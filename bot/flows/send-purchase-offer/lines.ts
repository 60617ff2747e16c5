import { z } from 'zod';
import { lineId, offerLinesCard, offerLinesReviewCard } from '../../../cards/offer-lines.card.ts';
import type { FieldProblem } from '../../../cards/form.ts';
import { Billing, PurchaseLine } from '../../../domain/offers/records.ts';
import { isOffered } from '../../../domain/offers/send-offer.ts';
import { TermLength } from '../../../domain/shared/dates.ts';
import { planIds, plans } from '../../../domain/shared/plans.ts';
import type { PlanId } from '../../../domain/shared/plans.ts';
import { withLeftOut } from '../../conversation/offers/left-out.ts';
import type { OfferAnswers } from '../../conversation/offers/making.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Step, Taken } from '../../conversation/flow.ts';

/** More than this do not fit on the card that the customer gets. */
const mostLines = 10;

const typed = z.string().trim().default('');
const Fields = z.object({
  plan: typed,
  seats: typed,
  term: typed,
  billing: typed,
  amount: typed,
  currency: typed.transform((text) => text.toUpperCase()),
  remove: typed,
});
type Fields = z.infer<typeof Fields>;

/** Digits in groups or in a row, and two decimals at most: `1 234,50`, `1234.5`, `12`. Kept as it was typed. */
const amount = /^\d{1,3}(?:[ \u00A0\u202F]?\d{3}){0,3}(?:[.,]\d{1,2})?$|^\d{1,12}(?:[.,]\d{1,2})?$/;
const currency = /^[A-Z]{3}$/;
/** Nothing else that a client sends and that reads as a number: `1e3`, `0x10`, `5.0`. */
const seatsTyped = /^\d{1,6}$/;

/** One line at a time, as product keys are: a filled form adds one, an empty one goes on with those that are there. */
export const linesStep: Step<OfferAnswers> = form<OfferAnswers>()({
  id: 'lines',
  inputs: Fields,
  wrong: {
    plan: 'offer.plan-missing',
    seats: 'offer.seats-wrong',
    term: 'offer.term-missing',
    billing: 'offer.billing-missing',
    amount: 'offer.amount-wrong',
    currency: 'offer.currency-wrong',
    remove: 'form.not-understood',
  },
  look: (at) => Promise.resolve({ sold: planIds.filter((id) => at.who.partner !== undefined && isOffered(id, at.who.partner.standing)) }),
  known: ({ answers: { lines, known } }) => (lines === undefined ? { plan: known?.plan, term: 'P1Y', billing: 'monthly' } : {}),
  judge: (fields, at, { sold }, draft) => Promise.resolve(takeLine(fields, at, sold, draft)),
  card: ({ frame, values, facts: { sold }, at }, say) => offerLinesCard(say, { frame, plans: sold, lines: at.answers.lines ?? [], values: present(values) }),
});

/** All lines so far, before anything else is asked. */
export const linesReviewStep: Step<OfferAnswers> = review<OfferAnswers>()({
  id: 'lines-review',
  show: (at) => Promise.resolve(offerLinesReviewCard(at.say, { frame: withLeftOut(at), lines: at.answers.lines ?? [] })),
});

function takeLine(fields: Fields, at: At<OfferAnswers>, sold: readonly PlanId[], draft: Readonly<Record<string, string>>): Taken<OfferAnswers> {
  const removed = new Set(fields.remove.split(','));
  const kept = (at.answers.lines ?? []).filter((line, place) => !removed.has(lineId(line, place)));
  const answers = { lines: kept.length === 0 ? undefined : kept };
  const { remove: _, ...rest } = draft;
  if (kept.length > 0 && isEmpty(fields)) return { kind: 'taken', answers };
  const problems = problemsOf(fields, at, sold);
  const line = problems.length === 0 ? lineOf(fields) : undefined;
  if (line === undefined) return { kind: 'problems', problems, answers, draft: rest };
  if (kept.length >= mostLines) return { kind: 'problems', problems: [{ text: at.say('offer.too-many-lines', mostLines) }], answers, draft: rest };
  return { kind: 'taken', answers: { lines: [...kept, line] } };
}

/** Nothing of a line was filled in; how long and how billed may have stood there already. */
function isEmpty({ plan, seats, amount: price }: Fields): boolean {
  return plan === '' && seats === '' && price === '';
}

function problemsOf(fields: Fields, { say }: At<OfferAnswers>, sold: readonly PlanId[]): readonly FieldProblem[] {
  const plan = sold.find((id) => id === fields.plan);
  const seats = Number(fields.seats);
  const hasPrice = fields.amount !== '' || fields.currency !== '';
  return [
    ...(plan === undefined ? [{ field: 'plan', text: say('offer.plan-missing') }] : []),
    ...(seatsTyped.test(fields.seats) && seats >= 1 ? [] : [{ field: 'seats', text: say('offer.seats-wrong') }]),
    ...(plan !== undefined && seats > plans[plan].maxSeats
      ? [{ field: 'seats', text: say('offer.too-many-seats', plans[plan].name, plans[plan].maxSeats) }]
      : []),
    ...(TermLength.safeParse(fields.term).success ? [] : [{ field: 'term', text: say('offer.term-missing') }]),
    ...(Billing.safeParse(fields.billing).success ? [] : [{ field: 'billing', text: say('offer.billing-missing') }]),
    ...(fields.term === 'P1M' && fields.billing === 'yearly' ? [{ field: 'billing', text: say('offer.billing-too-long') }] : []),
    ...(hasPrice && !amount.test(fields.amount) ? [{ field: 'amount', text: say('offer.amount-wrong') }] : []),
    ...(hasPrice && !currency.test(fields.currency) ? [{ field: 'currency', text: say('offer.currency-wrong') }] : []),
  ];
}

function lineOf({ plan, seats, term, billing, amount: price, currency: of }: Fields): PurchaseLine | undefined {
  const line = { plan, seats: Number(seats), term, billing, ...(price === '' ? {} : { price: { amount: price, currency: of } }) };
  return PurchaseLine.safeParse(line).data;
}

function present(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
