import { performance } from 'node:perf_hooks';
import { openLowdbStore } from '../../bot/store/lowdb/lowdb-store.ts';

/** Opens the book in a folder and prints the milliseconds it took and the megabytes the process has. */
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const started = performance.now();
const store = await openLowdbStore({ folder: process.argv[2] ?? '', clock: { now: () => new Date() }, log, onFailure: () => undefined });
console.log(`${performance.now() - started} ${process.memoryUsage().rss / 1e6}`);
await store.close();
