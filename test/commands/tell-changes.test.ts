import assert from 'node:assert/strict';
import type { Subscription } from '../../domain/customers/records.ts';
import { CommandId, HandOffId, SubscriptionId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { userRecord } from '../support/book.ts';
import { aSubscription, cloudy, contoso, instant, jana, petr } from '../support/builders.ts';
import { aChangesWorld, aLineOf, digestRecord, placeRecord, subscriptionRecord } from '../support/changes-world.ts';
import { aDelegationOffer, aRelationship, contosoInTeams, customerRecord, offerRecord } from '../support/offers.ts';
import { karelPerson, sold, toPlan, toRecord, toWish } from '../support/renewals.ts';

const byPetr = { by: petr().person, byName: petr().name };
const topics = (items: readonly { readonly topic: string; readonly recipient: string }[]) => items.map(({ topic, recipient }) => [topic, recipient]);

describe('a change of a subscription', () => {
  it('by a colleague waits for the owner’s next morning: what, before and after, who and when', async () => {
    const world = await aChangesWorld();
    await world.execute(toRecord(byPetr));
    assert.deepEqual(await world.news(), [
      {
        ...{ partner: cloudy, customer: contoso().id, recipient: jana().person },
        about: { what: 'end-date', subscription: aSubscription().id },
        ...{ before: '2026-03-10', after: '2027-03-10', at: '2026-03-01T10:00:00.000Z', by: petr().name },
      },
    ]);
    const [item] = await world.outbox();
    assert.deepEqual([item?.topic, item?.recipient, item?.dueAt], ['digest', jana().person, '2026-03-02T08:00:00.000Z']);
    assert.equal((await world.digest('2026-03-02'))?.entries.length, 0);
  });

  it('by the owner themself is told to nobody', async () => {
    const world = await aChangesWorld();
    await world.execute(toRecord());
    assert.deepEqual([await world.news(), await world.outbox()], [[], []]);
  });

  it('repeated is told once', async () => {
    const world = await aChangesWorld();
    await world.execute(toRecord(byPetr));
    await world.execute(toRecord(byPetr));
    assert.equal((await world.news()).length, 1);
    assert.equal((await world.outbox()).length, 1);
  });

  it('comes with the digest of the day after when today’s has gone out, in the owner’s own morning', async () => {
    const world = await aChangesWorld();
    await world.put(digestRecord('2026-03-01', '2026-03-01T07:00:00.000Z'), userRecord({ ...jana(), timeZone: 'Europe/Prague' }));
    await world.execute(aLineOf({ seats: 7 }));
    const [item] = await world.outbox();
    assert.deepEqual([item?.facts, item?.dueAt], [{ digest: `${jana().person}|${cloudy}|2026-03-02` }, '2026-03-02T07:00:00.000Z']);
  });

  it('told by a file has no name to it', async () => {
    const world = await aChangesWorld();
    await world.execute(aLineOf({ seats: 7 }));
    const [news] = await world.news();
    assert.deepEqual([news?.about.what, news?.before, news?.after, news?.by], ['seats', '5', '7', undefined]);
  });

  it('that suspends it is told at once', async () => {
    const world = await aChangesWorld();
    await world.execute(aLineOf({ subscription: { status: 'suspended' } }));
    const [news] = await world.news();
    assert.deepEqual([news?.before, news?.after], ['active', 'suspended']);
    const [item, ...others] = await world.outbox();
    assert.deepEqual([item?.topic, item?.dueAt, others], ['change-told', '2026-03-01T10:00:00.000Z', []]);
    assert.deepEqual(await world.store.read('news', item?.facts['news'] ?? '').then((stored) => stored?.value), news);
  });

  it('is told to a global admin where the owner cannot be written to', async () => {
    const world = await aChangesWorld();
    await world.put(...(await unreachable(world.store, jana().person)));
    await world.execute(aLineOf({ seats: 7 }));
    assert.deepEqual([(await world.news()).length, (await world.news(petr().person)).length], [0, 1]);
    assert.deepEqual(topics(await world.outbox()), [['digest', petr().person]]);
  });

  it('waits for the owner where nobody can be written to, with no message that could not be sent', async () => {
    const world = await aChangesWorld();
    await world.put(...(await unreachable(world.store, jana().person)), ...(await unreachable(world.store, petr().person)));
    await world.execute(aLineOf({ seats: 7 }));
    assert.deepEqual([(await world.news()).length, await world.outbox()], [1, []]);
  });

  it('new in the book is no change', async () => {
    const world = await aChangesWorld();
    await world.execute(aLineOf({ id: 'another', subscription: { status: 'suspended' } }));
    assert.deepEqual([await world.news(), await world.outbox()], [[], []]);
  });
});

describe('the loss of the partner of record', () => {
  it('by one command is told once, however many subscriptions of the customer it is about', async () => {
    const world = await aChangesWorld();
    await world.put(
      customerRecord(contosoInTeams({ owner: jana().person, partnerOfRecord: 'true' })),
      subscriptionRecord(sold()),
      subscriptionRecord(another('second')),
    );
    const { name, domain, country, tenant } = contosoInTeams();
    const customer = { name, domain, country, tenant, partnerOfRecord: '7654321', ...unsaid };
    await world.execute({ type: 'import-customer', commandId: CommandId.parse('line'), partner: cloudy, id: contoso().id, customer });
    const news = await world.news();
    assert.deepEqual(
      news.map(({ about, after }) => [about, after]),
      [[{ what: 'partner-of-record' }, 'lost']],
    );
    assert.deepEqual(topics(await world.outbox()), [['change-told', jana().person]]);
  });
});

describe('the end of delegated administration', () => {
  const relationship = aRelationship();
  const end = { type: 'end-delegated-admin', commandId: CommandId.parse('end'), relationship: relationship.id, handOff: HandOffId.parse('hand-off') } as const;
  const granted = (sentBy = jana()) => [
    { kind: 'relationship', id: relationship.id, value: relationship } as const,
    offerRecord(aDelegationOffer({ id: relationship.offer, sentBy: sentBy.person, sentByName: sentBy.name })),
  ];

  it('by the customer has one message: the owner who is told by it is not told again', async () => {
    const world = await aChangesWorld();
    await world.put(...granted());
    await world.execute({ ...end, by: karelPerson, byName: 'Karel Contoso' });
    assert.deepEqual(topics((await world.outbox()).filter(({ topic }) => topic !== 'offer-changed')), [['delegation-ended', jana().person]]);
    assert.deepEqual(await world.news(), []);
  });

  it('is told to the owner at once when the message goes to who had offered it, or a colleague ended it', async () => {
    for (const by of [
      { by: karelPerson, byName: 'Karel Contoso' },
      { by: petr().person, byName: petr().name },
    ]) {
      const world = await aChangesWorld();
      await world.put(...granted(petr()));
      await world.execute({ ...end, ...by });
      const [news] = await world.news();
      assert.deepEqual([news?.about, news?.by], [{ what: 'delegation-ended', relationship: relationship.id }, by.byName]);
      assert.ok(topics(await world.outbox()).some(([topic, person]) => topic === 'change-told' && person === jana().person));
    }
  });
});

describe('the cards that speak of a subscription', () => {
  const changed = (world: Awaited<ReturnType<typeof aChangesWorld>>) =>
    world
      .outbox()
      .then((items) => items.filter(({ topic }) => topic === 'subscription-changed').map(({ facts, recipient }) => [facts['subscription'], recipient]));

  it('are drawn anew whenever it changes, or what is planned for its end', async () => {
    const world = await aChangesWorld();
    await world.put(placeRecord(petr().person));
    await world.execute(toPlan({ kind: 'let-end', because: 'X' }));
    await world.execute(toRecord({ commandId: CommandId.parse('record') }));
    assert.deepEqual(await changed(world), [
      [aSubscription().id, jana().person],
      [aSubscription().id, jana().person],
    ]);
  });

  it('are nobody’s business where there is none, or nothing changed', async () => {
    const without = await aChangesWorld();
    await without.execute(toRecord());
    const world = await aChangesWorld();
    await world.put(placeRecord(petr().person));
    await world.execute(aLineOf());
    await world.execute(toPlan({ kind: 'go-on' }));
    assert.deepEqual([await changed(without), await changed(world)], [[], []]);
  });

  it('are drawn on behalf of whoever has one when a file changed it', async () => {
    const world = await aChangesWorld();
    await world.put(placeRecord(petr().person));
    await world.execute(aLineOf({ seats: 7 }));
    assert.deepEqual(await changed(world), [[aSubscription().id, petr().person]]);
  });
});

describe('what a customer’s admin wants', () => {
  const wished = (items: Awaited<ReturnType<Awaited<ReturnType<typeof aChangesWorld>>['outbox']>>) =>
    items.filter(({ topic }) => topic === 'renewal-wished').map(({ recipient, facts, dueAt }) => [recipient, facts['plan'], dueAt]);
  const told = [jana().person, 'term|2026-03-10', '2026-03-01T10:00:00.000Z'];

  it('is told to the owner at once, and the last word only while the message still waits', async () => {
    const world = await aChangesWorld();
    await world.execute(toWish('renew'));
    await world.execute(toWish('renew', { commandId: CommandId.parse('again') }));
    await world.execute(toWish('end', { commandId: CommandId.parse('other') }));
    assert.deepEqual(wished(await world.outbox()), [told]);
  });

  it('said anew while the message is on its way is told anew', async () => {
    const world = await aChangesWorld();
    await world.execute(toWish('renew'));
    await world.store.claim({ now: instant('2026-03-01T10:00:00.000Z'), leaseUntil: instant('2026-03-01T10:01:00.000Z'), limit: 10 });
    await world.execute(toWish('end', { commandId: CommandId.parse('other') }));
    assert.deepEqual(wished(await world.outbox()), [told, told]);
  });
});

describe('an import of many changes for one owner', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `s${String(index)}`);

  for (const at of ['2026-03-01T05:00:00.000Z', '2026-03-01T07:57:00.000Z', '2026-03-01T14:00:00.000Z', '2026-03-01T22:00:00.000Z']) {
    it(`never waits in a row for one digest (${at})`, async () => {
      const world = await aChangesWorld(at);
      await world.put(...lines.map((id) => subscriptionRecord(another(id))));
      const results = await Promise.all(lines.map((id) => world.execute(aLineOf({ id, seats: 7 }, `line-${id}`))));
      assert.ok(results.every(({ kind }) => kind === 'done'));
      assert.equal((await world.news()).length, lines.length);
      assert.ok((await world.outbox()).length <= 2);
    });
  }

  it('would be found out: as many commands that all write one record are too many', async () => {
    const world = await aChangesWorld();
    const edit = (id: string) =>
      ({ type: 'edit-customer', commandId: CommandId.parse(id), partner: cloudy, ...byPetr, customer: contoso().id, name: id }) as const;
    const results = await Promise.allSettled(lines.map((id) => world.execute(edit(id))));
    assert.ok(results.some(({ status }) => status === 'rejected'));
  });

  it('is told in the next digest when today’s is about to go out', async () => {
    const world = await aChangesWorld('2026-03-01T07:57:00.000Z');
    await world.put(digestRecord('2026-03-01'));
    await world.execute(aLineOf({ seats: 7 }));
    const [item] = await world.outbox();
    assert.equal(item?.dueAt, '2026-03-02T08:00:00.000Z');
  });
});

const another = (id: string): Subscription => ({ ...sold(), id: SubscriptionId.parse(id) });

/** Of a customer, what the file does not say. */
const unsaid = { contactName: undefined, contactEmail: undefined, owner: undefined, language: undefined } as const;

async function unreachable(store: Store, person: PersonId): Promise<readonly Put[]> {
  const known = await store.read('address', person);
  assert.ok(known);
  return [{ kind: 'address', id: person, value: { ...known.value, unreachable: { reason: 'not-installed', since: instant('2026-02-20T08:00:00.000Z') } } }];
}
