import type { Item } from './settle.ts';

/** Work that is under way. */
export interface Lanes {
  add(lane: string, item: Item, onFault: (fault: unknown) => void): void;
  size(): number;
  anyEnds(): Promise<unknown>;
  allEnd(): Promise<unknown>;
}

/**
 * Works one after another within a lane, lanes side by side.
 *
 * @param work `last`: the item that waits last in the same lane; the item itself when none does.
 */
export function lanesOf(work: (item: Item, last: Item) => Promise<void>): Lanes {
  const last = new Map<string, Item>();
  const ends = new Map<string, Promise<void>>();
  const active = new Set<Promise<void>>();
  return {
    add(lane: string, item: Item, onFault: (fault: unknown) => void): void {
      last.set(lane, item);
      const before = ends.get(lane) ?? Promise.resolve();
      const mine = before
        .then(() => work(item, last.get(lane) ?? item))
        .catch(onFault)
        .finally(() => {
          active.delete(mine);
          if (ends.get(lane) !== mine) return;
          ends.delete(lane);
          last.delete(lane);
        });
      ends.set(lane, mine);
      active.add(mine);
    },
    size: () => active.size,
    anyEnds: () => Promise.race(active),
    allEnd: () => Promise.all(active),
  };
}
