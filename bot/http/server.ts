import { createServer } from 'restify';
import type { Next, Request, Response, Server } from 'restify';
import { Fault } from '../../domain/shared/fault.ts';
import type { Clock, NewId, Timers } from '../../domain/shared/ports.ts';
import { drain } from './drain.ts';
import { isOfThisMachine } from './operators-only.ts';
import { routedUrl } from './pages.ts';
import { createRequestLog } from './request-log.ts';
import { createRespond } from './respond.ts';
import { mountRoutes } from './routes.ts';
import type { RoutesParts } from './routes.ts';

export interface HttpServerOptions extends RoutesParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  /** Local mode, in which nobody is asked for a token: only this machine is answered, and no proxy. */
  readonly thisMachineOnly?: boolean;
}

export interface HttpServer {
  /** Port 0 takes any free one. Throws `Fault('configuration')` when the port is taken or not allowed. */
  readonly listen: (at: { readonly port: number; readonly host: string }) => Promise<{ readonly port: number }>;
  /** Takes no more requests, lets those under way end, and cuts what is left after four seconds. */
  readonly close: () => Promise<void>;
}

/** The assistant's HTTP server: the door for Teams, the operator's three pages, and what `routes` adds. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const server = createServer({ name: '', maxParamLength: 200 });
  // restify's own log would write whole addresses, with the codes in them, to standard output
  Object.assign(server.log, { level: 'silent' });
  const requestLog = createRequestLog(options);
  limitWaiting(server);
  const respond = createRespond(requestLog.idOf);
  server.pre((request: Request, response: Response, next: Next) => {
    requestLog.began(request);
    const refusal = refusalOf(request, options.thisMachineOnly === true);
    if (refusal === undefined) {
      Object.assign(request, { url: routedUrl(request.url ?? '', options.routes ?? []) });
      next();
      return;
    }
    respond(request, response, refusal);
    next(false);
  });
  server.on('after', requestLog.ended);
  // `done` would let restify answer, in its own words: it is never called
  server.on('restifyError', (request: Request, response: Response, error: unknown) => {
    const status = statusOf(error);
    if (status >= 500) options.log.error({ requestId: requestLog.idOf(request), fault: error }, 'request failed');
    respond(request, response, status);
  });
  mountRoutes(server, options, { respond, idOf: requestLog.idOf });
  return { listen: (at) => listening(server, at), close: () => drain(server, options.timers) };
}

function refusalOf(request: Request, thisMachineOnly: boolean): 400 | 403 | undefined {
  if (!isAddressable(request)) return 400;
  return thisMachineOnly && !isOfThisMachine(request) ? 403 : undefined;
}

/** restify builds a URL of the Host header and the target, and a sync throw in it ends the process; `OPTIONS *` it answers by itself. */
function isAddressable(request: Request): boolean {
  const target = request.url ?? '*';
  const base = `http://${request.headers.host ?? 'localhost'}`;
  return target !== '*' && URL.canParse(target.startsWith('/') ? base + target : target, base);
}

/** Nobody holds a connection by being slow. The Bot Connector sends a few kilobytes at once. */
function limitWaiting(server: Server): void {
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 15_000;
  server.server.keepAliveTimeout = 5000;
  // restify listens for upgrades without answering them: such a socket would stay open for ever, beyond every timeout and the drain
  server.server.removeAllListeners('upgrade');
}

/** restify's own refusals carry their status; anything else is a fault, and none of its words go out. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function listening(server: Server, at: { readonly port: number; readonly host: string }): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    const refused = (cause: unknown) => reject(new Fault('configuration', { detail: `cannot listen on ${at.host}:${at.port}`, cause }));
    server.once('error', refused);
    server.listen(at.port, at.host, () => {
      server.removeListener('error', refused);
      resolve({ port: server.address().port });
    });
  });
}
