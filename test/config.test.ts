import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, environmentForChildren, isStartedByNpm, manifestValues, readConfig } from '../bot/config.ts';
import type { Config, Environment } from '../bot/config.ts';

const appId = 'aaaaaaaa-0000-4000-8000-00000000000a';
const directory = 'bbbbbbbb-0000-4000-8000-00000000000b';
const partner = '11111111-1111-4111-8111-111111111111';
const otherPartner = '33333333-3333-4333-8333-333333333333';
const jana = '11111111-0000-4000-8000-000000000001';
const bookKey = 'c0ffee00'.repeat(8);
const password = 'hush-hush';
const production = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: password,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: directory,
  PARTNER_TENANTS: partner,
  BOOK_KEY: bookKey,
  PUBLIC_URL: 'https://assistant.example.com',
};

function configOf(env: Environment): Config {
  const result = readConfig(env);
  assert.ok(result.kind === 'config', result.kind === 'refused' ? result.line : '');
  return result.config;
}

function refusalOf(env: Environment): string {
  const result = readConfig(env);
  assert.ok(result.kind === 'refused', 'it was accepted');
  return result.line;
}

const without = (env: Environment, name: string): Environment => Object.fromEntries(Object.entries(env).filter(([other]) => other !== name));

describe('an environment without Bot Framework credentials', () => {
  it('is local mode: this machine only, a book in ./data, the sample, two Playgrounds', () =>
    assert.deepEqual(configOf({ PATH: '/usr/bin', HOSTNAME: 'pc', LANG: 'cs_CZ.UTF-8' }), {
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      folder: resolve('data'),
      partnerTenants: [partner],
      partnerAdmins: [],
      noticeHour: 8,
      trustedProxies: 0,
      logLevel: 'info',
      address: 'http://127.0.0.1:3978',
      publicUrl: 'http://127.0.0.1:3978',
      sampleBook: true,
      playgrounds: true,
    }));

  it('takes every variable that is set, with spaces around it and lists with spaces in them', () =>
    assert.deepEqual(
      configOf({
        PORT: ' 4000 ',
        HOST: '::1',
        STORE_URL: 'file:./elsewhere',
        PUBLIC_URL: 'http://localhost:4000/',
        PARTNER_TENANTS: `${partner.toUpperCase()} , ${otherPartner},`,
        PARTNER_ADMINS: `${partner}/${jana}`,
        BOOK_KEY: bookKey,
        NOTICE_HOUR: '0',
        SAMPLE_BOOK: 'off',
        LOCAL_PLAYGROUND: 'off',
        METRICS_TOKEN: 'sixteen-letters-',
        TRUSTED_PROXIES: '2',
        LOG_LEVEL: 'WARN',
      }),
      {
        mode: 'local',
        host: '::1',
        port: 4000,
        folder: resolve('elsewhere'),
        partnerTenants: [partner, otherPartner],
        partnerAdmins: [`${partner}/${jana}`],
        bookKey,
        noticeHour: 0,
        trustedProxies: 2,
        logLevel: 'warn',
        metricsToken: 'sixteen-letters-',
        address: 'http://[::1]:4000',
        publicUrl: 'http://localhost:4000',
        sampleBook: false,
        playgrounds: false,
      },
    ));

  it('writes an IPv6 address into a link as links want it', () => {
    const config = configOf({ HOST: '::1' });
    assert.equal(config.publicUrl, 'http://[::1]:3978');
  });

  it('takes a blank variable for an absent one', () => assert.equal(configOf({ PORT: '', LOG_LEVEL: ' ' }).mode, 'local'));

  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) it(`listens on ${host}`, () => assert.equal(configOf({ HOST: host }).host, host));

  it('finds the folder of the book by path and by address', () => {
    assert.equal(configOf({ STORE_URL: pathToFileURL(resolve('here and there')).href }).folder, resolve('here and there'));
    assert.equal(configOf({ STORE_URL: 'file:../book' }).folder, resolve('../book'));
  });
});

