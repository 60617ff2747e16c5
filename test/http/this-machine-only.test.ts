import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createHttpServer } from '../../bot/http/server.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { newId } from '../../bot/platform/ids.ts';
import { logInto } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

type Headers = Readonly<Record<string, string>>;

/** What a message with these headers gets for an answer, and whether it came through. */
async function posted(
  thisMachineOnly: boolean,
  headersFor: (port: number) => Headers,
): Promise<{ readonly status: number | undefined; readonly taken: number }> {
  let taken = 0;
  const server = createHttpServer({
    ...handClock(),
    log: logInto([]),
    newId,
    metrics: createMetrics(),
    isReady: async () => true,
    async receive() {
      taken += 1;
      return { status: 200 };
    },
    thisMachineOnly,
  });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ...headersFor(port) };
      request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      })
        .on('error', reject)
        .end('{}');
    });
    return { status, taken };
  } finally {
    await server.close();
  }
}

const foreign: readonly (readonly [what: string, headers: Headers])[] = [
  ['under the name of another machine (DNS rebinding)', { host: 'evil.example:3978' }],
  ['under a name that only begins like this machine', { host: '127.0.0.1.evil.example' }],
  ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ['through a proxy that says so by the standard', { forwarded: 'for=203.0.113.7' }],
];

describe('a server for this machine only', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    it(`answers whoever asks for ${host}`, async () => {
      assert.deepEqual(await posted(true, (port) => ({ host: `${host}:${String(port)}` })), { status: 200, taken: 1 });
    });
  }

  for (const [what, headers] of foreign) {
    it(`refuses what comes ${what}`, async () => assert.deepEqual(await posted(true, () => headers), { status: 403, taken: 0 }));

    it(`would let in what comes ${what} without that`, async () => assert.deepEqual(await posted(false, () => headers), { status: 200, taken: 1 }));
  }
});
