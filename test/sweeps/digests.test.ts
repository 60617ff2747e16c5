import assert from 'node:assert/strict';
import type { Subscription } from '../../domain/customers/records.ts';
import { renewalPlanId } from '../../domain/renewals/records.ts';
import { TermId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, instant, petr } from '../support/builders.ts';
import { partnerRecord } from '../support/book.ts';
import { aSeller, contosoInTeams, contosoTenant, customerRecord, customerUserRecord, karelInTeams, personAt } from '../support/offers.ts';
import { aNoticeWorld, reached } from './notice-world.ts';

const owner = petr().person;
const karel = personAt(contosoTenant, 1);
/** Contoso's Small Business, known since it began, which ends on 30 April 2026: its ladder begins on 1 March. */
const ending = (facts: Partial<Omit<Subscription, 'id'>> & { readonly id?: string } = {}): Subscription =>
  aSubscription({ terms: [aTerm('2025-05-01')], createdOn: day('2025-05-01'), ...facts });
const record = (value: Subscription): Put => ({ kind: 'subscription', id: value.id, value });
const run = (since: string, through = since): Put => ({
  kind: 'notice-run',
  id: cloudy,
  value: { partner: cloudy, since: day(since), through: day(through) },
});
const told = (step: number) => `term@2026-04-30:${String(step)}`;
const april = { recipient: owner, endsOn: day('2026-04-30') };

