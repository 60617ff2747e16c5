import type { QueryName, QueryOf } from '../../domain/shared/queries.ts';
import type { Records } from '../../domain/shared/records.ts';
import type { Expectation, Kind, Put, Reader, Slice, Stored } from '../../domain/shared/store.port.ts';

/** Reads for a decision, and remembers each record with its version, the absent ones too. */
export interface Reading {
  read<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined>;
  /**
   * All rows of a query's slice. Each row is remembered, but not that there are no others:
   * a rule that rests on completeness must also read a record which every newcomer writes.
   */
  list<Q extends QueryName>(query: Q, slice: Pick<Slice, 'key' | 'from' | 'upTo'>): Promise<readonly Records[QueryOf<Q>][]>;
  /**
   * How many rows a slice has, for a rule that needs no more. Nothing is remembered: a rule that rests on it must also read, before, a record
   * which every newcomer writes.
   */
  count(query: QueryName, slice: Pick<Slice, 'key' | 'from' | 'upTo'>): Promise<number>;
}

/** A reading, and what must still be true when its decision is committed. */
export interface RecordedReading extends Reading {
  /** What was read, as it was read; and that everything else that is put does not exist yet. Nothing is ever written blindly. */
  expectations(put: readonly Put[]): readonly Expectation[];
  /** A record as it was read first; undefined when it was absent, or nobody asked for it. */
  before<K extends Kind>(kind: K, id: string): Records[K] | undefined;
}

export function recordedReading(store: Reader): RecordedReading {
  const seen = new Map<string, Expectation>();
  const known = new Map<string, Stored<Kind>>();

  // The first version seen counts: a record that changes while it is read twice must end in a conflict.
  function remember(kind: Kind, id: string, stored: Stored<Kind> | undefined): void {
    const name = nameOf(kind, id);
    if (seen.has(name)) return;
    seen.set(name, { kind, id, version: stored?.version ?? 0 });
    if (stored !== undefined) known.set(name, stored);
  }

  return {
    async read(kind, id) {
      const stored = await store.read(kind, id);
      remember(kind, id, stored);
      return stored?.value;
    },
    async list(query, slice) {
      const rows = await allRows(store, query, slice);
      for (const row of rows) remember(row.kind, row.id, row);
      return rows.map((row) => row.value);
    },
    before(kind, id) {
      const stored = known.get(nameOf(kind, id));
      return stored !== undefined && isOf(stored, kind) ? stored.value : undefined;
    },
    count: (query, slice) => store.count(query, slice),
    expectations(put) {
      const unread = put.filter(({ kind, id }) => !seen.has(nameOf(kind, id)));
      return [...seen.values(), ...unread.map(({ kind, id }): Expectation => ({ kind, id, version: 0 }))];
    },
  };
}

function isOf<K extends Kind>(stored: Stored<Kind>, kind: K): stored is Stored<K> {
  return stored.kind === kind;
}

function nameOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}

async function allRows<Q extends QueryName>(store: Reader, query: Q, slice: Pick<Slice, 'key' | 'from' | 'upTo'>): Promise<readonly Stored<QueryOf<Q>>[]> {
  const rows: Stored<QueryOf<Q>>[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(query, { ...slice, limit: 500, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
