import type { CommandOf, CommandType, Execute, OutcomeOf, Result } from '../../domain/commands.ts';
import { historyOf } from '../../domain/customers/history.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { Changes } from '../../domain/shared/decision.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { Handler } from './handler.ts';
import { handlers } from './handlers.ts';
import { recordedReading } from './reading.ts';
import { tellChanges } from './tell-changes.ts';

const mostAttempts = 5;

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  /** At which hour of their day people are told what does not have to be told at once. */
  readonly noticeHour?: number;
}

const usualHour = 8;

/**
 * The only way to change the book for a command, exactly once: a command that was carried out before gives its stored outcome,
 * whoever repeats it and however often. A conflict reloads and decides again, at most five times.
 *
 * Whatever concerns a customer leaves a line in that customer's history, in the same commit; whatever changes a subscription is told to who looks
 * after the customer, and to the cards that speak of it (tell-changes.ts).
 *
 * Throws `Fault('still-in-conflict')` after that, and `Fault('book-damaged')` for a stored outcome that is not this command's.
 */
export function executor(parts: Parts): Execute {
  return async (command) => {
    const handler = handlers[command.type];
    const before = await outcomeOf(parts.store, handler, command.commandId);
    if (before !== undefined) return { kind: 'done', outcome: before };
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const result = await attemptOf(parts, handler, command);
      if (result !== 'conflict') return result;
    }
    throw new Fault('still-in-conflict', { detail: command.type });
  };
}

async function attemptOf<T extends CommandType>(
  { store, clock, noticeHour = usualHour }: Parts,
  handler: Handler<T>,
  command: CommandOf<T>,
): Promise<Result<T> | 'conflict'> {
  const reading = recordedReading(store);
  const now = clock.now();
  const decision = await handler.decide(command, reading, now);
  if (decision.decided === 'refusal' || isNothing(decision.changes)) {
    // It may be this command's own trace that was found: its twin was committed between our first look and our reading.
    // And this look waits until what was read is durable, so that nobody is told of what a crash could still undo.
    const twin = await outcomeOf(store, handler, command.commandId);
    if (twin !== undefined) return { kind: 'done', outcome: twin };
    return decision.decided === 'refusal' ? { kind: 'refused', refusal: decision.refusal } : { kind: 'done', outcome: decision.outcome };
  }
  const { changes, outcome } = decision;
  const { remove = [], events } = changes;
  const { commandId } = command;
  const told = await tellChanges({ book: store, noticeHour }, { commandId, changes, reading, now });
  const put = [...changes.put, ...historyOf(events)];
  const result = await store.commit({
    commandId,
    expect: [...reading.expectations(put), ...told.expect],
    put: [...put, ...told.put],
    remove,
    events,
    outcome,
    ...keptUntil(handler, now),
  });
  switch (result.kind) {
    case 'committed':
      return { kind: 'done', outcome };
    case 'already-applied':
      return { kind: 'done', outcome: stored(handler, result.outcome) };
    case 'conflict':
      return 'conflict';
  }
}

function keptUntil(handler: { readonly keepOutcomeForMs?: number }, now: Date): { readonly keepOutcomeUntil?: Instant } {
  return handler.keepOutcomeForMs === undefined ? {} : { keepOutcomeUntil: instantOf(new Date(now.getTime() + handler.keepOutcomeForMs)) };
}

function isNothing({ put, remove = [], events }: Changes): boolean {
  return put.length + remove.length + events.length === 0;
}

async function outcomeOf<T extends CommandType>(store: Store, handler: Handler<T>, commandId: CommandId): Promise<OutcomeOf<T> | undefined> {
  const found = await store.outcomeOf(commandId);
  return found === undefined ? undefined : stored(handler, found.outcome);
}

function stored<T extends CommandType>(handler: Handler<T>, outcome: unknown): OutcomeOf<T> {
  const parsed = handler.outcome.safeParse(outcome);
  if (!parsed.success) throw new Fault('book-damaged', { detail: 'the stored outcome of a command is not of its kind' });
  return parsed.data;
}
