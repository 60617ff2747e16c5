import assert from 'node:assert/strict';
import { mkdir, readdir, rename, symlink, unlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { BookLock } from '../../../bot/store/lowdb/book-lock.ts';
import { askRunningAssistant, takeBookLock } from '../../../bot/store/lowdb/book-lock.ts';
import type { Answer } from '../../../bot/store/lowdb/door.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { runChild } from './child.ts';

const isWindows = process.platform === 'win32';
const inUse = { name: 'Fault', code: 'book-in-use', message: /import, export and backup commands work/ };
const quiet: Answer = async () => 0;

describe('the lock of a book', () => {
  it('refuses a second start while the first one runs, and lets it in afterwards', () =>
    inTempFolder(async (folder) => {
      const first = await takeBookLock(folder, quiet);
      await assert.rejects(takeBookLock(folder, quiet), inUse);
      await first.release();
      await (await takeBookLock(folder, quiet)).release();
    }));

  it('lets exactly one of twenty simultaneous starts in, also after one that died', () =>
    inTempFolder(async (folder) => {
      for (let round = 0; round < 20; round += 1) {
        if (!isWindows) await dieOwning(folder, `door-dead-${round}`);
        const owners = await ownersAmong(Array.from({ length: 20 }, () => takeBookLock(folder, quiet)));
        assert.equal(owners.length, 1);
        await owners[0]?.release();
      }
    }));

  it('is free at once when its owner was killed; of the processes that start then exactly one gets it', () =>
    inTempFolder(async (folder) => {
      const first = runChild('lock-child.ts', folder);
      assert.equal(await first.nextLine(), 'owner');
      await first.kill();
      const starters = Array.from({ length: 3 }, () => runChild('lock-child.ts', folder));
      const said = await Promise.all(starters.map((starter) => starter.nextLine()));
      await Promise.all(starters.map((starter) => starter.kill()));
      assert.deepEqual(said.toSorted(), ['book-in-use', 'book-in-use', 'owner']);
    }));

  if (isWindows) return;

  it('leaves nothing in the folder when it is released', () =>
    inTempFolder(async (folder) => {
      await (await takeBookLock(folder, quiet)).release();
      assert.deepEqual(await readdir(folder), []);
    }));

  it('refuses a starter who saw the last owner dead, when somebody else took over in the meantime', () =>
    inTempFolder(async (folder) => {
      await dieOwning(folder, 'door-dead');
      const meanwhile: BookLock[] = [];
      const slow = takeBookLock(folder, quiet, {
        async beforeTakingOver() {
          if (meanwhile.length === 0) meanwhile.push(await takeBookLock(folder, quiet));
        },
      });
      await assert.rejects(slow, inUse);
      await meanwhile[0]?.release();
    }));

  it('goes to one only when owners come and go while a starter sleeps', () =>
    inTempFolder(async (folder) => {
      await dieOwning(folder, 'door-dead');
      const meanwhile: BookLock[] = [];
      const slow = takeBookLock(folder, quiet, {
        async beforeTakingOver() {
          if (meanwhile.length > 0) return;
          await (await takeBookLock(folder, quiet)).release();
          meanwhile.push(await takeBookLock(folder, quiet));
        },
      });
      await assert.rejects(slow, inUse);
      await meanwhile[0]?.release();
    }));

  it('planted fault: deleting the dead socket and listening in its place lets two in', () =>
    inTempFolder(async (folder) => {
      await dieOwning(folder, 'door-dead');
      const path = join(folder, 'door-dead', 'socket');
      const fast = await naiveTakeOver(path);
      const slow = await naiveTakeOver(path);
      await Promise.all([fast(), slow()]);
    }));

  it('works in a folder whose path is longer than a socket may have', () =>
    inTempFolder(async (folder) => {
      const deep = join(folder, 'x'.repeat(120));
      const lock = await takeBookLock(deep, async (argv) => argv.length);
      await assert.rejects(takeBookLock(deep, quiet), inUse);
      assert.equal(await askRunningAssistant(deep, ['a', 'b'], () => undefined), 2);
      await lock.release();
      assert.deepEqual(await readdir(deep), []);
    }));

  it('works in a folder that was copied together with a lock, or with half of it', () =>
    inTempFolder(async (folder) => {
      await symlink('door-gone', join(folder, 'book.lock'));
      await (await takeBookLock(folder, quiet)).release();
      await mkdir(join(folder, 'door-a'));
      await symlink('door-a', join(folder, 'book.lock'));
      await symlink('door-b', join(folder, 'door-a', 'next'));
      const lock = await takeBookLock(folder, quiet);
      await assert.rejects(takeBookLock(folder, quiet), inUse);
      await lock.release();
    }));
});

/** How many of a thousand long lines had been printed at most, and not yet reached the caller. */
async function mostUnread(folder: string, between: (drained: () => Promise<void>) => Promise<void>): Promise<number> {
  const count = { printed: 0, read: 0, mostUnread: 0 };
  const lock = await takeBookLock(folder, async (_, print, drained) => {
    for (let line = 0; line < 1000; line += 1) {
      print('x'.repeat(20_000));
      count.printed += 1;
      count.mostUnread = Math.max(count.mostUnread, count.printed - count.read);
      await between(drained);
    }
    return 0;
  });
  await askRunningAssistant(folder, ['export'], () => {
    count.read += 1;
  });
  await lock.release();
  assert.equal(count.read, 1000);
  return count.mostUnread;
}

describe('the door of a running assistant', () => {
  it('carries a command in, its lines and its exit code out', () =>
    inTempFolder(async (folder) => {
      const lock = await takeBookLock(folder, async (argv, print) => {
        for (const word of argv) print(`řádek ${word}`);
        return 3;
      });
      const printed: string[] = [];
      assert.equal(await askRunningAssistant(folder, ['import', 'a\nb', '"'], (line) => printed.push(line)), 3);
      assert.deepEqual(printed, ['řádek import', 'řádek a\nb', 'řádek "']);
      await lock.release();
    }));

  it('waits for a slow caller instead of keeping in memory what it has not read yet', () =>
    inTempFolder(async (folder) => assert.ok((await mostUnread(folder, (drained) => drained())) < 100)));

  it('planted fault: whoever does not wait keeps all of it', () =>
    inTempFolder(async (folder) => assert.equal(await mostUnread(folder, async () => undefined), 1000)));

  it('says when nobody is there, in an empty folder, in none, and behind a dead owner', () =>
    inTempFolder(async (folder) => {
      assert.equal(await askRunningAssistant(folder, ['import'], () => undefined), 'nobody-there');
      assert.equal(await askRunningAssistant(join(folder, 'missing'), ['import'], () => undefined), 'nobody-there');
      if (!isWindows) await dieOwning(folder, 'door-dead');
      assert.equal(await askRunningAssistant(folder, ['import'], () => undefined), 'nobody-there');
    }));

  it('answers with exit code 1 when the command fails', () =>
    inTempFolder(async (folder) => {
      const lock = await takeBookLock(folder, () => Promise.reject(new TypeError('secret')));
      const printed: string[] = [];
      assert.equal(await askRunningAssistant(folder, ['import'], (line) => printed.push(line)), 1);
      assert.deepEqual(printed, ['the command failed; see the log of the assistant']);
      await lock.release();
    }));

  it('tells the operator when the assistant stops before the command is finished', () =>
    inTempFolder(async (folder) => {
      const owner: BookLock[] = [];
      const stop: Answer = async () => {
        await owner[0]?.release();
        return 0;
      };
      owner.push(await takeBookLock(folder, stop));
      await assert.rejects(
        askRunningAssistant(folder, ['import'], () => undefined),
        { name: 'Fault', code: 'unreachable' },
      );
    }));

  if (isWindows) return;

  it('is not hurt by garbage, by silence, or by callers who leave in the middle', () =>
    inTempFolder(async (folder) => {
      const lock = await takeBookLock(folder, async (argv, print) => {
        for (let line = 0; line < 1000; line += 1) print('x'.repeat(1000));
        return argv.length;
      });
      const [door = ''] = (await readdir(folder)).filter((name) => name.startsWith('door-'));
      const path = join(folder, door, 'socket');
      for (const garbage of ['\n', 'GET / HTTP/1.1\r\n\r\n', '{"argv":7}\n', '{"argv":["a"],"x":1}\n', '\u0000'.repeat(200_000), '{"argv":[]}\n{"argv":[]}\n'])
        await call(path, garbage);
      await callAndLeave(path, '{"argv":["export"]}\n');
      connect(path).on('error', () => undefined);
      assert.equal(await askRunningAssistant(folder, ['still', 'there'], () => undefined), 2);
      await lock.release();
    }));

  it('waits no longer for a caller who has left without reading', () =>
    inTempFolder(async (folder) => {
      let finish: (lines: number) => void = () => undefined;
      const finished = new Promise<number>((resolve) => {
        finish = resolve;
      });
      const lock = await takeBookLock(folder, async (_, print, drained) => {
        let line = 0;
        for (; line < 1000; line += 1) {
          print('x'.repeat(20_000));
          await drained();
        }
        finish(line);
        return 0;
      });
      const [door = ''] = (await readdir(folder)).filter((name) => name.startsWith('door-'));
      await callAndLeave(join(folder, door, 'socket'), '{"argv":["export"]}\n');
      assert.equal(await finished, 1000);
      await lock.release();
    }));
});

async function ownersAmong(attempts: readonly Promise<BookLock>[]): Promise<readonly BookLock[]> {
  const results = await Promise.allSettled(attempts);
  for (const result of results) if (result.status === 'rejected') assert.equal(result.reason.code, 'book-in-use');
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** What a killed owner leaves behind: the link, the door, and a socket that nobody listens on. */
async function dieOwning(folder: string, door: string): Promise<void> {
  await mkdir(join(folder, door));
  const socket = createServer().listen(join(folder, door, 'alive'));
  await new Promise((resolve) => socket.once('listening', resolve));
  await rename(join(folder, door, 'alive'), join(folder, door, 'socket'));
  await symlink(door, join(folder, 'book.lock'));
  await new Promise((resolve) => socket.close(resolve));
}

/** The usual way, in two halves as two starters interleave them: both saw the socket dead. */
async function naiveTakeOver(path: string): Promise<() => Promise<unknown>> {
  await unlink(path);
  const server = createServer().listen(path);
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return () => new Promise((resolve) => server.close(resolve));
}

function call(path: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write(text));
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.resume();
  });
}

function callAndLeave(path: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path, () =>
      socket.write(text, () => {
        socket.destroy();
        resolve();
      }),
    );
  });
}
