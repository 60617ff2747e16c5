import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runImport } from '../../bot/cli/import.ts';
import { executor } from '../../bot/commands/execute.ts';
import { newId } from '../../bot/platform/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { operatorIn } from '../cli/an-operator.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';

/** Imports the files that it is given into the book of a folder, and says how that went as one JSON line; or dies after so many lines were taken. */
const [folder = '', dieAfter = '', ...files] = process.argv.slice(2);
const book = await openBookIn(join(folder, 'book'));
const { tools } = operatorIn(folder, book);
const execute = executor({ store: dyingAfter(Number(dieAfter)), clock: tools.clock });
const lines: string[] = [];
const began = performance.now();
const code = await runImport(files, { ...tools, newId, execute, print: (line) => lines.splice(0, 1, line) });
const ms = Math.round(performance.now() - began);
console.log(JSON.stringify({ code, ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024), together: lines.at(-1) }));
await book.close();

/** The book, whose process is killed when so many commits are on the disk; never for 0. */
function dyingAfter(most: number): Store {
  let taken = 0;
  return {
    ...book,
    commit: async (change) => {
      const result = await book.commit(change);
      taken += 1;
      if (taken === most) process.kill(process.pid, 'SIGKILL');
      return result;
    },
  };
}
