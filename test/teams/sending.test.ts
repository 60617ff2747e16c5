import assert from 'node:assert/strict';
import { createConnector } from '../../bot/teams/connector.ts';
import { sharedWhilePending } from '../../bot/teams/credentials.ts';
import type { Bearer } from '../../bot/teams/credentials.ts';
import type { SendFailure, SendOutcome } from '../../bot/teams/send-failure.ts';
import { failureOf } from '../../bot/teams/send-failure.ts';
import { sendCard } from '../../bot/teams/turn.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { TenantId } from '../../domain/shared/ids.ts';
import type { ConversationAddress, RenderedCard } from '../../domain/shared/turn.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { echoCard, logInto } from './a-door.ts';
import type { LogLine } from './a-door.ts';
import { assistant, jana, partnerTenant } from './activities.ts';
import { handClock } from './hand-clock.ts';
import type { HandClock } from './hand-clock.ts';

interface World {
  readonly time: HandClock;
  readonly lines: readonly LogLine[];
  /** As an answer goes into the one-to-one chat of somebody who wrote in a channel. */
  readonly send: (address: ConversationAddress, card: RenderedCard) => Promise<SendOutcome>;
  readonly connector: FakeConnector;
  readonly address: ConversationAddress;
}

async function inWorld(use: (world: World) => Promise<void>, bearer: Bearer = async () => undefined): Promise<void> {
  const connector = await startFakeConnector();
  const time = handClock();
  const lines: LogLine[] = [];
  const ours = createConnector({ bearer, ...time, log: logInto(lines) });
  const { serviceUrl } = connector;
  const address = {
    channel: 'msteams',
    conversation: 'a:1jana',
    scope: 'personal',
    serviceUrl,
    bot: assistant,
    user: jana,
    tenant: TenantId.parse(partnerTenant),
  } as const;
  try {
    await use({ time, lines, send: (to, card) => sendCard(ours, to, card), connector, address });
  } finally {
    await Promise.all([ours.close(), connector.close()]);
  }
}

const refusal = (status: number, code: string, message = 'x') =>
  failureOf({ status, body: JSON.stringify({ error: { code, message } }), retryAfter: undefined });

describe('a card sent unasked', () => {
  it('arrives as one new message, and its id comes back', () =>
    inWorld(async ({ send, connector, address }) => {
      assert.deepEqual(await send(address, echoCard), { sent: true, activityId: 'sent-1' });
      const arrival = connector.arrivals[0];
      assert.ok(arrival);
      assert.equal(arrival.path, '/v3/conversations/a%3A1jana/activities');
      assert.deepEqual([arrival.activity.summary, arrival.activity.from, arrival.activity.replyToId], ['Echo', assistant, undefined]);
    }));

  it('waits as long as a throttled conversation asks, and is sent again', () =>
    inWorld(async ({ time, send, connector, address }) => {
      connector.answer({ status: 429, headers: { 'retry-after': '2' }, body: { error: { code: 'Throttled' } } });
      const sending = send(address, echoCard);
      await time.waiting(2000);
      assert.equal(connector.arrivals.length, 1);
      time.advance(2000);
      assert.deepEqual(await sending, { sent: true, activityId: 'sent-2' });
    }));

  it('does not wait for a throttled conversation that asks for a minute: whoever sends decides', () =>
    inWorld(async ({ send, connector, address }) => {
      connector.answer({ status: 429, headers: { 'retry-after': '60' } });
      assert.deepEqual(await send(address, echoCard), { sent: false, failure: { kind: 'throttled', retryAfterMs: 60_000 } });
      assert.equal(connector.arrivals.length, 1);
    }));

  for (const [status, kind] of [
    [412, 'precondition'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'lost'],
  ] as const) {
    it(`is tried three times in all when Teams answers ${status}`, () =>
      inWorld(async ({ time, send, connector, address }) => {
        connector.answer({ status }, { status }, { status });
        const sending = send(address, echoCard);
        await time.waiting(1000);
        time.advance(1000);
        await time.waiting(2000);
        time.advance(2000);
        assert.deepEqual(await sending, { sent: false, failure: { kind } });
        assert.equal(connector.arrivals.length, 3);
      }));
  }

  for (const status of [400, 401, 403, 404, 413, 500]) {
    it(`is tried once when Teams answers ${status}`, () =>
      inWorld(async ({ send, connector, address }) => {
        connector.answer({ status, body: '<html>not what was agreed</html>' });
        assert.equal((await send(address, echoCard)).sent, false);
        assert.equal(connector.arrivals.length, 1);
      }));
  }

  it('is not sent when nobody listens there', () =>
    inWorld(async ({ send, connector, address }) => {
      await connector.close();
      assert.deepEqual(await send(address, echoCard), { sent: false, failure: { kind: 'unreachable' } });
    }));

  it('is not sent while our own token cannot be had, and the log says so', () =>
    inWorld(
      async ({ lines, send, connector, address }) => {
        assert.deepEqual(await send(address, echoCard), { sent: false, failure: { kind: 'no-token' } });
        assert.deepEqual([connector.arrivals.length, lines[0]?.message], [0, 'no token for the Bot Connector']);
      },
      () => Promise.reject(new Fault('unreachable')),
    ));
});

describe('why Teams did not take it', () => {
  const cases: readonly (readonly [string, SendFailure, SendFailure])[] = [
    ['a removed app is “not installed”', refusal(403, 'BotNotInConversationRoster'), { kind: 'not-installed' }],
    ['a missing permission is “not installed”', refusal(403, 'NotEnoughPermissions'), { kind: 'not-installed' }],
    ['a person who blocked it is “blocked”', refusal(403, 'ConversationBlockedByUser'), { kind: 'blocked', by: 'user' }],
    [
      'a blocked write hidden in a message is “blocked”',
      refusal(403, 'Forbidden', '{"subCode":"MessageWritesBlocked","errorCode":209}'),
      { kind: 'blocked', by: 'user' },
    ],
    ['an administrator’s block is “blocked”', refusal(403, 'BotDisabledByAdmin'), { kind: 'blocked', by: 'admin' }],
    ['a code in the words alone means nothing', refusal(403, 'Other', 'BotDisabledByAdmin'), { kind: 'refused', status: 403 }],
    ['a removed chat is “conversation gone”', refusal(404, 'ConversationNotFound'), { kind: 'conversation-gone' }],
    ['a removed message is “activity gone”', refusal(404, 'ActivityNotFoundInConversation'), { kind: 'activity-gone' }],
    ['too much is “too big”', refusal(413, 'MessageSizeTooBig'), { kind: 'too-big' }],
    ['throttling without a time is “throttled”', refusal(429, 'Throttled'), { kind: 'throttled' }],
    ['an answer nobody documented keeps its status', refusal(418, 'Teapot'), { kind: 'refused', status: 418 }],
  ];
  for (const [title, failure, expected] of cases) it(title, () => assert.deepEqual(failure, expected));
});

describe('our own token', () => {
  it('is fetched once for all who ask at the same moment, and again later', async () => {
    const given: { calls: number; give: (token: string) => void } = { calls: 0, give: () => undefined };
    const token = sharedWhilePending(() => {
      given.calls += 1;
      return new Promise<string>((resolve) => {
        given.give = resolve;
      });
    });
    const asked = [token(), token(), token()];
    given.give('one');
    assert.deepEqual([await Promise.all(asked), given.calls], [['one', 'one', 'one'], 1]);
    const again = token();
    given.give('two');
    assert.deepEqual([await again, given.calls], ['two', 2]);
  });
});
