import type { Log, NewId } from '../../domain/shared/ports.ts';
import type { HandleTurn, Incoming, Reply } from '../../domain/shared/turn.ts';

/** The card that tells a person that something broke, with the id under which the log has the rest. */
export type OnFault = (incoming: Incoming, errorId: string) => Reply | Promise<Reply>;

/** What came of a turn: its answer, or the id of a fault for which not even a card could be made. */
export type Answer = { readonly reply: Reply; readonly errorId?: string };

/**
 * The one place where faults of a turn are caught: logged under a short id, and answered with a card that names it.
 */
export function createAnswer(parts: { readonly handleTurn: HandleTurn; readonly onFault: OnFault; readonly log: Log; readonly newId: NewId }) {
  const { handleTurn, onFault, log, newId } = parts;

  async function faultAnswer(incoming: Incoming, errorId: string): Promise<Answer> {
    try {
      return { reply: await onFault(incoming, errorId) };
    } catch (fault) {
      log.error({ errorId, requestId: incoming.requestId, fault }, 'no card for the fault');
      return { reply: { kind: 'nothing' }, errorId };
    }
  }

  return async (incoming: Incoming): Promise<Answer> => {
    try {
      return { reply: await handleTurn(incoming) };
    } catch (fault) {
      const errorId = newId().slice(0, 8);
      log.error({ errorId, requestId: incoming.requestId, said: incoming.said.kind, fault }, 'turn failed');
      return faultAnswer(incoming, errorId);
    }
  };
}
