import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { handlers } from '../../bot/commands/handlers.ts';
import type { Execute } from '../../domain/commands.ts';
import type { IndexEntry, Query, QueryName } from '../../domain/shared/queries.ts';
import { queries } from '../../domain/shared/queries.ts';
import type { Commit, Kind, Put } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from '../support/book.ts';
import { cloudy, rival } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { foreignCommands } from '../support/foreign-commands.ts';
import { aSide } from '../support/two-sides.ts';
import type { Side } from '../support/two-sides.ts';

const own = aSide('zzown', cloudy, 4);
const theirs = aSide('zzrival', rival, 6);

/** Carries out one command in a book of both, and gives what it wrote. */
async function written(command: ReturnType<typeof foreignCommands>[keyof typeof handlers]): Promise<readonly Commit[]> {
  const store = memoryStore();
  await fill(store, [...own.records, ...theirs.records]);
  const commits: Commit[] = [];
  const execute: Execute = executor({
    clock: clockAt(),
    store: {
      ...store,
      commit: async (change) => {
        const result = await store.commit(change);
        if (result.kind === 'committed') commits.push(change);
        return result;
      },
    },
  });
  await execute(command);
  return commits;
}

/** Nothing of theirs is put, removed or named. The reference of a file is the file's own text. */
function leavesAlone({ marks }: Side, commits: readonly Commit[], typed: readonly string[] = []): void {
  for (const { put, remove, events } of commits) {
    const text = typed.reduce((rest, each) => rest.replaceAll(each, ''), JSON.stringify({ put, remove, events }).toLowerCase());
    assert.deepEqual(
      marks.filter((mark) => text.includes(mark)),
      [],
      text,
    );
  }
}

describe('a command about what belongs to another partner', () => {
  const all = foreignCommands(own, theirs);

  it('is tried for every command there is', () => assert.deepEqual(Object.keys(all).toSorted(), Object.keys(handlers).toSorted()));

  for (const command of Object.values(all)) {
    it(`"${command.type}" changes nothing of it, and brings nothing of it into the own book`, async () => {
      leavesAlone(theirs, await written(command), [theirs.subscription]);
    });
  }

  for (const command of Object.values(all).filter((each) => 'by' in each && 'partner' in each && each.type !== 'choose-language')) {
    it(`"${command.type}" changes nothing of it either when it claims to be for that partner`, async () => {
      leavesAlone(theirs, await written({ ...command, ...{ partner: theirs.partner } }), []);
    });
  }

  it('would be found out: a person of that partner may do it', async () => {
    const careless = foreignCommands(theirs, theirs);
    const commits = await written(careless['mark-checklist']);
    assert.throws(() => leavesAlone(theirs, commits), /zzrival/);
  });
});

/** Slices that partners share, and why that tells neither of them anything. */
const shared: Readonly<Partial<Record<QueryName, string>>> = {
  'outbox-by-due': 'read by the sweep alone, which sends each to its own recipient',
};

describe('a named query', () => {
  for (const name of Object.keys(queries).filter((each): each is QueryName => Object.hasOwn(queries, each))) {
    it(`"${name}" finds rows of one partner only under keys that no other partner has`, () => {
      const [mine, others] = [keysOf(name, own.records), keysOf(name, theirs.records)];
      assert.ok(mine.length > 0 && others.length > 0, 'no record of the two sides has a row in it');
      if (shared[name] === undefined)
        assert.deepEqual(
          mine.filter((key) => others.includes(key)),
          [],
        );
      else assert.deepEqual(mine, others);
    });
  }
});

function keysOf(name: QueryName, records: readonly Put[]): readonly string[] {
  return records.flatMap((record) => entriesOf(queries[name], record)).map(({ key }) => key);
}

function entriesOf(query: { readonly kind: Kind }, { kind, value }: Put): readonly IndexEntry[] {
  return finds(query, kind) ? query.entries(value) : [];
}

function finds<K extends Kind>(query: { readonly kind: Kind }, kind: K): query is Query<K> {
  return query.kind === kind;
}
