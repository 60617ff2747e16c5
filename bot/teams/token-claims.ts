import { decodeJwt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';

export const skewSeconds = 300;
export const algorithms = ['RS256', 'RS384', 'RS512'] as const;

const bearer = /^Bearer ([\w-]{1,2048}\.[\w-]{1,8192}\.[\w-]{1,2048})$/;
const Header = z.object({ alg: z.enum(algorithms), kid: z.string().min(1) });
const Dates = z.object({ exp: z.number(), nbf: z.number().optional() });

export interface ExpectedToken {
  readonly issuer: string;
  readonly appId: string;
  readonly serviceUrl: string;
  readonly now: Date;
}

/** A token whose claims are right, if only they are signed; or why no signature could save it. The reason is for the log, never for the caller. */
export type ReadToken =
  | { readonly token: string; readonly header: z.infer<typeof Header> }
  | { readonly flaw: 'no-token' | 'not-a-token' | 'algorithm' | 'issuer' | 'audience' | 'service-url' | 'out-of-date' };

/**
 * Reads what a bearer token claims, before anybody looks at its signature: a forger then costs no call to the key server,
 * and is refused even while that cannot be reached.
 *
 * Rules: Bot Connector authentication, "Connector to bot". A token without a service URL or without an end is none of the channel's.
 */
export function readToken(authorization: string | undefined, expected: ExpectedToken): ReadToken {
  if (authorization === undefined || authorization.trim() === '') return { flaw: 'no-token' };
  const token = bearer.exec(authorization)?.[1];
  const parts = token === undefined ? undefined : decoded(token);
  if (token === undefined || parts === undefined) return { flaw: 'not-a-token' };
  const header = Header.safeParse(parts.header).data;
  if (header === undefined) return { flaw: 'algorithm' };
  return flawOf(parts.claims, expected) ?? { token, header };
}

function flawOf(claims: Readonly<Record<string, unknown>>, expected: ExpectedToken): Extract<ReadToken, { flaw: string }> | undefined {
  if (claims.iss !== expected.issuer) return { flaw: 'issuer' };
  if (claims.aud !== expected.appId) return { flaw: 'audience' };
  if (claims.serviceurl !== expected.serviceUrl) return { flaw: 'service-url' };
  const dates = Dates.safeParse(claims).data;
  const now = expected.now.getTime() / 1000;
  if (dates === undefined || dates.exp + skewSeconds < now || (dates.nbf ?? now) - skewSeconds > now) return { flaw: 'out-of-date' };
  return undefined;
}

/** jose throws for whatever is not a token, with several classes; what it throws says nothing more. */
function decoded(token: string): { readonly header: unknown; readonly claims: Readonly<Record<string, unknown>> } | undefined {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}
