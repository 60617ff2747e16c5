import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { compose, openBook } from '../bot/composition.ts';
import { readConfig } from '../bot/config.ts';
import type { Config, Environment } from '../bot/config.ts';
import { freePort } from '../bot/platform/playgrounds/free-port.ts';
import { TenantId } from '../domain/shared/ids.ts';
import type { Reader } from '../domain/shared/store.port.ts';
import { startFakeConnector } from './support/fake-connector.ts';
import { post } from './support/hostile-http.ts';
import { inTempFolder } from './support/temp-folder.ts';
import { aMessage, jana, partnerTenant } from './teams/activities.ts';
import { logInto } from './teams/a-door.ts';
import type { LogLine } from './teams/a-door.ts';

const tenant = TenantId.parse(partnerTenant);
const production = {
  MicrosoftAppId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  MicrosoftAppPassword: 'not-a-real-one',
  PARTNER_TENANTS: partnerTenant,
  BOOK_KEY: 'd4'.repeat(32),
  PUBLIC_URL: 'https://assistant.example.com',
};

function configOf(folder: string, env: Environment): Config {
  const read = readConfig({ STORE_URL: `file:${folder}`, ...env });
  assert.ok(read.kind === 'config');
  return read.config;
}

/** What the log says at its level `warn` while a book is opened and closed. */
async function warningsOfOpening(folder: string, env: Environment): Promise<readonly string[]> {
  const lines: LogLine[] = [];
  const { store } = await openBook(configOf(folder, env), logInto(lines), (fault) => assert.fail(fault));
  await store.close();
  return lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
}

describe('a book that is begun', () => {
  it('is told of once behind Teams, so that a mistyped folder is noticed', () =>
    inTempFolder(async (folder) => {
      assert.deepEqual(await warningsOfOpening(folder, production), [`a new book was begun in ${folder}`]);
      assert.deepEqual(await warningsOfOpening(folder, production), []);
    }));

  it('is no surprise in local mode', () => inTempFolder(async (folder) => assert.deepEqual(await warningsOfOpening(folder, {}), [])));
});

describe('the first who write in local mode', () => {
  it('do not both become global admin when they write at the same moment', () =>
    inTempFolder(async (folder) => {
      const port = await freePort(47_000 + (process.pid % 1000) * 8);
      const config = configOf(folder, { PORT: String(port) });
      const log = logInto([]);
      const book = await openBook(config, log, (fault) => assert.fail(fault));
      const connector = await startFakeConnector();
      const assistant = compose(config, { ...book, store: { ...book.store, list: slowly(folder, book.store) } }, log);
      try {
        await assistant.listen();
        const answers = await Promise.all(
          Array.from({ length: 8 }, (_, n) => post({ url: `http://127.0.0.1:${String(port)}`, connector }, firstWords(connector.serviceUrl, n))),
        );
        assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
        const { rows } = await book.store.list('users-of-partner', { key: tenant, limit: 500 });
        assert.equal(rows.filter(({ value }) => value.companyRole === 'global-admin').length, 1);
      } finally {
        await assistant.close();
        await book.store.close();
        await connector.close();
      }
    }));
});

/** A book whose answers take a while, so that others ask in between. */
function slowly(folder: string, book: Reader): Reader['list'] {
  return async (query, slice) => {
    const page = await book.list(query, slice);
    for (let glance = 0; glance < 50; glance += 1) await stat(folder);
    return page;
  };
}

function firstWords(serviceUrl: string, n: number): string {
  const from = { ...jana, id: `29:${String(n)}`, aadObjectId: `aaaaaaaa-0000-4000-8000-00000000000${String(n)}` };
  return JSON.stringify(aMessage(serviceUrl, 'home', { from, conversation: { id: `a:${String(n)}`, conversationType: 'personal', tenantId: partnerTenant } }));
}
