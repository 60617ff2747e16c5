import assert from 'node:assert/strict';
import { offerCardId } from '../../domain/offers/records.ts';
import { ObjectId, personId, TenantId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Notifier } from '../../domain/shared/ports.ts';
import { admin, anOutboxWorld, offer, saying, sender } from './outbox-world.ts';
import type { OutboxWorld } from './outbox-world.ts';

const sent = { topic: 'offer-sent', offer } as const;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

async function anOffice(people: readonly PersonId[], changed?: Parameters<typeof anOutboxWorld>[0]): Promise<OutboxWorld> {
  const world = await anOutboxWorld(changed);
  await world.arrive(...people);
  for (const each of people) await world.queue(sent, each);
  return world;
}

const admins = (count: number): readonly PersonId[] => Array.from({ length: count }, (_, n) => admin(n));
const reached = (world: OutboxWorld, people: readonly PersonId[]): number => people.filter((each) => world.chatOf(each).length === 1).length;
const delivery = async (world: OutboxWorld, person: PersonId) => (await world.store.read('offer-card', offerCardId(offer, person)))?.value.delivery;

describe('a tenant that is throttled', () => {
  it('is left alone by everybody as long as it asks, while others get theirs', async () => {
    const world = await anOffice(admins(10));
    world.notifier.answersNext('throttled-for-a-minute');
    await world.sweep();
    await world.arrive(sender);
    await world.queue(sent, sender);
    await world.sweep();
    const calls = world.notifier.calls();
    assert.deepEqual([world.outbox.standing().pausedTenants, reached(world, [sender])], [1, 1]);
    world.time.advance(58 * second);
    await world.sweep();
    assert.equal(world.notifier.calls(), calls);
    world.time.advance(5 * second);
    for (let times = 0; times < 4; times += 1) await world.sweep();
    assert.deepEqual([reached(world, admins(10)), world.outbox.standing().pausedTenants], [10, 0]);
  });

  it('gets one message ahead after the pause, to see; each pause in a row is longer', async () => {
    const world = await anOffice(admins(5));
    world.notifier.answersNext('throttled', 'throttled', 'throttled');
    await world.sweep();
    for (const pause of [2 * second, 10 * second]) {
      const calls = world.notifier.calls();
      world.time.advance(pause - second / 2);
      await world.sweep();
      assert.equal(world.notifier.calls(), calls);
      world.time.advance(second);
      await world.sweep();
      assert.equal(world.notifier.calls(), calls + 1);
    }
    world.time.advance(30 * second);
    for (let times = 0; times < 4; times += 1) await world.sweep();
    assert.equal(reached(world, admins(5)), 5);
  });

  it('loses nothing, however often it is throttled', async () => {
    const world = await anOffice([admin()]);
    world.notifier.answersNext(...Array.from({ length: 40 }, () => 'throttled' as const));
    for (let times = 0; times <= 40; times += 1) {
      await world.sweep();
      world.time.advance(10 * minute);
    }
    await world.sweep();
    assert.deepEqual([world.chatOf(admin()), world.results.filter(({ result }) => result === 'retried').length], [[saying(sent)], 40]);
    assert.deepEqual(world.results[0], { topic: 'offer-sent', result: 'retried', reason: 'throttled' });
  });
});

describe('a channel that takes nothing from us', () => {
  it('stops everything, tells the operator once, tries one message after five minutes and goes on when that is taken', async () => {
    const world = await anOffice([...admins(5), sender]);
    world.notifier.answersNext('not-authorised');
    await world.sweep();
    const calls = world.notifier.calls();
    const errors = (): readonly string[] => world.lines.filter(({ level }) => level === 'error').map(({ message }) => message);
    assert.deepEqual([world.outbox.standing().isStopped, errors().length], [true, 1]);
    assert.match(errors()[0] ?? '', /nothing is sent any more/);
    world.time.advance(4 * minute);
    await world.sweep();
    assert.equal(world.notifier.calls(), calls);
    world.time.advance(2 * minute);
    world.notifier.answersNext('not-authorised');
    await world.sweep();
    assert.deepEqual([world.notifier.calls(), world.outbox.standing().isStopped, errors().length], [calls + 1, true, 2]);
    world.time.advance(11 * minute);
    for (let times = 0; times < 4; times += 1) await world.sweep();
    assert.deepEqual([reached(world, [...admins(5), sender]), world.outbox.standing().isStopped], [6, false]);
    assert.equal(world.lines.at(-1)?.message, 'the Bot Connector takes messages again');
  });

  it('planted fault: a notifier that takes it for the message’s own fault loses it', async () => {
    const world = await anOffice([admin()]);
    world.notifier.answersNext('not-authorised');
    const deaf: Notifier = {
      ...world.notifier,
      send: async (...what) => {
        const delivered = await world.notifier.send(...what);
        return delivered.kind === 'later' ? { kind: 'failed', reason: 'not-authorised' } : delivered;
      },
    };
    const outbox = world.another({ notifier: deaf });
    outbox.wake();
    await outbox.drained();
    assert.deepEqual([await world.waiting(), world.chatOf(admin()), outbox.standing().isStopped], [0, [], false]);
  });
});