describe('an environment with Bot Framework credentials', () => {
  it('is production mode', () =>
    assert.deepEqual(configOf({ ...production, NODE_ENV: 'production' }), {
      mode: 'production',
      host: '0.0.0.0',
      port: 3978,
      folder: resolve('data'),
      partnerTenants: [partner],
      partnerAdmins: [],
      noticeHour: 8,
      trustedProxies: 0,
      logLevel: 'info',
      publicUrl: 'https://assistant.example.com',
      credentials: { kind: 'production', appType: 'SingleTenant', appId, appPassword: password, appTenantId: directory },
      bookKey,
    }));

  for (const [what, env, credentials] of [
    [
      'a managed identity',
      { ...without(production, 'MicrosoftAppPassword'), MicrosoftAppType: 'UserAssignedMSI' },
      { kind: 'production', appType: 'UserAssignedMSI', appId, appTenantId: directory },
    ],
    [
      'many tenants',
      { ...without(production, 'MicrosoftAppTenantId'), MicrosoftAppType: 'multitenant' },
      { kind: 'production', appType: 'MultiTenant', appId, appPassword: password },
    ],
    [
      'no type, which means many tenants',
      without(without(production, 'MicrosoftAppTenantId'), 'MicrosoftAppType'),
      { kind: 'production', appType: 'MultiTenant', appId, appPassword: password },
    ],
  ] as const) {
    it(`takes the credentials of ${what}`, () => {
      const config = configOf(env);
      assert.deepEqual(config.mode === 'production' && config.credentials, credentials);
    });
  }
});

