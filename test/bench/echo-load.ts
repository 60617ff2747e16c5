import { createServer } from 'node:http';
import autocannon from 'autocannon';
import { listening, portOf } from '../support/loopback.ts';
import type { EchoKind, LoadOrder, LoadReport } from './echo-bench.ts';

/**
 * The other side of an echo measurement, in a process of its own: a bare Bot Connector that takes every reply, and 32 people who write
 * (or click) again as soon as they are answered.
 *
 * Each message has an id of its own and each person a conversation, as in Teams. Run as a child process; takes orders from the parent until it is disconnected.
 */
async function load(order: LoadOrder, serviceUrl: string): Promise<Omit<LoadReport, 'replies'>> {
  const template = JSON.stringify(activityOf(order.kind, serviceUrl));
  let count = 0;
  const next = () => {
    count += 1;
    const person = String(count % order.connections).padStart(2, '0');
    return template.replaceAll('#person', person).replace('#id', `${order.run}-${count}`);
  };
  const result = await autocannon({
    url: `http://127.0.0.1:${order.port}/api/messages`,
    connections: order.connections,
    duration: order.seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: next() }),
      },
    ],
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** About a kilobyte, with the fields that Teams sends. */
function activityOf(kind: EchoKind, serviceUrl: string): object {
  const said =
    kind === 'text'
      ? { type: 'message', text: 'help', textFormat: 'plain' }
      : { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'show', data: { page: 'help' } }, trigger: 'manual' } };
  return {
    ...said,
    id: 'bench-#id',
    timestamp: '2026-03-01T09:00:00.1234567Z',
    localTimestamp: '2026-03-01T10:00:00.1234567+01:00',
    localTimezone: 'Europe/Prague',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1bench-#person', name: 'Jana Nováková', aadObjectId: '00000000-0000-4000-8000-0000000000#person' },
    conversation: { conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111', id: 'a:1bench-#person' },
    recipient: { id: '28:bot-1', name: 'Partner Assistant' },
    entities: [{ locale: 'cs-CZ', country: 'CZ', platform: 'Windows', timezone: 'Europe/Prague', type: 'clientInfo' }],
    channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } },
    locale: 'cs-CZ',
  };
}

async function takeOrders(): Promise<void> {
  let replies = 0;
  const connector = createServer((request, response) => {
    replies += 1;
    request.resume();
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"id":"1"}');
  });
  connector.keepAliveTimeout = 60_000;
  const port = portOf(await listening(connector));
  process.on('message', (order: LoadOrder) => {
    replies = 0;
    load(order, `http://127.0.0.1:${port}`).then(
      (report) => process.send?.({ ...report, replies }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port });
}

await takeOrders();
