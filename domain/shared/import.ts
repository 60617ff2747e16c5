import { z } from 'zod';
import type { Instant } from './dates.ts';
import { instantOf } from './dates.ts';
import type { Decision } from './decision.ts';
import { changes } from './decision.ts';
import type { CommandId, TenantId } from './ids.ts';
import type { Put } from './store.port.ts';

/** What became of one imported line. `columns` names what changed; empty unless `changed`. */
export const Imported = z.object({ kind: z.enum(['taken', 'changed', 'unchanged']), columns: z.array(z.string()) });
export type Imported = z.infer<typeof Imported>;

/** An optional cell: left empty (the book keeps what it knows), a value, or `null` where the file says "remove". */
export type Cell<T> = T | null | undefined;

/** What a record says in the words of its file, by column. Compared, audited and exported in this form. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

interface Line {
  readonly command: { readonly commandId: CommandId; readonly partner: TenantId };
  readonly now: Date;
  readonly what: string;
  readonly before: Facts | undefined;
  readonly after: Facts;
  readonly put: Put;
  /** Records written again as they are, so that two lines which rest on the same count meet in a conflict. */
  readonly touch?: readonly Put[];
}

/** The value of an optional cell: the given one, none where it is to be removed, else the one the book has. */
export function cellOr<T>(cell: Cell<T>, known: T | undefined): T | undefined {
  if (cell === undefined) return known;
  return cell === null ? undefined : cell;
}

/** Decides one line of an import: nothing to do, or the record with its audit event by the operator. */
export function decideLine(line: Line): Decision<Imported, never> {
  const before = line.before;
  if (before === undefined) return written(line, { kind: 'taken', columns: [] }, undefined, line.after);
  const columns = Object.keys({ ...before, ...line.after }).filter((column) => before[column] !== line.after[column]);
  if (columns.length === 0) return changes({ kind: 'unchanged', columns: [] }, { put: [], events: [] });
  return written(line, { kind: 'changed', columns }, only(columns, before), only(columns, line.after));
}

function written(line: Line, outcome: Imported, before: Facts | undefined, after: Facts): Decision<Imported, never> {
  const at: Instant = instantOf(line.now);
  const { commandId, partner } = line.command;
  const event = { at, by: { kind: 'operator' }, partner, what: line.what, about: `${line.put.kind}:${line.put.id}`, after, commandId } as const;
  return changes(outcome, { put: [line.put, ...(line.touch ?? [])], events: [before === undefined ? event : { ...event, before }] });
}

function only(columns: readonly string[], facts: Facts): Facts {
  return Object.fromEntries(columns.map((column) => [column, facts[column]]));
}
