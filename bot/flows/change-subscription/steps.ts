import { z } from 'zod';
import { changeReviewCard } from '../../../cards/change-review.card.ts';
import type { EndingTerm } from '../../../cards/change-review.card.ts';
import { changeSeatsCard, changeWhatCard, changeWhichCard } from '../../../cards/change-subscription.card.ts';
import type { ChangeWhat } from '../../../cards/change-subscription.card.ts';
import { changeableTerms, onOff, seatsAllowed } from '../../../domain/customers/change-subscription.ts';
import { renewalFixedBy, seatsFixedBy } from '../../../domain/customers/fixed-licences.ts';
import type { LicencesFixed } from '../../../domain/customers/fixed-licences.ts';
import type { Customer, Subscription, Term } from '../../../domain/customers/records.ts';
import { lifecycleOf } from '../../../domain/renewals/lifecycle.ts';
import type { BoughtAs } from '../../../domain/renewals/terms.ts';
import { deletedOn, isOver, stageOf, usableThrough } from '../../../domain/renewals/terms.ts';
import { dayOf, instantOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';
import { customerOf, lineOf, subscriptionOf, subscriptionsOf } from '../../conversation/acting/subscriptions.ts';

/** Which of the customer's subscriptions; the only one stands ready. */
export const subscriptionStep: Step<Answers> = form<Answers>()({
  id: 'subscription',
  inputs: z.object({ subscription: z.string().default('') }),
  wrong: { subscription: 'change.subscription-missing' },
  look: (at) => subscriptionsOf(at),
  known: ({ answers: { subscription } }, { rows }) => {
    const [only, second] = rows;
    return { subscription: subscription?.subscription ?? (second === undefined ? only?.id : undefined) };
  },
  judge: ({ subscription }, { say, answers }, { rows }, draft) => {
    const chosen = rows.find(({ id }) => id === subscription);
    if (chosen === undefined)
      return Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field: 'subscription', text: say('change.subscription-missing') }] });
    const isOther = answers.subscription !== undefined && answers.subscription.subscription !== chosen.id;
    const forgotten: Partial<Answers> = isOther ? Object.fromEntries(['what', 'seats'].map((step) => [step, undefined])) : {};
    return Promise.resolve({ kind: 'taken', answers: { ...forgotten, subscription: { subscription: chosen.id } } });
  },
  card: ({ frame, values: { subscription: chosen }, facts: { customer, rows, more }, at: { now } }, say) =>
    changeWhichCard(say, {
      frame,
      customer: customer?.name ?? '',
      rows: rows.map((each) => lineOf(each, dayOf(now))),
      more,
      ...(chosen === undefined ? {} : { chosen }),
    }),
});

interface Looked {
  readonly today: Day;
  readonly customer: Customer | undefined;
  readonly subscription: Subscription | undefined;
  readonly assigned: number;
}

async function look(at: Pick<At<Answers>, 'book' | 'who' | 'now' | 'answers'>): Promise<Looked> {
  const customer = await customerOf(at);
  const subscription = await subscriptionOf(at, customer, at.answers.subscription?.subscription);
  const assigned = subscription === undefined ? 0 : await at.book.count('users-of-subscription', { key: subscription.id });
  return { today: dayOf(at.now), customer, subscription, assigned };
}

function possibleOf({ subscription, today }: Looked): readonly ChangeWhat[] {
  if (subscription === undefined || isOver(subscription, today)) return [];
  return [
    ...(changeableTerms(subscription, today).length === 0 ? [] : ['seats' as const]),
    ...(subscription.cancelled === undefined && (subscription.autoRenews || renewalFixedBy(subscription) === undefined) ? ['auto-renewal' as const] : []),
    ...(subscription.cancelled === undefined ? ['cancel' as const] : []),
  ];
}

/** Why licences and automatic renewal are missing among what is possible. */
function fixedBy({ subscription, today }: Looked): LicencesFixed | undefined {
  if (subscription === undefined || isOver(subscription, today)) return undefined;
  return subscription.terms.map((term) => seatsFixedBy(subscription, term)).find((reason) => reason !== undefined);
}

/** The number of licences, automatic renewal, or the end of it. */
export const whatStep: Step<Answers> = form<Answers>()({
  id: 'what',
  inputs: z.object({ what: z.string().default('') }),
  wrong: { what: 'change.what-missing' },
  look,
  known: ({ answers: { what } }) => ({ what: what?.what }),
  judge: ({ what }, { say }, facts, draft) => {
    const chosen = possibleOf(facts).find((each) => each === what);
    return Promise.resolve(
      chosen === undefined
        ? { kind: 'problems', answers: {}, draft, problems: [{ field: 'what', text: say('change.what-missing') }] }
        : {
            kind: 'taken',
            answers: { what: chosen === 'auto-renewal' ? { what: chosen, autoRenews: facts.subscription?.autoRenews !== true } : { what: chosen } },
          },
    );
  },
  card: ({ frame, values: { what: chosen }, facts }, say) =>
    facts.subscription === undefined
      ? changeWhichCard(say, { frame, customer: facts.customer?.name ?? '', rows: [], more: false })
      : changeWhatCard(say, {
          frame,
          customer: facts.customer?.name ?? '',
          subscription: lineOf(facts.subscription, facts.today),
          autoRenews: facts.subscription.autoRenews,
          possible: possibleOf(facts),
          fixed: fixedBy(facts),
          ...(chosen === undefined ? {} : { chosen }),
        }),
});

