import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Commit, Put, Ref, Store } from '../../../../domain/shared/store.port.ts';
import { memoryStore } from '../../../support/fakes/memory-store.ts';
import { aCommit, aCustomer, aProductKey, aSubscription, afterNoon, anEvent, anOutboxItem, contoso } from '../../sample-records.ts';
import type { LowdbStore } from '../../../../bot/store/lowdb/lowdb-store.ts';
import { openBookIn } from '../open-book.ts';
import { quickDisk } from './crash-disk.ts';

type Step =
  | { readonly kind: 'commits'; readonly commits: readonly Commit[] }
  | { readonly kind: 'claim'; readonly at: number; readonly limit: number }
  | { readonly kind: 'reopen'; readonly rest: number };

const ids = ['a', 'b', 'c'] as const;
const id = fc.constantFrom(...ids);
const kind = fc.constantFrom('customer' as const, 'product-key' as const, 'subscription' as const, 'outbox' as const);
const put: fc.Arbitrary<Put> = fc.oneof(
  fc.tuple(id, fc.string({ unit: 'grapheme', maxLength: 20 })).map(([own, name]) => aCustomer(own, name)),
  id.map((own) => aProductKey(own)),
  fc.tuple(id, id).map(([own, of]) => aSubscription(own, of, '2026-03-01', '2026-05-01')),
  fc.tuple(id, fc.nat(50)).map(([own, at]) => anOutboxItem(own, afterNoon(at))),
);
const ref: fc.Arbitrary<Ref> = fc.tuple(kind, id).map(([of, own]) => ({ kind: of, id: own }));
const commit: fc.Arbitrary<Commit> = fc
  .record({
    commandId: fc.nat(40).map((number) => `command-${number}`),
    expect: fc.array(
      fc.tuple(ref, fc.nat(3)).map(([of, version]) => ({ ...of, version })),
      { maxLength: 1 },
    ),
    put: fc.uniqueArray(put, { maxLength: 3, selector: ({ kind: of, id: own }) => `${of} ${own}` }),
    remove: fc.array(ref, { maxLength: 1 }),
    events: fc.array(
      fc.constantFrom('one', 'two').map((what) => anEvent(what)),
      { maxLength: 2 },
    ),
    outcome: fc.jsonValue(),
  })
  .map(({ commandId, remove, ...change }) =>
    aCommit(commandId, { ...change, remove: remove.filter((one) => !change.put.some((other) => other.kind === one.kind && other.id === one.id)) }),
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.array(commit, { minLength: 1, maxLength: 5 }).map((commits) => ({ kind: 'commits' as const, commits })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('claim' as const), at: fc.nat(100), limit: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), rest: fc.constantFrom(0, 300, Infinity) }) },
);

export interface HistoriesProofSize {
  readonly runs: number;
  /** The same seed makes the same histories; without one they are new each time. */
  readonly seed?: number;
  /** Plants a fault into the embedded book. */
  readonly plant?: (store: LowdbStore) => LowdbStore;
}

/** Fails at the first random history of commits, claims and restarts to which the embedded book answers otherwise than the one in memory. */
export async function proveHistoriesAgree({ runs, seed, plant = (store) => store }: HistoriesProofSize): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) => answersTheSame(steps, plant)),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}

async function answersTheSame(steps: readonly Step[], plant: (store: LowdbStore) => LowdbStore): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  const open = async (rest: number): Promise<LowdbStore> => plant(await openBookIn(folder, { disk: quickDisk, compactAt: { rest, running: 1200 } }));
  const memory = memoryStore();
  let embedded = await open(Infinity);
  try {
    for (const one of steps) {
      if (one.kind === 'reopen') {
        await embedded.close();
        embedded = await open(one.rest);
      }
      assert.deepEqual(await take(embedded, one), await take(memory, one));
      assert.deepEqual(await everythingIn(embedded), await everythingIn(memory));
    }
  } finally {
    await embedded.close();
    await rm(folder, { recursive: true });
  }
}

async function take(store: Store, one: Step): Promise<unknown> {
  if (one.kind === 'commits') return Promise.all(one.commits.map((each) => store.commit(each)));
  if (one.kind === 'claim') return store.claim({ now: afterNoon(one.at), leaseUntil: afterNoon(one.at + 20), limit: one.limit });
  return undefined;
}

async function everythingIn(store: Store): Promise<unknown> {
  const kinds = ['customer', 'product-key', 'subscription', 'outbox'] as const;
  const records = await Promise.all(kinds.flatMap((of) => ids.map((own) => store.read(of, own))));
  const outcomes = await Promise.all(Array.from({ length: 41 }, (_, number) => store.outcomeOf(aCommit(`command-${number}`).commandId)));
  const lists = await Promise.all([
    store.list('customers-of-partner', { key: contoso, limit: 2 }),
    store.list('ends-of-partner', { key: contoso, limit: 2 }),
    store.list('outbox-by-due', { key: 'all', limit: 2 }),
  ]);
  const audit = [];
  for await (const event of store.auditTrail()) audit.push(event);
  return { records, lists, outcomes: outcomes.map((kept) => kept?.outcome), audit };
}
