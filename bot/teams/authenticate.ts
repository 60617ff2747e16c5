import { CallerIdConstants } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { AuthenticationConstants, AuthenticationError } from 'botframework-connector';
import type { AuthenticateRequestResult, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Clock, Log, Timers } from '../../domain/shared/ports.ts';
import { BotAuthentication } from './bot-authentication.ts';
import type { Credentials } from './credentials.ts';
import { isLoopback } from './loopback.ts';
import { flawOf } from './token-claims.ts';

/** Whether the one who brings an activity may. The reason of a refusal is for the log. */
export type Verdict =
  | { readonly verdict: 'authentic'; readonly proof: AuthenticateRequestResult }
  | { readonly verdict: 'refused'; readonly reason: string }
  /** The server that publishes the signing keys does not answer: nobody can be told from a forger now. */
  | { readonly verdict: 'keys-unreachable' };

export type Authenticate = (authorization: string | undefined, activity: Activity) => Promise<Verdict>;

/** Where the channel's signing keys are published, and under whose name it signs. */
export interface ChannelTrust {
  readonly openIdMetadataUrl: string;
  readonly issuer: string;
}

export interface AuthenticateParts {
  readonly credentials: Credentials;
  readonly factory: ServiceClientCredentialsFactory;
  readonly trust: ChannelTrust;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

export const publicCloud: ChannelTrust = {
  openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
};

/** The public cloud's own endpoints: the SDK takes all of them from the caller, or none. */
const microsoft = {
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  CallerId: CallerIdConstants.PublicAzureChannel,
  ValidateAuthority: true,
};

/** The only channel whose people the assistant knows; a token for another proves nothing about a tenant. */
const channel = 'msteams';
/** The SDK waits for the key server without end. */
const keysWithinMs = 4000;

/**
 * Builds the one check that stands before every turn.
 *
 * Local mode: no token, but only a service URL of this machine. Production: the claims first (token-claims.ts), then the SDK's own validation.
 */
export function createAuthenticate(parts: AuthenticateParts): { readonly authenticate: Authenticate; readonly authentication: BotAuthentication } {
  const authentication = new BotAuthentication(
    {
      ...microsoft,
      ToBotFromChannelOpenIdMetadataUrl: parts.trust.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: parts.trust.issuer,
    },
    parts.factory,
  );
  const { credentials } = parts;
  const authenticate: Authenticate =
    credentials.kind === 'local'
      ? (_, activity) => locally(authentication, activity)
      : (authorization, activity) => inProduction(parts, credentials.appId, authentication, authorization, activity);
  return { authenticate, authentication };
}

async function locally(authentication: BotAuthentication, activity: Activity): Promise<Verdict> {
  if (!isLoopback(activity.serviceUrl)) return { verdict: 'refused', reason: 'service-url' };
  return { verdict: 'authentic', proof: await authentication.authenticateRequest(activity, '') };
}

async function inProduction(
  parts: AuthenticateParts,
  appId: string,
  authentication: BotAuthentication,
  authorization: string | undefined,
  activity: Activity,
): Promise<Verdict> {
  if (await parts.factory.isAuthenticationDisabled()) return { verdict: 'refused', reason: 'no-credentials' };
  if (activity.channelId !== channel) return { verdict: 'refused', reason: 'channel' };
  const flaw = flawOf(authorization, { issuer: parts.trust.issuer, appId, serviceUrl: activity.serviceUrl, now: parts.clock.now() });
  if (flaw !== undefined || authorization === undefined) return { verdict: 'refused', reason: flaw ?? 'no-token' };
  return within(parts.timers, keysWithinMs, signatureVerdict(authentication, authorization, activity, parts.log));
}

async function signatureVerdict(authentication: BotAuthentication, authorization: string, activity: Activity, log: Log): Promise<Verdict> {
  try {
    return { verdict: 'authentic', proof: await authentication.authenticateRequest(activity, authorization) };
  } catch (error) {
    if (isAboutKeyServer(error)) {
      log.error({ fault: error }, 'the signing keys of the Bot Framework cannot be fetched');
      return { verdict: 'keys-unreachable' };
    }
    return { verdict: 'refused', reason: 'signature' };
  }
}

/** The key server answered with an error (the SDK's 500), did not answer (node-fetch), or not with keys. */
function isAboutKeyServer(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}

async function within(timers: Timers, ms: number, work: Promise<Verdict>): Promise<Verdict> {
  const late = new Promise<Verdict>((resolve) => {
    const callOff = timers.after(ms, () => resolve({ verdict: 'keys-unreachable' }));
    work.finally(callOff).catch(resolve);
  });
  return Promise.race([work, late]);
}
