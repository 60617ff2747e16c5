import assert from 'node:assert/strict';
import { answerCardId, offerCardId } from '../../domain/offers/records.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { progressIdOf } from '../../domain/shared/record-ids.ts';
import { instant } from '../support/builders.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { fill } from '../support/book.ts';
import { admin, anOutboxWorld, firm, offer, saying, sender } from './outbox-world.ts';

const sent = { topic: 'offer-sent', offer } as const;
const answered = (number: number) => ({ topic: 'offer-answered', offer, customer: firm(number) }) as const;
const changed = { topic: 'offer-changed', offer } as const;
const minute = 60_000;
const hour = 60 * minute;

describe('a message in the outbox', () => {
  it('is sent once to whom it is for, and it is kept where it stands', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await world.sweep();
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
    const kept = await world.store.read('offer-card', offerCardId(offer, admin()));
    assert.deepEqual([kept?.value.shown, kept?.value.delivery, kept?.value.language, kept?.value.answerOf], [['sent-1'], 'sent', 'cs', undefined]);
    assert.deepEqual([await world.waiting(), world.results], [0, [{ topic: 'offer-sent', result: 'sent' }]]);
  });

  it('is the last card of its chat: a short answer there is none any more to the conversation above it', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender, admin());
    const open = {
      flow: 'change-subscription',
      flowVersion: 1,
      commandId: CommandId.parse('run'),
      step: 'review',
      sealedAnswers: '',
      savedAt: instant('2026-03-01T08:00:00.000Z'),
    };
    const ids = [sender, admin()].map((person) => progressIdOf(person, `chat ${person}`));
    await fill(
      world.store,
      ids.map((id) => ({ kind: 'progress', id, value: open }) as const),
      'open',
    );
    await world.queue(answered(1), sender);
    await world.sweep();
    const aside = await Promise.all(ids.map(async (id) => (await world.store.read('progress', id))?.value.aside));
    assert.deepEqual(aside, [true, undefined]);
  });

  it('about one customer’s answer is kept apart from cards of the offer', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender);
    await world.queue(answered(1), sender);
    await world.queue(answered(2), sender);
    await world.sweep();
    for (const [index, number] of [1, 2].entries()) {
      const kept = await world.store.read('offer-card', answerCardId(offer, sender, firm(number)));
      assert.deepEqual([kept?.value.shown, kept?.value.answerOf], [[`sent-${String(index + 1)}`], firm(number)]);
    }
  });

  it('goes out at once to fifty admins', async () => {
    const world = await anOutboxWorld();
    const admins = Array.from({ length: 50 }, (_, n) => admin(n));
    await world.arrive(...admins);
    for (const each of admins) await world.queue(sent, each);
    await world.sweep();
    for (const each of admins) assert.deepEqual(world.chatOf(each), [saying(sent)]);
  });

  it('waits until it is due', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin(), minute);
    world.outbox.start();
    await world.outbox.drained();
    assert.deepEqual(world.chatOf(admin()), []);
    world.time.advance(minute + 5000);
    await world.outbox.drained();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
    await world.outbox.stop();
  });

  it('is dropped when there is nothing to say any more', async () => {
    const world = await anOutboxWorld({ draw: async () => undefined });
    await world.arrive(admin());
    await world.queue(sent, admin());
    await world.sweep();
    assert.deepEqual([await world.waiting(), world.notifier.calls(), world.results], [0, 0, [{ topic: 'offer-sent', result: 'no-longer-true' }]]);
  });

  it('that nobody knows how to say is dropped, and the log has it', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    const id = await world.queue(sent, admin());
    const item = await world.store.read('outbox', id);
    assert.ok(item);
    await fill(world.store, [{ kind: 'outbox', id: 'odd', value: { ...item.value, topic: 'tomorrow' } }], 'odd');
    await world.sweep();
    assert.deepEqual([await world.waiting(), world.lines.map(({ message }) => message)], [0, ['nobody knows how to say this']]);
  });

  it('that cannot be drawn is tried again, and then given up', async () => {
    const world = await anOutboxWorld({ draw: () => Promise.reject(new Fault('book-damaged')) });
    await world.arrive(admin());
    await world.queue(sent, admin());
    for (const pause of [0, 2000, 10_000, minute, 5 * minute, 30 * minute]) {
      assert.equal(await world.waiting(), 1);
      world.time.advance(pause);
      await world.sweep();
    }
    assert.deepEqual([await world.waiting(), world.results.at(-1)], [0, { topic: 'offer-sent', result: 'failed', reason: 'tried-too-often' }]);
  });
});

