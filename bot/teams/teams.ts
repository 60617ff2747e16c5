import type { Clock, Log, NewId, Notifier, Timers } from '../../domain/shared/ports.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { ConversationAddress, HandleTurn, Incoming, MemberProfile } from '../../domain/shared/turn.ts';
import { readActivity } from './activity.ts';
import type { Activity } from './activity.ts';
import { TeamsAdapter } from './adapter.ts';
import { createAnswer } from './answer.ts';
import type { OnFault } from './answer.ts';
import { createAuthenticate, publicCloud } from './authenticate.ts';
import type { ChannelTrust } from './authenticate.ts';
import { botActivity } from './bot-activity.ts';
import { createConnector } from './connector.ts';
import { bearerFor } from './credentials.ts';
import type { Bearer, Credentials } from './credentials.ts';
import { incomingFrom } from './incoming.ts';
import { createNotifier, governmentHost } from './notifier.ts';
import { profileOf } from './profile.ts';
import { cardClick } from './said.ts';
import { createTimeZoneCheck } from './time-zone.ts';
import type { OnShown } from './turn.ts';
import { turn } from './turn.ts';

export interface TeamsOptions {
  readonly credentials: Credentials;
  readonly handleTurn: HandleTurn;
  readonly onFault: OnFault;
  /** Told once for every turn that was answered. */
  readonly onTurn?: (turn: { readonly said: Incoming['said']['kind']; readonly ms: number; readonly tenant: TenantId }) => void;
  /** Told where a card stands that changes in place, and of every clicked card that does not any more. */
  readonly onShown?: OnShown;
  readonly log: Log;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  /** Who signs for the channel; the public cloud when left out. */
  readonly trust?: ChannelTrust;
  /** How to come by our own token; the SDK's way when left out. */
  readonly bearer?: Bearer;
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
   * 400 for what is not an activity or an invoke of a kind we do not declare, 401 for a bringer without a valid token (403: local mode, a service URL of another machine), 503 while the
   * signing keys cannot be fetched; all without a word why: that stands in the log.
   */
  readonly receive: (request: TeamsRequest) => Promise<TeamsAnswer>;
  /** Speaks up unasked: one try each. */
  readonly notifier: Notifier;
  /** What Teams knows of the person at this address; undefined when it does not say, or not within two seconds. */
  readonly profileOf: (address: ConversationAddress) => Promise<MemberProfile | undefined>;
  /** Ends the connections to Teams once what is under way has been sent. */
  readonly close: () => Promise<void>;
}

/** Many tenants at the same moment, each with as many under way as one may have. */
const connectionsForUnasked = 512;

/** Throws `Fault('configuration')` for credentials that do not fit together. */
export function createTeams(options: TeamsOptions): Teams {
  const { credentials, log, clock, timers } = options;
  const bearer = options.bearer ?? bearerFor(credentials);
  const authenticate = createAuthenticate({ credentials, trust: options.trust ?? publicCloud, clock });
  const connector = createConnector({ bearer, clock, timers, log });
  // its own connections: whoever waits for an answer never waits for a crowd of messages
  const unasked = createConnector({ bearer, clock, timers, log, connections: connectionsForUnasked });
  const adapter = new TeamsAdapter(credentials, connector);
  const isTimeZone = createTimeZoneCheck();
  const onShown: OnShown = options.onShown ?? (async () => undefined);
  const parts = { answer: createAnswer(options), connector, onShown, timers, log };

  async function take(activity: Activity, requestId: string): Promise<TeamsAnswer> {
    if (activity.type === 'invoke' && activity.name !== cardClick) return { status: 400 };
    const incoming = incomingFrom(activity, { requestId, isTimeZone });
    if (incoming === undefined) return { status: 400 };
    const began = clock.now().getTime();
    const answer = await adapter.turn(botActivity(activity), (context) => turn(parts, context, incoming));
    options.onTurn?.({ said: incoming.said.kind, ms: clock.now().getTime() - began, tenant: incoming.address.tenant });
    return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body };
  }

  return {
    async receive({ authorization, body, requestId }) {
      const activity = readActivity(body);
      // Who shows no token at all learns nothing about what we read.
      if (activity === undefined) return { status: credentials.kind === 'production' && authorization === undefined ? 401 : 400 };
      const verdict = await authenticate(authorization, activity);
      if (verdict.verdict === 'authentic') return take(activity, requestId);
      if (verdict.verdict === 'keys-unreachable') {
        log.error({ requestId }, 'the signing keys of the Bot Framework cannot be fetched');
        return { status: 503 };
      }
      log.warn({ requestId, reason: verdict.reason }, 'refused at the door');
      return { status: credentials.kind === 'local' ? 403 : 401 };
    },
    notifier: createNotifier(unasked, credentials.kind === 'local' ? {} : { governmentHost }),
    profileOf: (address) => profileOf(connector, address),
    close: async () => {
      await Promise.all([connector.close(), unasked.close()]);
    },
  };
}
