import { z } from 'zod';
import { redeemSubscriptionCard } from '../../../cards/redeem-subscription.card.ts';
import type { RedeemSubscriptionView } from '../../../cards/redeem-subscription.card.ts';
import type { Subscription } from '../../../domain/customers/records.ts';
import { lifecycleOf, mostDaysKept } from '../../../domain/renewals/lifecycle.ts';
import { isOver, lastEnd, mostSeatsBetween, renewableTerms, renewalStart, seatsOn } from '../../../domain/renewals/terms.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { addDays, dayOf, termEnd } from '../../../domain/shared/dates.ts';
import { SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { plans } from '../../../domain/shared/plans.ts';
import type { PlanId } from '../../../domain/shared/plans.ts';
import type { CustomerId } from '../../../domain/shared/ids.ts';
import { folded } from '../../../domain/shared/queries.ts';
import { form } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import { isNew, sumOf } from './answers.ts';
import type { Answers } from './answers.ts';

type Choice = RedeemSubscriptionView['choices'][number];
interface Facts {
  readonly plan: PlanId;
  readonly choices: readonly Choice[];
  readonly more: boolean;
  readonly find: string;
}

const mostListed = 50;

/** Which subscription (and for a renewal which of its terms) the keys are for; those ending soonest first, or by name. */
export const subscriptionStep: Step<Answers> = {
  ...form<Answers>()({
    id: 'subscription',
    when: (answers) => answers.purpose !== undefined && !isNew(answers),
    inputs: z.object({ find: z.string().default(''), subscription: z.string().default('') }),
    wrong: { find: 'form.not-understood', subscription: 'redeem.subscription-missing' },
    look: (at) => look(at, ''),
    known: ({ answers: { subscription } }) => (subscription === undefined ? {} : { subscription: `${subscription.subscription}|${subscription.term}` }),
    judge: async ({ find, subscription }, at, _facts, draft) => {
      const [id, term] = subscription.split('|');
      const chosen = z.object({ subscription: SubscriptionId, term: TermId }).safeParse({ subscription: id, term });
      const offered = chosen.success ? await offeredSubscription(at, chosen.data) : undefined;
      if (chosen.success && offered !== undefined) {
        const full = overFull(at, offered, chosen.data.term);
        return full === undefined
          ? { kind: 'taken', answers: { subscription: chosen.data } }
          : { kind: 'problems', answers: {}, draft, problems: [{ field: 'subscription', text: full }] };
      }
      const problems = find.trim() === '' ? [{ field: 'subscription', text: at.say('redeem.subscription-missing') }] : [];
      return { kind: 'problems', answers: {}, draft, problems };
    },
    hears: (text) => ({ find: text.slice(0, 100), subscription: '' }),
    card: ({ frame, values, facts, at }, say) => card(frame, values, facts, at, say),
  }),
  async show(at) {
    const find = at.draft?.['find'] ?? '';
    const { answers } = at;
    const known = answers.subscription === undefined ? {} : { subscription: `${answers.subscription.subscription}|${answers.subscription.term}` };
    return card(at.frame, { ...known, ...at.draft }, await look(at, find), at, at.say);
  },
};

function card(
  frame: RedeemSubscriptionView['frame'],
  values: Readonly<Record<string, string | undefined>>,
  facts: Facts,
  at: At<Answers>,
  say: At<Answers>['say'],
): ReturnType<typeof redeemSubscriptionCard> {
  const purpose = at.answers.purpose?.purpose === 'renewal' ? 'renewal' : 'more-users';
  const chosen = values['subscription'];
  const listed = facts.choices.some((choice) => choice.value === chosen);
  return redeemSubscriptionCard(say, {
    frame,
    purpose,
    plan: facts.plan,
    choices: facts.choices,
    more: facts.more,
    find: facts.find,
    ...(listed && chosen !== undefined ? { chosen } : {}),
  });
}

async function look(at: At<Answers>, find: string): Promise<Facts> {
  const plan = sumOf(at.answers).plan ?? 'business-basic';
  const { subscriptions, more } = await (find.trim() === '' ? withoutSearch(at, plan) : byName(at, plan, folded(find)));
  const rows = await Promise.all(subscriptions.map((subscription) => choicesOf(at, subscription)));
  return { plan, choices: rows.flat(), more, find };
}

function withoutSearch(at: At<Answers>, plan: PlanId): ReturnType<typeof endingSoonest> {
  return at.answers.customer === undefined ? endingSoonest(at, plan) : ofCustomer(at, plan, at.answers.customer);
}

/** Begun from a customer's card: those of that customer. Another search finds others. */
async function ofCustomer(at: At<Answers>, plan: PlanId, customer: CustomerId): ReturnType<typeof endingSoonest> {
  const page = await at.book.list('subscriptions-of-customer', { key: customer, limit: mostListed });
  return {
    subscriptions: page.rows.map((row) => row.value).filter((subscription) => subscription.plan === plan && subscription.partner === at.who.tenant),
    more: page.next !== undefined,
  };
}

async function endingSoonest(at: At<Answers>, plan: PlanId): Promise<{ subscriptions: readonly Subscription[]; more: boolean }> {
  const from = addDays(dayOf(at.now), -mostDaysKept);
  const page = await at.book.list('subscriptions-of-plan', { key: `${at.who.tenant}|${plan}`, from, limit: mostListed });
  return { subscriptions: page.rows.map((row) => row.value), more: page.next !== undefined };
}

async function byName(at: At<Answers>, plan: PlanId, beginning: string): Promise<{ subscriptions: readonly Subscription[]; more: boolean }> {
  const page = await at.book.list('customers-of-partner', { key: at.who.tenant, from: beginning, upTo: `${beginning}\u{ffff}`, limit: mostListed });
  const found = await Promise.all(page.rows.map((row) => at.book.list('subscriptions-of-customer', { key: row.id, limit: mostListed })));
  return {
    subscriptions: found.flatMap(({ rows }) => rows.map((row) => row.value)).filter((subscription) => subscription.plan === plan),
    more: page.next !== undefined,
  };
}

async function choicesOf(at: At<Answers>, subscription: Subscription): Promise<readonly Choice[]> {
  const customer = (await at.book.read('customer', subscription.customer))?.value.name ?? subscription.customer;
  return options(at, subscription).map(({ term, seats, endsOn }) => ({ value: `${subscription.id}|${term}`, customer, seats, endsOn }));
}

/** Renewal: each term that can be renewed. More users: the subscription as a whole, named by its first term. */
function options(at: At<Answers>, subscription: Subscription): readonly { readonly term: TermId; readonly seats: number; readonly endsOn: Day }[] {
  const today = dayOf(at.now);
  if (at.answers.purpose?.purpose === 'renewal') return renewableTerms(subscription, today).map(({ id, seats, endsOn }) => ({ term: id, seats, endsOn }));
  const [first] = subscription.terms;
  const endsOn = lastEnd(subscription.terms);
  if (first === undefined || endsOn === undefined || isOver(subscription, today)) return [];
  // Of one that has ended, the licences of its last day: none run today, but that is not how many there are.
  return [{ term: first.id, seats: seatsOn(subscription.terms, endsOn < today ? endsOn : today), endsOn }];
}

async function offeredSubscription(
  at: At<Answers>,
  chosen: { readonly subscription: SubscriptionId; readonly term: TermId },
): Promise<Subscription | undefined> {
  const stored = await at.book.read('subscription', chosen.subscription);
  if (stored?.value.partner !== at.who.tenant || stored.value.plan !== sumOf(at.answers).plan) return undefined;
  return options(at, stored.value).some((option) => option.term === chosen.term) ? stored.value : undefined;
}

/** More licences at once than the plan allows, said here and not only after the last yes. */
function overFull(at: At<Answers>, subscription: Subscription, renewed: TermId): string | undefined {
  const { plan, terms } = subscription;
  const today = dayOf(at.now);
  const old = at.answers.purpose?.purpose === 'renewal' ? terms.find((term) => term.id === renewed) : undefined;
  const from = (old === undefined ? undefined : renewalStart(old.endsOn, today, lifecycleOf(subscription, old))) ?? today;
  const { seats } = sumOf(at.answers);
  const seatsNow = mostSeatsBetween(terms, from, termEnd(from, 'P1Y'));
  const { maxSeats, name } = plans[plan];
  return seatsNow + seats <= maxSeats ? undefined : at.say('redeem.too-many-seats', name, maxSeats, seatsNow, seats);
}
