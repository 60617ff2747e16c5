import assert from 'node:assert/strict';
import type { JWTPayload } from 'jose';
import type { Credentials } from '../../bot/teams/credentials.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { issuerName, startTestIssuer } from '../support/test-issuer.ts';
import type { Signer, TestIssuer } from '../support/test-issuer.ts';
import { aDoor } from './a-door.ts';
import type { Door } from './a-door.ts';
import { aMessage } from './activities.ts';

const appId = '33333333-3333-4333-8333-333333333333';
const production: Credentials = { kind: 'production', appId, appPassword: 'not-a-secret', appType: 'MultiTenant' };
/** The door's clock stands at 2026-03-01T09:00:00Z. */
const now = Date.UTC(2026, 2, 1, 9) / 1000;

interface World {
  readonly door: Door;
  readonly issuer: TestIssuer;
  readonly connector: FakeConnector;
  /** The claims of a token that Teams would send. */
  readonly right: JWTPayload & { readonly serviceurl: string };
}

async function inWorld(use: (world: World) => Promise<void>, credentials = production): Promise<void> {
  const issuer = await startTestIssuer();
  const connector = await startFakeConnector();
  const door = await aDoor({ credentials, trust: issuer.trust, bearer: async () => 'our-own-token' });
  try {
    await use({ door, issuer, connector, right: { aud: appId, serviceurl: connector.serviceUrl, nbf: now - 60, exp: now + 3600 } });
  } finally {
    await Promise.all([door.close(), issuer.close(), connector.close()]);
  }
}

type Forgery = (world: World) => Promise<string> | string | undefined;
const forgedBy =
  (signer: Signer): Forgery =>
  ({ issuer, right }) =>
    issuer.bearer(right, signer);
const withClaims =
  (claims: JWTPayload): Forgery =>
  ({ issuer, right }) =>
    issuer.bearer({ ...right, ...claims });

/** Every way in without being the Bot Connector. */
const forgeries: Readonly<Record<string, Forgery>> = {
  'no token': () => undefined,
  'an empty header': () => ' ',
  'another scheme': async ({ issuer, right }) => (await issuer.bearer(right)).replace('Bearer', 'Basic'),
  'no JSON Web Token': () => 'Bearer hello',
  'three dots of nothing': () => 'Bearer ...',
  'a header that is not JSON': () => 'Bearer YWJj.YWJj.YWJj',
  'alg none': ({ issuer, right }) => issuer.unsigned(right),
  'alg none with a made-up signature': ({ issuer, right }) => `${issuer.unsigned(right)}YWJj`,
  'a key nobody knows': forgedBy('unknown-key'),
  'a stranger’s signature under the channel’s key': forgedBy('stranger'),
  'a key that serves another channel': forgedBy('unendorsed'),
  'claims changed after signing': async ({ issuer, right }) => {
    const [head, , signature] = (await issuer.bearer({ ...right, aud: 'another' })).split('.');
    return [head, (await issuer.bearer(right)).split('.')[1], signature].join('.');
  },
  'another audience': withClaims({ aud: '44444444-4444-4444-8444-444444444444' }),
  'no audience': withClaims({ aud: undefined }),
  'another issuer': withClaims({ iss: 'https://login.example.com' }),
  'the issuer of emulator tokens': withClaims({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId, ver: '1.0' }),
  'another service URL': withClaims({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
  'no service URL': withClaims({ serviceurl: undefined }),
  'a token of yesterday': withClaims({ exp: now - 301 }),
  'a token without an end': withClaims({ exp: undefined }),
  'a token of tomorrow': withClaims({ nbf: now + 301 }),
};

async function statusOf(world: World, forgery: Forgery): Promise<{ readonly status: number; readonly body: string }> {
  const authorization = await forgery(world);
  const response = await world.door.post(aMessage(world.connector.serviceUrl, 'hi'), authorization === undefined ? {} : { authorization });
  return { status: response.status, body: await response.text() };
}

describe('who may bring a message', () => {
  it('lets the Bot Connector in, and answers it with a token of our own', () =>
    inWorld(async (world) => {
      assert.deepEqual(await statusOf(world, ({ issuer, right }) => issuer.bearer(right)), { status: 200, body: '' });
      assert.equal(world.door.heard.length, 1);
      assert.deepEqual(
        world.connector.arrivals.map(({ authorization }) => authorization),
        ['Bearer our-own-token'],
      );
    }));

  for (const [name, forgery] of Object.entries(forgeries)) {
    it(`refuses ${name} with 401 and not a word`, () =>
      inWorld(async (world) => {
        assert.deepEqual(await statusOf(world, forgery), { status: 401, body: '' });
        assert.deepEqual([world.door.heard.length, world.connector.arrivals.length], [0, 0]);
      }));
  }

  it('says why in the log, and never the token', () =>
    inWorld(async (world) => {
      await statusOf(world, withClaims({ aud: 'another' }));
      const refusals = world.door.lines.filter(({ message }) => message === 'refused at the door');
      assert.deepEqual(
        refusals.map(({ fields }) => fields.reason),
        ['audience'],
      );
      assert.doesNotMatch(JSON.stringify(world.door.lines), /eyJ/);
    }));

  it('believes a token for Teams only about Teams', () =>
    inWorld(async ({ door, issuer, connector, right }) => {
      const response = await door.post(aMessage(connector.serviceUrl, 'hi', { channelId: 'webchat' }), {
        authorization: await issuer.bearer(right, 'unendorsed'),
      });
      assert.equal(response.status, 401);
    }));

  it('answers 503 without a word while the signing keys cannot be fetched, and still refuses at once what no key could save', () =>
    inWorld(async (world) => {
      await world.issuer.close();
      assert.deepEqual(await statusOf(world, ({ issuer, right }) => issuer.bearer(right)), { status: 503, body: '' });
      assert.deepEqual(await statusOf(world, withClaims({ iss: issuerName, aud: 'another' })), { status: 401, body: '' });
    }));

  it('turns red for a door that asks for no token', () =>
    inWorld(
      async (world) => {
        const admitted = await Promise.all(Object.values(forgeries).map((forgery) => statusOf(world, forgery)));
        assert.ok(admitted.every(({ status }) => status === 200));
      },
      { kind: 'local' },
    ));
});
