import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { once } from 'node:events';
import { createHttpServer } from '../../bot/http/server.ts';
import type { HttpServerOptions } from '../../bot/http/server.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { newId } from '../../bot/platform/ids.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

interface World {
  readonly url: string;
  readonly port: number;
  readonly lines: readonly LogLine[];
  /** Bodies that got through. */
  readonly received: readonly unknown[];
}

async function inWorld(options: Partial<HttpServerOptions>, use: (world: World) => Promise<void>): Promise<void> {
  const received: unknown[] = [];
  const lines: LogLine[] = [];
  const server = createHttpServer({
    ...handClock(),
    log: logInto(lines),
    newId,
    metrics: createMetrics(),
    isReady: async () => true,
    async receive({ body }) {
      received.push(body);
      return { status: 200, body: { taken: true } };
    },
    ...options,
  });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    await use({ url: `http://127.0.0.1:${port}`, port, lines, received });
  } finally {
    await server.close();
  }
}

const json = { 'content-type': 'application/json' };
const post = (world: World, body: string | Uint8Array, headers: Readonly<Record<string, string>> = json) =>
  fetch(`${world.url}/api/messages`, { method: 'POST', headers, body });

/** What one raw request, as no client of ours would write it, gets for an answer. */
async function raw(world: World, request: string): Promise<string> {
  const socket = connect(world.port, '127.0.0.1');
  socket.end(request);
  const chunks: string[] = [];
  socket.setEncoding('latin1').on('data', (chunk: string) => chunks.push(chunk));
  await once(socket, 'close');
  return chunks.join('');
}

describe('what the HTTP server takes', () => {
  it('a JSON body, handed on as it is, and its answer as JSON', () =>
    inWorld({}, async (world) => {
      const response = await post(world, '{"type":"message"}');
      assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'application/json; charset=utf-8']);
      assert.equal(await response.text(), '{"taken":true}');
      assert.deepEqual(world.received, [{ type: 'message' }]);
    }));

  it('the token, and a request id that it made itself', () => {
    const asked: unknown[] = [];
    const receive: HttpServerOptions['receive'] = async ({ authorization, requestId }) => {
      asked.push([authorization, requestId]);
      return { status: 200 };
    };
    return inWorld({ receive, newId: () => 'made-here' }, async (world) => {
      const response = await post(world, '{}', { ...json, authorization: 'Bearer x', 'x-request-id': 'theirs' });
      assert.deepEqual([response.status, response.headers.get('x-request-id'), asked], [200, 'made-here', [['Bearer x', 'made-here']]]);
    });
  });

  const refused: readonly (readonly [string, number, string | Uint8Array, Readonly<Record<string, string>>])[] = [
    ['more than 256 KB', 413, JSON.stringify({ text: 'x'.repeat(262_144) }), json],
    ['broken JSON', 400, '{"text":"secret words', json],
    ['no JSON at all', 415, 'a=1&b=2', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with files', 415, '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['JSON that calls itself text', 415, '{}', { 'content-type': 'text/plain' }],
    ['a compressed body, which restify would unpack without end', 415, new Uint8Array([31, 139, 8]), { ...json, 'content-encoding': 'gzip' }],
    ['a body in an encoding nobody knows', 415, '{}', { ...json, 'content-encoding': 'br' }],
    ['a wrong digest', 400, '{}', { ...json, 'content-md5': 'wrong' }],
  ];
  for (const [what, status, body, headers] of refused) {
    it(`refuses ${what} with ${status} and not a word`, () =>
      inWorld({}, async (world) => {
        const response = await post(world, body, headers);
        assert.deepEqual([response.status, await response.text(), world.received], [status, '', []]);
      }));
  }

  it('takes exactly 256 KB', () =>
    inWorld({}, async (world) => {
      assert.equal((await post(world, JSON.stringify('x'.repeat(262_142)))).status, 200);
    }));
});

describe('what the HTTP server says', () => {
  it('nothing about itself, and how browsers are to treat it, on errors too', () =>
    inWorld({}, async (world) => {
      for (const path of ['/healthz', '/nowhere', '/api/messages']) {
        const { headers } = await fetch(world.url + path);
        assert.deepEqual([headers.get('server'), headers.get('x-powered-by')], [null, null]);
        assert.deepEqual(
          [headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('cache-control')],
          ['nosniff', 'no-referrer', 'no-store'],
        );
        assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
        assert.match(headers.get('strict-transport-security') ?? '', /max-age=/);
        assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
      }
    }));

  it('a bare 404 for every other address, and 405 for another verb', () =>
    inWorld({}, async (world) => {
      for (const path of ['/', '/api', '/api/messages/', '/favicon.ico', '/.env', '/o/%E0%A4%A', '/%2e%2e%2fetc', `/${'x'.repeat(5000)}`]) {
        const response = await fetch(world.url + path);
        assert.deepEqual([path, response.status, await response.text()], [path, 404, '']);
      }
      const response = await fetch(`${world.url}/api/messages`);
      assert.deepEqual([response.status, await response.text()], [405, '']);
    }));

  it('nothing of a fault: 500 without a body, the rest in the log', () =>
    inWorld({ receive: () => Promise.reject(new Fault('book-damaged', { detail: 'secret words' })) }, async (world) => {
      const response = await post(world, '{}');
      assert.deepEqual([response.status, await response.text()], [500, '']);
      assert.ok(world.lines.some(({ level, fields }) => level === 'error' && fields.fault instanceof Fault));
    }));

  it('one line in the log for each request, without its body, its address or its token', () =>
    inWorld({ newId: () => 'made-here' }, async (world) => {
      await post(world, '{"text":"ABCDE-12345"}', { ...json, authorization: 'Bearer secret' });
      await fetch(`${world.url}/o/secret-code?and=more`);
      assert.deepEqual(world.lines, [
        { level: 'info', fields: { requestId: 'made-here', method: 'POST', route: '/api/messages', status: 200, ms: 0 }, message: 'request' },
        { level: 'info', fields: { requestId: 'made-here', method: 'GET', route: 'none', status: 404, ms: 0 }, message: 'request' },
      ]);
    }));

  it('survives requests that no client writes', () =>
    inWorld({}, async (world) => {
      const host = 'Host: x\r\nConnection: close\r\n\r\n';
      assert.match(await raw(world, 'GET /healthz HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'), /^HTTP\/1.1 400 /);
      assert.match(await raw(world, `GET http://[::/ HTTP/1.1\r\n${host}`), /^HTTP\/1.1 400 /);
      assert.match(await raw(world, `GET //[ HTTP/1.1\r\n${host}`), /^HTTP\/1.1 (400|404) /);
      assert.match(await raw(world, `OPTIONS * HTTP/1.1\r\n${host}`), /^HTTP\/1.1 /);
      assert.match(await raw(world, `GET /healthz HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: x\r\n\r\n`), /^HTTP\/1.1 /);
      assert.match(await raw(world, 'rubbish\r\n\r\n'), /^HTTP\/1.1 400 /);
      assert.match(await raw(world, `GET /healthz HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n${host}`), /^HTTP\/1.1 431 /);
      assert.equal((await fetch(`${world.url}/healthz`)).status, 200);
    }));
});

