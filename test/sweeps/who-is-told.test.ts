import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aSubscription, aTerm, contoso, day, instant, jana, petr } from '../support/builders.ts';
import { aLineOf, subscriptionRecord } from '../support/changes-world.ts';
import { aSeller, contosoInTeams, contosoTenant, customerRecord, customerUserRecord, karelInTeams, personAt } from '../support/offers.ts';
import { sold, toWish } from '../support/renewals.ts';
import { aNoticeWorld, reached } from './notice-world.ts';
import type { NoticeWorld } from './notice-world.ts';

const karel = personAt(contosoTenant, 1);
const april = aSubscription({ terms: [aTerm('2025-05-01')], createdOn: day('2025-05-01') });
const ending: Put = { kind: 'subscription', id: april.id, value: april };
const isToldOfApril = ['2026-03-01 term@2026-04-30:60'];
const company = aSeller({
  confirmedOn: day('2026-01-15'),
  customerNotices: { on: true, since: day('2026-02-01'), at: instant('2026-02-01T08:00:00.000Z'), by: 'Petr Svoboda' },
});

/** Contoso is Jana's, and both are reached. */
async function janasWorld(...records: readonly Put[]): Promise<NoticeWorld> {
  const world = await aNoticeWorld();
  await world.put(userRecord(jana()), customerRecord({ ...contoso(), owner: jana().person, partnerOfRecord: 'true' }), reached(jana().person), ...records);
  return world;
}

async function removes({ store }: NoticeWorld, person: PersonId): Promise<void> {
  const keepOutcomeUntil = instant('2026-03-01T00:00:00.000Z');
  const remove = [{ kind: 'partner-user', id: person } as const];
  await store.commit({ commandId: CommandId.parse('removed'), expect: [], put: [], remove, events: [], outcome: null, keepOutcomeUntil });
}

describe('an owner who is removed between planning and the morning', () => {
  it('is told nothing; whoever is told about the customer now is told it the same morning', async () => {
    const world = await janasWorld(ending);
    await world.plan();
    await removes(world, jana().person);
    await world.runUntil('2026-03-02T23:00:00.000Z');
    assert.deepEqual([world.chatOf(jana().person), world.chatOf(petr().person)], [[], isToldOfApril]);
    assert.equal(await world.store.count('waiting-notices-of', { key: jana().person }), 0);
  });

  it('takes no change with them: it is told to whoever comes after', async () => {
    const farAhead = aTerm('2026-02-01', { endsOn: day('2029-01-31'), length: 'P3Y' });
    const subscription = sold({ terms: [farAhead] });
    const world = await janasWorld(subscriptionRecord(subscription));
    world.setTo('2026-03-01T21:30:00.000Z');
    const { startsOn, endsOn, length } = farAhead;
    const line = aLineOf({ id: subscription.id, seats: 9 }, 'line');
    await executor({ store: world.store, clock: world.clock, noticeHour: 8 })({ ...line, term: { ...line.term, startsOn, endsOn, length } });
    await removes(world, jana().person);
    await world.runUntil('2026-03-03T23:00:00.000Z');
    assert.deepEqual([world.chatOf(jana().person), world.chatOf(petr().person)], [[], ['2026-03-02 seats:5>9']]);
  });

  it('leaves all of very many ends to the next', async () => {
    const many = Array.from({ length: 120 }, (_, n): Put => {
      const value = aSubscription({ id: `s${String(n)}`, terms: [aTerm('2025-05-01', { id: `term${String(n)}` })], createdOn: day('2025-05-01') });
      return { kind: 'subscription', id: value.id, value };
    });
    const world = await janasWorld(...many);
    await world.plan();
    await removes(world, jana().person);
    await world.runUntil('2026-03-01T23:00:00.000Z');
    assert.deepEqual(
      world.chatOf(petr().person).map((text) => text.split(' ').length),
      [121],
    );
  });
});

describe('a customer’s person who is admin no more on the morning', () => {
  const put = [
    partnerRecord(company),
    customerRecord({ ...contosoInTeams(), partnerOfRecord: 'true' }),
    customerUserRecord(karelInTeams()),
    reached(karel),
    ending,
  ];

  it('is told nothing, though they were when it was planned', async () => {
    const world = await aNoticeWorld();
    await world.put(...put);
    await world.plan();
    await world.put(customerUserRecord(karelInTeams({ isAdmin: false })));
    await world.runUntil('2026-03-01T23:00:00.000Z');
    assert.deepEqual([world.chatOf(karel), world.chatOf(petr().person)], [[], isToldOfApril]);
  });

  it('is told as long as they are', async () => {
    const world = await aNoticeWorld();
    await world.put(...put);
    await world.runUntil('2026-03-01T23:00:00.000Z');
    assert.deepEqual(world.chatOf(karel), isToldOfApril);
  });
});

describe('a customer’s wish to an owner who removed the app', () => {
  const drawn = { draw: async () => ({ type: 'AdaptiveCard', fallbackText: 'wish' }) as const };
  const send = async (world: NoticeWorld): Promise<void> => {
    const outbox = world.outbox(drawn);
    outbox.wake();
    await outbox.drained();
  };
  const wished = async (...records: readonly Put[]): Promise<NoticeWorld> => {
    const world = await janasWorld(partnerRecord(company), customerUserRecord(karelInTeams()), reached(karel), ending, ...records);
    await world.put(customerRecord({ ...contosoInTeams({ owner: jana().person }), partnerOfRecord: 'true' }));
    const asked = toWish('renew', { subscription: april.id, term: aTerm('2025-05-01').id, endsOn: day('2026-04-30') });
    await executor({ store: world.store, clock: world.clock, noticeHour: 8 })(asked);
    world.notifier.answersNext('not-installed');
    await send(world);
    await send(world);
    return world;
  };

  it('goes to the next who can be told, at once', async () => {
    const world = await wished();
    assert.deepEqual([world.chatOf(jana().person), world.chatOf(petr().person)], [[], ['wish']]);
    assert.equal(await world.store.count('outbox-by-due', { key: 'all' }), 0);
  });

  it('waits for their return where nobody can', async () => {
    const petrs = reached(petr().person);
    const unreachable = { reason: 'not-installed', since: instant('2026-02-01T08:00:00.000Z') } as const;
    const world = await wished(...(petrs.kind === 'address' ? [{ ...petrs, value: { ...petrs.value, unreachable } }] : []));
    assert.deepEqual([world.chatOf(jana().person), world.chatOf(petr().person)], [[], []]);
    await world.put(reached(jana().person));
    world.setTo('2026-03-01T02:00:00.000Z');
    await send(world);
    assert.deepEqual(world.chatOf(jana().person), ['wish']);
  });

  it('is like that of an urgent change, which then is news of the next', async () => {
    const world = await janasWorld();
    const { partner, id: customer } = contoso();
    const about = { what: 'status', subscription: april.id } as const;
    const value = { partner, customer, recipient: jana().person, about, before: 'active', after: 'suspended', at: instant('2026-03-01T00:00:00.000Z') };
    const to = { partner, recipient: jana().person, dueAt: value.at };
    await world.put({ kind: 'news', id: 'news', value }, outgoing('change-told|news', to, { topic: 'change-told', news: 'news' }));
    world.notifier.answersNext('not-installed');
    await send(world);
    await send(world);
    assert.deepEqual([world.chatOf(jana().person), world.chatOf(petr().person)], [[], ['wish']]);
    assert.equal(await world.store.count('news-of', { key: jana().person }), 0);
  });
});
