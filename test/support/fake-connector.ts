import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listening, portOf } from './loopback.ts';
import type { PublishedLimits } from './published-limits.ts';

/** One call that arrived at the fake Bot Connector. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: ReturnType<typeof JSON.parse>;
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The connection is cut instead: the caller does not learn whether the activity was taken. */
  readonly hangsUp?: true;
}

/** The Bot Connector as far as the assistant calls it: takes activities, gives ids, answers errors when told to. */
export interface FakeConnector {
  readonly serviceUrl: string;
  readonly arrivals: readonly Arrival[];
  /** The next calls are answered so, in this order; after them all is well again. */
  answer(...next: readonly ConnectorAnswer[]): void;
  /** Resolves once so many calls have arrived in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

const nowhere = 'a:nowhere';

/**
 * Starts one on a free port of this machine. It knows every conversation but `a:nowhere`, and the messages that it has taken.
 *
 * @param thinks what it does between taking a call and answering it.
 * @param limits answers 429 to what is more; left out: it takes everything. A conversation belongs to the tenant whose id its name ends with, before a slash.
 */
export async function startFakeConnector(thinks: () => Promise<unknown> = async () => undefined, limits?: PublishedLimits): Promise<FakeConnector> {
  const arrivals: Arrival[] = [];
  const queued: ConnectorAnswer[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    readAll(request)
      .then(async (text) => {
        arrivals.push({
          method: request.method ?? '',
          path: request.url ?? '',
          authorization: request.headers.authorization,
          activity: text === '' ? undefined : JSON.parse(text),
        });
        const answer = queued.shift() ?? tooMuch(request, limits) ?? usual(request, arrivals.length);
        for (const check of waiting) check();
        await thinks();
        answerWith(response, answer);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const port = portOf(await listening(server));
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    arrivals,
    answer: (...next) => {
      queued.push(...next);
    },
    arrived: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (arrivals.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As the real one: 201 with a new id for what is sent, 200 with its own for what is replaced or who is asked about, 404 with a code for what it does not know. */
function usual(request: IncomingMessage, count: number): ConnectorAnswer {
  const [conversation, , activityId = ''] = partsOf(request);
  if (conversation === nowhere) return gone('ConversationNotFound');
  if (request.method === 'GET') return { status: 200, body: memberOf(activityId) };
  if (request.method !== 'PUT') return { status: 201, body: { id: idOf(count) } };
  return isKnown(activityId, count) ? { status: 200, body: { id: activityId } } : gone('ActivityNotFoundInConversation');
}

function partsOf(request: IncomingMessage): readonly string[] {
  return (request.url ?? '').split('/conversations/')[1]?.split('/').map(decodeURIComponent) ?? [];
}

function tooMuch(request: IncomingMessage, limits: PublishedLimits | undefined): ConnectorAnswer | undefined {
  const [conversation = ''] = partsOf(request);
  const tenant = conversation.slice(0, conversation.lastIndexOf('/')).slice(-36);
  const wait = limits?.refuses({ tenant, conversation, isMessage: request.method === 'POST' });
  if (wait === undefined) return undefined;
  return { status: 429, headers: { 'retry-after': String(Math.ceil(wait / 1000)) }, body: { error: { code: 'Throttled', message: 'Too many requests' } } };
}

function isKnown(activityId: string, count: number): boolean {
  const number = Number(/^sent-(\d+)$/.exec(activityId)?.[1]);
  return number >= 1 && number <= count;
}

/** Everybody is a member of every conversation here. */
function memberOf(id: string) {
  return { id, name: 'Karel Beneš', userPrincipalName: 'Karel.Benes@contoso.cz', email: 'karel.benes@contoso.cz' };
}

function gone(code: string): ConnectorAnswer {
  return { status: 404, body: { error: { code, message: 'Not found' } } };
}

function idOf(count: number): string {
  return `sent-${String(count)}`;
}

function answerWith(response: ServerResponse, answer: ConnectorAnswer): void {
  if (answer.hangsUp === true) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