describe('the owner of a customer', () => {
  it('gets each step in the morning of its day, in one card, and nothing on other days', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    await world.runUntil('2026-05-02T00:05:00.000Z');
    assert.deepEqual(world.chatOf(owner), [
      `2026-03-01 ${told(60)}`,
      `2026-03-31 ${told(30)}`,
      `2026-04-23 ${told(7)}`,
      `2026-04-29 ${told(1)}`,
      `2026-04-30 ${told(0)}`,
    ]);
    const notice = await world.notice(april);
    assert.deepEqual([notice?.waiting, notice?.told.map(({ delivery, at }) => `${delivery} ${at.slice(0, 16)}`)[0]], [undefined, 'sent 2026-03-01T08:05']);
  });

  it('gets it in their own morning, as Teams last said where that is', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()), reached(owner, 'America/Los_Angeles'));
    await world.runUntil('2026-03-01T16:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), []);
    await world.runUntil('2026-03-01T17:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-01 ${told(60)}`]);
  });

  it('finds what the server missed collapsed into the latest step, at once while it is day for them', async () => {
    const world = await aNoticeWorld('2026-04-24T11:00:00.000Z');
    await world.put(record(ending()), run('2026-01-01', '2026-02-20'));
    await world.plan();
    await world.send();
    assert.deepEqual(world.chatOf(owner), [`2026-04-24 ${told(7)}`]);
  });

  it('is not woken at night after an outage: it comes in the morning', async () => {
    const world = await aNoticeWorld('2026-04-24T22:00:00.000Z');
    await world.put(record(ending()), run('2026-01-01', '2026-02-20'));
    await world.plan();
    await world.send();
    assert.deepEqual(world.chatOf(owner), []);
    await world.runUntil('2026-04-25T09:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-04-25 ${told(7)}`]);
  });

  it('far east gets what an outage over midnight of our clock held up at once, the same day by theirs', async () => {
    const world = await aNoticeWorld('2026-04-23T00:05:00.000Z');
    await world.put(record(ending()), reached(owner, 'Asia/Tokyo'));
    await world.runUntil('2026-04-23T22:30:00.000Z');
    assert.deepEqual(world.chatOf(owner), []);
    world.setTo('2026-04-24T00:20:00.000Z');
    await world.plan();
    await world.send();
    assert.deepEqual(world.chatOf(owner), [`2026-04-23 ${told(7)}`]);
    await world.runUntil('2026-04-28T00:05:00.000Z');
    assert.equal(world.chatOf(owner).length, 1);
  });

  it('far east gets what a longer outage held up at once as well, and in their night not', async () => {
    for (const [back, when] of [
      ['2026-04-24T00:20:00.000Z', '2026-04-23'],
      ['2026-04-24T12:00:00.000Z', undefined],
    ] as const) {
      const world = await aNoticeWorld(back);
      await world.put(record(ending()), run('2026-01-01', '2026-02-20'), reached(owner, 'Asia/Tokyo'));
      await world.plan();
      await world.send();
      assert.deepEqual(world.chatOf(owner), when === undefined ? [] : [`${when} ${told(7)}`]);
      await world.runUntil('2026-04-25T00:00:00.000Z');
      assert.deepEqual(world.chatOf(owner), [`${when ?? '2026-04-24'} ${told(7)}`]);
    }
  });

  it('is not woken at night either when the digest stood ready before the outage', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-01T23:00:00.000Z');
    await world.send();
    assert.deepEqual(world.chatOf(owner), []);
    await world.runUntil('2026-03-02T09:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-02 ${told(60)}`]);
    assert.equal((await world.store.list('outbox-by-due', { key: 'all', limit: 10 })).rows.length, 0);
  });

  it('hears of everything of a day in one card, the most urgent first', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    const later = aTerm('2025-03-09', { id: 'near' });
    await world.put(record(ending()), record(ending({ id: 'other', terms: [later] })));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-01 near@2026-03-08:7 ${told(60)}`]);
  });

  it('is not told of what was renewed between the night and the morning', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    await world.runUntil('2026-03-01T02:00:00.000Z');
    await world.put(record(ending({ terms: [aTerm('2025-05-01', { renewedBy: TermId.parse('next') }), aTerm('2026-05-01', { id: 'next' })] })));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    assert.deepEqual([world.chatOf(owner), (await world.notice(april))?.waiting], [[], undefined]);
    assert.deepEqual(world.results, [{ topic: 'digest', result: 'no-longer-true' }]);
  });

  it('is told the latest step on the day on which a snooze is over', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    const snoozed = { until: day('2026-04-10'), at: instant('2026-02-28T10:00:00.000Z'), person: owner, name: 'Petr Svoboda' };
    const plan = { partner: cloudy, customer: contoso().id, subscription: ending().id, term: aTerm('2025-05-01').id, endsOn: day('2026-04-30'), snoozed };
    await world.put(record(ending()), { kind: 'renewal-plan', id: renewalPlanId(plan.term, plan.endsOn), value: plan });
    await world.runUntil('2026-04-11T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-04-10 ${told(30)}`]);
  });

  it('is told once more on that day what was told before it was snoozed, and then only the next step', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    await world.runUntil('2026-03-31T12:00:00.000Z');
    const snoozed = { until: day('2026-04-05'), at: instant('2026-03-31T12:00:00.000Z'), person: owner, name: 'Petr Svoboda' };
    const plan = { partner: cloudy, customer: contoso().id, subscription: ending().id, term: aTerm('2025-05-01').id, endsOn: day('2026-04-30'), snoozed };
    await world.put({ kind: 'renewal-plan', id: renewalPlanId(plan.term, plan.endsOn), value: plan });
    await world.runUntil('2026-04-24T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner).slice(1), [`2026-03-31 ${told(30)}`, `2026-04-05 ${told(30)}`, `2026-04-23 ${told(7)}`]);
    assert.deepEqual([(await world.notice(april))?.waiting, (await world.notice(april))?.told.map(({ step }) => step)], [undefined, [60, 30, 30, 7]]);
  });

  it('finds a step of the day on which a subscription came into the book the day after', async () => {
    const world = await aNoticeWorld('2026-03-01T00:05:00.000Z');
    await world.runUntil('2026-03-01T12:00:00.000Z');
    await world.put(record(ending({ createdOn: day('2026-03-01') })));
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-02 ${told(60)}`]);
  });

  it('is not told of steps before the first day of the book', async () => {
    const world = await aNoticeWorld('2026-03-05T00:05:00.000Z');
    await world.put(record(ending()));
    await world.runUntil('2026-03-31T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), []);
  });
});

describe('a channel that does not take a digest', () => {
  it('gets it again, and the digest says what is true then', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    world.notifier.answersNext('not-connected', 'not-connected');
    await world.runUntil('2026-03-01T12:00:00.000Z');
    assert.deepEqual([world.chatOf(owner), (await world.notice(april))?.told.length], [[`2026-03-01 ${told(60)}`], 1]);
  });

  it('because the app was removed is left alone until its reader is back; then they get the latest step only', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    world.notifier.answersNext('not-installed');
    await world.runUntil('2026-03-31T12:00:00.000Z');
    const address = await world.store.read('address', owner);
    assert.deepEqual([world.notifier.calls(), address?.value.unreachable?.reason], [1, 'not-installed']);
    assert.deepEqual([world.chatOf(owner), (await world.notice(april))?.waiting?.step], [[], 30]);
  });

  it('keeps one that may have arrived as that, and does not send it again', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()));
    world.notifier.answersNext('connection-lost');
    await world.runUntil('2026-03-03T00:00:00.000Z');
    assert.deepEqual([world.chatOf(owner).length, (await world.notice(april))?.told.map(({ delivery }) => delivery)], [1, ['maybe-sent']]);
  });
});

describe('the admins of a customer', () => {
  const company = aSeller({ customerNotices: { on: true, since: day('2026-02-01'), at: instant('2026-02-01T08:00:00.000Z'), by: 'Petr Svoboda' } });
  const confirmed = { ...company, confirmedOn: day('2026-01-15') };

  it('get a card of their own, once it was turned on', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(partnerRecord(confirmed), customerRecord(contosoInTeams()), customerUserRecord(karelInTeams()), reached(karel), record(ending()));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    assert.deepEqual(world.chatOf(karel), [`2026-03-01 ${told(60)}`]);
  });

  it('get nothing while it is off', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(partnerRecord(aPartner()), customerRecord(contosoInTeams()), customerUserRecord(karelInTeams()), reached(karel), record(ending()));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    assert.deepEqual(world.chatOf(karel), []);
  });

  it('whom nobody can reach are a line in the owner’s digest', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(partnerRecord(confirmed), customerRecord({ ...contosoInTeams(), partnerOfRecord: 'true' }), customerUserRecord(karelInTeams()));
    await world.put(record(ending()));
    await world.runUntil('2026-03-02T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-01 ${told(60)} mail:${told(60)}`]);
  });
});

