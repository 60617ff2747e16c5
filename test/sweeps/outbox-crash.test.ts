import assert from 'node:assert/strict';
import { offerCardId } from '../../domain/offers/records.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { admin, anOutboxWorld, firm, offer, saying, sender } from './outbox-world.ts';
import type { OutboxWorld } from './outbox-world.ts';

const sent = { topic: 'offer-sent', offer } as const;
const answered = (number: number) => ({ topic: 'offer-answered', offer, customer: firm(number) }) as const;
const lease = 60_000;

/** The process dies while the channel has the message: what it does from here on is never written. */
async function diesWhileSending(world: OutboxWorld): Promise<void> {
  const isDead = { now: false };
  const dying: Store = {
    ...world.store,
    commit: (commit) => (isDead.now ? Promise.reject(new Fault('book-write-failed')) : world.store.commit(commit)),
    claim: async (request) => (isDead.now ? [] : world.store.claim(request)),
  };
  const outbox = world.another({
    store: dying,
    notifier: {
      ...world.notifier,
      send: async (...message) => {
        const delivered = await world.notifier.send(...message);
        isDead.now = true;
        return delivered;
      },
    },
  });
  outbox.wake();
  await outbox.drained();
}

/** Planted fault: a book that forgets that a call to the channel had begun. */
function forgetful(store: Store): Partial<{ store: Store }> {
  return {
    store: {
      ...store,
      claim: async (request) => {
        const items = await store.claim(request);
        return items.map((item) => {
          const { sendingSince: _forgotten, ...value } = item.value;
          return { ...item, value };
        });
      },
    },
  };
}

describe('a process that dies while it sends a message', () => {
  it('leaves a message that may have arrived: after its lease it is kept as that, and never sent again', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await diesWhileSending(world);
    await world.sweep();
    assert.equal(await world.waiting(), 1);
    world.time.advance(lease);
    await world.sweep();
    const kept = await world.store.read('offer-card', offerCardId(offer, admin()));
    assert.deepEqual([world.chatOf(admin()).length, kept?.value.delivery, await world.waiting()], [1, 'maybe-sent', 0]);
  });

  it('planted fault: a book that forgets what was in flight sends it twice', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await diesWhileSending(world);
    world.time.advance(lease);
    const next = world.another(forgetful(world.store));
    next.wake();
    await next.drained();
    assert.equal(world.chatOf(admin()).length, 2);
  });

  it('loses none of those it had taken up and not begun, and sends each once', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    for (const number of [1, 2, 3]) await world.queue(answered(number), sender);
    await diesWhileSending(world);
    world.time.advance(lease);
    await world.sweep();
    assert.deepEqual(
      world.chatOf(sender),
      [1, 2, 3].map((number) => saying(answered(number))),
    );
  });
});

describe('two processes on one book', () => {
  it('send a message once, also when the slower one has outlived its lease', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    const held = { go: (): void => undefined };
    const drawn = new Promise<void>((resolve) => {
      held.go = resolve;
    });
    const slow = world.another({ draw: async (what) => drawn.then(() => ({ type: 'AdaptiveCard', fallbackText: `slow ${what.topic}` })) });
    slow.wake();
    await world.store.check();
    world.time.advance(lease);
    await world.sweep();
    held.go();
    await slow.drained();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
  });

  it('share the work', async () => {
    const world = await anOutboxWorld();
    const admins = Array.from({ length: 60 }, (_, n) => admin(n));
    await world.arrive(...admins);
    for (const each of admins) await world.queue(sent, each);
    const outboxes = [world.outbox, world.another(), world.another()];
    for (const each of outboxes) each.wake();
    await Promise.all(outboxes.map((each) => each.drained()));
    for (const each of admins) assert.equal(world.chatOf(each).length, 1);
  });
});

describe('an outbox at work', () => {
  it('takes up what comes in meanwhile', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin(), sender);
    await world.queue(sent, admin());
    world.notifier.hold();
    world.outbox.wake();
    await world.queue(answered(1), sender);
    for (let times = 0; times < 5; times += 1) world.outbox.wake();
    world.notifier.letGo();
    await world.outbox.drained();
    assert.deepEqual([world.chatOf(admin()).length, world.chatOf(sender).length], [1, 1]);
  });

  it('ends when what is under way has been sent, and leaves the rest to the next process at once', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    for (const number of [1, 2, 3]) await world.queue(answered(number), sender);
    world.notifier.hold();
    world.outbox.start();
    while (world.notifier.calls() === 0) await world.store.check();
    const stopped = world.outbox.stop();
    world.notifier.letGo();
    await stopped;
    assert.deepEqual(world.chatOf(sender), [saying(answered(1))]);
    world.outbox.wake();
    await world.outbox.drained();
    assert.equal(await world.waiting(), 2);
    const next = world.another();
    next.wake();
    await next.drained();
    assert.equal(world.chatOf(sender).length, 3);
  });

  it('waits three seconds for a channel that does not answer, and no longer', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    world.notifier.hold();
    world.outbox.start();
    while (world.notifier.calls() === 0) await world.store.check();
    const stopped = world.outbox.stop();
    await world.time.waiting(3000);
    world.time.advance(3000);
    await stopped;
    world.notifier.letGo();
    await world.outbox.drained();
  });

  it('goes on after a book that could not be read for a moment', async () => {
    const broken = { now: true };
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    const outbox = world.another({
      store: { ...world.store, claim: (request) => (broken.now ? Promise.reject(new Fault('unreachable')) : world.store.claim(request)) },
    });
    outbox.wake();
    await outbox.drained();
    broken.now = false;
    outbox.wake();
    await outbox.drained();
    assert.deepEqual([world.chatOf(admin()).length, world.lines.map(({ message }) => message)], [1, ['the outbox could not be looked through']]);
  });
});
