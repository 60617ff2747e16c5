import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanId } from '../../domain/shared/plans.ts';
import { startApp } from './app.ts';
import type { RunningApp } from './app.ts';

/** The assistant with its sample book and both Playgrounds, for a whole file of tests: they share the stock, so each takes keys that no other gets. */
export interface SampleWorld {
  readonly app: RunningApp;
  readonly partner: string;
  readonly customer: string;
  readonly keys: KeyCards;
  close(): Promise<void>;
}

/** Keys of the sample book's own file, as a person copies them; none is given twice. */
export type KeyCards = (plan: PlanId, count: number) => readonly string[];

/** Starts all of it in a folder of its own. */
export async function openSampleWorld(): Promise<SampleWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  const ends = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const app = await startApp({ folder });
    ends.push(() => app[Symbol.asyncDispose]());
    assert.ok(app.playgrounds, `no Playgrounds were announced:\n${app.output().out}`);
    return { app, ...app.playgrounds, keys: await keyCards(folder), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The keys of the sample book in this data folder. */
export async function keyCards(folder: string): Promise<KeyCards> {
  const lines = (await readFile(join(folder, 'sample', 'keys.csv'), 'utf8')).split(/\r?\n/);
  const left = new Map<PlanId, readonly string[]>();
  return (plan, count) => {
    const there = left.get(plan) ?? lines.flatMap((line) => (line.includes(`,${plan},`) ? [line.split(',')[0] ?? ''] : []));
    assert.ok(there.length >= count, `the sample book has too few keys for ${plan}`);
    left.set(plan, there.slice(count));
    return there.slice(0, count);
  };
}
