import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepBookKey, localBookKey } from '../../bot/platform/book-key.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const saying =
  (words: RegExp) =>
  (error: unknown): boolean =>
    error instanceof Fault && error.code === 'configuration' && words.test(error.message);

describe('the key of a local book', () => {
  it('is made at the first start, only for its owner, and stays', () =>
    inTempFolder(async (folder) => {
      const data = join(folder, 'data');
      const key = await localBookKey(data);
      assert.match(key, /^[0-9a-f]{64}$/);
      assert.equal(await localBookKey(data), key);
      if (process.platform !== 'win32') assert.equal((await stat(join(data, 'book.key'))).mode & 0o777, 0o600);
    }));

  it('is another one for every book', () =>
    inTempFolder(async (folder) => assert.notEqual(await localBookKey(join(folder, 'one')), await localBookKey(join(folder, 'two')))));

  for (const [what, text] of Object.entries({ 'an empty file': '', 'half a key': 'ab'.repeat(16), 'another text': 'z'.repeat(64) })) {
    it(`is refused as ${what}, without repeating it`, () =>
      inTempFolder(async (folder) => {
        await writeFile(join(folder, 'book.key'), text, { mode: 0o600 });
        await assert.rejects(localBookKey(folder), saying(/64 hex characters/));
        await assert.rejects(localBookKey(folder), (error) => text === '' || !String(error).includes(text));
      }));
  }

  it('is refused while others can read it', function () {
    if (process.platform === 'win32') return this.skip();
    return inTempFolder(async (folder) => {
      await localBookKey(folder);
      await chmod(join(folder, 'book.key'), 0o640);
      await assert.rejects(localBookKey(folder), saying(/chmod 600/));
    });
  });

  it('is not made again when it is lost and the book is still there', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(folder, createSecrets(await localBookKey(folder)));
      await rm(join(folder, 'book.key'));
      await assert.rejects(localBookKey(folder), saying(/missing/));
    }));

  it('is told from something else of that name', () =>
    inTempFolder(async (folder) => {
      await mkdir(join(folder, 'book.key'));
      await assert.rejects(localBookKey(folder), saying(/EISDIR/));
    }));
});

describe('the mark beside a book', () => {
  it('lets the same key in again and refuses another', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(folder, createSecrets('a'.repeat(64)));
      await keepBookKey(folder, createSecrets('a'.repeat(64)));
      await assert.rejects(keepBookKey(folder, createSecrets('b'.repeat(64))), saying(/another BOOK_KEY/));
      await keepBookKey(folder, createSecrets('a'.repeat(64)));
    }));

  it('does not hold the key', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(folder, createSecrets('a'.repeat(64)));
      assert.ok(!(await readFile(join(folder, 'book.key.mark'), 'utf8')).includes('aaaaaa'));
    }));
});
