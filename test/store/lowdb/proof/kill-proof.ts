import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import { compactAt, openBookIn } from '../open-book.ts';
import { assertKept } from './history.ts';

export interface KillProofSize {
  readonly kills: number;
  /** Has the process run with a planted fault: it acknowledges each write at once and makes it when the next one comes. */
  readonly plant?: 'one-behind';
}

export interface KillProofCounts {
  readonly kills: number;
  readonly acknowledged: number;
  readonly kept: number;
}

/**
 * Kills a real process (SIGKILL) that works on one book, again and again, each time at another step of its disk, and looks at the book in between.
 *
 * Throws when a commit is lost that the process had acknowledged, or when one is there in part.
 */
export async function proveKillsLoseNothing({ kills, plant }: KillProofSize): Promise<KillProofCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  const acknowledged: number[] = [];
  let kept = 0;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = runChild('kill-child.ts', folder, String(stepOfKill(kill)), plant ?? 'none');
      acknowledged.push(...(await child.rest()).map(Number));
      const store = await openBookIn(folder, { compactAt });
      try {
        kept = await assertKept(store, acknowledged, kept + stepOfKill(kill) * 4);
      } finally {
        await store.close();
      }
    }
    return { kills, acknowledged: acknowledged.length, kept };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Spread over the first hundred steps, so that recovery, writing and folding are all hit. */
function stepOfKill(kill: number): number {
  return 1 + ((kill * 37) % 97);
}
