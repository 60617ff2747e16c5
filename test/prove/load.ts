import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { sayIn } from '../../cards/messages/say.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { HandleTurn, Said } from '../../domain/shared/turn.ts';
import { newId } from '../../bot/platform/ids.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { fill } from '../support/book.ts';
import { textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { day } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { today } from '../support/given.ts';
import { countBook } from '../support/crash-verdict.ts';
import { bookFor, colleague, creatingMove, redemptionMoves, saidOf } from '../support/load-redeemer.ts';
import type { Order } from '../support/load-redeemer.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { cardKey, endingOf } from '../support/transcript-book.ts';

export interface LoadSize {
  /** People who redeem at once. */
  readonly people: number;
  readonly keysEach: number;
  /** People who all redeem one and the same key at once. */
  readonly rivals: number;
  /** Planted fault: a book that forgets what a commit expects to be true. */
  readonly plantedFault?: 'forgets-expectations';
}

export interface LoadCount {
  readonly people: number;
  readonly keys: number;
  readonly keysUsed: number;
  readonly keysLost: number;
  readonly keysUsedTwice: number;
  readonly redemptions: number;
  readonly turns: number;
  /** Second clicks that were not answered as the first. */
  readonly answeredOtherwise: number;
  /** Of those who redeemed one key at once: who got a receipt, and who was told that it is used. */
  readonly winners: number;
  readonly toldKindly: number;
  readonly rivals: number;
  /** Redemptions in the book of the one key. */
  readonly redemptionsOfOneKey: number;
}

/** Everybody redeems at once, with two clicks on every button; then many redeem one key at the same moment. Real turn, real book on a disk. */
export async function redeemAtOnce(size: LoadSize): Promise<LoadCount> {
  return { ...(await crowd(size)), ...(await oneKey(size)) };
}

async function crowd(size: LoadSize): Promise<Omit<LoadCount, keyof OneKey>> {
  const { people, keysEach } = size;
  return withBook(size, people, people * keysEach, async (turn, store) => {
    const orders = Array.from({ length: people }, (_, n): Order => ({ customer: `firm-${String(n)}`, firstKey: n * keysEach + 1, keys: keysEach }));
    const runs = await Promise.all(orders.map((order, n) => clickedTwice(turn, n, order)));
    const { keysUsed, keysLost, keysUsedTwice, redemptions } = await countBook(store, people * keysEach);
    const sum = (of: (run: Doubled) => number): number => runs.reduce((total, run) => total + of(run), 0);
    return {
      people,
      keys: people * keysEach,
      keysUsed,
      keysLost,
      keysUsedTwice,
      redemptions,
      turns: sum((run) => run.turns),
      answeredOtherwise: sum((run) => run.answeredOtherwise),
    };
  });
}

interface Doubled {
  readonly turns: number;
  readonly answeredOtherwise: number;
}

/** A whole redemption by somebody who clicks everything twice before the first answer comes. */
async function clickedTwice(turn: HandleTurn, n: number, order: Order): Promise<Doubled> {
  let card: CardJson = {};
  let turns = 0;
  let answeredOtherwise = 0;
  for (const move of redemptionMoves(order)) {
    const said = saidOf(move, card);
    const [first, second] = await Promise.all([answer(turn, n, said), answer(turn, n, said)]);
    turns += 2;
    if (!isDeepStrictEqual(first, second)) answeredOtherwise += 1;
    card = first;
  }
  return { turns, answeredOtherwise };
}

type OneKey = Pick<LoadCount, 'winners' | 'toldKindly' | 'rivals' | 'redemptionsOfOneKey'>;

async function oneKey(size: LoadSize): Promise<OneKey> {
  const { rivals } = size;
  return withBook(size, rivals, 1, async (turn, store) => {
    const numbers = Array.from({ length: rivals }, (_, n) => n);
    const before = await Promise.all(numbers.map((n) => upToCreating(turn, n)));
    const answers = await Promise.all(before.map((said, n) => answer(turn, n, said)));
    const say = sayIn('en');
    const kind = say('redeem.already-used', endingOf(cardKey(1)), day(today));
    const lines = answers.map(textsOf);
    return {
      winners: lines.filter((each) => each[0] === say('redeem.receipt-heading-new')).length,
      toldKindly: lines.filter((each) => each.some((line) => line.includes(kind))).length,
      rivals,
      redemptionsOfOneKey: (await countBook(store, 1)).redemptions,
    };
  });
}

/** Goes up to the last card before the account is created, and gives the click that creates it. */
async function upToCreating(turn: HandleTurn, n: number): Promise<Said> {
  const moves = redemptionMoves({ customer: `firm-${String(n)}`, firstKey: 1, keys: 1 });
  let card: CardJson = {};
  for (const move of moves.slice(0, creatingMove)) card = await answer(turn, n, saidOf(move, card));
  const [create] = moves.slice(creatingMove);
  assert.ok(create);
  return saidOf(create, card);
}

async function answer(turn: HandleTurn, n: number, said: Said): Promise<CardJson> {
  const { person, name } = colleague(n);
  const reply = await chatOf({ turn }, person, { name, locale: 'en' }).sends(said, { activityKey: newId() });
  assert.ok(reply.kind === 'card', 'no card answers');
  return Object.fromEntries(Object.entries(reply.card));
}

async function withBook<T>({ plantedFault }: LoadSize, people: number, keys: number, work: (turn: HandleTurn, store: Store) => Promise<T>): Promise<T> {
  return inTempFolder(async (folder) => {
    const store = await openBookIn(folder);
    await fill(store, bookFor(people, keys));
    const forgetful: Store = { ...store, commit: (commit) => store.commit({ ...commit, expect: [] }) };
    try {
      return await work(anAssistant(plantedFault === undefined ? store : forgetful).turn, store);
    } finally {
      await store.close();
    }
  });
}