function termOf({ subscription, today }: Looked, id: string): Term | undefined {
  const [first, ...others] = subscription === undefined ? [] : changeableTerms(subscription, today);
  return id === '' && others.length === 0 ? first : [first, ...others].find((term) => term?.id === id);
}

/** How many licences from now on: no fewer than people hold, no more than the plan allows. */
export const seatsStep: Step<Answers> = form<Answers>()({
  id: 'seats',
  when: ({ what }) => what?.what === 'seats',
  inputs: z.object({
    term: z.string().default(''),
    seats: z
      .string()
      .trim()
      .regex(/^\d{1,6}$/),
  }),
  wrong: { term: 'change.subscription-missing', seats: 'change.seats-missing' },
  look,
  known: ({ answers: { seats } }, facts) => ({ term: seats?.term, seats: String(seats?.seats ?? termOf(facts, '')?.seats ?? '') }),
  judge: ({ term: id, seats: typed }, { say }, facts, draft) => {
    const wrong = (text: string) => Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field: 'seats', text }] } as const);
    const term = termOf(facts, id);
    if (term === undefined || facts.subscription === undefined) return wrong(say('change.over-already'));
    const seats = Number(typed);
    const { least, most } = seatsAllowed(facts.subscription, term, facts.assigned, facts.today);
    if (seats < least || seats > most) return wrong(say('change.seats-wrong', least, most));
    if (seats === term.seats) return wrong(say('change.unchanged'));
    return Promise.resolve({ kind: 'taken', answers: { seats: { term: term.id, seats } } });
  },
  hears: (text) => (/^\d{1,6}$/.test(text.trim()) ? { seats: text.trim() } : undefined),
  card: ({ frame, values: { term, seats }, facts: { customer, subscription, assigned, today } }, say) =>
    subscription === undefined
      ? changeWhichCard(say, { frame, customer: customer?.name ?? '', rows: [], more: false })
      : changeSeatsCard(say, {
          frame,
          customer: customer?.name ?? '',
          subscription: lineOf(subscription, today),
          terms: changeableTerms(subscription, today),
          assigned,
          values: { term, seats },
        }),
});

/** Before and after, and with dates what happens then. */
export const reviewStep: Step<Answers> = review<Answers>()({
  id: 'review',
  show: async (at) => {
    const { say, frame, answers } = at;
    const { customer, subscription, today } = await look(at);
    const name = customer?.name ?? '';
    if (subscription === undefined || answers.what === undefined) return changeWhichCard(say, { frame, customer: name, rows: [], more: false });
    const bought = boughtAfter(subscription, answers.what, at.now);
    return changeReviewCard(say, {
      frame,
      customer: name,
      subscription: lineOf(subscription, today),
      what: answers.what.what,
      ...becoming(subscription, answers),
      terms: subscription.terms.flatMap((term) => endingTerm(bought, term, today)),
    });
  },
});

/** As the subscription would be after the change: what follows its end depends on it. */
function boughtAfter(subscription: Subscription, { what }: NonNullable<Answers['what']>, now: Date): BoughtAs {
  return what === 'cancel' ? { ...subscription, cancelled: { at: instantOf(now), name: '' } } : { ...subscription, autoRenews: false };
}

/** None for one that is gone for good. */
function endingTerm(bought: BoughtAs, term: Term, today: Day): readonly EndingTerm[] {
  const { seats, endsOn, renewedBy } = term;
  const after = lifecycleOf(bought, term);
  if (stageOf(term, today, after) === 'deleted') return [];
  const days = { usableThrough: usableThrough(endsOn, after), deletedOn: deletedOn(endsOn, after) };
  return [{ seats, endsOn, ...days, renewed: renewedBy !== undefined, ...(after.extended === undefined ? {} : { extended: after.extended }) }];
}

function becoming(subscription: Subscription, { what, seats }: Partial<Answers>): { readonly before: string; readonly after: string } {
  if (what?.what === 'seats') {
    const now = subscription.terms.find(({ id }) => id === seats?.term)?.seats;
    return { before: String(now ?? ''), after: String(seats?.seats ?? '') };
  }
  return { before: onOff(subscription.autoRenews), after: onOff(what?.what === 'auto-renewal' && what.autoRenews) };
}
