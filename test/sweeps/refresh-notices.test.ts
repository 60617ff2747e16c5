import assert from 'node:assert/strict';
import type { News, NoticePlace, RenewalPlan, ShownNotice } from '../../domain/renewals/records.ts';
import { noticePlaceId, renewalPlanId } from '../../domain/renewals/records.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { SubscriptionId, TermId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import { fill, userRecord } from '../support/book.ts';
import { cloudy, contoso, day, instant, jana } from '../support/builders.ts';
import { admin, anOutboxWorld, saying, sender } from './outbox-world.ts';
import type { OutboxWorld } from './outbox-world.ts';

const subscription = SubscriptionId.parse('subscription');
const end = { term: TermId.parse('term'), endsOn: day('2026-03-10') };
const changed: Outgoing = { topic: 'subscription-changed', subscription };
const shown: ShownNotice = { kind: 'renewal', subscription, ...end };
const drawn: Outgoing = { ...changed, ...end };
const digest: Outgoing = { topic: 'digest', digest: 'a digest', after: '10' };
const plan: RenewalPlan = {
  ...{ partner: cloudy, customer: contoso().id, subscription, ...end },
  wish: { wish: 'renew', at: instant('2026-03-01T09:00:00.000Z'), person: admin(), name: 'Karel Contoso' },
};
const planId = renewalPlanId(end.term, end.endsOn);
const wished: Outgoing = { topic: 'renewal-wished', plan: planId };

/** A card stands in somebody's chat and speaks of the subscription. */
async function stands(world: OutboxWorld, person: PersonId, shows: ShownNotice = shown, at = instantOf(world.time.clock.now())): Promise<string> {
  const address = (await world.store.read('address', person))?.value.address;
  assert.ok(address);
  const sent = await world.notifier.send(address, { type: 'AdaptiveCard', fallbackText: 'as it was' });
  assert.ok(sent.kind === 'sent');
  const value: NoticePlace = { partner: cloudy, person, activityId: sent.activityId, shows, subscriptions: [subscription], at };
  const id = noticePlaceId(person, sent.activityId);
  await fill(world.store, [{ kind: 'notice-place', id, value }], `place ${id}`);
  return id;
}

describe('a subscription that has changed', () => {
  it('changes every card that speaks of it, each as what it shows, on both sides', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender, admin());
    await stands(world, sender);
    await stands(world, sender, { kind: 'digest', digest: 'a digest', after: '10' });
    await stands(world, admin());
    await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual(world.chatOf(sender), [saying(drawn), saying(digest)]);
    assert.deepEqual([world.chatOf(admin()), await world.waiting()], [[saying(drawn)], 0]);
  });

  it('changes forty cards, page by page', async () => {
    const world = await anOutboxWorld();
    const people = Array.from({ length: 40 }, (_, n) => admin(n));
    await world.arrive(...people);
    for (const each of people) await stands(world, each);
    await world.queue(changed, sender);
    await world.sweep();
    for (const each of people) assert.deepEqual(world.chatOf(each), [saying(drawn)]);
  });

  it('forgets a card that is gone, and one that has stood for more than two hundred days', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender, admin());
    const gone = await stands(world, sender);
    const old = await stands(world, admin(), shown, instant('2025-06-01T08:00:00.000Z'));
    world.notifier.answersNext('activity-gone');
    await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual([await world.store.read('notice-place', gone), await world.store.read('notice-place', old)], [undefined, undefined]);
    assert.deepEqual(world.chatOf(admin()), ['as it was']);
  });

  it('is told again to a channel that could not take it', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await stands(world, sender);
    world.notifier.answersNext('unavailable');
    await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), await world.waiting()], [['as it was'], 1]);
    world.time.advance(60_000);
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), await world.waiting()], [[saying(drawn)], 0]);
  });

  it('leaves alone whoever has removed the app', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await stands(world, sender);
    const known = await world.store.read('address', sender);
    assert.ok(known);
    const unreachable = { reason: 'not-installed', since: instant('2026-03-01T08:00:00.000Z') } as const;
    await fill(world.store, [{ kind: 'address', id: sender, value: { ...known.value, unreachable } }], 'removed');
    await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), await world.waiting()], [['as it was'], 0]);
  });
});

describe('what the owner is told at once', () => {
  const news: News = {
    ...{ partner: cloudy, customer: contoso().id, recipient: sender, about: { what: 'status', subscription } },
    ...{ before: 'active', after: 'suspended', at: instant('2026-03-01T08:00:00.000Z') },
  };
  const told: Outgoing = { topic: 'change-told', news: 'news' };

  it('of a customer’s wish stands in its place, and changes with the subscription', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await fill(world.store, [userRecord(jana()), { kind: 'renewal-plan', id: planId, value: plan }], 'plan');
    await world.queue(wished, sender);
    await world.sweep();
    assert.deepEqual(world.chatOf(sender), [saying(wished)]);
    await world.queue(changed, admin());
    await world.sweep();
    assert.deepEqual(world.chatOf(sender), [saying(drawn)]);
  });

  it('is not told again the next morning', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await fill(world.store, [userRecord(jana()), { kind: 'news', id: 'news', value: news }], 'news');
    await world.queue(told, sender);
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), await world.store.read('news', 'news')], [[saying(told)], undefined]);
  });

  it('is told the next morning when the channel did not take it', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await fill(world.store, [userRecord(jana()), { kind: 'news', id: 'news', value: news }], 'news');
    world.notifier.answersNext('not-installed');
    await world.queue(told, sender);
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), (await world.store.read('news', 'news'))?.value], [[], news]);
  });
});
