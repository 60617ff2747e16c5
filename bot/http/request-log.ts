import type { Request, Response, Route } from 'restify';
import type { Clock, Log, NewId } from '../../domain/shared/ports.ts';
import type { Metrics } from './metrics.ts';

export interface RequestLogParts {
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly metrics: Metrics;
}

/** One line and one count for every request: how it was routed and answered; never what it carried, not even its address. */
export function createRequestLog({ log, clock, newId, metrics }: RequestLogParts) {
  const known = new WeakMap<Request, { readonly id: string; readonly at: number }>();
  const now = () => clock.now().getTime();
  const of = (request: Request) => known.get(request) ?? { id: 'none', at: now() };
  return {
    /** The request's id, made here: one that comes with a request is never trusted. */
    idOf: (request: Request): string => of(request).id,
    began: (request: Request): void => {
      known.set(request, { id: newId(), at: now() });
    },
    ended: (request: Request, response: Response): void => {
      const { id, at } = of(request);
      const route = routeOf(request.getRoute());
      const { statusCode: status } = response;
      metrics.httpRequest(route, status);
      log.info({ requestId: id, method: request.method, route, status, ms: now() - at }, 'request');
    },
  };
}

/** The pattern, not the path: a path may hold an offer's code. restify has no route for what it does not know. */
function routeOf(route: Route | undefined): string {
  return typeof route?.path === 'string' ? route.path : 'none';
}
