import assert from 'node:assert/strict';
import { copyFile, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runApp, startApp } from '../support/app.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const env = { LOCAL_PLAYGROUND: 'off', LOG_LEVEL: 'debug' };
const empty = { ...env, SAMPLE_BOOK: 'off' };
const keys = 'key,plan,seats,boughtOn,orderRef\nQQQQQ-WWWWW-RRRRR-TTTTT-YYYYY,business-basic,1,2026-02-01,PO-77\n';
const keyInFull = /QQQQQ-?WWWWW/;

async function keysFile(folder: string): Promise<string> {
  const path = join(folder, 'my keys.csv');
  await writeFile(path, keys);
  return path;
}

async function wordsIn(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

describe('the operator’s commands', function () {
  this.timeout(120_000);

  it('work on the book when nobody runs, are else carried out by the assistant that does, and never show a key', () =>
    inTempFolder(async (home) => {
      const folder = join(home, 'data');
      const file = await keysFile(home);
      const alone = await runApp({ folder, env: empty, args: ['import', file] });
      assert.equal(alone.code, 0, alone.out + alone.err);
      assert.match(alone.out, /1 taken/);
      await using app = await startApp({ folder, env: empty });
      const asked = await runApp({ folder, env: empty, args: ['import', file] });
      assert.match(asked.out, /0 taken.*1 unchanged/);
      assert.match(app.output().err, /"command":"import".*an operator asks/);
      for (const text of [alone.out, alone.err, asked.out, asked.err, app.output().err, await wordsIn(folder)]) assert.doesNotMatch(text, keyInFull);
    }));

  it('copy the book while it is at work; the copy is the same book, once its key is beside it', () =>
    inTempFolder(async (home) => {
      const [folder, copy] = [join(home, 'data'), join(home, 'copy')];
      {
        await using app = await startApp({ folder, env });
        const backup = await runApp({ folder, env, args: ['backup', copy] });
        assert.equal(backup.code, 0, backup.out + backup.err);
        assert.match(backup.out, /Without its key it cannot be opened/);
        await app.end({ signal: 'SIGTERM', to: 'process' });
      }
      const keyless = await runApp({ folder: copy, env: empty, args: ['export', '--audit'] });
      assert.deepEqual([keyless.code, /book\.key is missing/.test(keyless.err)], [1, true]);
      await copyFile(join(folder, 'book.key'), join(copy, 'book.key'));
      await rename(join(copy, 'book.key.mark'), join(home, 'mark'));
      const unmarked = await runApp({ folder: copy, env: empty, args: ['export', '--audit'] });
      assert.deepEqual([unmarked.code, /book\.key\.mark is missing, but its book is there. Put it back from your backup/.test(unmarked.err)], [1, true]);
      await rename(join(home, 'mark'), join(copy, 'book.key.mark'));
      const ours = await runApp({ folder, env: empty, args: ['export', '--audit'] });
      const theirs = await runApp({ folder: copy, env: empty, args: ['export', '--audit'] });
      assert.ok(ours.code === 0 && ours.out.length > 1000, ours.err);
      assert.equal(theirs.out, ours.out);
    }));

  it('name the file that is not there, and the command that does not exist', () =>
    inTempFolder(async (home) => {
      const folder = join(home, 'data');
      const missing = await runApp({ folder, env: empty, args: ['import', join(home, 'nothing.csv')] });
      assert.equal(missing.code, 1);
      assert.match(missing.out, /nothing\.csv/);
      const unknown = await runApp({ folder, env: empty, args: ['imprt'] });
      assert.deepEqual([unknown.code, unknown.err.trim()], [2, 'There is no command "imprt". There are: import, export, notices, backup, manifest.']);
    }));
});