describe('a channel that does not take a message', () => {
  it('is tried again after 2 seconds, 10 seconds, 1, 5 and 30 minutes, and then no more', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    world.notifier.answersNext(...Array.from({ length: 6 }, () => 'precondition' as const));
    await world.sweep();
    for (const [tries, pause] of [2000, 10_000, minute, 5 * minute, 30 * minute].entries()) {
      world.time.advance(pause - 1);
      await world.sweep();
      assert.equal(world.notifier.calls(), tries + 1);
      world.time.advance(1);
      await world.sweep();
      assert.equal(world.notifier.calls(), tries + 2);
    }
    assert.deepEqual([await world.waiting(), (await world.store.read('offer-card', offerCardId(offer, admin())))?.value.delivery], [0, 'failed']);
  });

  it('is left alone as long as it asks', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    world.notifier.answersNext('throttled-for-a-minute');
    await world.sweep();
    world.time.advance(minute - 1);
    await world.sweep();
    assert.equal(world.notifier.calls(), 1);
    world.time.advance(1);
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
  });

  it('keeps a person’s messages in order, and holds up nobody else', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender, admin());
    for (const number of [1, 2, 3]) await world.queue(answered(number), sender);
    world.notifier.answersNext('throttled');
    await world.sweep();
    await world.queue(answered(4), sender);
    await world.queue(sent, admin());
    await world.sweep();
    assert.deepEqual([world.chatOf(sender), world.chatOf(admin())], [[], [saying(sent)]]);
    world.notifier.answersNext('throttled');
    world.time.advance(2000);
    await world.sweep();
    world.time.advance(10_100);
    await world.sweep();
    assert.deepEqual(
      world.chatOf(sender),
      [1, 2, 3, 4].map((number) => saying(answered(number))),
    );
  });

  it('may have taken it: it is said so, and it is not sent again', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    world.notifier.answersNext('connection-lost');
    await world.sweep();
    world.time.advance(hour);
    await world.sweep();
    const kept = await world.store.read('offer-card', offerCardId(offer, admin()));
    assert.deepEqual([world.notifier.calls(), kept?.value.delivery, kept?.value.shown], [1, 'maybe-sent', []]);
  });

  for (const [answer, delivery] of [
    ['blocked-by-user', 'not-reachable'],
    ['not-installed', 'not-reachable'],
    ['too-big', 'failed'],
  ] as const) {
    it(`is not asked twice when it answers ${answer}`, async () => {
      const world = await anOutboxWorld();
      await world.arrive(admin());
      await world.queue(sent, admin());
      world.notifier.answersNext(answer);
      await world.sweep();
      world.time.advance(hour);
      await world.sweep();
      assert.deepEqual([world.notifier.calls(), (await world.store.read('offer-card', offerCardId(offer, admin())))?.value.delivery], [1, delivery]);
    });
  }
});

