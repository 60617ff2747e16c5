import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookPlace } from '../../bot/platform/book-key.ts';
import { keepBookKey, localBookKey } from '../../bot/platform/book-key.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const saying =
  (words: RegExp) =>
  (error: unknown): boolean =>
    error instanceof Fault && error.code === 'configuration' && words.test(error.message);

const empty = (folder: string): BookPlace => ({ folder, hasBook: false });
const withBook = (folder: string): BookPlace => ({ folder, hasBook: true });

describe('the key of a local book', () => {
  it('is made at the first start, only for its owner, and stays', () =>
    inTempFolder(async (folder) => {
      const data = join(folder, 'data');
      const key = await localBookKey(empty(data));
      assert.match(key, /^[0-9a-f]{64}$/);
      assert.equal(await localBookKey(empty(data)), key);
      if (process.platform !== 'win32') assert.equal((await stat(join(data, 'book.key'))).mode & 0o777, 0o600);
    }));

  it('is another one for every book', () =>
    inTempFolder(async (folder) => assert.notEqual(await localBookKey(empty(join(folder, 'one'))), await localBookKey(empty(join(folder, 'two'))))));

  for (const [what, text] of Object.entries({ 'an empty file': '', 'half a key': 'ab'.repeat(16), 'another text': 'z'.repeat(64) })) {
    it(`is refused as ${what}, without repeating it`, () =>
      inTempFolder(async (folder) => {
        await writeFile(join(folder, 'book.key'), text, { mode: 0o600 });
        await assert.rejects(localBookKey(empty(folder)), saying(/64 hex characters/));
        await assert.rejects(localBookKey(empty(folder)), (error) => text === '' || !String(error).includes(text));
      }));
  }

  it('is refused while others can read it', function () {
    if (process.platform === 'win32') return this.skip();
    return inTempFolder(async (folder) => {
      await localBookKey(empty(folder));
      await chmod(join(folder, 'book.key'), 0o640);
      await assert.rejects(localBookKey(empty(folder)), saying(/chmod 600/));
    });
  });

  it('is not made again when it is lost and the book is still there', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(empty(folder), createSecrets(await localBookKey(empty(folder))));
      await rm(join(folder, 'book.key'));
      await assert.rejects(localBookKey(empty(folder)), saying(/missing/));
    }));

  it('is not made for a book that lost its mark, too', () =>
    inTempFolder(async (folder) => {
      await assert.rejects(localBookKey(withBook(folder)), saying(/book\.key is missing.*backup/));
      assert.deepEqual(await readdir(folder), []);
    }));

  it('is told from something else of that name', () =>
    inTempFolder(async (folder) => {
      await mkdir(join(folder, 'book.key'));
      await assert.rejects(localBookKey(empty(folder)), saying(/EISDIR/));
    }));
});

describe('the mark beside a book', () => {
  it('lets the same key in again and refuses another', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(empty(folder), createSecrets('a'.repeat(64)));
      await keepBookKey(empty(folder), createSecrets('a'.repeat(64)));
      await assert.rejects(keepBookKey(empty(folder), createSecrets('b'.repeat(64))), saying(/another BOOK_KEY/));
      await keepBookKey(empty(folder), createSecrets('a'.repeat(64)));
    }));

  it('is not made again, with whatever key, when it is lost and the book is still there', () =>
    inTempFolder(async (folder) => {
      const ours = createSecrets('a'.repeat(64));
      await keepBookKey(empty(folder), ours);
      await keepBookKey(withBook(folder), ours);
      await rm(join(folder, 'book.key.mark'));
      for (const secrets of [ours, createSecrets('b'.repeat(64))]) {
        await assert.rejects(keepBookKey(withBook(folder), secrets), saying(/book\.key\.mark is missing.*backup/));
      }
      assert.deepEqual(await readdir(folder), []);
    }));

  it('does not hold the key', () =>
    inTempFolder(async (folder) => {
      await keepBookKey(empty(folder), createSecrets('a'.repeat(64)));
      assert.ok(!(await readFile(join(folder, 'book.key.mark'), 'utf8')).includes('aaaaaa'));
    }));
});
