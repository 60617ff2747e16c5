import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { clockOfLife, offerAssistant } from '../support/offer-assistant.ts';
import type { Asked } from './crash-server.ts';

/**
 * The assistant as a process that is killed between what a customer accepts and what the partner is told: the real turn, book and outbox.
 *
 * Run as a child process; the one argument is what is planned for it.
 */
const Plan = z.object({
  folder: z.string(),
  life: z.int(),
  plantedFault: z.enum(['forgets-what-is-in-flight', 'tells-in-another-commit']).optional(),
});
export type OfferKillPlan = z.infer<typeof Plan>;

const { folder, life, plantedFault } = Plan.parse(JSON.parse(process.argv[2] ?? ''));
const clock = clockOfLife(life);
const book = await openBookIn(folder, { clock, onFailure: () => process.exit(1) });
const { turn, outbox } = offerAssistant(faulty(book), clock);
outbox.start();

process.on('message', ({ number, incoming }: Asked) => {
  turn(incoming).then(
    (reply) => process.send?.({ number, reply }),
    (fault: unknown) => process.send?.({ number, fault: String(fault) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

/** Planted faults: a book that forgets that a call to the channel had begun; one that puts the message into the outbox after the acceptance. */
function faulty(store: Store): Store {
  if (plantedFault === 'forgets-what-is-in-flight') {
    return {
      ...store,
      claim: async (request) =>
        (await store.claim(request)).map((item) => {
          const { sendingSince: _forgotten, ...value } = item.value;
          return { ...item, value };
        }),
    };
  }
  if (plantedFault !== 'tells-in-another-commit') return store;
  return {
    ...store,
    async commit(commit) {
      const later = commit.put.filter(({ kind }) => kind === 'outbox');
      if (later.length === 0 || commit.commandId.startsWith('outbox:')) return store.commit(commit);
      const result = await store.commit({ ...commit, put: commit.put.filter(({ kind }) => kind !== 'outbox') });
      await pause(60);
      await store.commit({ ...commit, commandId: CommandId.parse(`${commit.commandId}|later`), expect: [], put: later, remove: [], events: [] });
      return result;
    },
  };
}
