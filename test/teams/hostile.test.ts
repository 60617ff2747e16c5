import assert from 'node:assert/strict';
import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { aDoor, logInto } from './a-door.ts';
import { handClock } from './hand-clock.ts';
import { hostileBodies } from './hostile-bodies.ts';

const bodies = 400;
const seed = 20_260_301;

/** Which of the bodies make a server stumble: a 5xx, words about itself, or no answer at all. */
async function stumbles(url: string, serviceUrl: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const body of hostileBodies(serviceUrl, bodies, seed)) {
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await response.text();
    const isFault = response.status >= 500;
    if (isFault || (response.status >= 400 && !['', '{}'].includes(text))) found.push(`${response.status} ${text.slice(0, 80)} ← ${body.slice(0, 200)}`);
  }
  return found;
}

describe('bodies that somebody who means harm would send', () => {
  it('never make the door stumble, and tell nobody why they were refused', async () => {
    const connector = await startFakeConnector();
    const door = await aDoor();
    assert.deepEqual(await stumbles(door.url, connector.serviceUrl), []);
    assert.ok(door.heard.length > 20, 'too few of them reach a turn');
    assert.ok(connector.arrivals.every(({ path }) => /^\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/.test(path)));
    await Promise.all([door.close(), connector.close()]);
  }).timeout(60_000);

  it('turn red for a door that trusts what it gets', async () => {
    const naive = (body: { value?: { action?: { verb: string } } }) => ({ status: body.value?.action?.verb.toLowerCase() === 'stop' ? 200 : 202 });
    const server = createHttpServer({
      ...handClock(),
      log: logInto([]),
      newId,
      metrics: createMetrics(),
      isReady: async () => true,
      receive: async ({ body }) => naive(JSON.parse(JSON.stringify(body))),
    });
    const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
    assert.ok((await stumbles(`http://127.0.0.1:${port}`, 'http://127.0.0.1:1')).length > 0);
    await server.close();
  }).timeout(60_000);
});
