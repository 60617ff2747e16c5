import assert from 'node:assert/strict';
import fc from 'fast-check';
import { executor } from '../../bot/commands/execute.ts';
import type { Subscription, Term } from '../../domain/customers/records.ts';
import type { GivenKey, Purpose, RedeemProductKeys, Redeemed } from '../../domain/product-keys/redemption.ts';
import { mostSeatsBetween } from '../../domain/renewals/terms.ts';
import { addDays, termEnd } from '../../domain/shared/dates.ts';
import { CommandId, CustomerId } from '../../domain/shared/ids.ts';
import type { Execute } from '../../domain/commands.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { plans } from '../../domain/shared/plans.ts';
import { aKey, aPartner, cloudy, day, forNewCustomer, inStock, jana, redeem, rival } from '../support/builders.ts';
import { auditOf, clockAt, fill, keyRecord, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

const named = (prefix: string, count: number, seats = 1): readonly GivenKey[] =>
  Array.from({ length: count }, (_, index) => aKey(`${prefix}${String(index)}`, seats));

/** Keys in stock of two plans, keys nobody knows, and another partner's. */
const small = named('s', 24);
const midsize = named('m', 8);
const unknown = named('u', 8, 12);
const foreign = named('f', 2);
const stocked = [
  ...small.map((key) => inStock(key)),
  ...midsize.map((key) => inStock(key, { plan: 'midsize-business', seats: 120 })),
  ...foreign.map((key) => inStock(key, { partner: rival })),
];

type Step =
  | {
      readonly do: 'redeem';
      readonly keys: readonly GivenKey[];
      readonly plan: 'small-business' | 'midsize-business';
      readonly purpose: Purpose['kind'];
      readonly which: number;
    }
  | { readonly do: 'confirm' | 'again'; readonly which: number }
  | { readonly do: 'wait'; readonly days: number };

function redeeming(plan: 'small-business' | 'midsize-business', stock: readonly GivenKey[]): fc.Arbitrary<Step> {
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...stock) },
    { weight: 2, arbitrary: fc.constantFrom(...unknown) },
    fc.constantFrom(...small, ...midsize, ...foreign),
  );
  return fc.record({
    do: fc.constant('redeem' as const),
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 2, selector: ({ fingerprint }) => fingerprint }),
    plan: fc.constant(plan),
    purpose: fc.constantFrom('new-subscription' as const, 'more-users' as const, 'renewal' as const),
    which: fc.nat(5),
  });
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: redeeming('small-business', small) },
  { weight: 2, arbitrary: redeeming('midsize-business', midsize) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirm' as const, 'again' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.oneof(fc.nat(40), fc.nat(400)) }) },
);

/** What has happened so far, as a person would remember it. */
interface World {
  readonly store: Store;
  readonly execute: Execute;
  readonly clock: ReturnType<typeof clockAt>;
  readonly done: { readonly command: RedeemProductKeys; readonly outcome: Redeemed }[];
  readonly confirmed: Set<string>;
  now: string;
}

async function newWorld(): Promise<World> {
  const store = memoryStore();
  await fill(store, [partnerRecord(aPartner({ openAgreementNumber: 'V1' })), userRecord(jana()), ...stocked.map(keyRecord)]);
  const clock = clockAt();
  return { store, clock, execute: executor({ store, clock }), done: [], confirmed: new Set(), now: '2026-03-01' };
}

async function take(world: World, some: Step, index: number): Promise<void> {
  switch (some.do) {
    case 'wait':
      world.now = addDays(day(world.now), some.days);
      world.clock.setTo(world.now);
      return;
    case 'redeem': {
      const command = commandOf(world, some, index);
      const result = await world.execute(command);
      if (result.kind === 'done') world.done.push({ command, outcome: result.outcome });
      return;
    }
    case 'again': {
      const earlier = world.done[some.which];
      if (earlier !== undefined) assert.deepEqual(await world.execute(earlier.command), { kind: 'done', outcome: earlier.outcome });
      return;
    }
    case 'confirm': {
      const handOff = world.done[some.which]?.outcome.handOff;
      if (handOff === undefined) return;
      world.confirmed.add(handOff);
      const commandId = CommandId.parse(`confirm-${String(index)}`);
      await world.execute({ type: 'confirm-hand-off', commandId, partner: cloudy, by: jana().person, byName: 'Jana', handOff });
    }
  }
}

function commandOf(world: World, some: Extract<Step, { do: 'redeem' }>, index: number): RedeemProductKeys {
  const { keys, plan } = some;
  return redeem({ keys, plan, people: keys.length, purpose: purposeOf(world, some) }, `step${String(index)}`);
}

