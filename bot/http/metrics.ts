import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the operator's Prometheus reads. Labels name routes and kinds only: never a person, a tenant or a customer. */
export interface Metrics {
  readonly httpRequest: (route: string, status: number) => void;
  readonly turn: (turn: { readonly said: string; readonly ms: number }) => void;
  /** What became of a message that was sent unasked, or of a card that changed in place. */
  readonly unasked: (what: { readonly topic: string; readonly result: string; readonly reason?: string }) => void;
  /** A step of a ladder became due for somebody of that side. */
  readonly due: (side: string) => void;
  /** A digest told so many notices, so long after it could have. */
  readonly told: (what: { readonly notices: number; readonly delivery: string; readonly lagMs: number }) => void;
  /** Prometheus text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/**
 * One registry of its own: several servers in one process (tests) do not add up.
 *
 * @param waiting how many messages wait to be sent unasked; asked whenever somebody reads the metrics.
 * @param standing into how many tenants nothing is sent for now, and whether the channel takes nothing from us at all.
 */
export function createMetrics(
  waiting: () => Promise<number> = async () => 0,
  standing: () => { readonly pausedTenants: number; readonly isStopped: boolean } = () => ({ pausedTenants: 0, isStopped: false }),
): Metrics {
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
  const unasked = new Counter({
    name: 'outbox_messages_total',
    help: 'Messages sent unasked and cards changed in place, by what became of them',
    labelNames: ['topic', 'result', 'reason'],
    registers: [register],
  });
  ofSending(register, standing);
  new Gauge({
    name: 'outbox_waiting',
    help: 'Messages that wait to be sent unasked',
    registers: [register],
    async collect() {
      this.set(await waiting());
    },
  });
  return {
    httpRequest: (route, status) => requests.inc({ route, status }),
    turn: ({ said, ms }) => turns.observe({ said }, ms / 1000),
    unasked: ({ topic, result, reason = '' }) => unasked.inc({ topic, result, reason }),
    ...ofNotices(register),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

function ofSending(register: Registry, standing: () => { readonly pausedTenants: number; readonly isStopped: boolean }): void {
  new Gauge({
    name: 'outbox_paused_tenants',
    help: 'Tenants into which nothing is sent for now: throttled, or nobody answers there',
    registers: [register],
    collect() {
      this.set(standing().pausedTenants);
    },
  });
  new Gauge({
    name: 'outbox_stopped',
    help: '1 while the Bot Connector takes nothing from us at all, registration or token: an operator must look',
    registers: [register],
    collect() {
      this.set(standing().isStopped ? 1 : 0);
    },
  });
}

function ofNotices(register: Registry): Pick<Metrics, 'due' | 'told'> {
  const due = new Counter({
    name: 'notices_due_total',
    help: 'Notices of renewals and endings that became due, by the side that is told',
    labelNames: ['side'],
    registers: [register],
  });
  const told = new Counter({
    name: 'notices_told_total',
    help: 'Notices that digests have told, by what became of the digest',
    labelNames: ['delivery'],
    registers: [register],
  });
  const lag = new Histogram({
    name: 'notices_lag_seconds',
    help: 'How long after it could have gone out a digest did: after its morning, or after it became due when that was later',
    buckets: [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400],
    registers: [register],
  });
  return {
    due: (side) => due.inc({ side }),
    told: ({ notices, delivery, lagMs }) => {
      told.inc({ delivery }, notices);
      lag.observe(lagMs / 1000);
    },
  };
}
