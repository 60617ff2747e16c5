/** Those that are under way at the same time: not more than there is room, the others in the order in which they came. */
export interface UnderWay {
  enter(): Promise<void>;
  leave(): void;
  /** There may be more room than before. */
  look(): void;
}

export function createUnderWay(room: () => number): UnderWay {
  const waiting: (() => void)[] = [];
  let inside = 0;

  function look(): void {
    while (inside < room() && waiting.length > 0) {
      inside += 1;
      waiting.shift()?.();
    }
  }

  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        look();
      }),
    leave() {
      inside -= 1;
      look();
    },
    look,
  };
}
