import assert from 'node:assert/strict';
import type { JWTPayload } from 'jose';
import { createSsoCheck } from '../../bot/web/sso-token.ts';
import type { SsoVerdict } from '../../bot/web/sso-token.ts';
import { globalAdministrator, karelsObject, karelsTenant, ssoAppId, ssoHost, ssoNow, startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import type { SsoSigner, TestSsoIssuer } from '../support/test-sso-issuer.ts';

const seconds = ssoNow.getTime() / 1000;
const elsewhere = '33333333-3333-4333-8333-333333333333';

async function withIssuer(use: (issuer: TestSsoIssuer, check: (token: string) => Promise<SsoVerdict>) => Promise<void>): Promise<void> {
  const issuer = await startTestSsoIssuer();
  try {
    await use(issuer, createSsoCheck({ appId: ssoAppId, host: ssoHost, clock: { now: () => ssoNow }, keysUrl: issuer.keysUrl }));
  } finally {
    await issuer.close();
  }
}

const personOf = (verdict: SsoVerdict) => (verdict.verdict === 'valid' ? verdict.who : assert.fail(JSON.stringify(verdict)));

describe('a token of Teams for whoever sits in front of the page', () => {
  it('names them by directory and object, with the sign-in name in lower case', () =>
    withIssuer(async (issuer, check) => {
      assert.deepEqual(personOf(await check(await issuer.token())), {
        person: `${karelsTenant}/${karelsObject}`,
        tenant: karelsTenant,
        name: 'Karel Contoso',
        upn: 'karel@contoso.cz',
        isDirectoryAdmin: true,
      });
    }));

  it('is taken in both versions, for the app by its id or by its address', () =>
    withIssuer(async (issuer, check) => {
      const old = { iss: `https://sts.windows.net/${karelsTenant}/`, preferred_username: undefined, upn: 'karel@contoso.cz', ver: '1.0' };
      assert.equal(personOf(await check(await issuer.token(old))).upn, 'karel@contoso.cz');
      assert.equal(personOf(await check(await issuer.token({ aud: ssoAppId }))).tenant, karelsTenant);
    }));

  it('proves nothing from the directory of personal Microsoft accounts, though Microsoft signed it', () =>
    withIssuer(async (issuer, check) => {
      const tid = '9188040d-6c67-4c5b-b112-36a304b66dad';
      const token = await issuer.token({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` });
      assert.deepEqual(await check(token), { verdict: 'refused', reason: 'personal-account' });
    }));

  const admins: readonly (readonly [string, boolean, readonly string[]])[] = [
    ['a global administrator', true, [globalAdministrator]],
    ['a billing administrator, among other roles', true, ['b79fbf4d-3ef9-4689-8143-76b194e85509', 'B0F54661-2D74-4C50-AFA3-1EC803F12EFE']],
    ['a user administrator', false, ['fe930be7-5e62-47db-91af-98c3a49a38b1']],
    ['somebody without a role', false, []],
  ];
  for (const [who, isDirectoryAdmin, wids] of admins) {
    it(`says that ${who} ${isDirectoryAdmin ? 'may' : 'may not'} accept for the directory`, () =>
      withIssuer(async (issuer, check) => {
        assert.equal(personOf(await check(await issuer.token({ wids: [...wids] }))).isDirectoryAdmin, isDirectoryAdmin);
      }));
  }

  const guests: readonly (readonly [string, Record<string, unknown>])[] = [
    ['signed in by another directory', { idp: `https://sts.windows.net/${elsewhere}/` }],
    ['told so by the claim', { acct: 1 }],
    ['named in the way of guests', { preferred_username: 'eve_elsewhere.com#EXT#@contoso.onmicrosoft.com' }],
  ];
  for (const [how, claims] of guests) {
    it(`makes nobody an admin, and gives no sign-in name, for a guest ${how}`, () =>
      withIssuer(async (issuer, check) => {
        const { isDirectoryAdmin, upn } = personOf(await check(await issuer.token(claims)));
        assert.deepEqual([isDirectoryAdmin, upn], [false, undefined]);
      }));
  }

  it('is good five minutes past its end and before its beginning, and no longer', () =>
    withIssuer(async (issuer, check) => {
      assert.equal((await check(await issuer.token({ exp: seconds - 299 }))).verdict, 'valid');
      assert.equal((await check(await issuer.token({ nbf: seconds + 299 }))).verdict, 'valid');
    }));
});

describe('a token of Teams is refused', () => {
  const refused: readonly (readonly [string, string, JWTPayload & Record<string, unknown>, SsoSigner?])[] = [
    ['past its end', 'out-of-date', { exp: seconds - 301 }],
    ['before its beginning', 'out-of-date', { nbf: seconds + 301 }],
    ['without an end', 'claims', { exp: undefined }],
    ['for another app', 'audience', { aud: elsewhere }],
    ['for this app at another address', 'audience', { aud: `api://evil.example/${ssoAppId}` }],
    ['for several apps', 'claims', { aud: [ssoAppId, elsewhere] }],
    ['of another issuer', 'issuer', { iss: `https://login.evil.example/${karelsTenant}/v2.0` }],
    ['whose issuer is another directory than its own', 'issuer', { tid: elsewhere }],
    ['without a directory', 'claims', { tid: undefined }],
    ['whose directory is no directory', 'claims', { tid: 'common', iss: 'https://login.microsoftonline.com/common/v2.0' }],
    ['without a person', 'claims', { oid: undefined }],
    ['of an application instead of a person', 'claims', { scp: undefined, roles: ['access_as_user'] }],
    ['for another scope', 'claims', { scp: 'User.Read' }],
    ['signed by a stranger', 'signature', {}, 'stranger'],
    ['signed with a key that nobody published', 'signature', {}, 'unknown-key'],
    ['signed with the key of personal accounts', 'key-of-another-issuer', {}, 'personal-accounts'],
  ];
  for (const [what, reason, claims, signer] of refused) {
    it(`when it is ${what}`, () =>
      withIssuer(async (issuer, check) => {
        assert.deepEqual(await check(await issuer.token(claims, signer)), { verdict: 'refused', reason });
      }));
  }

  it('when it is unsigned, or no token', () =>
    withIssuer(async (issuer, check) => {
      assert.deepEqual(await check(issuer.unsigned()), { verdict: 'refused', reason: 'algorithm' });
      for (const rubbish of ['', '.', 'a.b.c', 'ey.ey.ey', 'x'.repeat(12_000)])
        assert.deepEqual(await check(rubbish), { verdict: 'refused', reason: 'not-a-token' });
    }));

  it('when its claims were changed after it was signed', () =>
    withIssuer(async (issuer, check) => {
      const [header, , signature] = (await issuer.token({ wids: [] })).split('.');
      const [, claims] = (await issuer.token()).split('.');
      assert.deepEqual(await check([header, claims, signature].join('.')), { verdict: 'refused', reason: 'signature' });
    }));
});

describe('while Microsoft’s keys cannot be reached', () => {
  it('nobody is let in, and nobody is called a forger', () =>
    withIssuer(async (issuer, check) => {
      const token = await issuer.token();
      await issuer.close();
      assert.deepEqual(await check(token), { verdict: 'keys-unreachable' });
    }));

  it('keys that were fetched before still serve', () =>
    withIssuer(async (issuer, check) => {
      const token = await issuer.token();
      assert.equal((await check(token)).verdict, 'valid');
      await issuer.close();
      assert.equal((await check(token)).verdict, 'valid');
    }));
});
