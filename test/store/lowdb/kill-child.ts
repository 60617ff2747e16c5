import { writeSync } from 'node:fs';
import { steppedDisk } from './proof/crash-disk.ts';
import { commitOfHistory, firstNotIn } from './proof/history.ts';
import { compactAt, openBookIn } from './open-book.ts';

/**
 * Lives on with the story of the book in a folder, four commits at a time, and prints the number of each that is acknowledged,
 * until the chosen step of its disk, at which it kills itself without a word.
 */
const [folder = '', step = ''] = process.argv.slice(2);
const { disk } = steppedDisk((_, passed) => {
  if (passed === Number(step)) process.kill(process.pid, 'SIGKILL');
  return true;
});
const store = await openBookIn(folder, { disk, compactAt });
for (let next = await firstNotIn(store); ; next += 4) {
  await Promise.all(
    [next, next + 1, next + 2, next + 3].map(async (index) => {
      await store.commit(commitOfHistory(index));
      writeSync(1, `${index}\n`);
    }),
  );
}
