import { Agent } from 'undici';
import { z } from 'zod';
import type { Clock, Log, Timers } from '../../domain/shared/ports.ts';
import type { Bearer } from './credentials.ts';
import { exchange } from './exchange.ts';
import type { Answer } from './exchange.ts';
import type { SendFailure, SendOutcome } from './send-failure.ts';
import { failureOf, failureOnTheWay, parsed } from './send-failure.ts';

/** Where one activity goes: a conversation behind a service URL that was verified when it came in. */
export interface Destination {
  readonly serviceUrl: string;
  readonly conversation: string;
  /** The activity answered or replaced. */
  readonly activityId?: string;
}

/** Our own calls to the Bot Connector. Never throws for what the other side answers. */
export interface Connector {
  /** @param patienceMs how long the caller can wait in all; eight seconds when left out. */
  send(to: Destination, activity: object, patienceMs?: number): Promise<SendOutcome>;
  update(to: Destination, activity: object): Promise<SendOutcome>;
  close(): Promise<void>;
}

export interface ConnectorParts {
  readonly bearer: Bearer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

const Resource = z.object({ id: z.string() });
const tries = 3;
const firstWaitMs = 1000;
/** A turn that takes 15 seconds is delivered again by Teams; a reply is given up well before. */
const usualPatienceMs = 8000;

/**
 * Sends over one kept-alive pool per origin, and retries itself, where the SDK would hide four attempts:
 * only what Microsoft documents as worth repeating (412, 429, 502 to 504), at most three tries, and only while the turn can still wait.
 */
export function createConnector({ bearer, clock, timers, log }: ConnectorParts): Connector {
  const agent = new Agent({
    connections: 64,
    maxOrigins: 256,
    connect: { timeout: 3000 },
    maxResponseSize: 262_144,
  });

  async function call(method: 'POST' | 'PUT', to: Destination, activity: object, patienceMs = usualPatienceMs): Promise<SendOutcome> {
    const givenUpAt = clock.now().getTime() + patienceMs;
    const body = JSON.stringify(activity);
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(method, to, body, patienceMs);
      if (outcome.sent) return outcome;
      const wait = waitBeforeRetry(outcome.failure, attempt);
      if (wait === undefined || clock.now().getTime() + wait > givenUpAt) return outcome;
      await passed(timers, wait);
    }
  }

  async function once(method: 'POST' | 'PUT', to: Destination, body: string, patienceMs: number): Promise<SendOutcome> {
    const headers = await headersWith(bearer, log);
    if (headers === undefined) return { sent: false, failure: { kind: 'not-authorised' } };
    const { origin, pathname } = new URL(to.serviceUrl);
    try {
      const request = { origin, path: pathTo(pathname, to), method, headers, body, headersTimeout: patienceMs, bodyTimeout: patienceMs };
      return outcomeOf(await exchange(agent, request));
    } catch (error) {
      const failure = failureOnTheWay(error);
      if (failure === undefined) throw error;
      return { sent: false, failure };
    }
  }

  return {
    send: (to, activity, patienceMs) => call('POST', to, activity, patienceMs),
    update: (to, activity) => call('PUT', to, activity),
    close: () => agent.close(),
  };
}

function pathTo(prefix: string, to: Destination): string {
  const conversation = `${prefix.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(to.conversation)}/activities`;
  return to.activityId === undefined ? conversation : `${conversation}/${encodeURIComponent(to.activityId)}`;
}

function outcomeOf(answer: Answer): SendOutcome {
  if (answer.status < 200 || answer.status > 299) return { sent: false, failure: failureOf(answer) };
  return { sent: true, activityId: Resource.safeParse(parsed(answer.body)).data?.id ?? '' };
}

function waitBeforeRetry(failure: SendFailure, attempt: number): number | undefined {
  if (attempt === tries) return undefined;
  if (failure.kind === 'throttled') return failure.retryAfterMs ?? firstWaitMs * attempt;
  return failure.kind === 'precondition' || failure.kind === 'unavailable' ? firstWaitMs * attempt : undefined;
}

function passed(timers: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(ms, resolve);
  });
}

async function headersWith(bearer: Bearer, log: Log): Promise<Record<string, string> | undefined> {
  try {
    const token = await bearer();
    return { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  } catch (error) {
    log.error({ fault: error }, 'no token for the Bot Connector');
    return undefined;
  }
}