describe('a channel that does not answer', () => {
  it('leaves few messages of which nobody knows whether they arrived: after three in a row it is left alone', async () => {
    const world = await anOffice(admins(30));
    world.notifier.answersNext(...Array.from({ length: 3 }, () => 'connection-lost' as const));
    await world.sweep();
    assert.deepEqual([world.results.filter(({ result }) => result === 'maybe-sent').length, world.outbox.standing().pausedTenants], [3, 1]);
    world.time.advance(3 * second);
    for (let times = 0; times < 4; times += 1) await world.sweep();
    assert.equal(await world.waiting(), 0);
    assert.equal(reached(world, admins(30)), 30);
  });

  it('and never takes a connection is waited for, for days', async () => {
    const world = await anOffice([admin()]);
    world.notifier.answersNext(...Array.from({ length: 70 }, () => 'not-connected' as const));
    for (let hours = 0; hours < 72; hours += 1) {
      await world.sweep();
      world.time.advance(hour);
    }
    assert.deepEqual([world.chatOf(admin()), await delivery(world, admin())], [[saying(sent)], 'sent']);
  });

  it('in one tenant holds up no other', async () => {
    const people = [...admins(50), sender];
    const calls: string[] = [];
    const hanging: Notifier = {
      send: (address) => {
        calls.push(address.conversation);
        return address.conversation === `chat ${sender}` ? Promise.resolve({ kind: 'sent', activityId: 'x' }) : new Promise(() => undefined);
      },
      update: () => new Promise(() => undefined),
    };
    const world = await anOffice(people, { notifier: hanging });
    world.outbox.start();
    for (let times = 0; times < 400 && !calls.includes(`chat ${sender}`); times += 1) {
      world.time.advance(5);
      await world.store.check();
    }
    assert.ok(calls.includes(`chat ${sender}`));
    const stopped = world.outbox.stop();
    world.time.advance(4 * second);
    await stopped;
  });
});

describe('somebody who cannot be reached any more', () => {
  for (const [answer, reason] of [
    ['not-installed', 'not-installed'],
    ['blocked-by-user', 'blocked'],
    ['blocked-by-admin', 'blocked'],
    ['conversation-gone', 'conversation-gone'],
  ] as const) {
    it(`is marked, and not written to until they come back: ${answer}`, async () => {
      const world = await anOffice([admin()]);
      world.notifier.answersNext(answer);
      await world.sweep();
      await world.queue({ topic: 'answers-wait', offer }, admin());
      await world.sweep();
      const known = await world.store.read('address', admin());
      assert.deepEqual([world.notifier.calls(), await world.waiting(), known?.value.unreachable?.reason], [1, 0, reason]);
      await world.arrive(admin());
      await world.queue(sent, admin());
      await world.sweep();
      assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
    });
  }

  it('and has come back meanwhile, from elsewhere, is not marked', async () => {
    const world = await anOffice([admin()]);
    world.notifier.answersNext('not-installed');
    world.notifier.hold();
    world.outbox.wake();
    while (world.notifier.calls() === 0) await world.store.check();
    const known = await world.store.read('address', admin());
    assert.ok(known);
    const address = { ...known.value.address, conversation: 'a:new' };
    await world.put({ kind: 'address', id: admin(), value: { ...known.value, address } });
    world.notifier.letGo();
    await world.outbox.drained();
    assert.equal((await world.store.read('address', admin()))?.value.unreachable, undefined);
  });
});

describe('somebody whose chat had to be made anew', () => {
  it('is written to there from then on', async () => {
    const places: string[] = [];
    const world = await anOutboxWorld({
      notifier: {
        send: async (address) => {
          places.push(address.conversation);
          const moved = { ...address, conversation: 'a:new' };
          return { kind: 'sent', activityId: `sent-${String(places.length)}`, ...(places.length === 1 ? { moved } : {}) };
        },
        update: async () => ({ kind: 'sent', activityId: 'x' }),
      },
    });
    const somebody = personId(TenantId.parse('33333333-3333-4333-8333-333333333333'), ObjectId.parse('cccccccc-0000-4000-8000-000000000001'));
    await world.arrive(somebody);
    for (let times = 0; times < 2; times += 1) {
      await world.queue({ topic: 'answers-wait', offer }, somebody);
      await world.sweep();
    }
    assert.deepEqual(places, [`chat ${somebody}`, 'a:new']);
  });
});
