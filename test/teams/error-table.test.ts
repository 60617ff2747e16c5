import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { createConnector } from '../../bot/teams/connector.ts';
import type { Connector } from '../../bot/teams/connector.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import type { Delivered } from '../../domain/shared/ports.ts';
import { ObjectId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { ConversationAddress } from '../../domain/shared/turn.ts';
import type { ConnectorAnswer, FakeConnector } from '../support/fake-connector.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { echoCard, logInto } from './a-door.ts';
import { assistant, jana, partnerTenant } from './activities.ts';
import { handClock } from './hand-clock.ts';

const tenant = TenantId.parse(partnerTenant);
const person = personId(tenant, ObjectId.parse(jana.aadObjectId));

interface World {
  readonly remote: FakeConnector;
  /** Another host that answers for public authorities. */
  readonly government: FakeConnector;
  readonly connector: Connector;
  readonly address: ConversationAddress;
  readonly send: () => Promise<Delivered>;
  readonly update: (activityId: string) => Promise<Delivered>;
}

async function inWorld(use: (world: World) => Promise<void>): Promise<void> {
  const [remote, government] = await Promise.all([startFakeConnector(), startFakeConnector()]);
  const time = handClock();
  const connector = createConnector({ bearer: async () => undefined, ...time, log: logInto([]) });
  const { serviceUrl } = remote;
  const address = { channel: 'msteams', conversation: 'a:1jana', scope: 'personal', serviceUrl, bot: assistant, user: jana, tenant } as const;
  const notifier = createNotifier(connector, { governmentHost: government.serviceUrl });
  const send = (): Promise<Delivered> => notifier.send(address, echoCard, person);
  const update = (activityId: string): Promise<Delivered> => notifier.update(address, activityId, echoCard);
  try {
    await use({ remote, government, connector, address, send, update });
  } finally {
    await Promise.all([connector.close(), remote.close(), government.close()]);
  }
}

const coded = (status: number, code: string): ConnectorAnswer => ({ status, body: { error: { code, message: 'x' } } });
const blockedWrite: ConnectorAnswer = { status: 403, body: { error: { code: 'Forbidden', message: '{"subCode":"MessageWritesBlocked","errorCode":209}' } } };

/** Every row of the table, as it is answered to a new message. One call each: nothing is repeated where nobody sees it. */
const rows: readonly (readonly [string, ConnectorAnswer, Delivered])[] = [
  ['400', coded(400, 'Bad Argument'), { kind: 'failed', reason: 'malformed' }],
  ['401', coded(401, 'BotNotRegistered'), { kind: 'later', pause: 'everything', reason: 'not-authorised' }],
  ['403 BotDisabledByAdmin', coded(403, 'BotDisabledByAdmin'), { kind: 'not-reachable', reason: 'blocked' }],
  ['403 ConversationBlockedByUser', coded(403, 'ConversationBlockedByUser'), { kind: 'not-reachable', reason: 'blocked' }],
  ['403 with MessageWritesBlocked inside', blockedWrite, { kind: 'not-reachable', reason: 'blocked' }],
  ['403 BotNotInConversationRoster', coded(403, 'BotNotInConversationRoster'), { kind: 'not-reachable', reason: 'not-installed' }],
  ['403 NotEnoughPermissions', coded(403, 'NotEnoughPermissions'), { kind: 'not-reachable', reason: 'not-installed' }],
  ['403 ForbiddenOperationException', coded(403, 'ForbiddenOperationException'), { kind: 'not-reachable', reason: 'not-installed' }],
  ['403 that nobody documented', coded(403, 'Surprise'), { kind: 'failed', reason: 'refused-403' }],
  ['412', coded(412, 'PreconditionFailed'), { kind: 'later', reason: 'precondition' }],
  ['413', coded(413, 'MessageSizeTooBig'), { kind: 'failed', reason: 'too-big' }],
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '17' } }, { kind: 'later', pause: 'tenant', reason: 'throttled', afterMs: 17_000 }],
  ['429 without', coded(429, 'Throttled'), { kind: 'later', pause: 'tenant', reason: 'throttled' }],
  ['429 with a Retry-After that is no number', { status: 429, headers: { 'retry-after': 'soon' } }, { kind: 'later', pause: 'tenant', reason: 'throttled' }],
  ['500', coded(500, 'ServiceError'), { kind: 'failed', reason: 'refused-500' }],
  ['502', { status: 502, body: '<html>' }, { kind: 'later', reason: 'unavailable' }],
  ['503', { status: 503 }, { kind: 'later', reason: 'unavailable' }],
  ['504', { status: 504 }, { kind: 'maybe-sent' }],
  ['a cut connection', { status: 201, hangsUp: true }, { kind: 'maybe-sent' }],
];