describe('somebody whose address nobody knows', () => {
  it('gets the message when they come back', async () => {
    const world = await anOutboxWorld();
    await world.queue(sent, admin());
    await world.sweep();
    await world.arrive(admin());
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), []);
    world.time.advance(hour);
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
  });

  it('is given up after a week', async () => {
    const world = await anOutboxWorld();
    await world.queue(sent, admin());
    for (let hours = 0; hours <= 7 * 24; hours += 1) {
      assert.equal(await world.waiting(), 1);
      await world.sweep();
      world.time.advance(hour);
    }
    assert.deepEqual([await world.waiting(), (await world.store.read('offer-card', offerCardId(offer, admin())))?.value.delivery], [0, 'not-reachable']);
  });
});

describe('an offer that has changed', () => {
  it('changes in every chat in which it stands, each card in its reader’s language', async () => {
    const world = await anOutboxWorld({ speaks: async (person) => (person === admin(2) ? 'sk' : 'cs') });
    await world.arrive(sender, admin(1), admin(2));
    for (const each of [admin(1), admin(2)]) await world.queue(sent, each);
    await world.sweep();
    await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual([world.chatOf(admin(1)), world.chatOf(admin(2))], [[saying(changed)], [saying(changed, 'sk')]]);
    assert.ok(world.notifier.spoken.every(({ cards }) => cards.length > 1));
  });

  it('says on the partner’s cards alone whether a message has arrived', async () => {
    const world = await anOutboxWorld();
    await world.arrive(sender, admin(1), admin(2));
    const drawnFor = (person: PersonId) => world.notifier.spoken.find(({ conversation }) => conversation.endsWith(person))?.cards.length ?? 0;
    await world.queue(sent, sender);
    await world.sweep();
    const before = drawnFor(sender);
    await world.queue(sent, admin(1));
    await world.sweep();
    await world.queue(sent, admin(2));
    world.notifier.answersNext('blocked-by-user');
    await world.sweep();
    assert.deepEqual([drawnFor(sender) - before, drawnFor(admin(1)), drawnFor(admin(2))], [2, 1, 0]);
  });

  it('changes for everybody, also when the partner’s cards alone are to change next', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await world.sweep();
    await world.queue(changed, sender);
    await world.queue({ ...changed, only: 'partner' }, sender);
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), [saying(changed)]);
  });

  it('changes once for many changes at the same moment', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await world.sweep();
    for (let times = 0; times < 15; times += 1) await world.queue(changed, sender);
    await world.sweep();
    assert.deepEqual([world.notifier.spoken[0]?.cards.length, await world.waiting()], [2, 0]);
  });

  it('forgets a card that is gone', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin(1), admin(2));
    for (const each of [admin(1), admin(2)]) await world.queue(sent, each);
    await world.sweep();
    await world.queue(changed, sender);
    world.notifier.answersNext('activity-gone');
    await world.sweep();
    const kept = await Promise.all([1, 2].map((number) => world.store.read('offer-card', offerCardId(offer, admin(number)))));
    assert.deepEqual(
      kept.map((each) => each?.value.shown),
      [[], ['sent-2']],
    );
    assert.equal(await world.waiting(), 0);
  });

  it('is told again to a channel that could not take it', async () => {
    const world = await anOutboxWorld();
    await world.arrive(admin());
    await world.queue(sent, admin());
    await world.sweep();
    await world.queue(changed, sender);
    world.notifier.answersNext('unavailable');
    await world.sweep();
    assert.deepEqual(world.chatOf(admin()), [saying(sent)]);
    world.time.advance(2000);
    await world.sweep();
    assert.deepEqual([world.chatOf(admin()), await world.waiting()], [[saying(changed)], 0]);
  });

  it('reaches the chats of forty people, page by page', async () => {
    const world = await anOutboxWorld();
    const admins = Array.from({ length: 40 }, (_, n) => admin(n));
    await world.arrive(...admins);
    for (const each of admins) await world.queue(sent, each);
    await world.sweep();
    await world.queue(changed, sender);
    await world.sweep();
    for (const each of admins) assert.deepEqual(world.chatOf(each), [saying(changed)]);
    assert.equal(await world.waiting(), 0);
  });
});