function purposeOf(world: World, { purpose, which, plan }: Extract<Step, { do: 'redeem' }>): Purpose {
  const ofPlan = world.done.filter(({ outcome }) => outcome.plan === plan);
  const earlier = ofPlan[which % Math.max(1, ofPlan.length)];
  const customer = `c${String(which)}`;
  if (purpose === 'new-subscription' || earlier === undefined) {
    return forNewCustomer({
      customer: CustomerId.parse(customer),
      domain: `${customer}.cz`,
      admin: { id: `${customer}-admin`, name: customer, email: `admin@${customer}.cz` },
      agreement: plan === 'midsize-business' ? { kind: 'open-agreement', number: 'V1' } : { kind: 'online-services-agreement' },
    });
  }
  const { subscription } = earlier.outcome;
  const { term } = earlier.command.newIds;
  return purpose === 'renewal' ? { kind: 'renewal', subscription, term } : { kind: 'more-users', subscription };
}

async function subscriptionsOf({ store, done }: World): Promise<readonly Subscription[]> {
  const ids = [...new Set(done.map(({ outcome }) => outcome.subscription))];
  const found = await Promise.all(ids.map((id) => store.read('subscription', id)));
  return found.flatMap((stored) => stored?.value ?? []);
}

/** What is true of every book, whatever people did and in whatever order. */
async function holds(world: World): Promise<void> {
  const subscriptions = await subscriptionsOf(world);
  const terms = subscriptions.flatMap((subscription) => subscription.terms);
  const paid = terms.flatMap((term) => term.keys);
  assert.equal(new Set(paid).size, paid.length, 'a key paid twice');
  assert.deepEqual(paid.toSorted(), world.done.flatMap(({ command }) => command.keys.map((key) => key.fingerprint)).toSorted(), 'a key was lost');
  for (const subscription of subscriptions) {
    for (const term of subscription.terms) await termHolds(world, subscription, term);
    const { maxSeats } = plans[subscription.plan];
    assert.ok(mostSeatsBetween(subscription.terms, day('2026-01-01'), day('2099-01-01')) <= maxSeats, 'too many licences');
    const open = world.done.filter(
      ({ outcome }) => outcome.subscription === subscription.id && outcome.unverifiedKeys > 0 && !world.confirmed.has(outcome.handOff),
    );
    assert.equal(subscription.verification, open.length > 0 ? 'unverified' : 'verified');
  }
  const audit = await auditOf(world.store);
  assert.equal(audit.filter((event) => event.what === 'product-keys-redeemed').length, world.done.length);
  assert.doesNotMatch(JSON.stringify(audit), /sealed|fingerprint/, 'a key in the audit');
}

async function termHolds({ store }: World, subscription: Subscription, term: Term): Promise<void> {
  assert.equal(term.endsOn, termEnd(term.startsOn, 'P1Y'));
  const keys = await Promise.all(term.keys.map((fingerprint) => store.read('product-key', fingerprint)));
  assert.equal(
    keys.reduce((sum, key) => sum + (key?.value.seats ?? 0), 0),
    term.seats,
    'licences without a key',
  );
  for (const key of keys) {
    const { state, plan, use } = key?.value ?? assert.fail('a key is not in the book');
    assert.deepEqual([state, plan, use?.subscription], ['used', subscription.plan, subscription.id]);
  }
  const next = subscription.terms.find((other) => other.id === term.renewedBy);
  assert.equal(next === undefined, term.renewedBy === undefined);
  assert.ok(next === undefined || next.startsOn > term.endsOn);
}

describe('whatever partners redeem, renew, confirm and repeat', () => {
  it('every key pays once, no licence is without a key, no plan is over full, and what is unverified is known', async () => {
    const seen = { 'new-subscription': 0, 'more-users': 0, renewal: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const world = await newWorld();
        for (const [index, some] of steps.entries()) {
          await take(world, some, index);
          await holds(world);
        }
        for (const { outcome } of world.done) seen[outcome.purpose] += 1;
      }),
      { numRuns: 200 },
    );
    assert.ok(Math.min(...Object.values(seen)) > 20, `too few redemptions were possible for the proof to show anything: ${JSON.stringify(seen)}`);
  });

  it('planted fault: a key that pays twice lets the proof fail', async () => {
    const world = await newWorld();
    await take(world, { do: 'redeem', keys: [small[0] ?? assert.fail()], plan: 'small-business', purpose: 'new-subscription', which: 0 }, 0);
    const subscription = (await subscriptionsOf(world))[0] ?? assert.fail();
    const twice = { ...subscription, terms: [...subscription.terms, ...subscription.terms] };
    await fill(world.store, [{ kind: 'subscription', id: subscription.id, value: twice }], 'planted');
    await assert.rejects(holds(world), /a key paid twice/);
  });
});
