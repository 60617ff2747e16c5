import assert from 'node:assert/strict';
import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';
import { nobodyAnswers, startMortal } from '../support/crash-child.ts';
import type { CommitMoment } from '../support/crash-disk.ts';
import { commitMoments } from '../support/crash-disk.ts';
import { countBook } from '../support/crash-verdict.ts';
import { aRedeemer, bookFor, colleague, creatingMove, redemptionMoves, undisturbed } from '../support/load-redeemer.ts';
import type { Redeemer } from '../support/load-redeemer.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import type { Plan } from './crash-server.ts';

const keys = 3;
const jana = colleague(0);
const book = bookFor(1, keys);
const moves = redemptionMoves({ customer: 'tailspin', firstKey: 1, keys });

export interface BoundariesSize {
  /** Every n-th boundary. */
  readonly every: number;
  /** And all those of the click that creates the account. */
  readonly allOfCreating: boolean;
  readonly atOnce: number;
  readonly plantedFault?: Plan['plantedFault'];
}

/** Where one life of the assistant ends: at a moment of its n-th commit; and where the next one ends: at a step of opening the book. */
interface Boundary {
  readonly number: number;
  readonly moment: CommitMoment;
  readonly step: number;
}

export interface BoundariesCount {
  readonly commits: number;
  readonly conversations: number;
  readonly kills: number;
  readonly killsInRecovery: number;
  readonly keysLost: number;
  readonly keysUsedTwice: number;
  /** Conversations whose redemption is in the book not exactly once. */
  readonly notExactlyOnce: number;
  /** Conversations that did not go on where they stood. */
  readonly setBack: number;
  /** Conversations that never came to their receipt. */
  readonly stuck: number;
}

/**
 * One conversation for every moment of every commit of a whole redemption: there the process is killed (SIGKILL), then killed again while it opens the
 * book, then started; the person repeats the last click and goes on to the receipt, and clicks "create" once more.
 */
export async function crashAtBoundaries({ plantedFault, ...size }: BoundariesSize): Promise<BoundariesCount> {
  return inTempFolder(async (folder) => {
    const prepared = join(folder, 'prepared');
    await prepare(prepared);
    const expected = await undisturbed(jana, moves, book);
    const trial = await undisturbedRun(await copyOf(prepared, folder), expected);
    const boundaries = chosen(trial, size);
    const results: Verdict[] = [];
    const left = [...boundaries];
    const lane = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        results.push(await crashAt(next, await copyOf(prepared, folder), expected, plantedFault));
      }
    };
    await Promise.all(Array.from({ length: size.atOnce }, lane));
    return summed(trial.commits, results);
  });
}

async function prepare(folder: string): Promise<void> {
  const store = await openBookIn(folder);
  await fill(store, book);
  await store.close();
}

async function copyOf(prepared: string, folder: string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'book-'));
  await cp(prepared, copy, { recursive: true });
  return copy;
}

interface Trial {
  readonly commits: number;
  /** Which commits belong to the click that creates the account. */
  readonly creating: readonly number[];
  /** Steps of opening a book that is folded at once. */
  readonly steps: number;
}

/** How many commits a conversation has, and how many steps it takes to open its book. */
async function undisturbedRun(folder: string, expected: readonly (readonly string[])[]): Promise<Trial> {
  const assistant = startMortal({ folder, folds: false });
  const person = aRedeemer(jana, moves);
  await assistant.ready;
  const after: number[] = [];
  while (!person.isDone) {
    assert.deepEqual(await person.goOn(assistant.turn), expected[person.answered - 1]);
    after.push(assistant.commits());
  }
  await assistant.kill();
  const again = startMortal({ folder, folds: true });
  const ready = await again.ready;
  await again.kill();
  assert.ok(ready !== 'died', 'the book does not open again');
  const first = after[creatingMove - 1] ?? 0;
  const creating = Array.from({ length: (after[creatingMove] ?? 0) - first }, (_, index) => first + index + 1);
  return { commits: after.at(-1) ?? 0, creating, steps: ready.steps };
}

