import assert from 'node:assert/strict';
import { breathing } from '../../bot/sweeps/breathing.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import { cloudy } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { promptTimers } from './notice-world.ts';

/** A clock that goes on by a millisecond whenever somebody looks at it. */
function busyClock(): Clock {
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  return { now: () => new Date((now += 1)) };
}

/** How many turns of the event loop pass until it is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  const done = { yet: false };
  const ended = work.then(() => {
    done.yet = true;
  });
  let turns = 0;
  while (!done.yet) {
    await new Promise<void>((resolve) => {
      promptTimers.after(0, resolve);
    });
    turns += 1;
  }
  await ended;
  return turns;
}

async function manyReads(read: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < 100; times += 1) await read();
}

describe('a sweep that reads the book a hundred times', () => {
  it('lets others in every few milliseconds', async () => {
    const book = breathing(memoryStore(), { clock: busyClock(), timers: promptTimers });
    assert.ok((await turnsDuring(manyReads(() => book.read('partner', cloudy)))) >= 20);
  });

  it('does so together with others that work with the same book', async () => {
    const book = breathing(memoryStore(), { clock: busyClock(), timers: promptTimers });
    const many = Array.from({ length: 20 }, () => manyReads(() => book.read('partner', cloudy)));
    assert.ok((await turnsDuring(Promise.all(many))) >= 400);
  });

  it('planted fault: without it nobody else is let in', async () => {
    const book = memoryStore();
    assert.ok((await turnsDuring(manyReads(() => book.read('partner', cloudy)))) <= 2);
  });
});
