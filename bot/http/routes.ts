import { plugins } from 'restify';
import type { Next, Request, RequestHandler, Response, Server } from 'restify';
import type { Log } from '../../domain/shared/ports.ts';
import type { Metrics } from './metrics.ts';
import { isOperator } from './operators-only.ts';
import { json } from './respond.ts';
import type { Content, Respond } from './respond.ts';

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
  readonly answer: (request: PageRequest) => Promise<Content & { readonly status: number }>;
}

/** What a page may know of who asks. All of it is untrusted. */
export interface PageRequest {
  /** The parts of the path, percent-decoded. */
  readonly params: unknown;
  /** The header, as it came. */
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
}

export interface RoutesParts {
  readonly receive: Receive;
  /** Whether the book can be read and written now. */
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  /** Lets `/metrics` be read from other machines. */
  readonly metricsToken?: string | undefined;
  readonly routes?: readonly Route[] | undefined;
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
  for (const route of parts.routes ?? []) mountPage(server, route, answering);
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

function mountPage(server: Server, route: Route, { respond, idOf }: Answering): void {
  const answer = async (request: Request, response: Response) => {
    const params: unknown = request.params;
    const page = await route.answer({ params, acceptLanguage: request.headers['accept-language'], requestId: idOf(request) });
    respond(request, response, page.status, page);
  };
  server.get(route.path, answer);
  server.head(route.path, answer);
}

async function isReady({ isReady: ask, log }: RoutesParts): Promise<boolean> {
  try {
    return await ask();
  } catch (fault) {
    log.error({ fault }, 'not ready');
    return false;
  }
}

/** Before a byte of the body is read: restify counts a compressed body before it unpacks it, and takes forms and files, too. */
function refuseUnreadable(respond: Respond): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
    if (isJson && request.headers['content-encoding'] === undefined) {
      next();
      return;
    }
    respond(request, response, 415);
    next(false);
  };
}
