import { z } from 'zod';

const skewSeconds = 300;
const bearer = /^Bearer ([\w-]{1,2048})\.([\w-]{1,8192})\.([\w-]{1,2048})$/;
const signed = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) });
const dated = z.object({ exp: z.number(), nbf: z.number().optional() });

/** Why a token is refused before anybody looks at its signature. For the log; never told to the caller. */
export type TokenFlaw = 'no-token' | 'not-a-token' | 'algorithm' | 'issuer' | 'audience' | 'service-url' | 'out-of-date';

export interface ExpectedToken {
  readonly issuer: string;
  readonly appId: string;
  readonly serviceUrl: string;
  readonly now: Date;
}

/**
 * What is wrong with the claims of a bearer token, or undefined when only its signature remains to be checked.
 *
 * Comes before the SDK's validation, which then proves that these very claims are signed. It refuses without any key what no key could save
 * (so a forger costs no call to the key server), and all that the SDK lets through besides channel tokens: emulator and skill tokens,
 * which carry no service URL, and tokens without an end. Rules: Bot Connector authentication, "Connector to bot".
 */
export function flawOf(authorization: string | undefined, expected: ExpectedToken): TokenFlaw | undefined {
  if (authorization === undefined || authorization.trim() === '') return 'no-token';
  const [, head, body] = bearer.exec(authorization) ?? [];
  const header = decoded(head);
  const claims = decoded(body);
  if (header === undefined || claims === undefined) return 'not-a-token';
  if (!signed.safeParse(header).success) return 'algorithm';
  return flawOfClaims(claims, expected);
}

function flawOfClaims(claims: Readonly<Record<string, unknown>>, expected: ExpectedToken): TokenFlaw | undefined {
  if (claims.iss !== expected.issuer) return 'issuer';
  if (claims.aud !== expected.appId) return 'audience';
  if (claims.serviceurl !== expected.serviceUrl) return 'service-url';
  const dates = dated.safeParse(claims).data;
  const now = expected.now.getTime() / 1000;
  if (dates === undefined || dates.exp + skewSeconds < now || (dates.nbf ?? now) - skewSeconds > now) return 'out-of-date';
  return undefined;
}

function decoded(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (part === undefined) return undefined;
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
