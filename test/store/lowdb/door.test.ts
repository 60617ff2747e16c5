import assert from 'node:assert/strict';
import { once } from 'node:events';
import { askRunningAssistant, takeBookLock } from '../../../bot/store/lowdb/book-lock.ts';
import { inTempFolder } from '../../support/temp-folder.ts';

const half = { what: 'customers.csv', done: 50, total: 100, sofar: '50 taken' };

describe('a long command through the door', () => {
  it('tells how far it is', () =>
    inTempFolder(async (folder) => {
      const lock = await takeBookLock(folder, async (_argv, print, _drained, { progress }) => {
        progress(half);
        print('done');
        return 0;
      });
      const told: unknown[] = [];
      const code = await askRunningAssistant(
        folder,
        ['import'],
        (line) => told.push(line),
        (progress) => told.push(progress),
      );
      assert.deepEqual([code, told], [0, [half, 'done']]);
      await lock.release();
    }));

  it('hears that its caller broke it off', () =>
    inTempFolder(async (folder) => {
      let tell: (heard: boolean) => void = () => undefined;
      const heard = new Promise<boolean>((resolve) => {
        tell = resolve;
      });
      const lock = await takeBookLock(folder, async (_argv, _print, _drained, { progress, gone }) => {
        assert.equal(gone.aborted, false);
        progress(half);
        await once(gone, 'abort');
        tell(gone.aborted);
        return 1;
      });
      const left = new TypeError('Ctrl-C');
      const leave = () => {
        throw left;
      };
      await assert.rejects(
        askRunningAssistant(folder, ['import'], () => undefined, leave),
        { code: 'unreachable', cause: left },
      );
      assert.equal(await heard, true);
      await lock.release();
    }));
});
