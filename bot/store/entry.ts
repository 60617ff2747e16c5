import { z } from 'zod';
import type { AuditEvent } from '../../domain/shared/audit.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { Commit, Put, Ref } from '../../domain/shared/store.port.ts';
import { isKind } from './book-tables.ts';

/**
 * One step of the book's history: what a commit, or a claim, changed. Plain JSON.
 *
 * A journal line holds one; applying it is the only way in which the book ever changes, at once and after a restart.
 */
export type Entry = z.infer<typeof Entry>;
export const Entry = z.object({
  /** Counts the entries of the book from 1, without a gap. */
  sequence: z.int().positive(),
  /** Absent for a claim, whose outcome nobody asks for. */
  commandId: z.custom<CommandId>(isText).optional(),
  put: z.array(z.custom<Put>(isPut)),
  remove: z.array(z.custom<Ref>(isRef)),
  events: z.array(z.custom<AuditEvent>(isObject)),
  outcome: z.unknown().optional(),
  keepOutcomeUntil: z.custom<Instant>(isText).optional(),
});

/** What a commit, or a claim, asks to be written: its expectations are judged before and leave no trace. */
export type Change = Pick<Commit, 'put'> & Partial<Omit<Commit, 'put' | 'expect'>>;

/** The entry of a change, as it stands in the journal. Throws for what could not be read back: a line that is written must never stop a start. */
export function entryText(sequence: number, change: Change): string {
  return JSON.stringify(Entry.parse({ sequence, remove: [], events: [], ...change }));
}

function isPut(value: unknown): value is Put {
  return isRef(value) && 'value' in value && isObject(value.value);
}

function isRef(value: unknown): value is Ref {
  return isObject(value) && 'kind' in value && isKind(value.kind) && 'id' in value && typeof value.id === 'string';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