describe('what the operator reads', () => {
  it('that the process lives', () =>
    inWorld({ isReady: async () => false }, async (world) => {
      assert.equal((await fetch(`${world.url}/healthz`)).status, 200);
    }));

  it('whether the book can be used', async () => {
    const readyz = async (isReady: () => Promise<boolean>) => {
      const status: number[] = [];
      await inWorld({ isReady }, async (world) => {
        status.push((await fetch(`${world.url}/readyz`)).status);
      });
      return status[0];
    };
    assert.equal(await readyz(async () => true), 200);
    assert.equal(await readyz(async () => false), 503);
    assert.equal(await readyz(() => Promise.reject(new Fault('book-damaged'))), 503);
  });

  it('figures of requests, turns and the process', () => {
    const metrics = createMetrics(
      async () => 3,
      () => ({ pausedTenants: 2, isStopped: true }),
    );
    return inWorld({ metrics }, async (world) => {
      metrics.turn({ said: 'text', ms: 30 });
      metrics.unasked({ topic: 'offer-sent', result: 'sent' });
      await post(world, '{}');
      const response = await fetch(`${world.url}/metrics`);
      const text = await response.text();
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0.0.4/);
      assert.match(text, /^http_requests_total\{route="\/api\/messages",status="200"\} 1$/m);
      assert.match(text, /^turn_duration_seconds_bucket\{le="0.05",said="text"\} 1$/m);
      assert.match(text, /^outbox_messages_total\{topic="offer-sent",result="sent",reason=""\} 1$/m);
      assert.match(text, /^outbox_waiting 3$/m);
      assert.match(text, /^outbox_paused_tenants 2$/m);
      assert.match(text, /^outbox_stopped 1$/m);
      assert.match(text, /^process_resident_memory_bytes \d+/m);
    });
  });

  it('figures only from this machine, or with the operator’s token', () =>
    inWorld({ metricsToken: 'of-the-operator' }, async (world) => {
      const status = async (headers: Readonly<Record<string, string>>) => (await fetch(`${world.url}/metrics`, { headers })).status;
      const forwarded = { 'x-forwarded-for': '203.0.113.7' };
      assert.equal(await status({}), 200);
      assert.equal(await status(forwarded), 404);
      assert.equal(await status({ ...forwarded, authorization: 'Bearer guessed' }), 404);
      assert.equal(await status({ ...forwarded, authorization: 'Bearer of-the-operator' }), 200);
    }));
});

describe('a page beside the door', () => {
  const routes: HttpServerOptions['routes'] = [
    {
      path: '/o/:code',
      answer: async ({ params }) => ({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        body: JSON.stringify(params),
        headers: { 'Content-Security-Policy': "default-src 'self'" },
      }),
    },
  ];

  it('is answered with its own content policy and the other headers', () =>
    inWorld({ routes }, async (world) => {
      const response = await fetch(`${world.url}/o/abc`);
      assert.deepEqual([response.status, await response.text()], [200, '{"code":"abc"}']);
      assert.deepEqual([response.headers.get('content-security-policy'), response.headers.get('x-content-type-options')], ["default-src 'self'", 'nosniff']);
    }));

  it('stands in the log by its pattern, not by the code in its address', () =>
    inWorld({ routes }, async (world) => {
      await fetch(`${world.url}/o/secret-code`);
      assert.deepEqual([world.lines[0]?.fields.route, JSON.stringify(world.lines).includes('secret-code')], ['/o/:code', false]);
    }));
});

describe('a port', () => {
  it('that is taken is said in one line', () =>
    inWorld({}, async (world) => {
      await inWorld({}, async () => {
        const second = createHttpServer({
          ...handClock(),
          log: logInto([]),
          newId,
          metrics: createMetrics(),
          isReady: async () => true,
          receive: async () => ({ status: 200 }),
        });
        await assert.rejects(second.listen({ port: world.port, host: '127.0.0.1' }), (error) => error instanceof Fault && error.code === 'configuration');
      });
    }));
});
