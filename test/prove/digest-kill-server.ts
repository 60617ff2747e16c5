import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Store } from '../../domain/shared/store.port.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { digestAssistant, morningOfLife } from '../support/digest-assistant.ts';

/**
 * The assistant as a process that is killed while it plans and sends digests: the real sweep, outbox and book.
 *
 * Run as a child process; the one argument is what is planned for it.
 */
const Plan = z.object({
  folder: z.string(),
  life: z.int(),
  plantedFault: z.enum(['forgets-what-is-in-flight', 'is-done-before-it-has-told']).optional(),
});
export type DigestKillPlan = z.infer<typeof Plan>;

const { folder, life, plantedFault } = Plan.parse(JSON.parse(process.argv[2] ?? ''));
const clock = morningOfLife(life);
const book = await openBookIn(folder, { clock, onFailure: () => process.exit(1) });
const { notices, outbox } = digestAssistant(faulty(book), clock);
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
outbox.start();
notices.start();

/** Planted faults: a book that forgets that a call to the channel had begun; one that takes a digest for done before what was in it is kept as told. */
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
  if (plantedFault !== 'is-done-before-it-has-told') return store;
  return {
    ...store,
    async commit(commit) {
      const done = commit.put.flatMap((each) => (each.kind === 'digest' && each.value.delivery !== undefined ? [`digest|${each.id}`] : []));
      const result = await store.commit({ ...commit, remove: [...commit.remove, ...done.map((id) => ({ kind: 'outbox', id }) as const)] });
      if (done.length > 0) await pause(60);
      return result;
    },
  };
}
