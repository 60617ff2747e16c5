import { writeSync } from 'node:fs';
import type { Disk } from '../../../bot/store/lowdb/disk.ts';
import { steppedDisk } from './proof/crash-disk.ts';
import { commitOfHistory, firstNotIn } from './proof/history.ts';
import { compactAt, openBookIn } from './open-book.ts';

/**
 * Lives on with the story of the book in a folder, four commits at a time, and prints the number of each that is acknowledged,
 * until the chosen step of its disk, at which it kills itself without a word.
 */
const [folder = '', step = '', plant] = process.argv.slice(2);
const stepped = steppedDisk((_, passed) => {
  if (passed === Number(step)) process.kill(process.pid, 'SIGKILL');
  return true;
});
const disk = plant === 'one-behind' ? oneBehind(stepped.disk) : stepped.disk;
const store = await openBookIn(folder, { disk, compactAt });
for (let next = await firstNotIn(store); ; next += 4) {
  await Promise.all(
    [next, next + 1, next + 2, next + 3].map(async (index) => {
      await store.commit(commitOfHistory(index));
      writeSync(1, `${index}\n`);
    }),
  );
}

/** A planted fault: each write is acknowledged at once, and made when the next one comes. */
function oneBehind(honest: Disk): Disk {
  return {
    ...honest,
    async open(path, how) {
      const file = await honest.open(path, how);
      let late = new Uint8Array();
      async function appendAndSync(bytes: Uint8Array): Promise<void> {
        const now = late;
        late = new Uint8Array(bytes);
        await file.appendAndSync(now);
      }
      return { ...file, appendAndSync };
    },
  };
}
