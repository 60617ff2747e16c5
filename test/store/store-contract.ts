import { claimsContract } from './contract/claims-contract.ts';
import { commitsContract } from './contract/commits-contract.ts';
import { listsContract } from './contract/lists-contract.ts';
import { auditContract, restartsContract } from './contract/restarts-contract.ts';
import type { OpenBookUnderTest } from './contract/with-book.ts';
import { withBookOf } from './contract/with-book.ts';

/**
 * What every implementation of the Store port does, in sentences. Run it against each of them.
 *
 * Every race in it starts all its callers in one tick, so that a store cannot pass by luck.
 *
 * @example storeContract('the book in memory', async () => ({ store: memoryStore(), … }));
 */
export function storeContract(name: string, open: OpenBookUnderTest): void {
  const withBook = withBookOf(open);
  describe(`${name} as a store`, () => {
    commitsContract(withBook);
    listsContract(withBook);
    claimsContract(withBook);
    auditContract(withBook);
    restartsContract(withBook);
  });
}
