import assert from 'node:assert/strict';
import type { News } from '../../domain/renewals/records.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { nextDigest } from '../../domain/renewals/next-digest.ts';
import { aSubscription, aTerm, cloudy, contoso, day, instant, petr } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { aNoticeWorld, digestAsText } from './notice-world.ts';
import type { NoticeWorld } from './notice-world.ts';

const owner = petr().person;
const told = (step: number, term = 'term') => `${term}@2026-04-30:${String(step)}`;

/** Subscriptions of Contoso that end on 30 April 2026: their ladders begin on 1 March. */
function endings(count = 1): readonly Put[] {
  return Array.from({ length: count }, (_, n) => {
    const term = aTerm('2025-05-01', n === 0 ? {} : { id: `term${String(n)}` });
    const value = aSubscription({ id: n === 0 ? 'subscription' : `s${String(n)}`, terms: [term], createdOn: day('2025-05-01') });
    return { kind: 'subscription', id: value.id, value };
  });
}

async function toldOf({ store }: NoticeWorld): Promise<readonly string[]> {
  const { rows } = await store.list('notices-of-subscription', { key: 'subscription', limit: 10 });
  return rows.flatMap(({ value }) => value.told.map(({ step, delivery }) => `${String(step)} ${delivery}`));
}

describe('somebody who removed the app', () => {
  it('is written to again when they come back, in their next morning, with the latest step only', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    world.notifier.answersNext('not-installed');
    await world.runUntil('2026-04-01T12:00:00.000Z');
    assert.equal(world.notifier.spoken.length, 0);

    const assistant = anAssistant(world.store, { ...world.clock, setTo: () => undefined });
    world.setTo('2026-04-01T22:00:00.000Z');
    await chatOf(assistant, owner).says('help');
    assert.equal((await world.store.read('address', owner))?.value.unreachable, undefined);
    await world.runUntil('2026-04-03T00:00:00.000Z');
    assert.deepEqual(
      world.notifier.spoken.map(({ cards }) => cards[0]?.fallbackText),
      [`2026-04-02 ${told(30)}`],
    );
  });

  it('costs an ordinary turn nothing', async () => {
    const world = await aNoticeWorld('2026-03-02T10:00:00.000Z');
    const assistant = anAssistant(world.store, { ...world.clock, setTo: () => undefined });
    await chatOf(assistant, owner).says('help');
    const before = await world.store.count('outbox-by-due', { key: 'all' });
    await chatOf(assistant, owner).says('help');
    assert.deepEqual([before, await world.store.count('outbox-by-due', { key: 'all' })], [0, 0]);
  });
});

describe('a digest that is due while the day is only being planned', () => {
  const half: Put = {
    kind: 'notice-run',
    id: cloudy,
    value: { partner: cloudy, since: day('2026-01-01'), through: day('2026-03-01'), collected: day('2026-03-01') },
  };

  it('waits until all of the day’s notices are found', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-02T09:00:00.000Z');
    await world.send();
    assert.deepEqual(world.chatOf(owner), []);
    await world.plan();
    world.setTo('2026-03-02T09:00:10.000Z');
    await world.send();
    assert.deepEqual(world.chatOf(owner), [`2026-03-02 ${told(60)}`]);
  });

  it('tells what it has when planning fails for a quarter of an hour', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    await world.put(half);
    for (let minute = 0; minute <= 16; minute += 1) {
      world.setTo(`2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`);
      await world.send();
    }
    assert.deepEqual(world.chatOf(owner), [`2026-03-02 ${told(60)}`]);
  });
});

describe('a digest of very many ends', () => {
  it('names two hundred and says how many more; all of them count as told', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings(260));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    const [card = ''] = world.chatOf(owner);
    assert.deepEqual([world.chatOf(owner).length, card.split(' ').length, card.split(' ').at(-1)], [1, 202, '+60']);
    assert.deepEqual([world.told.map(({ notices }) => notices), await world.store.count('waiting-notices-of', { key: owner })], [[260], 0]);
  });
});

