import { plugins } from 'restify';
import type { Next, Request, RequestHandler, Response, Server } from 'restify';
import type { Log } from '../../domain/shared/ports.ts';
import { createAttempts, usualLimit } from './attempts.ts';
import type { AttemptLimit } from './attempts.ts';
import type { Metrics } from './metrics.ts';
import { isOperator } from './operators-only.ts';
import { isPlainJson, mountPage } from './pages.ts';
import type { Route } from './pages.ts';
import { json } from './respond.ts';
import type { Respond } from './respond.ts';

/** Answers one delivery of the Bot Connector. */
export type Receive = (request: {
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly requestId: string;
}) => Promise<{ readonly status: number; readonly body?: unknown }>;

export interface RoutesParts {
  readonly receive: Receive;
  /** Whether the book can be read and written now. */
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  /** Lets `/metrics` be read from other machines. */
  readonly metricsToken?: string | undefined;
  readonly routes?: readonly Route[] | undefined;
  /** Attempts at pages that are opened by a secret; the usual ones when absent. */
  readonly attempts?: AttemptLimit | undefined;
  /** How many proxies stand in front and add to X-Forwarded-For; none when absent. */
  readonly trustedProxies?: number | undefined;
  readonly log: Log;
}

/** How a request is known and answered. */
export interface Answering {
  readonly respond: Respond;
  readonly idOf: (request: Request) => string;
}

const largestBody = 262_144;

/** Everything that is answered; the rest is a bare 404. */
export function mountRoutes(server: Server, parts: RoutesParts, answering: Answering): void {
  mountDoor(server, parts.receive, answering);
  mountOperatorPages(server, parts, answering.respond);
  const isOneTooMany = createAttempts(parts.attempts ?? usualLimit, parts.trustedProxies ?? 0);
  for (const route of parts.routes ?? []) mountPage(server, route, { ...answering, isOneTooMany });
}

function mountDoor(server: Server, receive: Receive, { respond, idOf }: Answering): void {
  const readBody = plugins.bodyReader({ maxBodySize: largestBody });
  const parseBody = plugins.jsonBodyParser({ bodyReader: true, mapParams: false });
  server.post('/api/messages', refuseUnreadable(respond), readBody, parseBody, async (request: Request, response: Response) => {
    const body: unknown = request.body;
    const answer = await receive({ authorization: request.headers.authorization, body, requestId: idOf(request) });
    respond(request, response, answer.status, json(answer.body));
  });
}

function mountOperatorPages(server: Server, parts: RoutesParts, respond: Respond): void {
  server.get('/healthz', async (request: Request, response: Response) => respond(request, response, 200));
  server.get('/readyz', async (request: Request, response: Response) => respond(request, response, (await isReady(parts)) ? 200 : 503));
  server.get('/metrics', async (request: Request, response: Response) => {
    if (!isOperator(request, parts.metricsToken)) respond(request, response, 404);
    else respond(request, response, 200, { contentType: parts.metrics.contentType, body: await parts.metrics.text() });
  });
}

async function isReady({ isReady: ask, log }: RoutesParts): Promise<boolean> {
  try {
    return await ask();
  } catch (fault) {
    log.error({ fault }, 'not ready');
    return false;
  }
}

function refuseUnreadable(respond: Respond): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (isPlainJson(request)) {
      next();
      return;
    }
    respond(request, response, 415);
    next(false);
  };
}
