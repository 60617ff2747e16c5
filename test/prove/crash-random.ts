import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { HandleTurn } from '../../domain/shared/turn.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';
import { nobodyAnswers, startMortal } from '../support/crash-child.ts';
import type { MortalAssistant } from '../support/crash-child.ts';
import { countBook } from '../support/crash-verdict.ts';
import { chanceOf } from '../support/load-chance.ts';
import { aRedeemer, bookFor, colleague, redemptionMoves, undisturbed } from '../support/load-redeemer.ts';
import type { Order, Redeemer } from '../support/load-redeemer.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import type { Plan } from './crash-server.ts';

export interface RandomSize {
  readonly kills: number;
  /** People who redeem at the same time in each book. */
  readonly people: number;
  /** Books, each with an assistant of its own, at the same time. */
  readonly atOnce: number;
  readonly seed: number;
  readonly plantedFault?: Plan['plantedFault'];
}

export interface RandomCount {
  readonly kills: number;
  /** Of them before the assistant had opened its book. */
  readonly killsInOpening: number;
  readonly conversations: number;
  /** Moves that were not answered and made again after a restart. */
  readonly repeats: number;
  readonly keysUsed: number;
  readonly keysLost: number;
  readonly keysUsedTwice: number;
  /** Redemptions in the book too many or too few for the receipts that people hold. */
  readonly notExactlyOnce: number;
  readonly setBack: number;
}

const keysEach = 2;
/** So long does a life last at most after the book is open: many commits, as each takes a fraction of a millisecond. */
const longestLifeMs = 60;

/**
 * People redeem keys, one conversation after another, while the process is killed (SIGKILL) at random moments of opening its book and of its work;
 * each time it is started again and everybody repeats what was not answered. In the end everybody finishes.
 */
export async function crashAtRandom({ kills, atOnce, seed, ...size }: RandomSize): Promise<RandomCount> {
  const counts = await Promise.all(
    Array.from({ length: atOnce }, (_, lane) =>
      inTempFolder((folder) => oneBook(folder, { ...size, kills: Math.ceil(kills / atOnce), atOnce: 1, seed: seed + lane })),
    ),
  );
  const sum = (name: keyof RandomCount): number => counts.reduce((total, count) => total + count[name], 0);
  return {
    kills: sum('kills'),
    killsInOpening: sum('killsInOpening'),
    conversations: sum('conversations'),
    repeats: sum('repeats'),
    keysUsed: sum('keysUsed'),
    keysLost: sum('keysLost'),
    keysUsedTwice: sum('keysUsedTwice'),
    notExactlyOnce: sum('notExactlyOnce'),
    setBack: sum('setBack'),
  };
}

async function oneBook(folder: string, { kills, people, seed, plantedFault }: RandomSize): Promise<RandomCount> {
  const chance = chanceOf(seed);
  const bought = kills * people * keysEach;
  const store = await openBookIn(folder);
  await fill(store, bookFor(people, bought));
  await store.close();

  const crowd = crowdOf(people, bought);
  const plan = (): Plan => ({ folder, folds: chance(4) === 0, ...(plantedFault === undefined ? {} : { plantedFault }) });
  let killsInOpening = 0;
  let openingMs = 500;
  for (let life = 0; life < kills; life += 1) {
    const began = performance.now();
    const assistant = startMortal(plan());
    const diesEarly = chance(3) === 0;
    if (diesEarly) {
      await pause(chance(openingMs));
    } else {
      await assistant.ready;
      openingMs = performance.now() - began;
      await Promise.race([crowd.work(assistant, chance), pause(chance(longestLifeMs))]);
    }
    if (diesEarly) killsInOpening += 1;
    await assistant.kill();
    await crowd.waits();
  }
  const last = startMortal(plan());
  await crowd.finish(last, chance);
  await last.kill();
  return { kills, killsInOpening, ...(await verdict(folder, bought, crowd)) };
}

async function verdict(folder: string, bought: number, crowd: Crowd): Promise<Omit<RandomCount, 'kills' | 'killsInOpening'>> {
  const store = await openBookIn(folder);
  const { keysLost, keysUsed, keysUsedTwice, redemptions, halfMade } = await countBook(store, bought);
  await store.close();
  const { conversations, repeats, setBack } = crowd.count();
  const notExactlyOnce = Math.abs(redemptions - conversations) + halfMade + Math.abs(keysUsed - conversations * keysEach);
  return { conversations, repeats, keysUsed, keysLost, keysUsedTwice, notExactlyOnce, setBack };
}

interface Crowd {
  /** Everybody goes on until the assistant dies, beginning anew whenever they have finished. */
  work(assistant: MortalAssistant, chance: (below: number) => number): Promise<unknown>;
  /** Everybody has heard that nobody answers any more. */
  waits(): Promise<unknown>;
  /** Everybody ends the conversation they are in. */
  finish(assistant: MortalAssistant, chance: (below: number) => number): Promise<void>;
  count(): { readonly conversations: number; readonly repeats: number; readonly setBack: number };
}

interface Member {
  readonly number: number;
  readonly order: Order;
  readonly redeemer: Redeemer;
}

interface Counted {
  conversations: number;
  repeats: number;
  setBack: number;
}

function crowdOf(people: number, bought: number): Crowd {
  const counted: Counted = { conversations: 0, repeats: 0, setBack: 0 };
  let nextKey = 1;
  let working: Promise<unknown> = Promise.resolve();

  function member(number: number): Member {
    const order = { customer: `firm-${String(nextKey)}`, firstKey: nextKey, keys: keysEach };
    nextKey += keysEach;
    return { number, order, redeemer: aRedeemer(colleague(number), redemptionMoves(order)) };
  }

  const members = Array.from({ length: people }, (_, number) => member(number));

  async function untilItDies(number: number, turn: HandleTurn, chance: (below: number) => number): Promise<void> {
    for (let each = members[number]; each !== undefined && (await movedOn(each, counted, turn, chance)); each = members[number]) {
      if (!each.redeemer.isDone) continue;
      counted.conversations += 1;
      if (nextKey + keysEach > bought) return;
      members[number] = member(number);
    }
  }

  return {
    work({ turn }, chance) {
      working = Promise.all(members.map(({ number }) => untilItDies(number, turn, chance)));
      return working;
    },
    waits: () => working,
    async finish({ turn }, chance) {
      for (const each of members) {
        const wasDone = each.redeemer.isDone;
        while (await movedOn(each, counted, turn, chance));
        if (each.redeemer.isDone && !wasDone) counted.conversations += 1;
      }
    },
    count: () => counted,
  };
}

/** One move of one person. False when they have finished, nobody answers, or the answer leaves no way on. */
async function movedOn({ redeemer, number, order }: Member, counted: Counted, turn: HandleTurn, chance: (below: number) => number): Promise<boolean> {
  if (redeemer.isDone) return false;
  const isRepeat = redeemer.isWaiting;
  try {
    const lines = await redeemer.goOn(turn, chance(2) === 0 ? 'clicked-again' : 'delivered-again');
    if (!isRepeat) return true;
    counted.repeats += 1;
    const moves = redemptionMoves(order);
    const expected = await undisturbed(colleague(number), moves, bookFor(number + 1, order.keys, order.firstKey));
    if (!isDeepStrictEqual(lines, expected[redeemer.answered - 1])) counted.setBack += 1;
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) counted.setBack += 1;
    else if (error !== nobodyAnswers) throw error;
    return false;
  }
}