describe('an environment that is half, misspelt or contradictory', () => {
  const refusals: readonly (readonly [why: string, env: Environment, line: RegExp])[] = [
    ['credentials that did not arrive', { MicrosoftAppId: '', MicrosoftAppPassword: ' ' }, /^MicrosoftAppId is there, but empty/],
    ['a password that did not arrive', { ...production, MicrosoftAppPassword: '' }, /^MicrosoftAppPassword is there, but empty/],
    ['an app id alone', { MicrosoftAppId: appId }, /^MicrosoftAppPassword is missing, but MultiTenant needs it/],
    ['a password alone', { MicrosoftAppPassword: password }, /^MicrosoftAppId is missing/],
    ['a type alone', { MicrosoftAppType: 'SingleTenant' }, /^MicrosoftAppId is missing/],
    ['a directory alone', { MicrosoftAppTenantId: directory }, /^MicrosoftAppId is missing/],
    ['SingleTenant without a password', without(production, 'MicrosoftAppPassword'), /^MicrosoftAppPassword is missing, but SingleTenant needs it/],
    ['SingleTenant without its directory', without(production, 'MicrosoftAppTenantId'), /^MicrosoftAppTenantId is missing, but SingleTenant needs it/],
    ['MultiTenant without a password', { MicrosoftAppId: appId, MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppPassword is missing/],
    ['MultiTenant with a directory', { ...production, MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppTenantId has no meaning for MultiTenant/],
    ['a directory without a type', without(production, 'MicrosoftAppType'), /^MicrosoftAppTenantId has no meaning .* MicrosoftAppType=SingleTenant/],
    ['UserAssignedMSI with a password', { ...production, MicrosoftAppType: 'UserAssignedMSI' }, /^MicrosoftAppPassword has no meaning for UserAssignedMSI/],
    ['UserAssignedMSI without its directory', { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI' }, /^MicrosoftAppTenantId is missing/],
    [
      'a misspelt type',
      { ...production, MicrosoftAppType: 'SingelTenant' },
      /^MicrosoftAppType is not valid. Write SingleTenant, MultiTenant or UserAssignedMSI/,
    ],
    ['an app id that is no GUID', { ...production, MicrosoftAppId: 'my-bot' }, /^MicrosoftAppId is not valid/],
    ['production without credentials', { NODE_ENV: 'production' }, /^NODE_ENV is production, but/],
    ['a host open to others without credentials', { HOST: '0.0.0.0' }, /^HOST is open to other machines/],
    ['a host of a network without credentials', { HOST: '192.168.1.5' }, /^HOST is open to other machines/],
    ['a name that only begins like this machine', { HOST: '127.0.0.1.example.com' }, /^HOST is open to other machines/],
    ['the sample book in production', { ...production, SAMPLE_BOOK: 'on' }, /^SAMPLE_BOOK is on, but/],
    ['Playgrounds in production', { ...production, LOCAL_PLAYGROUND: 'on' }, /^LOCAL_PLAYGROUND is on, but/],
    ['no partner tenant in production', without(production, 'PARTNER_TENANTS'), /^PARTNER_TENANTS is missing/],
    ['no book key in production', without(production, 'BOOK_KEY'), /^BOOK_KEY is missing. Write 64 hex characters/],
    ['half a book key', { ...production, BOOK_KEY: bookKey.slice(0, 32) }, /^BOOK_KEY is not valid. Write 64 hex/],
    ['a book key that is not hex', { BOOK_KEY: 'z'.repeat(64) }, /^BOOK_KEY is not valid/],
    ['a public address without encryption in production', { ...production, PUBLIC_URL: 'http://assistant.example.com' }, /^PUBLIC_URL is not https/],
    ['no public address in production', without(production, 'PUBLIC_URL'), /^PUBLIC_URL is missing/],
    ['a public address with a question in it', { PUBLIC_URL: 'https://assistant.example.com/?a=1' }, /^PUBLIC_URL is not valid/],
    ['a public address that is none', { PUBLIC_URL: 'assistant' }, /^PUBLIC_URL is not valid/],
    ['a partner tenant that is no GUID', { PARTNER_TENANTS: `${partner},northwind` }, /^PARTNER_TENANTS, entry 2, is not valid/],
    ['only commas for tenants', { PARTNER_TENANTS: ',,' }, /^PARTNER_TENANTS is not valid/],
    ['an admin without a tenant', { PARTNER_ADMINS: jana }, /^PARTNER_ADMINS, entry 1, is not valid. Write tenantId\/objectId/],
    ['an admin of dashes', { PARTNER_ADMINS: `${'-'.repeat(36)}/${jana}` }, /^PARTNER_ADMINS, entry 1, is not valid/],
    [
      'an admin of another tenant',
      { PARTNER_ADMINS: `${partner}/${jana},${otherPartner}/${jana}` },
      /^PARTNER_ADMINS entry 2 is of a tenant that PARTNER_TENANTS does not name/,
    ],
    ['port 0', { PORT: '0' }, /^PORT is not valid. Write a number from 1 to 65535/],
    ['port 65536', { PORT: '65536' }, /^PORT is not valid/],
    ['a port in words', { PORT: '3978x' }, /^PORT is not valid/],
    ['hour 24', { NOTICE_HOUR: '24' }, /^NOTICE_HOUR is not valid. Write an hour from 0 to 23/],
    ['a negative hour', { NOTICE_HOUR: '-1' }, /^NOTICE_HOUR is not valid/],
    ['a switch that says yes', { SAMPLE_BOOK: 'yes' }, /^SAMPLE_BOOK is not valid. Write on or off/],
    ['a number of proxies that is none', { TRUSTED_PROXIES: 'all' }, /^TRUSTED_PROXIES is not valid. Write how many/],
    ['more proxies than anybody has', { TRUSTED_PROXIES: '10' }, /^TRUSTED_PROXIES is not valid/],
    ['a token for the figures that is soon guessed', { METRICS_TOKEN: password }, /^METRICS_TOKEN is not valid. Write at least 16/],
    ['a loud log', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not valid. Write debug, info/],
    ['PostgreSQL', { STORE_URL: 'postgres://me:hush-hush@db/book' }, /^STORE_URL names PostgreSQL, which comes with a later version/],
    ['another store', { STORE_URL: 'mysql://me:hush-hush@db/book' }, /^STORE_URL is not valid. Write file:/],
    ['a folder of another machine', { STORE_URL: 'file://server/book' }, /^STORE_URL is not valid/],
    ['no folder', { STORE_URL: 'file:' }, /^STORE_URL is not valid/],
    ['a folder that cannot be', { STORE_URL: 'file:///a%2Fb' }, /^STORE_URL is not valid/],
  ];
  for (const [why, env, line] of refusals) {
    it(`is refused for ${why}, in one line that repeats no secret`, () => {
      const said = refusalOf(env);
      assert.match(said, line);
      assert.ok(!said.includes('\n'));
      for (const secret of [password, bookKey, bookKey.slice(0, 32), 'zzzz', 'my-bot']) assert.ok(!said.includes(secret), said);
    });
  }

  for (const [name, meant] of Object.entries({
    MicrosoftAppPasword: 'MicrosoftAppPassword',
    MICROSOFT_APP_ID: 'MicrosoftAppId',
    MicrosoftAppID: 'MicrosoftAppId',
    MicrosoftAppTenentId: 'MicrosoftAppTenantId',
    PARTNER_TENANT: 'PARTNER_TENANTS',
    PARTNER_ADMIN: 'PARTNER_ADMINS',
    BOOKKEY: 'BOOK_KEY',
    BOOK_KYE: 'BOOK_KEY',
    STORE_URI: 'STORE_URL',
    PUBLIC_ULR: 'PUBLIC_URL',
    NOTICE_HOURS: 'NOTICE_HOUR',
    SAMPLEBOOK: 'SAMPLE_BOOK',
    LOCAL_PLAYGROUNDS: 'LOCAL_PLAYGROUND',
    LOGLEVEL: 'LOG_LEVEL',
    PROT: 'PORT',
    Host: 'HOST',
  })) {
    it(`asks for ${name} whether ${meant} was meant`, () => {
      assert.equal(refusalOf({ [name]: password }), `${name} is not a variable of the assistant. Did you mean ${meant}?`);
    });
  }

  it('names what it knows when a Bot Framework variable is none of them', () =>
    assert.match(
      refusalOf({ ...production, MicrosoftAppCertificateThumbprint: password }),
      /^MicrosoftAppCertificateThumbprint is not .* It knows MicrosoftAppId/,
    ));

  for (const foreign of [
    'HOSTNAME',
    'HOSTTYPE',
    'REPORT',
    'PATH',
    'PUBLIC',
    'CORE_URL',
    'NODENV',
    'PARTNER_CENTER_REGION',
    'npm_config_loglevel',
    'BOOKS',
    'POST',
  ]) {
    it(`leaves ${foreign} to whom it belongs`, () => assert.equal(configOf({ [foreign]: 'x' }).mode, 'local'));
  }
});

describe('the environment of a child process', () => {
  it('holds what the machine needs and nothing that is ours', () =>
    assert.deepEqual(environmentForChildren({ ...production, PATH: '/usr/bin', SystemRoot: 'C:\\Windows', EMPTY: undefined, BOOK_KEY: bookKey }), {
      PATH: '/usr/bin',
      SystemRoot: 'C:\\Windows',
    }));
});

describe('the environment of this process', () => {
  it('is read here, for everybody', () => assert.deepEqual(environment(), process.env));

  it('gives the package of the Teams app its values, whatever else is missing', () => {
    assert.deepEqual(manifestValues({ MicrosoftAppId: appId, PUBLIC_URL: 'https://assistant.example.com' }), {
      appId,
      publicUrl: 'https://assistant.example.com',
    });
    assert.deepEqual(manifestValues({}), { appId: undefined, publicUrl: undefined });
  });

  it('says whether npm started it', () =>
    assert.deepEqual([isStartedByNpm({ npm_lifecycle_event: 'start' }), isStartedByNpm({ PATH: '/usr/bin' })], [true, false]));
});