describe('two servers on one book', () => {
  it('plan and tell each step once', async () => {
    const world = await aNoticeWorld('2026-03-01T09:00:00.000Z');
    await world.put(
      run('2026-01-01', '2026-02-20'),
      ...Array.from({ length: 60 }, (_, n) => record(ending({ id: `s${String(n)}`, terms: [aTerm('2025-05-01', { id: `t${String(n)}` })] }))),
    );
    await Promise.all([world.sweep(), world.sweep(), world.sweep()].map((sweep) => sweep.planNow()));
    const outboxes = [world.outbox(), world.outbox()];
    for (const outbox of outboxes) outbox.wake();
    await Promise.all(outboxes.map((outbox) => outbox.drained()));
    assert.deepEqual([world.due.length, world.chatOf(owner).length, world.chatOf(owner)[0]?.split(' ').length, world.told[0]?.notices], [60, 1, 61, 60]);
  });

  it('tell it once when the digest of a day of an outage is due beside today’s', async () => {
    const world = await aNoticeWorld('2026-02-28T00:05:00.000Z');
    await world.put(record(ending()), record(ending({ id: 'next', terms: [aTerm('2025-05-03', { id: 'next' })] })));
    await world.runUntil('2026-03-01T02:00:00.000Z');
    world.setTo('2026-03-03T09:00:00.000Z');
    await world.plan();
    const outboxes = [world.outbox(), world.outbox()];
    for (const outbox of outboxes) outbox.wake();
    await Promise.all(outboxes.map((outbox) => outbox.drained()));
    await world.runUntil('2026-03-04T00:00:00.000Z');
    assert.deepEqual(world.chatOf(owner), [`2026-03-03 ${told(60)} next@2026-05-02:60`]);
  });
});
