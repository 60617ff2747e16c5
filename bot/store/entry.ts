import { z } from 'zod';
import type { AuditEvent } from '../../domain/shared/audit.ts';
import { Instant } from '../../domain/shared/dates.ts';
import { CommandId } from '../../domain/shared/ids.ts';
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
  commandId: CommandId.optional(),
  put: z.array(z.custom<Put>(isPut)),
  remove: z.array(z.custom<Ref>(isRef)),
  events: z.array(z.custom<AuditEvent>(isObject)),
  outcome: z.unknown().optional(),
  keepOutcomeUntil: Instant.optional(),
});

/** What a commit, or a claim, asks to be written: its expectations are judged before and leave no trace. */
export type Change = Pick<Commit, 'put'> & Partial<Omit<Commit, 'put' | 'expect'>>;

/** The entry of a change, as it stands in the journal. */
export function entryText(sequence: number, { commandId, put, remove = [], events = [], outcome, keepOutcomeUntil }: Change): string {
  return JSON.stringify({ sequence, commandId, put, remove, events, outcome, keepOutcomeUntil });
}

function isPut(value: unknown): value is Put {
  return isRef(value) && 'value' in value && isObject(value.value);
}

function isRef(value: unknown): value is Ref {
  return isObject(value) && 'kind' in value && isKind(value.kind) && 'id' in value && typeof value.id === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
