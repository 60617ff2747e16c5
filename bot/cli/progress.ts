import type { Progress } from '../../domain/shared/progress.ts';
import type { Clock } from '../../domain/shared/ports.ts';

/** Passes on what it is told at most once in so many milliseconds. */
export function atMostEvery(ms: number, clock: Clock, tell: (progress: Progress) => void): (progress: Progress) => void {
  let toldAt = clock.now().getTime();
  return (progress) => {
    const now = clock.now().getTime();
    if (now - toldAt < ms) return;
    toldAt = now;
    tell(progress);
  };
}

/** A line a second on how far a command is: for logs and files, which draw no bar. */
export function progressInLines(clock: Clock, print: (line: string) => void): (progress: Progress) => void {
  return atMostEvery(1000, clock, ({ what, done, total, sofar }) => {
    print(`${what}: line ${done}${total > 0 ? ` of about ${total}` : ''}${sofar === '' ? '' : `: ${sofar}`} …`);
  });
}
