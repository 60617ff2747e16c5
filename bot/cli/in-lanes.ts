interface Work<T> {
  /** Works of one lane run one after the other, in the order in which they were added. */
  readonly lane: string;
  readonly run: () => Promise<T>;
}

interface Lanes<T> {
  /** Waits until there is room, then lets the work begin. */
  readonly add: (work: Work<T>) => Promise<void>;
  /** Waits for everything that was added. */
  readonly finish: () => Promise<void>;
}

type Settled<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly cause: unknown };

/**
 * Runs many works at a time and hands on their results in the order in which they were added.
 *
 * The first failure in that order comes out of `add` or `finish`; what had begun by then still ends on its own.
 */
export function inLanes<T>(mostAtOnce: number, take: (result: T) => void): Lanes<T> {
  const underWay: Promise<Settled<T>>[] = [];
  const lastOfLane = new Map<string, Promise<unknown>>();

  async function takeOldest(): Promise<void> {
    const settled = await underWay.shift();
    if (settled?.kind === 'failed') throw settled.cause;
    if (settled !== undefined) take(settled.value);
  }

  function begin({ lane, run }: Work<T>): Promise<Settled<T>> {
    const earlier = lastOfLane.get(lane) ?? Promise.resolve();
    const mine = earlier.then(run).then(
      (value): Settled<T> => ({ kind: 'done', value }),
      (cause: unknown): Settled<T> => ({ kind: 'failed', cause }),
    );
    lastOfLane.set(lane, mine);
    return mine.finally(() => lastOfLane.get(lane) === mine && lastOfLane.delete(lane));
  }

  return {
    async add(work) {
      if (underWay.length >= mostAtOnce) await takeOldest();
      underWay.push(begin(work));
    },
    async finish() {
      while (underWay.length > 0) await takeOldest();
    },
  };
}
