/** When nothing goes, for how long, and that one goes ahead after it, to see. Milliseconds. */
export interface Pause {
  /** The moment from which on something goes again; in the past when nothing holds it back. */
  until(): number;
  /** There was a pause, and nothing has gone well since. */
  isProbing(): boolean;
  /** Nothing goes for `ms`, or, left out, for longer each time in a row. False when there was a pause already. */
  begin(now: number, ms?: number): boolean;
  /** It was not taken, or nobody knows: so many in a row, or one that went ahead, are a pause. */
  stumbled(now: number): void;
  /** True when that ends the trouble. What was under way when a pause began says nothing of its end. */
  wentWell(now: number): boolean;
}

/** @param ladder how long the pauses in a row last. @param mostStumbles how many failures in a row make one. */
export function createPause(ladder: readonly number[], mostStumbles: number): Pause {
  let until = 0;
  let strikes = 0;
  let stumbles = 0;

  function begin(now: number, ms?: number): boolean {
    const isNew = until <= now;
    const usual = isNew ? (ladder[Math.min(strikes, ladder.length - 1)] ?? 0) : 0;
    until = Math.max(until, now + (ms ?? usual));
    stumbles = 0;
    if (isNew) strikes += 1;
    return isNew;
  }

  return {
    until: () => until,
    isProbing: () => strikes > 0,
    begin,
    stumbled(now) {
      stumbles += 1;
      if (strikes > 0 || stumbles >= mostStumbles) begin(now);
    },
    wentWell(now) {
      if (until > now) return false;
      const isOver = strikes > 0;
      stumbles = 0;
      strikes = 0;
      return isOver;
    },
  };
}
