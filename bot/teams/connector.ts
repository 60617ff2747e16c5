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

/** How much the caller can spend on one activity. */
export interface Effort {
  /** How long the caller can wait in all; eight seconds when left out. */
  readonly patienceMs?: number;
  /** Three when left out; one for whoever repeats by itself. */
  readonly tries?: number;
}

/** Our own calls to the Bot Connector. Never throws for what the other side answers. */
export interface Connector {
  send(to: Destination, activity: object, effort?: Effort): Promise<SendOutcome>;
  update(to: Destination, activity: object, effort?: Effort): Promise<SendOutcome>;
  /** Makes a conversation; the id it is taken under is the conversation's. */
  create(at: Pick<Destination, 'serviceUrl'>, conversation: object, effort?: Effort): Promise<SendOutcome>;
  /** What the channel says of one member of a conversation, as it came; undefined on any failure, and when the patience is over. */
  member(of: Omit<Destination, 'activityId'>, user: string, patienceMs: number): Promise<unknown>;
  close(): Promise<void>;
}

export interface ConnectorParts {
  readonly bearer: Bearer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Calls at the same moment to one host; 64 when left out. */
  readonly connections?: number;
}

const Resource = z.object({ id: z.string() });
const usualTries = 3;
const firstWaitMs = 1000;
/** A turn that takes 15 seconds is delivered again by Teams; a reply is given up well before. */
const usualPatienceMs = 8000;

interface Call {
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly serviceUrl: string;
  /** Below the service URL. */
  readonly path: string;
  readonly body?: string;
  readonly patienceMs: number;
}

/** The other side's answer, or why there is none. */
type Answered = { readonly answer: Answer; readonly failure?: undefined } | { readonly answer?: undefined; readonly failure: SendFailure };

/**
 * Sends over one kept-alive pool per origin, and retries itself, where the SDK would hide four attempts:
 * only what Microsoft documents as worth repeating (412, 429, 502 to 504), at most three tries, and only while the turn can still wait.
 */
export function createConnector({ bearer, clock, timers, log, connections = 64 }: ConnectorParts): Connector {
  const agent = new Agent({
    connections,
    maxOrigins: 256,
    connect: { timeout: 3000 },
    maxResponseSize: 262_144,
  });

  async function deliver(to: Pick<Call, 'method' | 'serviceUrl' | 'path'>, what: object, effort: Effort = {}): Promise<SendOutcome> {
    const { patienceMs = usualPatienceMs, tries = usualTries } = effort;
    const givenUpAt = clock.now().getTime() + patienceMs;
    const call: Call = { ...to, body: JSON.stringify(what), patienceMs };
    for (let attempt = 1; ; attempt++) {
      const outcome = outcomeOf(await once(call));
      if (outcome.sent || attempt >= tries) return outcome;
      const wait = waitBeforeRetry(outcome.failure, attempt);
      if (wait === undefined || clock.now().getTime() + wait > givenUpAt) return outcome;
      await passed(timers, wait);
    }
  }

  async function once({ method, serviceUrl, path, body, patienceMs }: Call): Promise<Answered> {
    const headers = await headersWith(bearer, log);
    if (headers === undefined) return { failure: { kind: 'no-token' } };
    const { origin, pathname } = new URL(serviceUrl);
    try {
      const whole = `${pathname.replace(/\/+$/, '')}${path}`;
      return { answer: await exchange(agent, { origin, path: whole, method, headers, body, headersTimeout: patienceMs, bodyTimeout: patienceMs }) };
    } catch (error) {
      const failure = failureOnTheWay(error);
      if (failure === undefined) throw error;
      return { failure };
    }
  }

  async function askedFor(call: Call): Promise<unknown> {
    const { answer } = await once(call);
    return answer?.status === 200 ? parsed(answer.body) : undefined;
  }

  return {
    send: (to, activity, effort) => deliver({ method: 'POST', serviceUrl: to.serviceUrl, path: pathTo(to) }, activity, effort),
    update: (to, activity, effort) => deliver({ method: 'PUT', serviceUrl: to.serviceUrl, path: pathTo(to) }, activity, effort),
    create: ({ serviceUrl }, conversation, effort) => deliver({ method: 'POST', serviceUrl, path: '/v3/conversations' }, conversation, effort),
    member: ({ serviceUrl, conversation }, user, patienceMs) => {
      const path = `${pathOf(conversation)}/members/${encodeURIComponent(user)}`;
      return withinPatience(timers, patienceMs, askedFor({ method: 'GET', serviceUrl, path, patienceMs }));
    },
    close: () => agent.close(),
  };
}

function pathOf(conversation: string): string {
  return `/v3/conversations/${encodeURIComponent(conversation)}`;
}

function pathTo(to: Destination): string {
  const activities = `${pathOf(to.conversation)}/activities`;
  return to.activityId === undefined ? activities : `${activities}/${encodeURIComponent(to.activityId)}`;
}

function outcomeOf({ answer, failure }: Answered): SendOutcome {
  if (answer === undefined) return { sent: false, failure };
  if (answer.status < 200 || answer.status > 299) return { sent: false, failure: failureOf(answer) };
  return { sent: true, activityId: Resource.safeParse(parsed(answer.body)).data?.id ?? '' };
}

const mayBeRepeated: ReadonlySet<SendFailure['kind']> = new Set(['precondition', 'unavailable', 'lost']);

function waitBeforeRetry(failure: SendFailure, attempt: number): number | undefined {
  if (failure.kind === 'throttled') return failure.retryAfterMs ?? firstWaitMs * attempt;
  return mayBeRepeated.has(failure.kind) ? firstWaitMs * attempt : undefined;
}

function passed(timers: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(ms, resolve);
  });
}

/** What the work gives, or undefined when it takes too long; the work then ends unheard. */
async function withinPatience(timers: Timers, ms: number, work: Promise<unknown>): Promise<unknown> {
  let callOff = (): void => undefined;
  const late = new Promise<undefined>((resolve) => {
    callOff = timers.after(ms, () => resolve(undefined));
  });
  return Promise.race([work, late]).finally(() => callOff());
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
