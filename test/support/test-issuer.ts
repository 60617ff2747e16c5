import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import type { ChannelTrust } from '../../bot/teams/authenticate.ts';
import { listening, portOf } from './loopback.ts';

/** Who signs a token: the channel, a stranger under the channel's key id, a stranger under an own one, or the key that serves no channel. */
export type Signer = 'channel' | 'stranger' | 'unknown-key' | 'unendorsed';

/**
 * What the Bot Framework's token service is to the assistant: OpenID metadata, signing keys with endorsements, and tokens of every sort.
 *
 * Lives on this machine only; its tokens are as real as its keys.
 */
export interface TestIssuer {
  readonly trust: ChannelTrust;
  /** An Authorization header. `claims` come over the right ones; a claim of undefined is left out. */
  bearer(claims: JWTPayload & { readonly serviceurl?: string | undefined }, signer?: Signer): Promise<string>;
  /** The same claims unsigned, in the way of `alg: none`. */
  unsigned(claims: JWTPayload): string;
  close(): Promise<void>;
}

export const issuerName = 'https://api.botframework.com';

/** Made once: a pair of RSA keys takes longer than all that a test does with it. */
const pairs = Promise.all([newKeys(), newKeys(), newKeys()]);

export async function startTestIssuer(): Promise<TestIssuer> {
  const [channel, stranger, unendorsed] = await pairs;
  const keys = [
    { ...(await exportJWK(channel.publicKey)), kid: 'channel', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(unendorsed.publicKey)), kid: 'unendorsed', use: 'sig', endorsements: ['webchat'] },
  ];
  const server = await listening(
    createServer((request, response) => {
      const metadata = { issuer: issuerName, jwks_uri: `http://${request.headers.host}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(request.url === '/keys' ? { keys } : metadata));
    }),
  );
  const signers: Readonly<Record<Signer, { readonly kid: string; readonly key: CryptoKey }>> = {
    channel: { kid: 'channel', key: channel.privateKey },
    stranger: { kid: 'channel', key: stranger.privateKey },
    'unknown-key': { kid: 'nobody-knows', key: stranger.privateKey },
    unendorsed: { kid: 'unendorsed', key: unendorsed.privateKey },
  };
  return {
    trust: { openIdMetadataUrl: `http://127.0.0.1:${portOf(server)}/openid`, issuer: issuerName },
    async bearer(claims, signer = 'channel') {
      const { kid, key } = signers[signer];
      return `Bearer ${await new SignJWT({ iss: issuerName, ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(key)}`;
    },
    unsigned: (claims) => `Bearer ${part({ alg: 'none', typ: 'JWT', kid: 'channel' })}.${part({ iss: issuerName, ...claims })}.`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function newKeys() {
  return generateKeyPair('RS256');
}

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
