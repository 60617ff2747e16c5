import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { CommandId, OfferId } from '../../domain/shared/ids.ts';
import { answerAtOnce } from '../prove/offer-races.ts';
import type { RaceCount } from '../prove/offer-verdict.ts';
import { contoso, jana, petr } from '../support/builders.ts';
import { auditOf, clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import {
  aDelegationOffer,
  aSeller,
  aTrial,
  aVisitor,
  addressRecord,
  anOffer,
  answers,
  byPetr,
  contosoInTeams,
  contosoTenant,
  customerRecord,
  customerUserRecord,
  gdap,
  karelInTeams,
  newIds,
  offerRecord,
  personAt,
  sends,
} from '../support/offers.ts';

/** What must hold however many click at once. */
function oneOutcomeEach(count: RaceCount): void {
  const { secondOutcomes, createdTwice, messagesWrong, acceptedAfterWithdrawal, answeredOtherwise, toldWrong, faults } = count;
  assert.deepEqual(
    { secondOutcomes, createdTwice, messagesWrong, acceptedAfterWithdrawal, answeredOtherwise, toldWrong, faults },
    { secondOutcomes: 0, createdTwice: 0, messagesWrong: 0, acceptedAfterWithdrawal: 0, answeredOtherwise: 0, toldWrong: 0, faults: 0 },
  );
}

describe('fifty who click on one offer at the same moment: admins of two customers, visitors, and the partner who withdraws it', function () {
  this.timeout(60_000);

  for (const book of ['in memory', 'on a disk'] as const) {
    it(`leave one outcome for each customer, nothing created twice, one message for each, in a book ${book}: 20 rounds`, async () => {
      const count = await answerAtOnce({ rounds: 20, atOnce: 50, seed: 20260301, book });
      oneOutcomeEach(count);
      assert.deepEqual([count.rounds, count.clicks], [20, 1000]);
      // Not by nothing ever having happened.
      assert.ok(count.accepted >= 5 && count.declined >= 1 && count.withdrawn >= 5, JSON.stringify(count));
    });
  }

  it('planted fault: a book that sees no conflict lets the proof fail', async () => {
    const count = await answerAtOnce({ rounds: 2, atOnce: 50, seed: 20260301, book: 'in memory', plantedFault: 'forgets-expectations' });
    assert.ok(count.secondOutcomes > 0, JSON.stringify(count));
    assert.throws(() => {
      oneOutcomeEach(count);
    }, assert.AssertionError);
  });
});

async function aBookWith(...put: readonly Put[]): Promise<Store> {
  const store = memoryStore();
  const people = [userRecord(petr()), userRecord(jana()), addressRecord(jana().person), addressRecord(personAt(contosoTenant, 1))];
  await fill(store, [partnerRecord(aSeller()), ...people, customerRecord(contosoInTeams()), customerUserRecord(karelInTeams()), ...put]);
  return store;
}

const told = (results: readonly { readonly kind: string; readonly refusal?: { readonly kind: string } }[]) =>
  results.map((result) => result.refusal?.kind ?? result.kind).toSorted();

describe('two offers at the same moment', () => {
  it('with the same trial for one customer: one trial, the other hears that it was had', async () => {
    const store = await aBookWith(offerRecord(aTrial({ id: 'one' })), offerRecord(aTrial({ id: 'two' })));
    const execute = executor({ store, clock: clockAt() });
    const clicks = ['one', 'two'].map((id) => answers({ offer: OfferId.parse(id), newIds: newIds(id, 1) }, id));
    const results = await Promise.all(clicks.map((click) => execute(click)));
    assert.deepEqual(told(results), ['done', 'trial-used']);
    assert.equal(await store.count('subscriptions-of-customer', { key: contoso().id }), 1);
  });

  it('that ask for delegated administration under one name: one is sent, the other hears that the name is taken', async () => {
    const store = await aBookWith();
    const execute = executor({ store, clock: clockAt() });
    const commands = ['Cloudy pro Contoso', 'CLOUDY PRO CONTOSO'].map((name, n) =>
      sends({ id: OfferId.parse(`offer${String(n)}`), content: { kind: 'delegated-admin', delegation: gdap({ name }) } }, `send${String(n)}`),
    );
    assert.deepEqual(told(await Promise.all(commands.map((command) => execute(command)))), ['done', 'name-taken']);
  });
});

describe('an offer from beginning to end, through the book', () => {
  it('is sent, accepted, and ended by either side; each of them is told once', async () => {
    const store = await aBookWith();
    const execute = executor({ store, clock: clockAt() });
    const content = { kind: 'delegated-admin', delegation: gdap() } as const;
    await execute(sends({ content }));
    await execute(answers());
    const ended = await execute({
      ...{ type: 'end-delegated-admin', commandId: CommandId.parse('end'), relationship: newIds().relationship, by: personAt(contosoTenant, 1) },
      ...{ byName: 'Karel', handOff: newIds('end').delegation },
    });
    assert.equal(ended.kind, 'done');
    const topics = (await store.list('outbox-by-due', { key: 'all', limit: 100 })).rows.map(({ value }) => value.topic).toSorted();
    assert.deepEqual(topics, ['delegation-ended', 'offer-answered', 'offer-changed', 'offer-changed', 'offer-sent']);
    assert.deepEqual(
      (await auditOf(store)).map((event) => event.what),
      ['offer-sent', 'offer-accepted', 'delegated-admin-granted', 'delegated-admin-ended'],
    );
  });

  it('declared, dismissed and declared again, while the first message waits, is one message and never stuck', async () => {
    const store = await aBookWith(offerRecord(anOffer()));
    const execute = executor({ store, clock: clockAt() });
    const by = aVisitor();
    const settle = { ...byPetr('dismiss'), type: 'settle-answer', customer: contoso().id, verdict: 'dismiss', newIds: newIds() } as const;
    const results = [await execute(answers({ by }, 'first')), await execute(settle), await execute(answers({ by }, 'second'))];
    assert.deepEqual(told(results), ['done', 'done', 'done']);
    const { rows } = await store.list('outbox-by-due', { key: 'all', limit: 100 });
    assert.equal(rows.filter(({ value }) => value.topic === 'offer-answered').length, 1);
  });
});

describe('one command a hundred times, at once and one after the other', () => {
  const commands = [
    ['sending', [], sends({ content: { kind: 'delegated-admin', delegation: gdap() } })],
    ['accepting', [offerRecord(aDelegationOffer())], answers()],
    ['declaring', [offerRecord(anOffer())], answers({ by: aVisitor() })],
    ['declining', [offerRecord(anOffer())], answers({ answer: { kind: 'decline' } })],
    ['withdrawing', [offerRecord(anOffer())], { ...byPetr(), type: 'withdraw-offer' }],
    ['sending again', [offerRecord(anOffer({ customer: contoso().id }))], { ...byPetr(), type: 'send-offer-again' }],
  ] as const;
  for (const [what, put, command] of commands) {
    it(`${what} happens once, and everybody gets the same answer`, async () => {
      const store = await aBookWith(...put);
      const execute = executor({ store, clock: clockAt() });
      const results = await Promise.all(Array.from({ length: 50 }, () => execute<typeof command.type>(command)));
      for (let n = 0; n < 50; n += 1) results.push(await execute<typeof command.type>(command));
      for (const result of results) assert.deepEqual(result, results[0]);
      assert.equal(results[0]?.kind, 'done');
      const whats = (await auditOf(store)).map((event) => event.what);
      assert.equal(new Set(whats).size, whats.length);
    });
  }
});
