import { plugins } from 'restify';
import type { Next, Request, Response, Server } from 'restify';
import type { Log } from '../../domain/shared/ports.ts';
import type { Metrics } from './metrics.ts';
import { isOperator } from './operators-only.ts';
import { respond, respondJson } from './respond.ts';
import type { Content } from './respond.ts';

/** Answers one delivery of the Bot Connector. */
export type Receive = (request: {
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly requestId: string;
}) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** One page beside the door. */
export interface Route {
  /** restify path, such as `/o/:code`. */
  readonly path: string;
  /** @param request `params` are the parts of the path, percent-decoded: untrusted. */
  readonly answer: (request: { readonly params: unknown; readonly requestId: string }) => Promise<Content & { readonly status: number }>;
}

export interface RoutesParts {
  readonly receive: Receive;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  readonly metricsToken?: string | undefined;
  readonly routes?: readonly Route[] | undefined;
  readonly log: Log;
}

const largestBody = 262_144;

/** Everything that is answered; the rest is a bare 404. */
export function mountRoutes(server: Server, parts: RoutesParts, idOf: (request: Request) => string): void {
  const { receive, metrics } = parts;
  const readBody = plugins.bodyReader({ maxBodySize: largestBody });
  const parseBody = plugins.jsonBodyParser({ bodyReader: true, mapParams: false });

  server.post('/api/messages', refuseUnreadable, readBody, parseBody, async (request: Request, response: Response) => {
    const body: unknown = request.body;
    const answer = await receive({ authorization: request.headers.authorization, body, requestId: idOf(request) });
    respondJson(response, answer.status, answer.body);
  });
  server.get('/healthz', async (_: Request, response: Response) => respond(response, 200));
  server.get('/readyz', async (_: Request, response: Response) => respond(response, (await isReady(parts)) ? 200 : 503));
  server.get('/metrics', async (request: Request, response: Response) => {
    if (!isOperator(request, parts.metricsToken)) respond(response, 404);
    else respond(response, 200, { contentType: metrics.contentType, body: await metrics.text() });
  });
  for (const route of parts.routes ?? []) mountPage(server, route, idOf);
}

async function isReady({ isReady: ask, log }: RoutesParts): Promise<boolean> {
  try {
    return await ask();
  } catch (fault) {
    log.error({ fault }, 'not ready');
    return false;
  }
}

function mountPage(server: Server, route: Route, idOf: (request: Request) => string): void {
  server.get(route.path, async (request: Request, response: Response) => {
    const params: unknown = request.params;
    const page = await route.answer({ params, requestId: idOf(request) });
    respond(response, page.status, page);
  });
}

/** Before a byte of the body is read: restify counts a compressed body before it unpacks it, and takes forms and files, too. */
function refuseUnreadable(request: Request, response: Response, next: Next): void {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  if (isJson && request.headers['content-encoding'] === undefined) {
    next();
    return;
  }
  respond(response, 415);
  next(false);
}