describe('a process that dies while it sends a digest', () => {
  /** Dies at the commit of that number after the channel has the message. */
  async function dies(world: NoticeWorld, atCommit: number): Promise<void> {
    const state = { sent: false, commits: 0 };
    const isDead = (): boolean => state.sent && state.commits >= atCommit;
    const dying: Store = {
      ...world.store,
      commit(commit) {
        if (isDead()) return Promise.reject(new Fault('book-write-failed'));
        if (state.sent) state.commits += 1;
        return world.store.commit(commit);
      },
      claim: async (request) => (isDead() ? [] : world.store.claim(request)),
    };
    const send: NoticeWorld['notifier']['send'] = async (...message) => {
      const delivered = await world.notifier.send(...message);
      state.sent = true;
      return delivered;
    };
    const outbox = world.outbox({ store: dying, notifier: { ...world.notifier, send } });
    outbox.wake();
    await outbox.drained();
  }

  for (const [atCommit, delivery] of [
    [0, 'maybe-sent'],
    [1, 'sent'],
    [2, 'sent'],
  ] as const) {
    it(`at commit ${String(atCommit)} after it: nothing is sent twice, and all that was in it is kept as ${delivery}`, async () => {
      const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
      await world.put(...endings(60));
      await world.runUntil('2026-03-01T02:00:00.000Z');
      world.setTo('2026-03-01T09:00:00.000Z');
      await dies(world, atCommit);
      await world.runUntil('2026-03-01T12:00:00.000Z');
      assert.deepEqual([world.chatOf(owner).length, await toldOf(world)], [1, [`60 ${delivery}`]]);
      assert.equal(await world.store.count('waiting-notices-of', { key: owner }), 0);
      assert.equal(await world.store.count('outbox-by-due', { key: 'all' }), 0);
    });
  }

  it('of which what became cannot be written down at first, is not sent again', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-01T09:00:00.000Z');
    await dies(world, 0);
    world.setTo('2026-03-01T09:05:00.000Z');
    const broken = world.outbox({ store: { ...world.store, commit: () => Promise.reject(new Fault('unreachable')) } });
    broken.wake();
    await broken.drained();
    await world.runUntil('2026-03-01T12:00:00.000Z');
    assert.deepEqual([world.chatOf(owner).length, await toldOf(world)], [1, ['60 maybe-sent']]);
  });

  it('leaves what began to wait after it for the next one', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-01T09:00:00.000Z');
    await dies(world, 0);
    world.setTo('2026-03-31T09:00:00.000Z');
    await world.plan();
    await world.runUntil('2026-04-02T00:00:00.000Z');
    assert.deepEqual([world.chatOf(owner).length, await toldOf(world)], [2, ['60 maybe-sent', '30 sent']]);
  });
});

describe('a digest that is tried too often', () => {
  it('loses nothing: what was in it comes the next morning', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    world.notifier.answersNext(...Array.from({ length: 6 }, () => 'precondition' as const));
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual([world.chatOf(owner), await toldOf(world)], [[`2026-03-02 ${told(60)}`], ['60 sent']]);
    assert.equal(world.results.filter(({ result }) => result === 'failed').length, 1);
  });

  it('because its card could not be drawn was never sent, and is drawn again', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-01T09:00:00.000Z');
    const broken = world.outbox({ draw: () => Promise.reject(new Fault('unreachable')) });
    broken.wake();
    await broken.drained();
    await world.runUntil('2026-03-01T12:00:00.000Z');
    assert.deepEqual([world.chatOf(owner), await toldOf(world)], [[`2026-03-01 ${told(60)}`], ['60 sent']]);
  });

  it('that the channel refuses is not repeated that day; what was in it comes the next morning', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    world.notifier.answersNext('malformed');
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual(
      [world.chatOf(owner), await toldOf(world), world.results.filter(({ result }) => result === 'failed').map(({ reason }) => reason)],
      [[`2026-03-02 ${told(60)}`], ['60 sent'], ['malformed']],
    );
  });
});

describe('a change that waits for the digest', () => {
  const news: News = {
    partner: cloudy,
    customer: contoso().id,
    recipient: owner,
    about: { what: 'seats', subscription: aSubscription().id },
    before: '5',
    after: '7',
    at: instant('2026-03-01T12:00:00.000Z'),
    by: 'Jana Nováková',
  };

  it('is told once, beside the ends of that day', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    const digest = await nextDigest(world.store, { partner: cloudy, person: owner, now: world.clock.now(), noticeHour: 8 });
    await world.put({ kind: 'news', id: 'news-1', value: news }, ...digest.put);
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-01 seats:5>7 ${told(60)}`]);
    assert.equal(await world.store.count('news-of', { key: owner }), 0);
  });

  it('that came while the digest was on its way comes with the next one', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(...endings());
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-01T09:00:00.000Z');
    const outbox = world.outbox({
      async draw(what) {
        const digest = await nextDigest(world.store, { partner: cloudy, person: owner, now: world.clock.now(), noticeHour: 8 });
        if (what.topic === 'digest' && what.digest.endsWith('2026-03-01')) await world.put({ kind: 'news', id: 'news-1', value: news }, ...digest.put);
        return digestAsText(world.store, what);
      },
    });
    outbox.wake();
    await outbox.drained();
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-01 ${told(60)}`, '2026-03-02 seats:5>7']);
  });
});
