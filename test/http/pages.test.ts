import assert from 'node:assert/strict';
import { createMetrics } from '../../bot/http/metrics.ts';
import type { PostRequest, Route } from '../../bot/http/pages.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import type { HttpServerOptions } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

interface World {
  readonly url: string;
  readonly lines: readonly LogLine[];
  readonly posted: readonly PostRequest[];
}

const text = (status: number, body: string) => ({ status, contentType: 'text/plain', body });
const json = { 'content-type': 'application/json' };

/** A page that is opened by a code, and one that is not. */
async function inWorld(options: Partial<HttpServerOptions>, use: (world: World) => Promise<void>): Promise<void> {
  const lines: LogLine[] = [];
  const posted: PostRequest[] = [];
  const byCode: Route = {
    path: '/o/:code',
    answer: async ({ params, query }) => text(200, `${JSON.stringify(params)} ${query}`),
    post: async (request) => {
      posted.push(request);
      return text(200, 'taken');
    },
    refuse: (_, { method, status }) => text(status, `${method} refused kindly`),
  };
  const routes = [byCode, { path: '/', answer: async () => text(200, 'open') }];
  const parts = { ...handClock(), log: logInto(lines), newId, metrics: createMetrics(), isReady: async () => true, receive: async () => ({ status: 200 }) };
  const server = createHttpServer({ ...parts, routes, ...options });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    await use({ url: `http://127.0.0.1:${port}`, lines, posted });
  } finally {
    await server.close();
  }
}

const post = (world: World, body: string | Uint8Array, headers: Readonly<Record<string, string>> = json) =>
  fetch(`${world.url}/o/abc?lang=cs`, { method: 'POST', headers, body });

describe('what a page takes', () => {
  it('JSON, with where it came from and what stands in its address', () =>
    inWorld({}, async (world) => {
      const response = await post(world, '{"a":1}', { ...json, origin: 'https://else.where' });
      assert.deepEqual([response.status, await response.text()], [200, 'taken']);
      const [{ body, params, query, origin, host } = {}] = world.posted;
      assert.deepEqual([body, params, query, origin, `http://${host ?? ''}`], [{ a: 1 }, { code: 'abc' }, 'lang=cs', 'https://else.where', world.url]);
    }));

  const refused: readonly (readonly [string, number, string | Uint8Array, Readonly<Record<string, string>>])[] = [
    ['more than 16 KB', 413, JSON.stringify('x'.repeat(16_383)), json],
    ['broken JSON', 400, '{"a":', json],
    ['nothing', 400, '', json],
    ['a form', 415, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON that calls itself text', 415, '{}', { 'content-type': 'text/plain' }],
    ['a compressed body', 415, new Uint8Array([31, 139, 8]), { ...json, 'content-encoding': 'gzip' }],
    ['a wrong digest', 400, '{}', { ...json, 'content-md5': 'wrong' }],
  ];
  for (const [what, status, body, headers] of refused) {
    it(`not ${what}: ${String(status)}, in the page’s own words`, () =>
      inWorld({}, async (world) => {
        const response = await post(world, body, headers);
        assert.deepEqual([response.status, await response.text(), world.posted], [status, 'POST refused kindly', []]);
      }));
  }

  it('exactly 16 KB', () =>
    inWorld({}, async (world) => {
      assert.equal((await post(world, JSON.stringify('x'.repeat(16_382)))).status, 200);
    }));

  it('nothing where a page takes nothing', () =>
    inWorld({}, async (world) => {
      assert.equal((await fetch(world.url, { method: 'POST', headers: json, body: '{}' })).status, 405);
    }));
});

describe('a malformed code', () => {
  it('reaches the page as no code at all, so that the page answers it, and not the router', () =>
    inWorld({}, async (world) => {
      const malformed = ['', '%E0%A4%A', '%41bc', 'a/b', '../etc', 'a.b', '%00', 'č', 'x'.repeat(65), 'x'.repeat(5000), 'a b'];
      for (const part of malformed.map((each) => (each === '../etc' ? '..%2fetc' : each))) {
        const response = await fetch(`${world.url}/o/${part}?lang=sk`);
        assert.deepEqual([part, response.status, await response.text()], [part, 200, '{"code":"-"} lang=sk']);
      }
      assert.equal(JSON.stringify(world.lines).includes('etc'), false);
    }));

  it('is nothing to a page without one', () =>
    inWorld({}, async (world) => {
      assert.deepEqual([(await fetch(`${world.url}/%E0%A4%A`)).status, (await fetch(`${world.url}/other/a.b`)).status], [404, 404]);
    }));
});

describe('attempts at a page that is opened by a code', () => {
  const attempts = { burst: 5, rate: 0.001 };
  const statuses = async (world: World, count: number, headers: Readonly<Record<string, string>> = {}) => {
    const answers: number[] = [];
    for (let n = 0; n < count; n += 1) answers.push((await fetch(`${world.url}/o/code-${String(n)}`, { headers })).status);
    return answers;
  };

  it('are counted by address, whatever they try and whether they hit', () =>
    inWorld({ attempts }, async (world) => {
      assert.equal((await fetch(`${world.url}/o/abc`, { method: 'HEAD' })).status, 200);
      assert.equal((await post(world, '{"a":')).status, 400);
      assert.equal((await fetch(`${world.url}/o/%E0%A4%A`)).status, 200);
      assert.deepEqual(await statuses(world, 3), [200, 200, 429]);
      const [get, posted] = [await fetch(`${world.url}/o/abc`), await post(world, '{}')];
      assert.deepEqual([get.status, await get.text()], [429, 'GET refused kindly']);
      assert.deepEqual([posted.status, await posted.text(), world.posted], [429, 'POST refused kindly', []]);
    }));

  it('leave every other page alone', () =>
    inWorld({ attempts }, async (world) => {
      await statuses(world, 9);
      for (let n = 0; n < 20; n += 1) assert.equal((await fetch(world.url)).status, 200);
    }));

  it('are not hidden by a forged header', () =>
    inWorld({ attempts }, async (world) => {
      for (let n = 0; n < 5; n += 1) await statuses(world, 1, { 'x-forwarded-for': `203.0.113.${String(n)}` });
      assert.deepEqual(await statuses(world, 1, { 'x-forwarded-for': '203.0.113.99' }), [429]);
    }));

  it('are counted by the client that a trusted proxy names, not by what the client wrote before it', () =>
    inWorld({ attempts, trustedProxies: 1 }, async (world) => {
      for (let n = 0; n < 5; n += 1) await statuses(world, 1, { 'x-forwarded-for': `203.0.113.${String(n)}, 198.51.100.1` });
      assert.deepEqual(await statuses(world, 1, { 'x-forwarded-for': '203.0.113.99, 198.51.100.1' }), [429]);
      assert.deepEqual(await statuses(world, 1, { 'x-forwarded-for': '198.51.100.1, 198.51.100.2' }), [200]);
    }));

  it('come back with time', () =>
    inWorld({ attempts: { burst: 1, rate: 1e9 } }, async (world) => {
      assert.ok((await statuses(world, 20)).filter((status) => status === 200).length > 1);
    }));

  it('leave neither code nor address in the log', () =>
    inWorld({ attempts }, async (world) => {
      await statuses(world, 7);
      assert.equal(/code-\d|127\.0\.0/.test(JSON.stringify(world.lines)), false);
      assert.deepEqual(world.lines.at(-1)?.fields.route, '/o/:code');
    }));
});
