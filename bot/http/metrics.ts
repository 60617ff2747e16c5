import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What the operator's Prometheus reads. Labels name routes and kinds only: never a person, a tenant or a customer. */
export interface Metrics {
  readonly httpRequest: (route: string, status: number) => void;
  readonly turn: (turn: { readonly said: string; readonly ms: number }) => void;
  /** Prometheus text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** One registry of its own: several servers in one process (tests) do not add up. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({ name: 'http_requests_total', help: 'HTTP requests answered', labelNames: ['route', 'status'], registers: [register] });
  const turns = new Histogram({
    name: 'turn_duration_seconds',
    help: 'Turns of a conversation, by what the person did, from the door to the answer',
    labelNames: ['said'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    registers: [register],
  });
  return {
    httpRequest: (route, status) => requests.inc({ route, status }),
    turn: ({ said, ms }) => turns.observe({ said }, ms / 1000),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
