const second = 1000;
const minute = 60 * second;

/** How long after each try the next one comes; after the last one it has failed. */
const pauses = [2 * second, 10 * second, minute, 5 * minute, 30 * minute] as const;

/**
 * How long to wait after so many tries, undefined when it was tried often enough.
 *
 * @param afterMs what the channel asked for: never sooner.
 */
export function pauseAfter(tries: number, afterMs = 0): number | undefined {
  const pause = pauses[tries - 1];
  return pause === undefined ? undefined : Math.max(pause, afterMs);
}

/** Somebody who took the app away may come back within a week; it is looked after them every hour. */
export const lookAgainMs = 60 * minute;
export const looksForMs = 7 * 24 * 60 * minute;
