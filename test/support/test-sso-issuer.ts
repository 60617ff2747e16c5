import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import { listening, portOf } from './loopback.ts';

/** Who signs a token: Microsoft Entra, a stranger under its key's id, a stranger under an own one, or the key of personal accounts. */
export type SsoSigner = 'entra' | 'stranger' | 'unknown-key' | 'personal-accounts';

/** What Microsoft Entra is to a page in Teams: published signing keys, and tokens of every sort. Lives on this machine only. */
export interface TestSsoIssuer {
  readonly keysUrl: string;
  /** `claims` come over the right ones of Karel, Contoso's global administrator; a claim of undefined is left out. */
  token(claims?: JWTPayload & Record<string, unknown>, signer?: SsoSigner): Promise<string>;
  /** The same claims unsigned, in the way of `alg: none`. */
  unsigned(claims?: JWTPayload): string;
  /** From now on nobody gets the keys. */
  close(): Promise<void>;
}

export const ssoAppId = 'aaaaaaaa-0000-4000-8000-00000000000a';
export const ssoHost = 'assistant.contoso-partner.cz';
export const karelsTenant = '22222222-2222-4222-8222-222222222222';
export const karelsObject = 'cccccccc-0000-4000-8000-000000000001';
export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
/** The moment in which the tokens are good. */
export const ssoNow = new Date('2026-03-01T09:00:00.000Z');

const seconds = ssoNow.getTime() / 1000;
const rightClaims = {
  iss: `https://login.microsoftonline.com/${karelsTenant}/v2.0`,
  aud: `api://${ssoHost}/${ssoAppId}`,
  iat: seconds - 60,
  nbf: seconds - 60,
  exp: seconds + 3600,
  tid: karelsTenant,
  oid: karelsObject,
  scp: 'access_as_user',
  name: 'Karel Contoso',
  preferred_username: 'Karel@Contoso.cz',
  wids: [globalAdministrator],
};

/** Made once: a pair of RSA keys takes longer than all that a test does with it. */
const pairs = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256'), generateKeyPair('RS256')]);

export async function startTestSsoIssuer(): Promise<TestSsoIssuer> {
  const [entra, stranger, personal] = await pairs;
  const allTenants = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const keys = [
    { ...(await exportJWK(entra.publicKey)), kid: 'entra', use: 'sig', issuer: allTenants },
    {
      ...(await exportJWK(personal.publicKey)),
      kid: 'personal',
      use: 'sig',
      issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    },
  ];
  const server = await listening(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys }));
    }),
  );
  const signers: Readonly<Record<SsoSigner, { readonly kid: string; readonly key: CryptoKey }>> = {
    entra: { kid: 'entra', key: entra.privateKey },
    stranger: { kid: 'entra', key: stranger.privateKey },
    'unknown-key': { kid: 'nobody-knows', key: stranger.privateKey },
    'personal-accounts': { kid: 'personal', key: personal.privateKey },
  };
  return {
    keysUrl: `http://127.0.0.1:${String(portOf(server))}/keys`,
    async token(claims = {}, signer = 'entra') {
      const { kid, key } = signers[signer];
      return new SignJWT({ ...rightClaims, ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
    },
    unsigned: (claims = {}) => `${part({ alg: 'none', typ: 'JWT', kid: 'entra' })}.${part({ ...rightClaims, ...claims })}.`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
