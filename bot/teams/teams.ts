import type { Activity as SdkActivity } from 'botbuilder';
import type { AuthenticateRequestResult as Proof, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Clock, Log, NewId, Timers } from '../../domain/shared/ports.ts';
import type { ConversationAddress, HandleTurn, Incoming, RenderedCard } from '../../domain/shared/turn.ts';
import { readActivity } from './activity.ts';
import type { Activity } from './activity.ts';
import { TeamsAdapter } from './adapter.ts';
import { createAnswer } from './answer.ts';
import type { OnFault } from './answer.ts';
import { createAuthenticate, publicCloud } from './authenticate.ts';
import type { ChannelTrust } from './authenticate.ts';
import { botActivity } from './bot-activity.ts';
import { createConnector } from './connector.ts';
import { bearerFor, credentialsFactory } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { incomingFrom } from './incoming.ts';
import { cardClick } from './said.ts';
import type { SendOutcome } from './send-failure.ts';
import { createTimeZoneCheck } from './time-zone.ts';
import { sendCard, turn } from './turn.ts';

export interface TeamsOptions {
  readonly credentials: Credentials;
  readonly handleTurn: HandleTurn;
  readonly onFault: OnFault;
  /** Told once for every turn that was answered. */
  readonly onTurn?: (turn: { readonly said: Incoming['said']['kind']; readonly ms: number }) => void;
  readonly log: Log;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  /** Who signs for the channel; the public cloud when left out. */
  readonly trust?: ChannelTrust;
  /** Who makes our own tokens; the SDK with `credentials` when left out. */
  readonly tokens?: ServiceClientCredentialsFactory;
}

export interface TeamsRequest {
  readonly authorization: string | undefined;
  /** The parsed JSON of the request, as untrusted as it came. */
  readonly body: unknown;
  readonly requestId: string;
}

export interface TeamsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** The assistant's door to Microsoft Teams: the only room that speaks Bot Framework. */
export interface Teams {
  /**
   * Answers one delivery of the Bot Connector.
   *
   * 400 for what is not an activity, 401 for a bringer without a valid token (403: local mode, a service URL of another machine), 503 while the
   * signing keys cannot be fetched, 501 for an invoke nobody here answers; all without a word why: that stands in the log.
   */
  receive(request: TeamsRequest): Promise<TeamsAnswer>;
  /** Sends a card unasked. Retries what is worth it (at most three tries, eight seconds); never throws for what Teams answers. */
  send(address: ConversationAddress, card: RenderedCard): Promise<SendOutcome>;
  /** Ends the connections to Teams once what is under way has been sent. */
  close(): Promise<void>;
}

/** Throws `Fault('configuration')` for credentials that do not fit together. */
export function createTeams(options: TeamsOptions): Teams {
  const { credentials, log, clock, timers } = options;
  const factory = options.tokens ?? credentialsFactory(credentials);
  const { authenticate, authentication } = createAuthenticate({ credentials, factory, trust: options.trust ?? publicCloud, clock, timers, log });
  const connector = createConnector({ bearer: bearerFor(credentials, factory), clock, timers, log });
  const adapter = new TeamsAdapter(authentication, connector);
  const isTimeZone = createTimeZoneCheck();
  const parts = { answer: createAnswer(options), connector, timers, log };

  async function take(activity: Activity, sdkActivity: SdkActivity, proof: Proof, requestId: string): Promise<TeamsAnswer> {
    if (activity.type === 'invoke' && activity.name !== cardClick) return { status: 501, body: {} };
    const incoming = incomingFrom(activity, { requestId, isTimeZone });
    if (incoming === undefined) return { status: 400 };
    const began = clock.now().getTime();
    const answer = await adapter.turn(proof, sdkActivity, (context) => turn(parts, context, incoming));
    options.onTurn?.({ said: incoming.said.kind, ms: clock.now().getTime() - began });
    return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body };
  }

  return {
    async receive({ authorization, body, requestId }) {
      const activity = readActivity(body);
      if (activity === undefined) return { status: 400 };
      const sdkActivity = botActivity(activity);
      const verdict = await authenticate(authorization, sdkActivity);
      if (verdict.verdict === 'authentic') return take(activity, sdkActivity, verdict.proof, requestId);
      if (verdict.verdict === 'keys-unreachable') return { status: 503 };
      log.warn({ requestId, reason: verdict.reason }, 'refused at the door');
      return { status: credentials.kind === 'local' ? 403 : 401 };
    },
    send: (address, card) => sendCard(connector, address, card),
    close: () => connector.close(),
  };
}
