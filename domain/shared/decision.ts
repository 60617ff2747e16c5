import type { AuditEvent } from './audit.ts';
import type { Put, Ref } from './store.port.ts';

/** What a command changes: all of it is committed together, or nothing. */
export interface Changes {
  readonly put: readonly Put[];
  readonly remove?: readonly Ref[];
  readonly events: readonly AuditEvent[];
}

/**
 * The answer of `decide`: what changes and what to tell, or a refusal to tell.
 *
 * A refusal is a value with a `kind`; it is never thrown. A fault is never returned.
 */
export type Decision<Outcome, Refusal> =
  { readonly decided: 'changes'; readonly changes: Changes; readonly outcome: Outcome } | { readonly decided: 'refusal'; readonly refusal: Refusal };

export function changes<Outcome>(outcome: Outcome, what: Changes): Decision<Outcome, never> {
  return { decided: 'changes', changes: what, outcome };
}

export function refuse<Refusal>(refusal: Refusal): Decision<never, Refusal> {
  return { decided: 'refusal', refusal };
}
