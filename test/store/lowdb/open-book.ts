import type { Log } from '../../../domain/shared/ports.ts';
import type { CompactAt } from '../../../bot/store/lowdb/compaction.ts';
import type { LowdbOptions, LowdbStore } from '../../../bot/store/lowdb/lowdb-store.ts';
import { openLowdbStore } from '../../../bot/store/lowdb/lowdb-store.ts';
import { clockAtNoon } from '../contract/with-book.ts';

/** Small enough for a short life to fold its journal more than once. */
export const compactAt: CompactAt = { rest: 700, running: 1500 };

/** A log nobody reads. */
export const silentLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens the embedded book of a test; a write that fails fails the test by the commit that waits for it. */
export function openBookIn(folder: string, options: Partial<Omit<LowdbOptions, 'folder'>> = {}): Promise<LowdbStore> {
  return openLowdbStore({ folder, clock: clockAtNoon(), log: silentLog, onFailure: () => undefined, ...options });
}
