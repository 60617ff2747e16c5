import type { Log, Timers } from '../../domain/shared/ports.ts';

const parentCheckMs = 500;

/** When and how this process is to end. */
export interface Ending {
  /** Resolves once, with the exit code. */
  readonly wanted: Promise<number>;
  want(code: number): void;
}

interface EndingParts {
  readonly log: Log;
  readonly timers: Timers;
  /** A script of npm: between npm and this process stands a shell, which dies of a signal without passing it on. */
  readonly startedByNpm: boolean;
}

/**
 * Waits for Ctrl-C, for the signal of a service manager, for a closed terminal, or for a failure that nobody caught.
 *
 * A second signal changes nothing: npm passes on the Ctrl-C that the terminal has already sent to everybody.
 */
export function endingOf({ log, timers, startedByNpm }: EndingParts): Ending {
  let want: (code: number) => void = () => undefined;
  const wanted = new Promise<number>((resolve) => {
    want = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'asked to end');
      want(0);
    });
  }
  const parent = process.ppid;
  if (startedByNpm) {
    timers.every(parentCheckMs, () => {
      if (process.ppid !== parent) want(0);
    });
  }
  process.on('uncaughtException', (error) => {
    log.error({ error }, 'a failure that nobody caught; the assistant ends');
    want(1);
  });
  return { wanted, want: (code) => want(code) };
}
