import { instantOf } from '../../domain/shared/dates.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { CommitResult, Expectation, Put, Ref, Store } from '../../domain/shared/store.port.ts';

/** What a turn keeps that is no command: how far a conversation got, where a person can be reached. */
export interface Kept {
  /** The activity's key: a re-delivered activity keeps nothing twice. */
  readonly commandId: CommandId;
  readonly expect: readonly Expectation[];
  readonly put: readonly Put[];
  readonly remove: readonly Ref[];
}

/** Keeps it in one commit. On `conflict` the caller reads again; on `already-applied` an earlier delivery did it. */
export type Remember = (kept: Kept) => Promise<CommitResult['kind']>;

// Longer than the day for which a re-delivery must be recognised, so that an hour's doubt about clocks does not matter.
const rememberedForMs = 48 * 3_600_000;

export function remember({ store, clock }: { readonly store: Store; readonly clock: Clock }): Remember {
  return async ({ commandId, expect, put, remove }) => {
    const keepOutcomeUntil = instantOf(new Date(clock.now().getTime() + rememberedForMs));
    const result = await store.commit({ commandId, expect, put, remove, events: [], outcome: null, keepOutcomeUntil });
    return result.kind;
  };
}
