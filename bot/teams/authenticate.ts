import { AuthenticationConstants } from 'botframework-connector';
import { errors, jwtVerify } from 'jose';
import type { CryptoKey } from 'jose';
import type { Clock } from '../../domain/shared/ports.ts';
import { createChannelKeys } from './channel-keys.ts';
import type { Credentials } from './credentials.ts';
import { isLoopback } from './loopback.ts';
import { algorithms, readToken, skewSeconds } from './token-claims.ts';

/** Whether the one who brings an activity may. The reason of a refusal is for the log. */
export type Verdict =
  | { readonly verdict: 'authentic' }
  | { readonly verdict: 'refused'; readonly reason: string }
  /** The server that publishes the signing keys does not answer: nobody can be told from a forger now. */
  | { readonly verdict: 'keys-unreachable' };

/** The one check that stands before every turn. */
export type Authenticate = (authorization: string | undefined, activity: { readonly channelId: string; readonly serviceUrl: string }) => Promise<Verdict>;

/** Where the channel's signing keys are published, and under whose name it signs. */
export interface ChannelTrust {
  readonly openIdMetadataUrl: string;
  readonly issuer: string;
}

export const publicCloud: ChannelTrust = {
  openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
};

/** The only channel whose people the assistant knows; a token for another proves nothing about a tenant. */
const channel = 'msteams';

/**
 * Local mode: no token, but only a service URL of this machine. Production: a token of the Bot Connector for this app, this service URL
 * and this channel, signed with a key that the channel publishes.
 *
 * Not the SDK's validation: it answers `alg: none` and a wrong signature as faults, prints keys to the console, waits for the key server
 * without end, lets everybody in without an app id, and takes emulator and skill tokens, which say nothing about the service URL.
 */
export function createAuthenticate(parts: { readonly credentials: Credentials; readonly trust: ChannelTrust; readonly clock: Clock }): Authenticate {
  const { credentials, trust, clock } = parts;
  if (credentials.kind === 'local') {
    return async (_, activity) => (isLoopback(activity.serviceUrl) ? { verdict: 'authentic' } : { verdict: 'refused', reason: 'service-url' });
  }
  const keys = createChannelKeys(trust.openIdMetadataUrl);
  return async (authorization, activity) => {
    if (activity.channelId !== channel) return { verdict: 'refused', reason: 'channel' };
    const expected = { issuer: trust.issuer, appId: credentials.appId, serviceUrl: activity.serviceUrl, now: clock.now() };
    const read = readToken(authorization, expected);
    if ('flaw' in read) return { verdict: 'refused', reason: read.flaw };
    const found = await keys(read.header);
    if (found.found === 'unreachable') return { verdict: 'keys-unreachable' };
    if (found.found === 'unknown') return { verdict: 'refused', reason: 'unknown-key' };
    if (found.endorsements.length > 0 && !found.endorsements.includes(channel)) return { verdict: 'refused', reason: 'endorsement' };
    return (await isSigned(read.token, found.key, expected)) ? { verdict: 'authentic' } : { verdict: 'refused', reason: 'signature' };
  };
}

async function isSigned(token: string, key: CryptoKey, expected: { readonly issuer: string; readonly appId: string; readonly now: Date }): Promise<boolean> {
  try {
    const { issuer, appId: audience, now: currentDate } = expected;
    await jwtVerify(token, key, { issuer, audience, currentDate, algorithms: [...algorithms], clockTolerance: skewSeconds, requiredClaims: ['exp'] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
