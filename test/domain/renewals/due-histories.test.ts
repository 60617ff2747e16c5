import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Subscription, Term } from '../../../domain/customers/records.ts';
import { dueNotices } from '../../../domain/renewals/due.ts';
import type { DueNotice } from '../../../domain/renewals/due.ts';
import { ladderSteps, stepDay } from '../../../domain/renewals/ladder.ts';
import { noticeId } from '../../../domain/renewals/records.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { addDays, instantOf, termEnd } from '../../../domain/shared/dates.ts';
import type { SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import type { Store } from '../../../domain/shared/store.port.ts';
import { fill } from '../../support/book.ts';
import { aTerm, cloudy, day, jana } from '../../support/builders.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';
import { atContoso, ours, subscriptionRecord, usual } from './due-world.ts';

const begin = day('2026-01-10');
const length = 240;
const recipients = [jana().person, atContoso('1')] as const;

/** What happens to a subscription at noon of a day: renewed, its end moved, cancelled. */
const anyEvent = fc.record({
  on: fc.integer({ min: 1, max: length - 10 }),
  what: fc.constantFrom('renew', 'renew', 'move', 'move', 'cancel'),
  by: fc.integer({ min: -90, max: 120 }),
});
const anyStory = fc.record({
  /** In how many days from the beginning each subscription ends, and what happens to it. */
  subscriptions: fc.array(fc.record({ endsIn: fc.integer({ min: -100, max: 150 }), events: fc.array(anyEvent, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  outages: fc.array(fc.record({ from: fc.integer({ min: 1, max: length }), days: fc.integer({ min: 1, max: 10 }) }), { maxLength: 8 }),
});
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;

/** One end of one term, from the noon on which it came into the book to that on which it was no end any more. */
interface Life {
  readonly term: TermId;
  readonly endsOn: Day;
  readonly known: Day;
  closed?: Day;
}
interface Told extends DueNotice {
  readonly on: Day;
}
interface Lived {
  readonly lives: readonly Life[];
  readonly told: readonly Told[];
  /** The days on which it was planned, just after midnight. */
  readonly up: readonly Day[];
}

async function lived({ subscriptions, outages }: Story, isForgetful = false): Promise<Lived> {
  const store = memoryStore();
  const lives: Life[] = [];
  const told: Told[] = [];
  const up: Day[] = [];
  const asked = subscriptions.map(({ endsIn, events }, index) => ({ subscription: bought(index, addDays(begin, endsIn)), events }));
  await fill(store, [...usual(), ...asked.map(({ subscription }) => subscriptionRecord(subscription))]);
  for (const { subscription } of asked) lives.push(...subscription.terms.map(({ id, endsOn }) => ({ term: id, endsOn, known: addDays(begin, -1) })));

  for (let index = 0; index < length; index += 1) {
    const today = addDays(begin, index);
    if (!outages.some(({ from, days }) => from <= index && index < from + days)) {
      const run = { since: begin, through: up.at(-1) ?? begin };
      const found = await planned(store, run, today, isForgetful);
      told.push(...found);
      if (found.length > 0 && !isForgetful) assert.deepEqual(await planned(store, run, today, false), [], 'planned by two at once');
      up.push(today);
    }
    for (const { subscription, events } of asked) {
      for (const event of events.filter(({ on }) => on === index)) await happen(store, lives, subscription.id, event, today);
    }
  }
  return { lives, told, up };
}

function bought(index: number, endsOn: Day): Subscription {
  const term: Term = { ...aTerm('2025-01-01', { id: `term-${String(index)}` }), endsOn };
  return ours({ id: `subscription-${String(index)}`, terms: [term], createdOn: day('2025-01-01') });
}

/** All that is due is told at once. */
async function planned(store: Store, run: { readonly since: Day; readonly through: Day }, today: Day, isForgetful: boolean): Promise<readonly Told[]> {
  const found: Told[] = [];
  for await (const due of dueNotices(store, { partner: cloudy, run, today, customerNotices: 'as-set' })) found.push({ ...due, on: today });
  if (isForgetful) return found;
  for (const { customer, step, side, recipient, ending, endsOn } of found) {
    const id = noticeId({ ending, endsOn, recipient, side });
    const before = (await store.read('notice', id))?.value;
    const line = { step, at: instantOf(new Date(today)), delivery: 'sent' } as const;
    const value = { partner: cloudy, customer: customer.id, recipient, side, ending, endsOn, told: [...(before?.told ?? []), line] };
    await fill(store, [{ kind: 'notice', id, value }], `${id} ${today} ${String(step)}`);
  }
  return found;
}

async function happen(
  store: Store,
  lives: Life[],
  id: SubscriptionId,
  { what, by }: Story['subscriptions'][number]['events'][number],
  today: Day,
): Promise<void> {
  const before = (await store.read('subscription', id))?.value;
  const open = before?.terms.at(-1);
  if (before === undefined || open === undefined || before.cancelled !== undefined) return;
  const life = lives.find(({ term, endsOn, closed }) => term === open.id && endsOn === open.endsOn && closed === undefined);
  const after = changed(before, open, what, by, today);
  const newest = after.terms.at(-1);
  if (newest?.endsOn === open.endsOn && newest.id === open.id && after.cancelled === undefined) return;
  if (life !== undefined) life.closed = today;
  if (after.cancelled === undefined && newest !== undefined) lives.push({ term: newest.id, endsOn: newest.endsOn, known: today });
  await fill(store, [subscriptionRecord(after)], `${id} ${today} ${what} ${String(by)} ${newest?.id ?? ''}`);
}

function changed(before: Subscription, open: Term, what: string, by: number, today: Day): Subscription {
  const others = before.terms.slice(0, -1);
  const known = { on: today };
  switch (what) {
    case 'renew': {
      const next: Term = { ...aTerm(addDays(open.endsOn, 1), { id: `${open.id}+` }), known };
      return { ...before, terms: [...others, { ...open, renewedBy: next.id }, { ...next, endsOn: termEnd(next.startsOn, 'P1Y') }] };
    }
    case 'move':
      return { ...before, terms: [...others, { ...open, endsOn: addDays(open.endsOn, by), known }] };
    default:
      return { ...before, cancelled: { at: instantOf(new Date(today)), name: 'Petr' } };
  }
}

function neverTwice({ told }: Lived): void {
  const names = told.map((each) => `${noticeId(each)} ${String(each.step)}`);
  assert.equal(new Set(names).size, names.length, 'a step was told twice');
}

/** Two ends of a term may be the same day again, with another in between: any of its lives counts. */
function onlyWhileOpen({ told, lives }: Lived): void {
  for (const { ending, endsOn, on, step } of told) {
    const isOpen = lives.some(
      (life) =>
        ending.kind === 'term' &&
        ending.term === life.term &&
        life.endsOn === endsOn &&
        life.known < on &&
        on <= (life.closed ?? on) &&
        stepDay(endsOn, step) >= life.known,
    );
    assert.ok(isOpen, `told of ${endsOn} on ${on}, step ${String(step)}`);
  }
}

/** Each step of each life is told when it is first planned after it came, or a later one in its place. */
function neverSkipped({ told, lives, up }: Lived): void {
  for (const { term, endsOn, known, closed } of lives) {
    for (const step of ladderSteps.subscription.filter((each) => stepDay(endsOn, each) >= known && stepDay(endsOn, each) >= begin)) {
      const first = up.find((today) => today > known && today >= stepDay(endsOn, step));
      if (first === undefined || first > (closed ?? first) || first > addDays(endsOn, 120)) continue;
      for (const recipient of recipients) {
        const isSaid = told.some(
          (each) =>
            each.recipient === recipient &&
            each.ending.kind === 'term' &&
            each.ending.term === term &&
            each.endsOn === endsOn &&
            each.step <= step &&
            each.on <= first,
        );
        assert.ok(isSaid, `nothing was told of step ${String(step)} of ${endsOn} on ${first}`);
      }
    }
  }
}

describe('a year of renewals, moved ends, cancellations and outages of up to ten days', () => {
  it('tells each step at most once, never of an end that is none any more, and skips none', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        const life = await lived(story);
        neverTwice(life);
        onlyWhileOpen(life);
        neverSkipped(life);
      }),
      { numRuns: 8 },
    );
  });

  it('would be found out: nobody writes down what was told', async () => {
    const story: Story = { subscriptions: [{ endsIn: 60, events: [] }], outages: [] };
    const life = await lived(story, true);
    assert.throws(() => {
      neverTwice(life);
    }, /told twice/);
  });

  it('would be found out: a day on which nothing was planned, and nobody noticed', async () => {
    const life = await lived({ subscriptions: [{ endsIn: 60, events: [] }], outages: [] });
    const lost = { ...life, told: life.told.filter(({ step }) => step !== -110) };
    assert.throws(() => {
      neverSkipped(lost);
    }, /nothing was told/);
  });
});
