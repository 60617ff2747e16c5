import { createRemoteJWKSet, errors } from 'jose';
import type { CryptoKey, RemoteJWKSet } from 'jose';
import { z } from 'zod';

/** A signing key and the channels it may sign for; unknown to the channel; or nobody can say, because the key server does not answer. */
export type FoundKey =
  | { readonly found: 'key'; readonly key: CryptoKey; readonly endorsements: readonly string[] }
  | { readonly found: 'unknown' }
  | { readonly found: 'unreachable' };

/** Looks up the key that a token says it was signed with. */
export type ChannelKeys = (header: { readonly alg: string; readonly kid: string }) => Promise<FoundKey>;

const Metadata = z.object({ jwks_uri: z.url() });
const Endorsed = z.object({ endorsements: z.array(z.string()).optional() });
const patienceMs = 2000;
const day = 86_400_000;

/**
 * The channel's published signing keys: fetched when first needed, kept for a day, fetched again (at most twice a minute) when a token names
 * a key that is not among them. Callers at the same moment wait for one fetch.
 *
 * @param openIdMetadataUrl document that names the place of the keys (Bot Connector authentication, step 2).
 */
export function createChannelKeys(openIdMetadataUrl: string): ChannelKeys {
  const endorsementsOf = rememberedEndorsements();
  let keySet: Promise<RemoteJWKSet> | undefined;

  async function reached(): Promise<RemoteJWKSet> {
    keySet ??= discovered(openIdMetadataUrl);
    try {
      return await keySet;
    } catch (error) {
      keySet = undefined;
      throw error;
    }
  }

  return async (header) => {
    try {
      const keys = await reached();
      const key = await keys(header);
      return { found: 'key', key, endorsements: endorsementsOf(keys, key, header.kid) };
    } catch (error) {
      return { found: isAboutThisKey(error) ? 'unknown' : 'unreachable' };
    }
  };
}

async function discovered(url: string): Promise<RemoteJWKSet> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
  const { jwks_uri: place } = Metadata.parse(await response.json());
  return createRemoteJWKSet(new URL(place), { timeoutDuration: patienceMs, cacheMaxAge: day, cooldownDuration: 30_000 });
}

/** Remembered by key: jose copies the whole set whenever it is asked for it. */
function rememberedEndorsements() {
  const known = new WeakMap<CryptoKey, readonly string[]>();
  return (keys: RemoteJWKSet, key: CryptoKey, kid: string): readonly string[] => {
    const endorsements = known.get(key) ?? publishedEndorsements(keys, kid);
    known.set(key, endorsements);
    return endorsements;
  };
}

function publishedEndorsements(keys: RemoteJWKSet, kid: string): readonly string[] {
  const key = keys.jwks()?.keys.find((candidate) => candidate.kid === kid);
  return Endorsed.safeParse(key).data?.endorsements ?? [];
}

function isAboutThisKey(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported;
}
