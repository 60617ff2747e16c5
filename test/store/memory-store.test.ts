import { memoryStore } from '../support/fakes/memory-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('the book in memory', async () => {
  const store = memoryStore();
  return { store, reopen: async () => store, end: () => store.close() };
});
