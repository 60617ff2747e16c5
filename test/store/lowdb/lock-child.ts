import { writeSync } from 'node:fs';
import { Fault } from '../../../domain/shared/fault.ts';
import { takeBookLock } from '../../../bot/store/lowdb/book-lock.ts';

/** Tries to own the book in the folder that is its argument, says how that went, and lives on until it is killed. */
const folder = process.argv[2] ?? '';
try {
  await takeBookLock(folder, async () => 0);
  writeSync(1, 'owner\n');
} catch (cause) {
  writeSync(1, `${cause instanceof Fault ? cause.code : String(cause)}\n`);
}
process.stdin.resume();
