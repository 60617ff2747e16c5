import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { compose, openBook } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { logInto } from '../teams/a-door.ts';

const Manifest = z.object({ developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }) });

describe('the addresses that the package of the Teams app names', () => {
  it('are answered by the assistant, each with a page of its own', () =>
    inTempFolder(async (folder) => {
      const port = await freePort(45_000 + (process.pid % 1000) * 8);
      const read = readConfig({ STORE_URL: `file:${folder}`, PORT: String(port), LOCAL_PLAYGROUND: 'off', SAMPLE_BOOK: 'off' });
      assert.equal(read.kind, 'config');
      const log = logInto([]);
      const book = await openBook(read.config, log, (fault) => assert.fail(fault));
      const assistant = compose(read.config, book, log);
      try {
        await assistant.listen();
        const { developer } = Manifest.parse(JSON.parse(await readFile(new URL('../../manifest/manifest.json', import.meta.url), 'utf8')));
        const addresses = Object.values(developer).map((address) => address.replace('${{PUBLIC_URL}}', `http://127.0.0.1:${String(port)}`));
        const pages = await Promise.all(addresses.map(async (address) => fetch(address)));
        assert.deepEqual(
          pages.map(({ status, headers }) => [status, headers.get('content-type')]),
          addresses.map(() => [200, 'text/html; charset=utf-8']),
        );
        assert.equal(new Set(await Promise.all(pages.map((page) => page.text()))).size, 3);
      } finally {
        await assistant.close();
        await book.store.close();
      }
    }));
});
