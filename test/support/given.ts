import assert from 'node:assert/strict';
import type { AuditEvent } from '../../domain/shared/audit.ts';
import type { Changes, Decision } from '../../domain/shared/decision.ts';
import type { Records } from '../../domain/shared/records.ts';
import type { Kind, PutOf } from '../../domain/shared/store.port.ts';

/** The present of a test that does not name another. */
export const today = '2026-03-01';

/**
 * Reads a rule as a sentence: `given(state).when(command).refuses({ kind: 'no-keys' })`.
 *
 * @example const given = deciding(decideRedemption);
 */
export function deciding<State, Command, Outcome, Refusal>(decide: (state: State, command: Command, now: Date) => Decision<Outcome, Refusal>) {
  return (state: State) => ({
    when: (command: Command, on = today) => decided(decide(state, command, new Date(`${on}T10:00:00.000Z`))),
  });
}

function decided<Outcome, Refusal>(decision: Decision<Outcome, Refusal>) {
  return {
    refuses(refusal: Refusal) {
      assert.deepEqual(decision, { decided: 'refusal', refusal });
    },
    /** The outcome has at least these facts. */
    yields(facts: Partial<Outcome>) {
      const { outcome } = accepted(decision);
      assert.deepEqual({ ...outcome, ...facts }, outcome);
    },
    outcome: () => accepted(decision).outcome,
    /** The one record of this kind that is put, whole. */
    record: <K extends Kind>(kind: K, id?: string) => recordOf(accepted(decision).changes, kind, id),
    puts: (kind: Kind) => accepted(decision).changes.put.filter((put) => put.kind === kind).length,
    removes: () => accepted(decision).changes.remove ?? [],
    events: () => accepted(decision).changes.events.map((event) => event.what),
    event: (what: string) => eventOf(accepted(decision).changes, what),
    changesNothing() {
      assert.deepEqual(accepted(decision).changes, { put: [], events: [] });
    },
  };
}

function accepted<Outcome, Refusal>(decision: Decision<Outcome, Refusal>): { readonly changes: Changes; readonly outcome: Outcome } {
  if (decision.decided === 'refusal') assert.fail(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision;
}

function recordOf<K extends Kind>(changes: Changes, kind: K, id?: string): Records[K] {
  const found = changes.put.filter((put): put is PutOf<K> & typeof put => put.kind === kind && (id === undefined || put.id === id));
  assert.equal(found.length, 1, `expected one ${kind} to be put, found ${String(found.length)}`);
  const [only] = found;
  assert.ok(only);
  return only.value;
}

function eventOf(changes: Changes, what: string): AuditEvent {
  const found = changes.events.find((event) => event.what === what);
  assert.ok(found, `expected the event ${what}`);
  return found;
}
