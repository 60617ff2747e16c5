import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningApp } from '../support/app.ts';
import { runApp, startApp, until, within } from '../support/app.ts';
import { reaches } from '../support/loopback.ts';
import { openPlaygroundChat, wordsOf } from '../support/playground.ts';
import type { PlaygroundChat } from '../support/playground.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const withoutPlaygrounds = { LOCAL_PLAYGROUND: 'off' };
const withoutSample = { ...withoutPlaygrounds, SAMPLE_BOOK: 'off' };

function chats(app: RunningApp): { readonly partner: string; readonly customer: string } {
  assert.ok(app.playgrounds, `no Playgrounds were announced:\n${app.output().out}`);
  return app.playgrounds;
}

async function withChat<T>(address: string, work: (chat: PlaygroundChat) => Promise<T>): Promise<T> {
  const chat = await openPlaygroundChat(address);
  try {
    return await work(chat);
  } finally {
    await chat.close();
  }
}

async function status(app: RunningApp, path: string): Promise<number> {
  return (await fetch(`${app.address}${path}`)).status;
}

/** A process that has ended may stand in the list of its group for a moment, until the system has cleared it away. */
async function isGone(app: RunningApp): Promise<boolean> {
  const { partner, customer } = chats(app);
  const reached = await Promise.all([app.address, partner, customer].map((address) => reaches('127.0.0.1', Number(new URL(address).port))));
  return !reached.includes(true) && !app.leavesSomebody();
}

/** What stands on standard error beside the log: what a person is meant to read. */
function toldLines(err: string): readonly string[] {
  return err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
}