function chosen({ commits, creating, steps }: Trial, { every, allOfCreating }: BoundariesSize): readonly Boundary[] {
  const all = Array.from({ length: commits }, (_, index) => commitMoments.map((moment) => ({ number: index + 1, moment }))).flat();
  return all
    .filter((boundary, index) => index % every === 0 || (allOfCreating && creating.includes(boundary.number)))
    .map((boundary, index) => ({ ...boundary, step: (index % steps) + 1 }));
}

interface Verdict {
  readonly killsInRecovery: number;
  readonly keysLost: number;
  readonly keysUsedTwice: number;
  readonly exactlyOnce: boolean;
  readonly setBack: boolean;
  readonly stuck: boolean;
}

async function crashAt(at: Boundary, folder: string, expected: readonly (readonly string[])[], plantedFault: Plan['plantedFault']): Promise<Verdict> {
  const fault = plantedFault === undefined ? {} : { plantedFault };
  const person = aRedeemer(jana, moves);
  const isEven = at.step % 2 === 0;
  const first = startMortal({ folder, folds: false, death: { during: 'commit', number: at.number, moment: at.moment }, ...fault });
  await first.ready;
  await untilItDies(person, first.turn);
  await first.died;

  const second = startMortal({ folder, folds: true, death: { during: 'opening', step: at.step, half: isEven }, ...fault });
  const killed = (await second.ready) === 'died';
  await second.kill();

  const third = startMortal({ folder, folds: false, ...fault });
  await third.ready;
  const { setBack, stuck } = await toTheEnd(person, third.turn, expected, isEven ? 'clicked-again' : 'delivered-again');
  await third.kill();

  const store = await openBookIn(folder);
  const count = await countBook(store, keys);
  await store.close();
  return {
    killsInRecovery: killed ? 1 : 0,
    keysLost: count.keysLost,
    keysUsedTwice: count.keysUsedTwice,
    exactlyOnce: count.redemptions === 1 && count.keysUsed === keys && count.halfMade === 0,
    setBack,
    stuck,
  };
}

async function untilItDies(person: Redeemer, turn: Parameters<Redeemer['goOn']>[0]): Promise<void> {
  try {
    while (!person.isDone) await person.goOn(turn);
  } catch (error) {
    if (error !== nobodyAnswers) throw error;
    return;
  }
  assert.fail('it did not die');
}

/** Repeats what was not answered and goes on; every answer must be the one that an undisturbed conversation gets. */
async function toTheEnd(
  person: Redeemer,
  turn: Parameters<Redeemer['goOn']>[0],
  expected: readonly (readonly string[])[],
  repeat: 'clicked-again' | 'delivered-again',
): Promise<Pick<Verdict, 'setBack' | 'stuck'>> {
  try {
    while (!person.isDone) {
      const lines = await person.goOn(turn, repeat);
      if (!isDeepStrictEqual(lines, expected[person.answered - 1])) return { setBack: true, stuck: true };
      if (person.answered === creatingMove + 1 && !isDeepStrictEqual(await person.again(turn), lines)) return { setBack: true, stuck: false };
    }
    return { setBack: false, stuck: false };
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error;
    return { setBack: true, stuck: true };
  }
}

function summed(commits: number, results: readonly Verdict[]): BoundariesCount {
  const sum = (of: (verdict: Verdict) => number): number => results.reduce((total, verdict) => total + of(verdict), 0);
  return {
    commits,
    conversations: results.length,
    kills: results.length,
    killsInRecovery: sum((verdict) => verdict.killsInRecovery),
    keysLost: sum((verdict) => verdict.keysLost),
    keysUsedTwice: sum((verdict) => verdict.keysUsedTwice),
    notExactlyOnce: sum((verdict) => (verdict.exactlyOnce ? 0 : 1)),
    setBack: sum((verdict) => (verdict.setBack ? 1 : 0)),
    stuck: sum((verdict) => (verdict.stuck ? 1 : 0)),
  };
}
