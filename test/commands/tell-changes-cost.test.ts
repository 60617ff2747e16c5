import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { handlers } from '../../bot/commands/handlers.ts';
import type { Reading } from '../../bot/commands/reading.ts';
import { recordedReading } from '../../bot/commands/reading.ts';
import type { CommandOf, CommandType, OutcomeOf, RefusalOf } from '../../domain/commands.ts';
import type { Decision } from '../../domain/shared/decision.ts';
import type { Kind, Store } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from '../support/book.ts';
import { aSubscription, aTerm, cloudy } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { foreignCommands } from '../support/foreign-commands.ts';
import { aSide } from '../support/two-sides.ts';

const own = aSide('zzown', cloudy, 4);
/** What it is told of when it changes. */
const telling: readonly Kind[] = ['subscription', 'relationship', 'renewal-plan'];

/** How often a book of one partner is read by this. */
async function readsOf<T>(work: (store: Store) => Promise<T>): Promise<{ readonly reads: number; readonly result: T }> {
  const store = memoryStore();
  await fill(store, own.records);
  const { id, term, customer } = { id: own.subscription, term: own.term, customer: own.customer };
  // Sold by the partner, so that the owner is told of it.
  const value = aSubscription({ id, partner: cloudy, customer, channel: 'csp', plan: 'business-basic', terms: [aTerm('2025-03-11', { id: term })] });
  await fill(store, [{ kind: 'subscription', id, value }], 'sold');
  let reads = 0;
  const result = await work({
    ...store,
    read: (kind, of) => {
      reads += 1;
      return store.read(kind, of);
    },
    list: (query, slice) => {
      reads += 1;
      return store.list(query, slice);
    },
    count: (query, slice) => {
      reads += 1;
      return store.count(query, slice);
    },
  });
  return { reads, result };
}

function decide<T extends CommandType>(command: CommandOf<T> & { readonly type: T }, reading: Reading): Promise<Decision<OutcomeOf<T>, RefusalOf<T>>> {
  return handlers[command.type].decide(command, reading, clockAt().now());
}

const execute = (store: Store) => executor({ store, clock: clockAt() });
const commands = foreignCommands(own, own);

describe('carrying out a command', () => {
  for (const command of Object.values(commands)) {
    it(`"${command.type}" reads no more than it decides by, unless there is something to tell`, async () => {
      const deciding = await readsOf((store) => decide(command, recordedReading(store)));
      const carriedOut = await readsOf((store) => execute(store)(command));
      const { result } = deciding;
      const tells = result.decided === 'changes' && result.changes.put.some(({ kind }) => telling.includes(kind));
      if (!tells) assert.equal(carriedOut.reads, deciding.reads);
    });
  }

  it('would be found out: one that changes a subscription reads whom to tell', async () => {
    const command = commands['record-renewal'];
    const deciding = await readsOf((store) => decide(command, recordedReading(store)));
    const carriedOut = await readsOf((store) => execute(store)(command));
    assert.ok(carriedOut.reads > deciding.reads, `${String(carriedOut.reads)} > ${String(deciding.reads)}`);
  });
});
