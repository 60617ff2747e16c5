import type { Store } from '../../domain/shared/store.port.ts';

/** The same book, which wakes whoever sends as soon as a commit has put something into the outbox. */
export function waking(store: Store, wake: () => void): Store {
  return {
    ...store,
    commit: async (commit) => {
      const result = await store.commit(commit);
      if (result.kind === 'committed' && commit.put.some(({ kind }) => kind === 'outbox')) wake();
      return result;
    },
  };
}
