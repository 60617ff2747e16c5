import type { WriteStream } from 'node:tty';
import cliProgress from 'cli-progress';
import type { Progress } from '../../domain/shared/progress.ts';

/** Where an operator sees what a command says and how far it is. */
export interface OperatorScreen {
  readonly print: (line: string) => void;
  readonly progress: (progress: Progress) => void;
  /** Takes the bar away. Nothing is shown afterwards. */
  readonly close: () => void;
}

type Terminal = Pick<WriteStream, 'isTTY' | 'write'> & NodeJS.WritableStream;

/**
 * A progress bar at the bottom of a terminal, lines above it. For terminals only: elsewhere nobody could take the bar back.
 *
 * Leaves Ctrl-C and the cursor alone, so that the command can be broken off at any time.
 */
export function operatorScreen(terminal: Terminal): OperatorScreen {
  const bars = new cliProgress.MultiBar({
    stream: terminal,
    format: '{what} {bar} {percentage}% · {value} of {total} · {sofar}',
    gracefulExit: false,
    hideCursor: null,
    linewrap: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 16,
  });
  let shown: { readonly what: string; readonly bar: cliProgress.SingleBar } | undefined;
  function barFor({ what, total, sofar }: Progress): cliProgress.SingleBar {
    if (shown?.what === what) return shown.bar;
    if (shown !== undefined) bars.remove(shown.bar);
    shown = { what, bar: bars.create(total, 0, { what, sofar }) };
    return shown.bar;
  }
  return {
    print(line) {
      if (shown === undefined) terminal.write(`${line}\n`);
      else bars.log(`${line}\n`);
    },
    progress(progress) {
      const { what, done, total, sofar } = progress;
      const bar = barFor(progress);
      bar.setTotal(Math.max(total, done));
      bar.update(done, { what, sofar });
    },
    close() {
      if (shown === undefined) return;
      bars.update();
      bars.stop();
      shown = undefined;
    },
  };
}
