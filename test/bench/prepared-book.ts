import { mkdir } from 'node:fs/promises';
import { openBook } from '../../bot/composition.ts';
import type { Environment } from '../../bot/config.ts';
import { readConfig } from '../../bot/config.ts';
import { Fault } from '../../domain/shared/fault.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { silentLog } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';

/** Makes a book for a measured process: what the environment says, with these records in it. */
export async function prepareBook(environment: Environment, folder: string, batches: Iterable<readonly Put[]>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const read = readConfig(environment);
  if (read.kind === 'refused') throw new Fault('configuration', { detail: read.line });
  const { store } = await openBook(read.config, silentLog, (fault) => {
    throw fault;
  });
  let batch = 0;
  for (const put of batches) await fill(store, put, `fill-${String(batch++)}`);
  await store.close();
}
