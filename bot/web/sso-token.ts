import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { RemoteJWKSet } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../domain/shared/ports.ts';
import { algorithm, readSsoToken, skewSeconds } from './sso-claims.ts';
import type { ReadSsoToken, SignedInPerson } from './sso-claims.ts';

/** What a token that a page in Teams brought is worth. The reason of a refusal is for the log. */
export type SsoVerdict =
  | { readonly verdict: 'valid'; readonly who: SignedInPerson }
  | { readonly verdict: 'refused'; readonly reason: string }
  /** The server that publishes the signing keys does not answer: nobody can be told from a forger now. */
  | { readonly verdict: 'keys-unreachable' };

export type CheckSsoToken = (token: string) => Promise<SsoVerdict>;

export interface SsoParts {
  readonly appId: string;
  /** Host of the public address, as the manifest names it in `webApplicationInfo`. */
  readonly host: string;
  readonly clock: Clock;
  /** Where the signing keys are published; Microsoft's place for all directories when absent. */
  readonly keysUrl?: string | undefined;
}

const publishedKeys = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
const patienceMs = 2000;
const day = 86_400_000;
/** Of one directory, or of all by a template. */
const Issued = z.object({ issuer: z.string() });

/**
 * The check of a token that Teams gave a page for the person in front of it: signature, issuer, audience, dates, directory.
 *
 * Keys are fetched when first needed, kept for a day, and fetched again, at most twice a minute, for a key that is not among them.
 */
export function createSsoCheck({ appId, host, clock, keysUrl = publishedKeys }: SsoParts): CheckSsoToken {
  const keys = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: patienceMs, cacheMaxAge: day, cooldownDuration: 30_000 });
  return async (token) => {
    const now = clock.now();
    const read = readSsoToken(token, { appId, host, now });
    if ('flaw' in read) return { verdict: 'refused', reason: read.flaw };
    try {
      const { issuer, audience } = read;
      await jwtVerify(token, keys, { issuer, audience, currentDate: now, algorithms: [algorithm], clockTolerance: skewSeconds });
    } catch (error) {
      return isAboutThisToken(error) ? { verdict: 'refused', reason: 'signature' } : { verdict: 'keys-unreachable' };
    }
    return isKeyForTenant(keys, read) ? { verdict: 'valid', who: read.who } : { verdict: 'refused', reason: 'key-of-another-issuer' };
  };
}

/** A published key names whose tokens it signs: one for personal accounts proves nothing about a company's directory. */
function isKeyForTenant(keys: RemoteJWKSet, { header, who }: Exclude<ReadSsoToken, { readonly flaw: string }>): boolean {
  const key = keys.jwks()?.keys.find(({ kid }) => kid === header.kid);
  const { issuer } = Issued.safeParse(key).data ?? {};
  return issuer === undefined || issuer.includes('{tenantid}') || issuer.includes(who.tenant);
}

function isAboutThisToken(error: unknown): boolean {
  const aboutKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return error instanceof errors.JOSEError && !aboutKeys && error.code !== 'ERR_JOSE_GENERIC';
}
