import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the servers of one measurement keep their books; whoever measures removes it. */
export function benchFolder(measuring: number): string {
  return join(tmpdir(), `partner-assistant-bench-${String(measuring)}`);
}
