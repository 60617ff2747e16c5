import type { IndexEntry, Query, QueryName, QueryOf } from '../../domain/shared/queries.ts';
import { queries } from '../../domain/shared/queries.ts';
import type { Kind, PutOf, Reader, Slice, Store, Stored } from '../../domain/shared/store.port.ts';

type Range = Omit<Slice, 'limit' | 'after'>;

const queryNames = Object.keys(queries).filter((name): name is QueryName => Object.hasOwn(queries, name));

/**
 * A book that takes commits and writes nothing: what was put is seen again, everything else is read from the real one.
 *
 * For trying an import out, so that its later lines meet its earlier ones. Holds in memory what would have changed.
 * Knows no conflicts and no repeated commands: one import alone works on it. A page holds all rows.
 */
export function dryRunStore(real: Reader & Pick<Store, 'auditTrail'>): Store {
  const written = new Map<string, Stored<Kind>>();
  const idsOfSlice = new Map<string, Set<string>>();

  function write({ kind, id, value }: PutOf<Kind>): void {
    const before = written.get(nameOf(kind, id));
    const after: Stored<Kind> = { kind, id, value, version: (before?.version ?? 0) + 1 };
    for (const slice of before === undefined ? [] : slicesOf(before)) idsOfSlice.get(slice)?.delete(id);
    for (const slice of slicesOf(after)) idsOfSlice.set(slice, (idsOfSlice.get(slice) ?? new Set()).add(id));
    written.set(nameOf(kind, id), after);
  }

  function writtenOf<K extends Kind>(kind: K, id: string): Stored<K> | undefined {
    const stored = written.get(nameOf(kind, id));
    return stored !== undefined && isOf(stored, kind) ? stored : undefined;
  }

  async function rows<Q extends QueryName>(query: Q, range: Range): Promise<readonly Stored<QueryOf<Q>>[]> {
    const kind: QueryOf<Q> = queries[query].kind;
    const mine = [...(idsOfSlice.get(sliceName(query, range.key)) ?? [])].flatMap((id) => writtenOf(kind, id) ?? []);
    const others = (await realRows(real, query, range)).filter((row) => !written.has(nameOf(kind, row.id)));
    return [...mine, ...others]
      .flatMap((stored) => {
        const entry = entriesOf(queries[query], stored).find(({ key }) => key === range.key);
        return entry !== undefined && isWithin(entry, range) ? [{ stored, order: `${entry.sort}\0${stored.id}` }] : [];
      })
      .toSorted((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ stored }) => stored);
  }

  return {
    read: async (kind, id) => writtenOf(kind, id) ?? (await real.read(kind, id)),
    list: async (query, slice) => ({ rows: await rows(query, slice) }),
    count: async (query, range) => (await rows(query, range)).length,
    outcomeOf: async () => undefined,
    commit: async (commit) => {
      for (const put of commit.put) write(put);
      return { kind: 'committed' };
    },
    claim: async () => [],
    auditTrail: () => real.auditTrail(),
    check: async () => undefined,
    close: async () => undefined,
  };
}

function nameOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}

function sliceName(query: QueryName, key: string): string {
  return `${query} ${key}`;
}

function slicesOf(stored: Stored<Kind>): readonly string[] {
  return queryNames.flatMap((name) => entriesOf(queries[name], stored).map(({ key }) => sliceName(name, key)));
}

function entriesOf(query: { readonly kind: Kind }, { kind, value }: Stored<Kind>): readonly IndexEntry[] {
  return finds(query, kind) ? query.entries(value) : [];
}

function finds<K extends Kind>(query: { readonly kind: Kind }, kind: K): query is Query<K> {
  return query.kind === kind;
}

function isOf<K extends Kind>(stored: Stored<Kind>, kind: K): stored is Stored<K> {
  return stored.kind === kind;
}

function isWithin({ sort }: IndexEntry, { from, upTo }: Range): boolean {
  return (from === undefined || from <= sort) && (upTo === undefined || sort <= upTo);
}

async function realRows<Q extends QueryName>(real: Reader, query: Q, range: Range): Promise<readonly Stored<QueryOf<Q>>[]> {
  const rows: Stored<QueryOf<Q>>[] = [];
  let page = await real.list(query, { ...range, limit: 500 });
  rows.push(...page.rows);
  while (page.next !== undefined) {
    page = await real.list(query, { ...range, limit: 500, after: page.next });
    rows.push(...page.rows);
  }
  return rows;
}
