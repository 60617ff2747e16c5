import { stat } from 'node:fs/promises';
import { bookFiles } from '../../../../bot/store/lowdb/book-files.ts';
import { openBookIn } from '../open-book.ts';
import { commitOfHistory } from './history.ts';

const never = { rest: Infinity, running: Infinity };

/** Commits one after the other, then some at once, so that the last write holds several; tells where the acknowledged part ends. */
export async function writeHistory(folder: string, alone: number, together: number): Promise<{ acknowledged: number; bytes: number; lastLine: number }> {
  const store = await openBookIn(folder, { compactAt: never });
  const { journal } = bookFiles(folder);
  let lastLine = 0;
  for (let index = 0; index < alone; index += 1) {
    lastLine = (await stat(journal)).size;
    await store.commit(commitOfHistory(index));
  }
  const acknowledged = (await stat(journal)).size;
  await Promise.all(Array.from({ length: together }, (_, index) => store.commit(commitOfHistory(alone + index))));
  await store.close();
  return { acknowledged, bytes: (await stat(journal)).size, lastLine };
}
