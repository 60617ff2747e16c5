import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../store-contract.ts';
import { openBookIn } from './open-book.ts';

storeContract('the embedded book', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  let store = await openBookIn(folder, { clock });
  return {
    store,
    async reopen() {
      await store.close();
      store = await openBookIn(folder, { clock });
      return store;
    },
    async end() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
