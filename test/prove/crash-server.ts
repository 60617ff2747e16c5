import { z } from 'zod';
import { newId } from '../../bot/platform/ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { Incoming } from '../../domain/shared/turn.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { clockAt } from '../support/book.ts';
import { anAssistant } from '../support/chat.ts';
import { commitMoments, dyingDisk, promisingDisk } from '../support/crash-disk.ts';

/**
 * The assistant as a process that is to die: the real turn over the real embedded book. Takes activities from its parent, in our words.
 *
 * Run as a child process; the one argument is what is planned for it.
 */
const Plan = z.object({
  folder: z.string(),
  death: z
    .discriminatedUnion('during', [
      z.object({ during: z.literal('commit'), number: z.int(), moment: z.enum(commitMoments) }),
      z.object({ during: z.literal('opening'), step: z.int(), half: z.boolean() }),
    ])
    .optional(),
  /** Folds the journal into a snapshot while opening, however small it is. */
  folds: z.boolean(),
  plantedFault: z.enum(['promises-before-it-writes', 'forgets-its-commands']).optional(),
});
export type Plan = z.infer<typeof Plan>;

export interface Asked {
  readonly number: number;
  readonly incoming: Incoming;
}

const plan = Plan.parse(JSON.parse(process.argv[2] ?? ''));
const die = () => process.kill(process.pid, 'SIGKILL');
const disk = dyingDisk(plan.death, die, plan.plantedFault === 'promises-before-it-writes' ? promisingDisk() : undefined);
const store = await openBookIn(plan.folder, { disk, ...(plan.folds ? { compactAt: { rest: 0, running: 1 << 26 } } : {}), onFailure: die });
disk.opened();
const { turn } = anAssistant(plan.plantedFault === 'forgets-its-commands' ? forgetful(store) : store, clockAt());

process.on('message', ({ number, incoming }: Asked) => {
  turn(incoming).then(
    (reply) => {
      disk.beforeReply();
      process.send?.({ number, reply, commits: disk.commits() });
    },
    (fault: unknown) => process.send?.({ number, fault: String(fault) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true, steps: disk.steps() });

/** Planted fault: a redemption gets a new name with every try. */
function forgetful(book: Store): Store {
  const isTurn = (id: CommandId) => id.startsWith('turn:');
  return {
    ...book,
    commit: (commit) => book.commit(isTurn(commit.commandId) ? commit : { ...commit, commandId: CommandId.parse(newId()) }),
    outcomeOf: async (id) => (isTurn(id) ? book.outcomeOf(id) : undefined),
  };
}
