import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Disk } from '../../../bot/store/lowdb/disk.ts';
import { bookFiles } from '../../../bot/store/lowdb/book-files.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { clockAtNoon } from '../contract/with-book.ts';
import { aCommit, aCustomer, afterNoon, anEvent } from '../sample-records.ts';
import { openBookIn } from './open-book.ts';
import { quickDisk } from './proof/crash-disk.ts';
import { assertKept, commitOfHistory } from './proof/history.ts';

const always = { rest: 0, running: Infinity };

describe('folding the journal into a snapshot', () => {
  it('happens while the book runs, when the journal is large: commits wait for it, reading goes on', () =>
    inTempFolder(async (folder) => {
      const gate = gateAt('snapshot');
      const store = await openBookIn(folder, { disk: gate.disk, compactAt: { rest: Infinity, running: 500 } });
      await store.commit(aCommit('large', { put: [aCustomer('acme', 'x'.repeat(500))] }));
      await gate.reached;
      let isAcknowledged = false;
      const waiting = store.commit(aCommit('next')).then(() => (isAcknowledged = true));
      assert.notEqual(await store.read('customer', 'acme'), undefined);
      assert.equal(await store.outcomeOf(aCommit('next').commandId), undefined);
      assert.equal(isAcknowledged, false);
      gate.open();
      await waiting;
      await store.close();
      const later = await openBookIn(folder);
      for (const id of ['large', 'next']) assert.notEqual(await later.outcomeOf(aCommit(id).commandId), undefined);
      await later.close();
    }));

  it('happens at the start and at the end, when the journal is worth it', () =>
    inTempFolder(async (folder) => {
      const { snapshot, journal } = bookFiles(folder);
      const first = await openBookIn(folder, { compactAt: { rest: Infinity, running: Infinity } });
      for (let index = 0; index < 10; index += 1) await first.commit(commitOfHistory(index));
      await first.close();
      assert.deepEqual(await readdir(folder), ['journal.jsonl']);
      const long = (await stat(journal)).size;
      await (await openBookIn(folder, { compactAt: always })).close();
      assert.ok((await stat(journal)).size < long / 10);
      assert.ok((await stat(snapshot)).size > 0);
      const second = await openBookIn(folder);
      await assertKept(second, [9], 10);
      await second.close();
    }));

  it('forgets the outcomes whose time is over, and those only', () =>
    inTempFolder(async (folder) => {
      const clock = clockAtNoon();
      const open = (): ReturnType<typeof openBookIn> => openBookIn(folder, { clock, compactAt: always });
      const store = await open();
      for (const [id, until] of [
        ['short', afterNoon(1000)],
        ['long', afterNoon(5000)],
      ] as const)
        await store.commit(aCommit(id, { keepOutcomeUntil: until }));
      clock.set(new Date(afterNoon(2000)));
      await store.close();
      const later = await open();
      assert.equal(await later.outcomeOf(aCommit('short').commandId), undefined);
      assert.notEqual(await later.outcomeOf(aCommit('long').commandId), undefined);
      await later.close();
    }));

  it('waits while somebody reads the audit, and takes its events out of the journal once and in order', () =>
    inTempFolder(async (folder) => {
      const store = await openBookIn(folder, { compactAt: { rest: 100, running: 900 } });
      await store.commit(aCommit('first', { events: [anEvent('first')] }));
      const seen: string[] = [];
      for await (const event of store.auditTrail()) {
        await store.commit(aCommit(`during-${seen.length}`, { events: [anEvent('during'), anEvent('x'.repeat(150))] }));
        seen.push(event.what);
        if (seen.length === 1) assert.deepEqual(await readdir(folder), ['journal.jsonl']);
      }
      await store.commit(aCommit('after', { events: [anEvent('after')] }));
      await store.close();
      const later = await openBookIn(folder);
      const trail = [];
      for await (const event of later.auditTrail()) trail.push(event);
      await later.close();
      assert.deepEqual(
        trail.map(({ sequence }) => sequence),
        trail.map((_, index) => index + 1),
      );
      assert.equal(trail.length, 2 + 2 * seen.length);
      assert.equal((await readFile(bookFiles(folder).audit, 'utf8')).trim().split('\n').length, trail.length);
    }));

  it('never holds the process longer than a moment, at 20,000 records', async () => {
    await inTempFolder(async (folder) => {
      const store = await openBookIn(folder, { disk: quickDisk, compactAt: always });
      for (let part = 0; part < 40; part += 1)
        await store.commit(aCommit(`import-${part}`, { put: Array.from({ length: 500 }, (_, index) => aCustomer(`${part}-${index}`, `Zákazník ${index}`)) }));
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await store.close();
      delay.disable();
      assert.ok(delay.percentile(50) / 1e6 < 10, `median ${delay.percentile(50) / 1e6} ms`);
      const bytes = await readFile(bookFiles(folder).snapshot);
      assert.ok(bytes.length > 2_000_000);
      const longest = Math.max(
        ...bytes
          .toString()
          .split('\n')
          .map((line) => line.length),
      );
      assert.ok(longest < 100_000, `a slice of ${longest} characters is written in one go`);
    });
  }).timeout(60_000);
});

/** A disk that stops when a file whose name contains `which` is opened, until it is let on. */
function gateAt(which: string): { readonly disk: Disk; readonly reached: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  async function openFile(...[path, how]: Parameters<Disk['open']>): ReturnType<Disk['open']> {
    if (path.includes(which)) {
      reach();
      await gate;
    }
    return quickDisk.open(path, how);
  }
  return { disk: { ...quickDisk, open: openFile }, reached, open };
}