describe('a start in local mode', function () {
  this.timeout(90_000);

  it('greets the partner in their language and the customer in theirs, and Ctrl-C ends everything within five seconds', () =>
    inTempFolder(async (folder) => {
      await using app = await startApp({ folder });
      assert.deepEqual([await status(app, '/healthz'), await status(app, '/readyz')], [200, 200]);
      await withChat(chats(app).partner, async (jana) => {
        await jana.install();
        assert.match(wordsOf((await jana.shown()).card), /Vítá vás/);
        assert.match(wordsOf((await jana.ask('domů')).card), /Northwind Partner/);
      });
      await withChat(chats(app).customer, async (karel) => {
        await karel.install();
        assert.doesNotMatch(wordsOf((await karel.shown()).card), /Nováková|Pekařství|klíč/);
      });
      assert.equal((await within(5000, app.end({ signal: 'SIGINT', to: 'terminal' }))).code, 0);
      await until(() => isGone(app), 5000);
      assert.doesNotMatch(app.output().err, /"level":"(warn|error)"/);
    }));

  it('ends everything when only the assistant is told to, too', () =>
    inTempFolder(async (folder) => {
      await using app = await startApp({ folder });
      assert.equal((await app.end({ signal: 'SIGTERM', to: 'process' })).code, 0);
      await until(() => isGone(app), 5000);
    }));

  it('leaves no Playground behind when the assistant is killed', () =>
    inTempFolder(async (folder) => {
      await using app = await startApp({ folder });
      assert.equal(await isGone(app), false);
      await app.end({ signal: 'SIGKILL', to: 'process' });
      await until(() => isGone(app), 5000);
    }));

  it('keeps the book over a restart, the language a person chose among it, and imports the sample once', () =>
    inTempFolder(async (folder) => {
      {
        await using app = await startApp({ folder });
        assert.match(app.output().out, /sample book was imported/);
        await withChat(chats(app).partner, async (jana) => {
          const choice = await jana.ask('jazyk');
          await jana.click(choice, 'Slovenčina');
        });
        await app.end({ signal: 'SIGINT', to: 'terminal' });
      }
      await using again = await startApp({ folder });
      assert.doesNotMatch(again.output().out, /sample book was imported/);
      const help = await withChat(chats(again).partner, (jana) => jana.ask('help'));
      assert.match(wordsOf(help.card), /S čím môžem pomôcť/);
    }));

  it('works at the other end of the world, in another language, and writes UTC into the log', () =>
    inTempFolder(async (folder) => {
      const env = { ...withoutPlaygrounds, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      await using app = await startApp({ folder, env });
      assert.equal(await status(app, '/readyz'), 200);
      assert.match(app.output().err, /"time":"[\d-]+T[\d:.]+Z".*sample book imported/);
      assert.equal((await app.end({ signal: 'SIGTERM', to: 'process' })).code, 0);
    }));
});

describe('npm start', function () {
  this.timeout(180_000);

  it('compiles the current source, starts it, and ends all of it when npm is told to', function () {
    if (process.platform === 'win32') return this.skip();
    return inTempFolder(async (folder) => {
      await using app = await startApp({ folder, env: { SAMPLE_BOOK: 'off' }, command: ['npm', 'start'] });
      const home = await withChat(chats(app).partner, (jana) => jana.ask('home'));
      assert.match(wordsOf(home.card), /Redeem product keys/);
      assert.match(app.output().err, /first person who wrote from this partner is its global admin now/);
      await within(5000, app.end({ signal: 'SIGTERM', to: 'process' }));
      await until(() => isGone(app), 5000);
    });
  });
});

describe('a start behind Teams', function () {
  this.timeout(60_000);

  it('lets nobody in without a token, opens no Playground, and appoints the admins it is told of', () =>
    inTempFolder(async (folder) => {
      const tenant = '33333333-3333-4333-8333-333333333333';
      const env = {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        MicrosoftAppId: 'aaaaaaaa-0000-4000-8000-00000000000a',
        MicrosoftAppPassword: 'not-a-real-one',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: tenant,
        PARTNER_TENANTS: tenant,
        PARTNER_ADMINS: `${tenant}/33333333-0000-4000-8000-000000000001`,
        BOOK_KEY: 'd4'.repeat(32),
        PUBLIC_URL: 'https://assistant.example.com',
      };
      await using app = await startApp({ folder, env });
      assert.equal(app.playgrounds, undefined);
      const activity = {
        type: 'message',
        id: '1',
        text: 'hi',
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        from: { id: 'a', name: 'A', aadObjectId: '33333333-0000-4000-8000-000000000001' },
        recipient: { id: 'b', name: 'B' },
        conversation: { id: 'c', conversationType: 'personal', tenantId: tenant },
        channelData: { tenant: { id: tenant } },
      };
      const knock = await fetch(`${app.address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      assert.deepEqual([knock.status, await status(app, '/readyz')], [401, 200]);
      const audit = await runApp({ folder, env, args: ['export', '--audit'] });
      assert.equal(audit.out.match(/global-admin-appointed/g)?.length, 1);
      assert.ok(!`${app.output().out}${app.output().err}`.includes('not-a-real-one'));
    }));
});

describe('a start that cannot be', function () {
  this.timeout(60_000);

  it('is refused in one line while another assistant has the book open, which goes on', () =>
    inTempFolder(async (folder) => {
      await using app = await startApp({ folder, env: withoutSample });
      const second = await runApp({ folder, env: { ...withoutSample, PORT: '3977' } });
      assert.equal(second.code, 1);
      assert.equal(toldLines(second.err).length, 1);
      assert.match(second.err, /^The assistant cannot go on: book-in-use: .*already; stop it first/m);
      assert.equal(await status(app, '/readyz'), 200);
    }));

  it('is refused in one line when the port is taken', () =>
    inTempFolder(async (folder) => {
      await using app = await startApp({ folder: join(folder, 'one'), env: withoutSample });
      const second = await runApp({ folder: join(folder, 'two'), env: { ...withoutSample, PORT: new URL(app.address).port } });
      assert.deepEqual([second.code, toldLines(second.err).length], [1, 1]);
      assert.match(second.err, /cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/);
    }));

  for (const [why, env] of [
    ['it is called production without credentials', { NODE_ENV: 'production' }],
    ['credentials are half there', { MicrosoftAppId: 'aaaaaaaa-0000-4000-8000-00000000000a' }],
  ] as const) {
    it(`is refused in one line when ${why}, and touches nothing`, () =>
      inTempFolder(async (folder) => {
        const refused = await runApp({ folder: join(folder, 'data'), env });
        assert.deepEqual([refused.code, refused.out, refused.err.trim().split('\n').length], [1, '', 1]);
        assert.deepEqual(await readdir(folder), []);
      }));
  }

  it('is refused in one line when the key of the book is another', () =>
    inTempFolder(async (folder) => {
      {
        await using app = await startApp({ folder, env: { ...withoutSample, BOOK_KEY: 'a1'.repeat(32) } });
        await app.end({ signal: 'SIGTERM', to: 'process' });
      }
      const refused = await runApp({ folder, env: { ...withoutSample, BOOK_KEY: 'b2'.repeat(32) } });
      assert.deepEqual([refused.code, toldLines(refused.err).length], [1, 1]);
      assert.match(refused.err, /another BOOK_KEY/);
    }));
});

describe('a disk that is full', function () {
  this.timeout(60_000);

  it('ends the assistant in one line instead of letting it promise what it cannot keep', async function () {
    const limit = promisify(execFile);
    const canLimit =
      process.platform === 'linux' &&
      (await limit('prlimit', ['--version']).then(
        () => true,
        () => false,
      ));
    if (!canLimit) return this.skip();
    await inTempFolder(async (folder) => {
      await using app = await startApp({ folder, env: { SAMPLE_BOOK: 'off' } });
      const journal = await readFile(join(folder, 'journal.jsonl'));
      await limit('prlimit', ['--pid', String(app.pid), `--fsize=${String(journal.length)}`]);
      await withChat(chats(app).partner, (jana) => jana.say('help'));
      const ended = await app.ended;
      assert.equal(ended.code, 1);
      assert.match(toldLines(app.output().err).join('\n'), /^The assistant cannot go on: book-write-failed[^\n]*$/);
      assert.equal(await isGone(app), true);
    });
  });
});
