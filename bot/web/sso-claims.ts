import { decodeJwt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { ObjectId, TenantId, isOrganisation, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';

/** Whom a token of Teams names, once it is shown to be real. */
export interface SignedInPerson {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly name: string;
  /** Lower case. Absent for guests, whose sign-in name is no name of this directory. */
  readonly upn?: string;
  /** Global Administrator or Billing Administrator of that directory, and no guest there. */
  readonly isDirectoryAdmin: boolean;
}

export interface ExpectedToken {
  readonly appId: string;
  /** Host of the page's public address. */
  readonly host: string;
  readonly now: Date;
}

export const skewSeconds = 300;
export const algorithm = 'RS256';

/** Built-in roles of Microsoft Entra by their template ids; those whose holders may buy for their organisation. */
const accepting = ['62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe'];

const Header = z.object({ alg: z.literal(algorithm), kid: z.string().min(1).max(200) });
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  tid: TenantId,
  oid: ObjectId,
  /** A person's own token for this scope: an application's token has none. */
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  name: z.string().max(256).optional(),
  preferred_username: z.string().max(256).optional(),
  upn: z.string().max(256).optional(),
  wids: z.array(z.string().toLowerCase()).max(200).default([]),
  idp: z.string().optional(),
  acct: z.union([z.number(), z.string()]).optional(),
});
type Claims = z.infer<typeof Claims>;

/** A token whose claims are right, if only it is signed; or why no signature could save it. The reason is for the log. */
export type ReadSsoToken =
  | { readonly header: z.infer<typeof Header>; readonly issuer: string; readonly audience: string; readonly who: SignedInPerson }
  | { readonly flaw: 'not-a-token' | 'algorithm' | 'claims' | 'personal-account' | 'issuer' | 'audience' | 'out-of-date' };

/**
 * Reads what a token claims, before anybody looks at its signature: what is wrong anyway costs no look for a key.
 *
 * Rules: Teams, "Enable SSO for tab app"; Microsoft identity platform, "Access tokens" (both versions of the token) and "Claims validation".
 */
export function readSsoToken(token: string, expected: ExpectedToken): ReadSsoToken {
  const parts = decoded(token);
  if (parts === undefined) return { flaw: 'not-a-token' };
  const header = Header.safeParse(parts.header).data;
  if (header === undefined) return { flaw: 'algorithm' };
  const claims = Claims.safeParse(parts.claims).data;
  if (claims === undefined) return { flaw: 'claims' };
  const { iss: issuer, aud: audience, tid, exp, nbf } = claims;
  if (!isOrganisation(tid)) return { flaw: 'personal-account' };
  if (![`https://login.microsoftonline.com/${tid}/v2.0`, `https://sts.windows.net/${tid}/`].includes(issuer)) return { flaw: 'issuer' };
  if (![expected.appId, `api://${expected.host}/${expected.appId}`].includes(audience)) return { flaw: 'audience' };
  const now = expected.now.getTime() / 1000;
  if (exp + skewSeconds < now || (nbf ?? now) - skewSeconds > now) return { flaw: 'out-of-date' };
  return { header, issuer, audience, who: personOf(claims) };
}

function personOf(claims: Claims): SignedInPerson {
  const { tid: tenant, oid, wids, name } = claims;
  const signInName = (claims.preferred_username ?? claims.upn)?.trim().toLowerCase();
  const own = isGuest(claims) ? undefined : signInName;
  return {
    person: personId(tenant, oid),
    tenant,
    name: name ?? signInName ?? oid,
    ...(own === undefined || own === '' ? {} : { upn: own }),
    isDirectoryAdmin: !isGuest(claims) && wids.some((role) => accepting.includes(role)),
  };
}

/** Of another directory: signed in by somebody else than the issuer, told so by the optional claim, or named in the way of guests. */
function isGuest({ iss, idp, acct, preferred_username, upn }: Claims): boolean {
  return (idp !== undefined && idp !== iss) || String(acct ?? 0) === '1' || [preferred_username, upn].some((name) => /#ext#/i.test(name ?? ''));
}

/** jose throws for whatever is not a token, with several classes; what it throws says nothing more. */
function decoded(token: string): { readonly header: unknown; readonly claims: unknown } | undefined {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}
