import { createServer } from 'node:http';
import autocannon from 'autocannon';
import type { Request } from 'autocannon';
import { listening, portOf } from '../support/loopback.ts';
import type { TurnOrder, TurnReport } from './turn-bench.ts';

/**
 * The other side of a measurement of turns, in a process of its own: a bare Bot Connector that takes every reply, and people who write or click again
 * as soon as they are answered. Every activity has an id of its own, so that none is taken for one delivered again.
 *
 * Run as a child process; takes orders from the parent until it is disconnected.
 */
const people = 32;
const help = { type: 'message', text: 'help', textFormat: 'plain' };

function click(verb: string, data: object): object {
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', title: 'x', verb, data }, trigger: 'manual' } };
}

/** About a kilobyte, with the fields that Teams sends. */
function activity(serviceUrl: string, id: string, person: number, said: object): string {
  const number = String(person).padStart(2, '0');
  return JSON.stringify({
    ...said,
    id,
    timestamp: '2026-03-01T09:00:00.1234567Z',
    localTimestamp: '2026-03-01T10:00:00.1234567+01:00',
    localTimezone: 'Europe/Prague',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:1bench-${number}`, name: 'Jana Nováková', aadObjectId: `00000000-0000-4000-8000-0000000000${number}` },
    conversation: { conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111', id: `a:1bench-${number}` },
    recipient: { id: '28:bot-1', name: 'Partner Assistant' },
    entities: [{ locale: 'cs-CZ', country: 'CZ', platform: 'Windows', timezone: 'Europe/Prague', type: 'clientInfo' }],
    channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } },
    locale: 'cs-CZ',
  });
}

/** What one person says, one after the other, over and over. */
function sayings(kind: TurnOrder['kind'], run: string): readonly object[] {
  if (kind === 'help') return [help];
  const inputs = { purpose: 'new-subscription', people: '5' };
  return [click('submit', { ...inputs, run, step: 'purpose' }), click('back', { keys: '', remove: '', run, step: 'keys' })];
}

async function carryOut(order: TurnOrder, serviceUrl: string): Promise<Omit<TurnReport, 'replies'>> {
  const { port, kind, seconds, round } = order;
  const url = `http://127.0.0.1:${String(port)}/api/messages`;
  const authorization = order.authorization?.[serviceUrl];
  const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
  let sent = 0;
  const nextId = (): string => `${round}-${String((sent += 1))}`;

  /** Leads a person to the form that is then submitted over and over. The stock echo has no conversations. */
  async function runOf(person: number): Promise<string> {
    let run = 'none';
    for (const said of [click('begin', { flow: 'redeem-product-keys' }), click('submit', { understood: 'true', step: 'acknowledgement' })]) {
      const body = activity(serviceUrl, nextId(), person, said).replace('"step"', `"run":"${run}","step"`);
      const answer = await fetch(url, { method: 'POST', headers, body });
      run = /"run":"([^"]+)"/.exec(await answer.text())?.[1] ?? run;
    }
    return run;
  }

  const runs = await Promise.all(Array.from({ length: people }, async (_, person) => (kind === 'form' ? runOf(person) : 'none')));
  let next = 0;
  const result = await autocannon({
    url,
    connections: people,
    duration: seconds,
    setupClient: (client) => {
      const person = next++ % people;
      const requests = sayings(kind, runs[person] ?? 'none').map((said): Request => {
        const [before = '', after = ''] = activity(serviceUrl, '#id', person, said).split('#id');
        return { method: 'POST', headers, setupRequest: (request) => ({ ...request, body: `${before}${nextId()}${after}` }) };
      });
      client.setRequests(requests);
    },
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
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
  const serviceUrl = `http://127.0.0.1:${portOf(await listening(connector))}`;
  process.on('message', (order: TurnOrder) => {
    replies = 0;
    carryOut(order, serviceUrl).then(
      (report) => process.send?.({ ...report, replies }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port: portOf(connector) });
}

await takeOrders();