describe('what the channel answers to a message sent unasked', () => {
  for (const [title, answer, meaning] of rows) {
    it(`has one meaning, and is asked once: ${title}`, () =>
      inWorld(async ({ remote, send }) => {
        remote.answer(answer);
        assert.deepEqual([await send(), remote.arrivals.length], [meaning, 1]);
      }));
  }

  it('that never comes is the same as a cut connection', async () => {
    const remote = await startFakeConnector(() => new Promise(() => undefined));
    const connector = createConnector({ bearer: async () => undefined, ...handClock(), log: logInto([]) });
    const outcome = await connector.send({ serviceUrl: remote.serviceUrl, conversation: 'a:1jana' }, echoCard, { tries: 1, patienceMs: 50 });
    assert.deepEqual(outcome, { sent: false, failure: { kind: 'lost' } });
    await Promise.all([connector.close(), remote.close()]);
  });

  it('planted fault: a connector that takes a lost connection for a gateway’s answer is found', () =>
    inWorld(async ({ remote, address, connector }) => {
      const misjudging: Connector = {
        ...connector,
        send: async (...what) => {
          const outcome = await connector.send(...what);
          return !outcome.sent && outcome.failure.kind === 'lost' ? { sent: false, failure: { kind: 'unavailable' } } : outcome;
        },
      };
      const wrong: string[] = [];
      for (const [title, answer, meaning] of rows) {
        remote.answer(answer);
        const delivered = await createNotifier(misjudging).send(address, echoCard, person);
        if (!isDeepStrictEqual(delivered, meaning)) wrong.push(title);
      }
      assert.deepEqual(wrong, ['504', 'a cut connection']);
    }));
});

describe('a chat that is gone', () => {
  it('is made anew with the person’s object id, once, and the message goes there', () =>
    inWorld(async ({ remote, address, send }) => {
      remote.answer(coded(404, 'ConversationNotFound'));
      assert.deepEqual(await send(), { kind: 'sent', activityId: 'sent-3', moved: { ...address, conversation: 'sent-2' } });
      const made = remote.arrivals[1];
      assert.deepEqual([made?.method, made?.path], ['POST', '/v3/conversations']);
      assert.deepEqual(made?.activity, {
        isGroup: false,
        bot: assistant,
        members: [{ id: jana.aadObjectId }],
        tenantId: partnerTenant,
        channelData: { tenant: { id: partnerTenant } },
      });
      assert.equal(remote.arrivals[2]?.path, '/v3/conversations/sent-2/activities');
    }));

  it('is not made a second time when it is not found there either', () =>
    inWorld(async ({ remote, send }) => {
      remote.answer(coded(404, 'ConversationNotFound'), { status: 201, body: { id: 'a:new' } }, coded(404, 'ConversationNotFound'));
      assert.deepEqual([await send(), remote.arrivals.length], [{ kind: 'not-reachable', reason: 'conversation-gone' }, 3]);
    }));

  const refusals: readonly (readonly [ConnectorAnswer, Delivered])[] = [
    [coded(403, 'BotNotInConversationRoster'), { kind: 'not-reachable', reason: 'not-installed' }],
    [coded(404, 'ConversationNotFound'), { kind: 'not-reachable', reason: 'conversation-gone' }],
    [coded(429, 'Throttled'), { kind: 'later', pause: 'tenant', reason: 'throttled' }],
    [
      { status: 201, hangsUp: true },
      { kind: 'later', reason: 'lost' },
    ],
  ];
  for (const [answer, meaning] of refusals) {
    it(`that cannot be made anew (${String(answer.status)}${answer.hangsUp === true ? ', cut' : ''}) has had no message`, () =>
      inWorld(async ({ remote, send }) => {
        remote.answer(coded(404, 'ConversationNotFound'), answer);
        assert.deepEqual([await send(), remote.arrivals.length], [meaning, 2]);
      }));
  }

  it('is not made anew for a card that stood in it', () =>
    inWorld(async ({ remote, update }) => {
      remote.answer(coded(404, 'ConversationNotFound'));
      assert.deepEqual([await update('sent-1'), remote.arrivals.length], [{ kind: 'not-reachable', reason: 'conversation-gone' }, 1]);
    }));
});

describe('a tenant of public authorities', () => {
  it('is answered for by another host, which is kept', () =>
    inWorld(async ({ remote, government, address, send }) => {
      remote.answer(coded(403, 'InvalidBotApiHost'));
      assert.deepEqual(await send(), { kind: 'sent', activityId: 'sent-1', moved: { ...address, serviceUrl: government.serviceUrl } });
      assert.deepEqual([remote.arrivals.length, government.arrivals.length], [1, 1]);
    }));

  it('is tried there once', () =>
    inWorld(async ({ remote, government, send }) => {
      remote.answer(coded(403, 'InvalidBotApiHost'));
      government.answer(coded(403, 'InvalidBotApiHost'));
      assert.deepEqual([await send(), government.arrivals.length], [{ kind: 'failed', reason: 'wrong-host' }, 1]);
    }));
});
