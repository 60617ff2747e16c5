/** Work that is under way. */
export interface Lanes<T> {
  add(lane: string, each: T, onFault: (fault: unknown) => void): void;
  size(): number;
  anyEnds(): Promise<unknown>;
  allEnd(): Promise<unknown>;
}

/**
 * Works one after another within a lane, lanes side by side.
 *
 * @param work `last`: what waits last in the same lane; the same one when nothing does.
 */
export function lanesOf<T>(work: (each: T, last: T) => Promise<void>): Lanes<T> {
  const last = new Map<string, T>();
  const ends = new Map<string, Promise<void>>();
  const active = new Set<Promise<void>>();
  return {
    add(lane: string, each: T, onFault: (fault: unknown) => void): void {
      last.set(lane, each);
      const before = ends.get(lane) ?? Promise.resolve();
      const mine = before
        .then(() => work(each, last.get(lane) ?? each))
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
