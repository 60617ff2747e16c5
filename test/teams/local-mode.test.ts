import assert from 'node:assert/strict';
import { isLoopback } from '../../bot/teams/loopback.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { aDoor, logInto } from './a-door.ts';
import { aMessage } from './activities.ts';
import { handClock } from './hand-clock.ts';

describe('without credentials', () => {
  const ours = ['http://localhost:56150/_connector', 'http://127.0.0.1:1', 'http://127.1.2.3', 'https://[::1]:8443/', 'http://LOCALHOST', 'http://2130706433/'];
  const others = [
    'https://smba.trafficmanager.net/emea/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://example.com/localhost',
    'http://[::ffff:10.0.0.1]/',
    'http://[::]/',
  ];

  for (const url of ours) it(`the assistant answers to ${url}`, () => assert.equal(isLoopback(url), true));
  for (const url of others) it(`the assistant never answers to ${url}`, () => assert.equal(isLoopback(url), false));

  for (const url of [
    ...others,
    'http://localhost@example.com/',
    'http://user:word@127.0.0.1/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    '//127.0.0.1',
    '',
  ]) {
    it(`whoever names “${url}” as the place of the answer is turned away before the turn`, async () => {
      const door = await aDoor();
      const response = await door.post(aMessage(url, 'help'));
      assert.match(String(response.status), /^40[03]$/);
      assert.deepEqual([await response.text(), door.heard.length], ['', 0]);
      await door.close();
    });
  }

  it('the answer carries no token', async () => {
    const connector = await startFakeConnector();
    const door = await aDoor();
    await door.post(aMessage(connector.serviceUrl, 'help'), { authorization: 'Bearer whatever' });
    assert.equal(connector.arrivals[0]?.authorization, undefined);
    await Promise.all([door.close(), connector.close()]);
  });
});

describe('credentials that do not fit together', () => {
  const { clock, timers } = handClock();
  const opened = (credentials: Parameters<typeof createTeams>[0]['credentials']) => () =>
    createTeams({
      credentials,
      handleTurn: async () => ({ kind: 'nothing' }),
      onFault: () => ({ kind: 'nothing' }),
      log: logInto([]),
      clock,
      timers,
      newId: () => 'id',
    });
  const isConfigurationFault = (error: unknown) => error instanceof Fault && error.code === 'configuration';
  const appId = '33333333-3333-4333-8333-333333333333';

  it('open no door: a blank app id', () =>
    assert.throws(opened({ kind: 'production', appId: ' ', appPassword: 'x', appType: 'MultiTenant' }), isConfigurationFault));
  it('open no door: one tenant, not named', () =>
    assert.throws(opened({ kind: 'production', appId, appPassword: 'x', appType: 'SingleTenant' }), isConfigurationFault));
  it('open no door: a managed identity with a password', () =>
    assert.throws(opened({ kind: 'production', appId, appPassword: 'x', appTenantId: 't', appType: 'UserAssignedMSI' }), isConfigurationFault));
});
